"""Another id for an entry of one's own: in every file of the project, with its comments and its layout as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from amends.content.files import unreadable
from amends.content.handed_over import REPLACED_BY
from amends.content.layers import AFTER, BEFORE, THROUGH, Resolved
from amends.content.place import CONFIG_FILE, HEADER_FILE, Place
from amends.content.plain_part import PlainPart
from amends.content.removal import names_of
from amends.content.yaml_reader import Document, read_yaml
from amends.edition.address import address_of
from amends.file_bytes import unsaved_bytes
from amends.finding import Findings, UsageError
from amends.model import shape
from amends.model.base import ID_PATTERN, MAX_ID_LENGTH, is_reserved
from amends.model.placeholder import TITLED
from amends.model.sop import COLLECTIONS
from amends.nearest import nearest

ALIASES = "aliases"
VARIANTS_FILE = "variants.yml"

Keys = tuple[str, ...]
Whole = Mapping[str, Any]


@dataclass(frozen=True)
class Renaming:
    """The old and the new path of an entry, and each old name of it with the new one."""

    old: Keys
    new: Keys
    names: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def new_name(self, part: PlainPart) -> str | None:
        """The new name for what a part names; None if it does not name the entry, or anything in it."""
        exact = self.names.get((part.collection, part.value))
        if exact is not None:
            return exact[1]
        for (kind, old), (_, new) in self.names.items():
            if kind == part.collection and kind in ("entries", "sources") and part.value.startswith(f"{old}/"):
                return new + part.value.removeprefix(old)
        return None


@dataclass
class Edited:
    """A file with the places in it that change: offset, old and new text."""

    text: str
    edits: dict[int, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[int]:
        """The offset of each line."""
        return [0, *accumulate(map(len, self.text.splitlines(keepends=True)))]

    def offset(self, line: int, column: int) -> int:
        """The offset of a place that counts from 1."""
        return self.lines[line - 1] + column - 1

    def swap(self, line: int, column: int, old: str, new: str) -> bool:
        """Change a word that begins at a place, perhaps in quotes; False if another word stands there."""
        start = self.offset(line, column)
        at = next((it for it in (start, start + 1) if self.text.startswith(old, it)), None)
        if at is not None:
            self.edits[at] = (old, new)
        return at is not None

    def swap_all(self, pattern: re.Pattern[str], new: str) -> None:
        """Change the group `id` of each match."""
        for match in pattern.finditer(self.text):
            self.edits[match.start("id")] = (match["id"], new)

    def result(self) -> str:
        """The text with all changes."""
        parts, at = [], 0
        for start, (old, new) in sorted(self.edits.items()):
            parts += [self.text[at:start], new]
            at = start + len(old)
        return "".join([*parts, self.text[at:]])


def renamed_files(place: Place, content: Resolved, old: str, new: str) -> dict[Path, Edited]:
    """Each file that changes, with the changes in it.

    Raises UsageError if there is no such entry, if it is not the project's own, or if the new name cannot be.
    """
    renaming = _renaming(content, old, new)
    folder = Path(content.layers[-1].content.folder)
    files = [Path(name) for name in content.layers[-1].content.files if Path(name).is_relative_to(folder)]
    edited = {file: _in_yaml(file, renaming) for file in files}
    variants = place.home / VARIANTS_FILE
    if variants.is_file():
        edited[variants] = _in_yaml(variants, renaming)
    for file in _pages_by_hand(place):
        edited[file] = _in_page(file, renaming)
    if renaming.old[0] in COLLECTIONS:
        _add_alias(edited[folder / HEADER_FILE], content, folder / HEADER_FILE, renaming)
    changed = {file: it for file, it in edited.items() if it.edits}
    for file, it in changed.items():
        if file.suffix == ".yml" and file.name != CONFIG_FILE:
            read_yaml(it.result().encode(), str(file))  # what cannot be read is our bug, and is never written
    return changed


# What may be renamed --------------------------------------------------------------------------------------------------


def _renaming(content: Resolved, old: str, new: str) -> Renaming:
    old_path, whole = tuple(old.split("/")), {**(content.header or {}), **content.collections}
    new_path = tuple(new.split("/")) if "/" in new else (*old_path[:-1], new)
    if _at(whole, old_path) is None or shape.needed_fields(old_path) is None:
        known = [f"{name}/{key}" for name in COLLECTIONS for key in content.collections.get(name, {})]
        raise UsageError(f"there is no entry “{old}”; {nearest(old, known, 'entries')}")
    for layer in content.layers[:-1]:
        if _at({**(layer.content.header or {}), **layer.content.collections}, old_path) is not None:
            raise UsageError(
                f"{old} comes from {layer.name}, at {layer.content.location(old_path)}; only what is defined in this "
                "project can be renamed here. For another name on the pages write another `title`"
            )
    if old_path[:-1] != new_path[:-1] or old_path == new_path:
        raise UsageError(f"“{new}” must differ from “{old}” in its last part; write  {'/'.join(old_path[:-1])}/NEW-ID")
    _refuse_bad_id(new_path[-1])
    if _at(whole, new_path) is not None:
        raise UsageError(f"{'/'.join(new_path)} is there already, at {content.location(new_path)}; choose another id")
    return Renaming(old_path, new_path, _names(old_path, new_path, whole))


def _refuse_bad_id(name: str) -> None:
    if not re.fullmatch(ID_PATTERN, name) or len(name) > MAX_ID_LENGTH or is_reserved(name):
        raise UsageError(f"“{name}” is not an id; use small letters, digits and single hyphens, a letter first")


def _names(old: Keys, new: Keys, whole: Whole) -> dict[tuple[str, str], tuple[str, str]]:
    """Each old name with the new one; a field of a record keeps its name for others if another record has it too."""
    names = dict(zip(names_of(old), names_of(new), strict=True))
    others = [it for key, it in whole.get("records", {}).items() if key != old[1] and isinstance(it, dict)]
    if any(old[-1] in (record.get("fields") or {}) for record in others):
        names.pop(("record fields", old[-1]), None)
    return names


def _at(data: Any, path: Keys) -> Any:
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data


# Where it stands ------------------------------------------------------------------------------------------------------


def _in_yaml(file: Path, renaming: Renaming) -> Edited:
    text = _text_of(file)
    document = read_yaml(text.encode(), str(file))
    edited = Edited(text)
    for above, data in _sops_in(file, document):
        for part in shape.parts_of(data):
            _Spot(edited, document, above, part).edit(data, renaming)
    word = next((word for word, collection in TITLED.items() if collection == renaming.old[0]), None)
    if word and len(renaming.old) == 2:  # noqa: PLR2004 - the collection and the id
        edited.swap_all(re.compile(rf"\{{\{{\s*+{word}:(?P<id>{renaming.old[1]})\s*+\}}\}}"), renaming.new[1])
    return edited


def _sops_in(file: Path, document: Document) -> Iterator[tuple[Keys, Any]]:
    """The parts of a file that are written like an SOP, with their paths: all of it, or each variant."""
    data: Any = document.data
    if file.name != VARIANTS_FILE:
        yield (), data
        return
    yield ("every",), data.get("every")
    for key, variant in (data.get("variants") or {}).items():
        yield ("variants", key), variant


@dataclass(frozen=True)
class _Spot:
    """One part of what a file says; `above` leads to the SOP, or to the variant, in which it stands."""

    edited: Edited
    document: Document
    above: Keys
    part: PlainPart

    def edit(self, data: Any, renaming: Renaming) -> None:
        """Change the part, if it is the entry that is renamed, or names it."""
        if self.part.kind == "block" and self.part.path == renaming.old:
            self.swap(renaming.old[-1], renaming.new[-1], is_key=True)
        elif self.part.kind == "block" and self.part.path[:-1] == renaming.old[:-1]:
            block = _at(data, tuple(map(str, self.part.path)))
            for order in (AFTER, BEFORE, THROUGH, REPLACED_BY):
                if isinstance(block, dict) and block.get(order) == renaming.old[-1]:
                    self.swap(renaming.old[-1], renaming.new[-1], order)
        elif self.part.kind not in ("block", "text") and (new := renaming.new_name(self.part)) is not None:
            self.swap(*self.as_written(self.part.value, new), is_key=self.part.kind == "key")

    def as_written(self, old: str, new: str) -> tuple[str, str]:
        """The names as they stand there: a condition names an outcome without its step."""
        if self.part.path[0] != "steps" or "outcome" not in self.part.path[-3:]:
            return old, new
        return "/".join(old.split("/")[3::2]), "/".join(new.split("/")[3::2])

    def swap(self, old: str, new: str, *order: str, is_key: bool = False) -> None:
        """Change the word at the part, or at one of its orders."""
        at = self.document.locate((*self.above, *self.part.path, *order))
        line, column = (at.key_line, at.key_column) if is_key else (at.line, at.column)
        if old != new and not self.edited.swap(line, column, old, new):
            place = f"{self.document.file}:{line}:{column}"
            raise UsageError(f"{place}: “{old}” cannot be changed here; write it plainly, without escapes")


def _pages_by_hand(place: Place) -> Iterator[Path]:
    """The project's own pages and its mkdocs.yml, which may link to the page of the entry."""
    if place.config is not None:
        yield place.config
        yield from sorted((place.home / "docs").rglob("*.md"))


