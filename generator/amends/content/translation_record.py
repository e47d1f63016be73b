"""`amends.translations.lock`: for each translation, digests of it and of the text of which it is the translation.

A translation is older than its source if it is one that the record knows, and the source is not the one that belongs to
it. If both have changed, an author has edited both, and they are taken to fit. Each pair is a line of its own, a text
may have several, and their order means nothing. So git may merge the file line by line, and the marks of a conflict do
no harm: whichever lines are kept, no translation is called older that was written for the source of today.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from amends.faults import usage_error
from amends.file_bytes import file_bytes

RECORD_FILE = "amends.translations.lock"
UNKNOWN_SOURCE = "-"
"""Stands for the digest of the source where a translator has not said that the translation is finished."""

_MOST_BYTES = 50_000_000
_HEAD = """\
# Which translation belongs to which text. `amends translations --update` writes this file; commit it with the texts.
# After a merge keep the lines of both sides.
"""
_LINE = re.compile(r"(?P<source>[0-9a-f]{12}|-) (?P<target>[0-9a-f]{12}) (?P<of>[\w-]+)>(?P<into>[\w-]+) (?P<id>\S.*)")
_NO_PAIR = re.compile(r"\s*(?:#.*|<{7}.*|={7}|>{7}.*|\|{7}.*)?")
"""A blank line, a comment, or a mark of git at a conflict."""


class Direction(NamedTuple):
    """A text by its id, the locale of its source and that of the translation."""

    id: str
    of: str
    into: str


class Pair(NamedTuple):
    """The digests of a source and of its translation."""

    source: str
    target: str


@dataclass(frozen=True)
class Record:
    """The pairs that were seen to fit, and the numbers of the lines that cannot be read."""

    pairs: Mapping[Direction, frozenset[Pair]] = field(default_factory=dict)
    unreadable: tuple[int, ...] = ()

    def is_older(self, direction: Direction, source: str, target: str) -> bool:
        """Whether this translation was made for another source than this one."""
        known, now = self.pairs.get(direction, frozenset()), pair_of(source, target)
        return now not in known and any(pair.target == now.target for pair in known)

    def text(self) -> str:
        """The text of the file; the same pairs give the same bytes."""
        lines = sorted((key.id, key.into, key.of, pair) for key, pairs in self.pairs.items() for pair in pairs)
        return _HEAD + "".join(f"{pair.source} {pair.target} {of}>{into} {id_}\n" for id_, into, of, pair in lines)


NOTHING = Record()


def id_of(path: Sequence[str | int]) -> str:
    """The path of a text as one word; no two paths have the same."""
    return "/".join(str(part).replace("~", "~0").replace("/", "~1").replace("\n", "~n") for part in path)


def digest(text: str) -> str:
    """What stays the same if only blanks and line ends of a text change."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def pair_of(source: str, target: str) -> Pair:
    """The digests of a text and its translation."""
    return Pair(digest(source), digest(target))


def read_record(folder: Path) -> Record | None:
    """The record in a folder of content, None if it has none; raises UsageError if it cannot be read."""
    try:
        source = file_bytes(folder / RECORD_FILE, _MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise usage_error(error, folder / RECORD_FILE, "cannot be read") from None
    return _record(source.decode(errors="replace").splitlines())


def _record(lines: Iterable[str]) -> Record:
    pairs: dict[Direction, set[Pair]] = {}
    unreadable = []
    for number, line in enumerate(lines, start=1):
        if found := _LINE.fullmatch(line.rstrip()):
            direction = Direction(found["id"], found["of"], found["into"])
            pairs.setdefault(direction, set()).add(Pair(found["source"], found["target"]))
        elif not _NO_PAIR.fullmatch(line):
            unreadable.append(number)
    return Record({key: frozenset(value) for key, value in pairs.items()}, tuple(unreadable))
