"""What a variant may say: its id, its layers, and the fields of `sop.yml` and of every collection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from amends.codes.variants import UNKNOWN_VARIANT_LAYER
from amends.content.place import HEADER_FILE
from amends.finding import Finding, Location
from amends.model import shape
from amends.model.sop import COLLECTIONS
from amends.nearest import nearest
from amends.read import HEADER_FIELDS

ID, LAYER = "id", "layer"

_NOT_OF_A_VARIANT = {
    ID: "its id stands before the colon",
    "extends": "a variant stands over the project; name further folders with  layer: FOLDER",
}
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)  # Windows has no folders of these names

NAMES = tuple(name for name in (LAYER, *HEADER_FIELDS, *COLLECTIONS) if name not in _NOT_OF_A_VARIANT)
"""What may stand in a variant."""

Trouble = tuple[str, str]
"""A message and the way out."""


def trouble_with_id(variant_id: str) -> Trouble | None:
    """What is wrong with the id of a variant; None if it can be the name of a folder everywhere."""
    if not variant_id:
        return "this variant has no id", "write one into the first column, or before the colon"
    if not _SAFE.fullmatch(variant_id):
        hint = "use letters without accents, digits and “-”, at most 40; begin with a letter or a digit"
        return f"“{variant_id}” cannot be the name of a folder everywhere", hint
    if _DEVICE.fullmatch(variant_id):
        return f"“{variant_id}” is the name of a device on Windows", f"add something:  {variant_id}-1"
    return None


def trouble_with_name(name: str) -> Trouble | None:
    """What is wrong with the name of a field of a variant; None if nothing is."""
    if name in _NOT_OF_A_VARIANT:
        return f"a variant has no `{name}`", _NOT_OF_A_VARIANT[name]
    return None if name in NAMES else (f"a variant has no field `{name}`", nearest(name, NAMES))


def trouble_with_path(path: Sequence[str]) -> Trouble | None:
    """What is wrong with the path of one value, such as `contacts.desk.phone`; None if nothing is."""
    if trouble := trouble_with_name(path[0]):
        return trouble
    known = next(length for length in range(len(path), 0, -1) if shape.kind_of(path[:length]))
    above, here = path[:known], ".".join(path[:known])
    if known < len(path):
        return f"`{here}` has no field `{path[known]}`", _way_out(above, path[known])
    if shape.kind_of(path) == "block":
        example = min(shape.needed_fields(path) or shape.fields_of(path) or ["some-id"])
        return f"`{here}` holds several values, and a cell holds one", f"name one of them:  {here}.{example}"
    return None


def _way_out(above: Sequence[str], name: str) -> str:
    if fields := shape.fields_of(above):
        return nearest(name, fields)
    if shape.kind_of(above) == "text":
        return "a text has one part for each locale: en, zh, ..."
    return f"write  {'.'.join(above)}"


def is_list(path: Sequence[str]) -> bool:
    """Whether a list stands at the path."""
    return shape.kind_of(path) == "list"


def folders(names: Iterable[object], file: str, location: Location, problems: list[Finding]) -> Iterator[Path]:
    """The folders of content that `layer` names, as seen from the folder of the file; others are findings."""
    for name in names:
        folder = Path(file).parent / str(name)
        if Path(str(name)).is_absolute():
            message, hint = f"`layer: {name}` leads to a place on this computer alone", "write the path from this file"
        elif not (folder / HEADER_FILE).is_file():
            message = f"`layer: {name}` is no folder with {HEADER_FILE}"
            hint = f"write one, with a line such as  id: north,  as {(folder / HEADER_FILE).as_posix()}"
        else:
            yield folder
            continue
        problems.append(UNKNOWN_VARIANT_LAYER.finding(message, hint, location))