def _in_page(file: Path, renaming: Renaming) -> Edited:
    edited = Edited(_text_of(file))
    if len(renaming.old) == 2:  # noqa: PLR2004 - the collection and the id
        page = re.escape(address_of("/".join(renaming.old)).page.rpartition("/")[0])
        pattern = rf"(?<![\w-]){page}/(?P<id>{renaming.old[1]})(?=\.(?:md|html)\b)"
        if page:
            edited.swap_all(re.compile(pattern), renaming.new[1])
    return edited


def _text_of(file: Path) -> str:
    try:
        buffer = unsaved_bytes(file)
        return (file.read_bytes() if buffer is None else buffer).decode()
    except (OSError, UnicodeDecodeError) as error:
        problem = error if isinstance(error, OSError) else OSError(0, "not UTF-8", str(file))
        raise Findings([unreadable(file, problem)]) from None


# The old name ---------------------------------------------------------------------------------------------------------


def _add_alias(header: Edited, content: Resolved, file: Path, renaming: Renaming) -> None:
    """Let the old name lead to the new one, in a line of `aliases` in sop.yml."""
    old, new = ("/".join(path) for path in (renaming.old, renaming.new))
    own: Any = content.layers[-1].content.header or {}
    known = own.get(ALIASES)
    if isinstance(known, dict) and new in known:
        at = content.layers[-1].content.location((ALIASES, new))
        raise UsageError(f"{at}: “{new}” is an earlier name of another entry; delete this line first")
    if isinstance(known, dict) and known:
        first = read_yaml(header.text.encode(), str(file)).locate((ALIASES, next(iter(known))))
        start = header.offset(first.key_line, first.key_column)
        lead = header.text[header.text.rfind("\n", 0, start) + 1 : start]
        header.edits[start] = ("", f"{old}: {new}\n{lead}" if not lead.strip() else f"{old}: {new}, ")
    else:
        end = len(header.text)
        gap = "" if header.text.endswith("\n") else "\n"
        header.edits[end] = (
            "",
            f"{gap}\n# Earlier names: old addresses and ticks lead on.\n{ALIASES}:\n  {old}: {new}\n",
        )
