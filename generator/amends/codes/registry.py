"""All codes that do not belong to a rule, written out. `check/registry.py` lists the rules."""

from __future__ import annotations

from amends.codes import folder, hand_written, layers, model, page, yaml_file
from amends.codes.code import Code

CODES: tuple[Code, ...] = (
    yaml_file.NOT_YAML,
    yaml_file.FILE_TOO_LARGE,
    yaml_file.NOT_UTF_8,
    yaml_file.CONTROL_CHARACTER,
    yaml_file.TEXT_DIRECTION_CHARACTER,
    yaml_file.TOO_MANY_VALUES,
    yaml_file.SPECIAL_SIGN,
    yaml_file.FIELD_NAME_TOO_LONG,
    yaml_file.MERGE_KEY,
    yaml_file.DUPLICATE_FIELD,
    yaml_file.TEXT_TOO_LONG,
    yaml_file.NESTED_TOO_DEEP,
    yaml_file.FIELD_NAME_NOT_TEXT,
    yaml_file.SECOND_DOCUMENT,
    yaml_file.TAB,
    yaml_file.EMPTY_FILE,
    yaml_file.TEXT_CUT_BY_COMMENT,
    folder.DUPLICATE_ID,
    folder.UNKNOWN_COLLECTION,
    folder.NO_COLLECTION,
    folder.NOT_A_COLLECTION,
    folder.MISPLACED_HEADER_FIELD,
    folder.FOLDER_NAMED_AS_FILE,
    folder.MISNAMED_FILE,
    folder.UNREADABLE_FILE,
    folder.UNKNOWN_CLOCK_PACK,
    layers.UNKNOWN_PATCH,
    layers.UNKNOWN_PLACE,
    layers.PATCH_WITHOUT_EFFECT,
    layers.NOTHING_TO_REMOVE,
    layers.LIST_REPLACED,
    layers.OTHER_LOCALES_KEPT,
    layers.UNKNOWN_BASE,
    layers.SAME_LAYER_NAME,
    model.MISSING_FIELD,
    model.UNKNOWN_FIELD,
    model.WRONG_VALUE,
    hand_written.UNUSABLE_FILE,
    hand_written.WRONG_FRONT_MATTER,
    hand_written.LOST_FRONT_MATTER,
    hand_written.STANDS_FOR_OURS,
    hand_written.PAGE_AS_HTML,
    hand_written.BROKEN_TEMPLATE,
    page.FOREIGN_MARKUP,
)
"""In the order in which amends finds them: a file, the folder, the layers, the fields, docs/, the finished page."""
