"""A content folder as plain data: the entries of all files in their collections, with the place of every value."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from amends.codes.code import Code
from amends.codes.folder import (
    DUPLICATE_ID,
    MISPLACED_HEADER_FIELD,
    NO_COLLECTION,
    NOT_A_COLLECTION,
    REPEATED_FILE,
    SECOND_HEADER,
    UNKNOWN_COLLECTION,
)
from amends.codes.yaml_file import EMPTY_FILE
from amends.content.files import content_files, unreadable
from amends.content.notes import Note
from amends.content.place import HEADER_FILE
from amends.content.yaml_reader import Document, read_yaml
from amends.content.yaml_source import LIMITS
from amends.file_bytes import file_bytes
from amends.finding import Finding, Findings, Location
from amends.nearest import nearest

PathParts = Sequence[str | int]
Locate = Callable[[PathParts], Location]


@dataclass(frozen=True)
class Content:
    """The united data of one SOP.

    `header` has the fields of `sop.yml` that are no collections; it is None if that file cannot be read.
    `collections` maps each collection's name to its entries. `findings` are the problems found so far; an entry that
    has one may be missing, or only partly there.
    """

    folder: str
    header: Mapping[str, object] | None
    collections: Mapping[str, Mapping[str, object]]
    findings: tuple[Finding, ...]
    header_file: Document | None
    origins: Mapping[tuple[str, str], Document]
    files: tuple[str, ...]
    cleared: Mapping[str, Location] = field(default_factory=dict)
    """The collections of which a layer removes every entry, `frameworks: null`, with the place where it says so."""
    notes: tuple[Note, ...] = ()
    """What comments of these files say to amends."""

    @property
    def is_complete(self) -> bool:
        """Whether no entry was left out. Only then is it known whether a name leads nowhere."""
        return all(finding.code in _LEAVING_NOTHING_OUT or not finding.is_error for finding in self.findings)

    def location(self, path: PathParts) -> Location:
        """Where the value at `path` stands; if it is missing, where the nearest block above it stands."""
        document = self.header_file
        if len(path) > 1:
            document = self.origins.get((str(path[0]), str(path[1])), document)
        return _location(document, path) if document else Location(self.folder)


def read_content(folder: Path, header_fields: Sequence[str], collections: Sequence[str]) -> Content:
    """What all `*.yml` files of the folder hold. Raises UsageError if the folder cannot be read or holds no SOP."""
    files, findings = content_files(folder)
    union = _Union(folder / HEADER_FILE, header_fields, collections, findings)
    for file in files:
        document = _read(file, findings)
        if document is not None:
            union.add(document)
    return Content(
        folder=str(folder),
        header=union.header,
        collections=union.collections,
        findings=tuple(findings),
        header_file=union.header_file,
        origins=union.origins,
        files=tuple(map(str, files)),
        cleared=union.cleared,
        notes=tuple(union.notes),
    )


def _read(path: Path, findings: list[Finding]) -> Document | None:
    try:
        document = _parsed(file_bytes(path, LIMITS.file_bytes), str(path))
    except OSError as error:
        findings.append(unreadable(path, error))
        return None
    except Findings as problems:
        findings.extend(_of_header(it) if path.name == HEADER_FILE else it for it in problems.findings)
        return None
    findings.extend(document.findings)
    return document


def _of_header(finding: Finding) -> Finding:
    """The finding with a way out that fits the head of an SOP, without which there is none."""
    if finding.code != EMPTY_FILE.code:
        return finding
    return replace(finding, hint="bring its last version back, or write its fields, beginning with  id  and  title")


@lru_cache(maxsize=256)
def _parsed(source: bytes, file: str) -> Document:
    """What a file says, parsed once in a process as long as its bytes stay: variants share files. Nobody changes it."""
    return read_yaml(source, file)


class _Union:
    """The header and the collections of the files read so far, and the findings about how the files fit together."""

    def __init__(
        self, header_path: Path, header_fields: Sequence[str], collections: Sequence[str], findings: list[Finding]
    ) -> None:
        self.header_path = header_path
        self.header_fields = header_fields
        self.findings = findings
        self.header: dict[str, object] | None = None
        self.header_file: Document | None = None
        self.collections: dict[str, dict[str, object]] = {name: {} for name in collections}
        self.origins: dict[tuple[str, str], Document] = {}
        self.cleared: dict[str, Location] = {}
        self.notes: list[Note] = []

    def add(self, document: Document) -> None:
        """Take in one file."""
        self.notes += document.notes
        is_header_file = Path(document.file) == self.header_path
        if is_header_file:
            self.header_file = document
        if not isinstance(document.data, dict):
            message, hint = "the file holds no collection", "begin it with one:  steps:  or  roles:  ..."
            if is_header_file:
                message, hint = "this is no block of fields", "begin it with  id: some-id  in the first column"
            self._report(NO_COLLECTION, document, (), message, hint)
            return
        if is_header_file:
            self.header = {key: value for key, value in document.data.items() if key in self.header_fields}
        if not self._is_second(document, document.data, is_header_file=is_header_file):
            self._add_blocks(document, document.data, is_header_file=is_header_file)

    def _is_second(self, document: Document, data: Mapping[str, object], *, is_header_file: bool) -> bool:
        """Whether the file is a copy of another one, which is told once and not for each entry."""
        if not is_header_file and "id" in data and data.keys() & {"title", "locales", "extends"}:
            message = f"this looks like a second {HEADER_FILE}; only that file itself is the head of an SOP"
            hint = f"move what you want to keep into {HEADER_FILE}, and delete this file"
            self._report(SECOND_HEADER, document, ("id",), message, hint)
            return True
        if copied := self._copied(data):
            # Of “steps.yml” and “steps - Copy.yml” the second is the copy, though it is read first.
            copy, original = document, copied
            if Path(copied.file).stem.startswith(Path(document.file).stem):
                copy, original = copied, document
            message = f"this file repeats {original.file}: all of its entries are defined there"
            self._report(REPEATED_FILE, copy, (), message, "delete one of the two")
            return True
        return False

    def _add_blocks(self, document: Document, data: Mapping[str, object], *, is_header_file: bool) -> None:
        beside = _beside_their_collection(data, self.collections)
        for name, value in data.items():
            if name in beside:
                message = f"`{name}` stands beside `{beside[name]}`, not below it"
                hint = f"write `{name}:`, with all that belongs to it, two spaces further in"
                self._report(NOT_A_COLLECTION, document, (name,), message, hint)
            elif name in self.collections and name not in beside.values():
                self._add_entries(document, name, value)
            elif name not in self.header_fields and name not in self.collections:
                self._report_unknown(document, name, is_header_file=is_header_file)
            elif name in self.header_fields and not is_header_file:
                message = f"`{name}` belongs into {HEADER_FILE}"
                self._report(MISPLACED_HEADER_FIELD, document, (name,), message, f"move it to {HEADER_FILE}")

    def _copied(self, data: Mapping[str, object]) -> Document | None:
        """The one document in which all entries of a file, more than one, are defined already."""
        ids = [(name, key) for name, entries in data.items() if isinstance(entries, dict) for key in entries]
        first = {id(self.origins.get(entry)): self.origins.get(entry) for entry in ids}
        return next(iter(first.values())) if len(ids) > 1 and len(first) == 1 else None

    def _add_entries(self, document: Document, name: str, entries: object) -> None:
        if entries is None and not document.is_blank((name,)):
            self.cleared[name] = _location(document, (name,))
            return
        if not isinstance(entries, dict):
            message = f"`{name}` must hold entries, each under its id"
            hint = f"write  {name}:  and below it  some-id: ..."
            if entries is None:
                hint += f"; to remove all of a base, write  {name}: null"
            self._report(NOT_A_COLLECTION, document, (name,), message, hint)
            return
        for entry_id, entry in entries.items():
            if _is_collection(entry_id, entry, self.collections):
                message = f"`{entry_id}` stands in `{name}`, and not beside it"
                hint = f"begin `{entry_id}:` in the first column, with all that belongs to it further out"
                self._report(NOT_A_COLLECTION, document, (name, entry_id), message, hint)
                continue
            first = self.origins.setdefault((name, entry_id), document)
            if first is document:
                self.collections[name][entry_id] = entry
            else:
                message = f"`{name}/{entry_id}` is already defined at {_location(first, (name, entry_id))}"
                hint = "put all that it says into one of the two places, or give one of them another id"
                self._report(DUPLICATE_ID, document, (name, entry_id), message, hint)

    def _report_unknown(self, document: Document, name: str, *, is_header_file: bool) -> None:
        known = [*self.header_fields, *self.collections] if is_header_file else [*self.collections]
        what = "field or collection" if is_header_file else "collection"
        hint = nearest(name, known) if is_header_file else nearest(name, known, few=len(known))
        self._report(UNKNOWN_COLLECTION, document, (name,), f"there is no {what} `{name}`", hint)

    def _report(self, code: Code, document: Document, path: PathParts, message: str, hint: str) -> None:
        self.findings.append(code.finding(message, hint, _location(document, path)))


def _is_collection(name: str, entry: object, collections: Container[str]) -> bool:
    """Whether an entry is in truth a collection of entries, which was written further in than it should be."""
    if name not in collections or not isinstance(entry, dict) or not entry or "title" in entry:
        return False
    return all(isinstance(inner, dict) and "title" in inner for inner in entry.values())


def _beside_their_collection(data: Mapping[str, object], collections: Container[str]) -> dict[str, str]:
    """Blocks that no collection is named for, right after a collection with nothing in it; with its name."""
    found: dict[str, str] = {}
    empty = ""
    for name, value in data.items():
        if name in collections:
            empty = name if value is None else ""
        elif empty and isinstance(value, dict):
            found[name] = empty
        else:
            empty = ""
    return found


_LEAVING_NOTHING_OUT = frozenset(
    {DUPLICATE_ID.code, MISPLACED_HEADER_FIELD.code, REPEATED_FILE.code, SECOND_HEADER.code}
)


def _location(document: Document, path: PathParts) -> Location:
    span = document.locate(path)
    return Location(document.file, span.key_line or span.line, span.key_column or span.column)
