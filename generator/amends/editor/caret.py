"""What stands at a place of a YAML file that somebody is typing, so it is hardly ever whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from amends.content.plain_part import PathPart
from amends.content.yaml_reader import LOADER

_CARET = "amends-caret"
_STARTS, _ENDS = (MappingStartEvent, SequenceStartEvent), (MappingEndEvent, SequenceEndEvent)
_WORD = re.compile(r"[\w/-]*\Z")
_SAYS_NOTHING = re.compile(r"\s*(?:#.*)?")
_DASHES = re.compile(r"[ -]*")


@dataclass(frozen=True)
class Spot:
    """A field's name or a value: its path, what is written, from which index to which, and the fields before it.

    The path of a name ends with the name itself.
    """

    path: tuple[PathPart, ...]
    is_key: bool
    word: str
    begin: int
    end: int
    beside: tuple[str, ...] = ()


@dataclass
class _Block:
    """A mapping or a list that is being read; the whole file is a list of one."""

    path: tuple[PathPart, ...]
    is_map: bool = False
    keys: list[str] = field(default_factory=list)
    key: str | None = None
    count: int = 0

    @property
    def expects_key(self) -> bool:
        return self.is_map and self.key is None

    def next_path(self) -> tuple[PathPart, ...]:
        """Where the next value stands."""
        if not self.path and not self.is_map:
            return ()
        return (*self.path, self.key or "" if self.is_map else self.count)

    def take(self) -> None:
        """Go on behind a value."""
        self.key = None
        self.count += 1


def spots(text: str) -> Iterator[Spot]:
    """Every name and every value up to the first place where the text cannot be read."""
    around: list[_Block] = [_Block(())]
    parser = LOADER(text)
    try:
        for event in iter(parser.get_event, None):
            yield from _spots_of(event, around)
    except (yaml.YAMLError, ValueError, IndexError):  # half-typed text ends anywhere
        return
    finally:
        parser.dispose()


def _spots_of(event: Any, around: list[_Block]) -> Iterator[Spot]:
    block = around[-1]
    if isinstance(event, _STARTS):
        is_map = isinstance(event, MappingStartEvent)
        # The file itself has the path (), and so has what stands in it.
        around.append(_Block(block.next_path(), is_map) if len(around) > 1 else _Block((), is_map))
    elif isinstance(event, _ENDS):
        around.pop()
        around[-1].take()
    elif isinstance(event, AliasEvent):
        block.take()
    elif isinstance(event, ScalarEvent):
        is_key = block.expects_key
        path = (*block.path, event.value) if is_key else block.next_path()
        mark: Any = event.start_mark
        end: Any = event.end_mark
        yield Spot(path, is_key, event.value, mark.index, end.index, tuple(block.keys))
        if is_key:
            block.key = event.value
            block.keys.append(event.value)
        else:
            block.take()


def spot_at(text: str, index: int) -> Spot | None:
    """The name or the value at an index; None if nothing stands there that can be read."""
    for spot in spots(text):
        if spot.begin <= index <= spot.end:
            return spot
    lines, begin = _with_outer_lines(text, index)
    moved = index - begin + len(lines)
    rest = text[begin:].partition("\n")[0]
    for spot in spots(lines + rest):
        if spot.begin <= moved <= spot.end and spot.begin >= len(lines):
            shift = begin - len(lines)
            return Spot(spot.path, spot.is_key, spot.word, spot.begin + shift, spot.end + shift, spot.beside)
    return None


def spots_to_fill(text: str, index: int) -> list[Spot]:
    """What may be meant by the word that ends at an index: a value, the name of a field, or either of the two."""
    begin = index - len(_word_before(text, index))
    before = text[:begin]
    outer, line_begin = _with_outer_lines(text, index)
    found = []
    for lead in (before, outer + text[line_begin:begin]):
        for tail in (_CARET, f"{_CARET}: x"):
            spot = _spot_of_caret(lead + tail)
            if spot is not None:
                found.append(Spot(spot.path, spot.is_key, text[begin:index], begin, index, spot.beside))
        if found:
            break
    return list(dict.fromkeys(found))


def _spot_of_caret(text: str) -> Spot | None:
    return next((spot for spot in spots(text) if spot.word == _CARET), None)


def _word_before(text: str, index: int) -> str:
    found = _WORD.search(text, text.rfind("\n", 0, index) + 1, index)
    return found[0] if found else ""


def _with_outer_lines(text: str, index: int) -> tuple[str, int]:
    """The lines in which the line of an index stands, without all that is in between; and where that line begins.

    steps:
      accept:
        title: "half-typed     # left out
        responsible:
    """
    *above, line = text[: text.find("\n", index) if "\n" in text[index:] else len(text)].split("\n")
    begin = sum(len(one) + 1 for one in above)
    limit, kept = _indent(line), []
    for one in reversed(above):
        if not _SAYS_NOTHING.fullmatch(one) and len(one) - len(one.lstrip(" ")) < limit:
            kept.append(one)
            limit = len(one) - len(one.lstrip(" "))
    return "".join(f"{one}\n" for one in reversed(kept)), begin


def _indent(line: str) -> int:
    """How far in what a line says begins, behind the dashes of a list."""
    found = _DASHES.match(line)
    return len(found[0]) if found else 0
