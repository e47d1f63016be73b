"""What a chapter is made of: paragraphs, lists, facts, tables, words to say, pause points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amends.documents.pause_points import PauseSheet
from amends.documents.step_sheet import ScriptBox
from amends.edition.edition import Phrase
from amends.model.people import Colour

Mark = Literal["number", "box", "dot", "tick", "cross", "on", "back", "stay", "end"]
"""What stands before an item of a list; the last four say where an answer leads."""


@dataclass(frozen=True)
class Line:
    """One paragraph; its `label` stands before it. What is `quiet` helps only: it is set small.

    A line that `is_point` is one of several things of the same kind in the cell of a table.
    """

    text: Phrase
    label: str = ""
    quiet: bool = False
    strong: bool = False
    is_point: bool = False


Lines = tuple[Line, ...]


@dataclass(frozen=True)
class Item:
    """One item of a list, with the words to say for it below."""

    lines: Lines
    say: tuple[ScriptBox, ...] = ()


@dataclass(frozen=True)
class Prose:
    """Paragraphs, perhaps in a frame, as of a letter."""

    lines: Lines
    is_framed: bool = False


@dataclass(frozen=True)
class Listing:
    """A list; all items have the same mark, or each its own."""

    items: tuple[Item, ...]
    mark: Mark | tuple[Mark, ...] = "dot"


@dataclass(frozen=True)
class Choice:
    """A question with its answers, which nothing parts."""

    question: Lines
    answers: Listing


@dataclass(frozen=True)
class Facts:
    """Names and values beside one another."""

    rows: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True)
class Table:
    """A table; the first cell of a row says what the row is about. A row has as many cells as there are columns.

    In an index, each reference tells its page; elsewhere only the first of several to the same place does.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Lines, ...], ...]
    is_index: bool = False


@dataclass(frozen=True)
class Say:
    """Words to say."""

    script: ScriptBox


@dataclass(frozen=True)
class Stop:
    """A pause point."""

    pause: PauseSheet


Block = Prose | Listing | Choice | Facts | Table | Say | Stop


@dataclass(frozen=True)
class Part:
    """Blocks under a small heading in the margin; without a heading they belong to the section as a whole."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Section:
    """One entry, or one table: `shows` has the full names of the entries to which references lead here.

    The only table of a chapter has no title. `badge` is a number or code before the title, perhaps empty; `lead` says
    in a sentence what the entry is for.
    A section that `is_large` begins on a page of its own.
    """

    title: Phrase | None
    shows: tuple[str, ...]
    parts: tuple[Part, ...]
    badge: str = ""
    colour: Colour = "slate"
    lead: Phrase | None = None
    is_large: bool = False


@dataclass(frozen=True)
class Chapter:
    """A chapter."""

    title: str
    intro: str
    sections: tuple[Section, ...]
