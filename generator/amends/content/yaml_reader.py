"""Strict YAML with positions: every scalar stays the author's text, every problem has its place and a way out.

PyYAML's events are read in a loop, for two reasons. `compose` would recurse in C, where 100 kB of `[` kill the process.
Constructors would run tags, and turn `no`, `007` and `12:30` into something else. Reading stops at the first event that
is beyond a limit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple, NoReturn, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.scanner import ScannerError

from amends.codes import yaml_file
from amends.codes.code import Code
from amends.content.look_alikes import QUOTES, Problem, escaped_path, quotes_around, rest_of_number, signs_at_lines
from amends.content.notes import Note, notes_at, places_of_notes
from amends.content.yaml_errors import syntax_problem
from amends.content.yaml_findings import (
    BLOCK_AS_KEY,
    ESCAPE,
    HEADER,
    MOST_FINDINGS,
    QUESTION_MARK,
    QUOTE_IT,
    SIGN_IN_BRACKETS,
    TAB,
    location_at,
)
from amends.content.yaml_source import HIDDEN, LIMITS, Limits, hidden_problem, readable_text
from amends.finding import Finding, Findings, Location


class Position(NamedTuple):
    """Where a value and its key begin, counted from 1. An item of a list has no key, so both places are the same."""

    line: int
    column: int
    key_line: int
    key_column: int


Positions = dict[str | int, Position]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What a file says, as plain dicts, lists, strings and None, with the place of every value.

    `spans` holds the places of the keys or items of each dict and list, by its `id()`; so a copy of `data` has no
    places. `findings` are warnings only, since `read_yaml` raises the errors.
    """

    file: str
    data: object
    root: Position
    spans: dict[int, Positions]
    findings: tuple[Finding, ...] = ()
    blanks: frozenset[tuple[int, int]] = frozenset()
    """Line and column of each value that is not written at all, other than `null`."""
    notes: tuple[Note, ...] = ()
    """What comments say to amends."""

    def locate(self, path: Sequence[str | int]) -> Position:
        """The place of the deepest value on the path. Parts that are not there, as pydantic's tags, are skipped."""
        return self._follow(path)[0]

    def holds(self, path: Sequence[str | int]) -> bool:
        """Whether every part of the path is in the file, so that `locate` gives the value's own place."""
        return self._follow(path)[1]

    def is_blank(self, path: Sequence[str | int]) -> bool:
        """Whether nothing at all is written there; `null` is something."""
        place = self.locate(path)
        return (place.line, place.column) in self.blanks

    def _follow(self, path: Sequence[str | int]) -> tuple[Position, bool]:
        here: Any = self.data
        place, is_complete = self.root, True
        for part in path:
            known = self.spans.get(id(here), {})
            if part in known:
                place, here = known[part], here[part]
            else:
                is_complete = False
        return place, is_complete


class EventSource(Protocol):
    """The part of a PyYAML loader that is used here."""

    def get_event(self) -> Event | None:
        """The next event; None after the last. Raises yaml.MarkedYAMLError."""

    def dispose(self) -> None:
        """Free what the parser holds."""


class PureLoader(yaml.SafeLoader):
    """PyYAML's own parser, for a Python without libyaml. It is ten times slower."""

    def get_event(self) -> Event | None:
        r"""The next event. An impossible escape (`\UFFFFFFFF`) is a syntax error, as in libyaml."""
        try:
            event: Event | None = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            raise ScannerError(None, None, "found invalid Unicode character escape code", self.get_mark()) from None
        return event


LOADER: Final[Callable[[str], EventSource]] = getattr(yaml, "CSafeLoader", PureLoader)


def read_yaml(
    source: bytes, file: str, limits: Limits = LIMITS, loader: Callable[[str], EventSource] = LOADER
) -> Document:
    """The document in `source`; `file` is the name that findings carry. Raises Findings if anything is wrong."""
    text = readable_text(source, file, limits)
    reading = _Reading(text, file, limits)
    handlers = reading.handlers()
    parser = loader(text)
    try:
        for event in iter(parser.get_event, None):
            if handler := handlers.get(type(event)):
                handler(event)
    except yaml.MarkedYAMLError as error:
        reading.fail(error)
    finally:
        parser.dispose()
    return reading.document()


# From events to data --------------------------------------------------------------------------------------------------

_NOTHING: Final = frozenset({"", "~", "null"})
_NO_KEYS: Final = frozenset({"", "<<"})
_COMMENT_OR_TEXT: Final = re.compile(r" (#(?:[^\s#]| \d).*)")
_QUESTION: Final = re.compile(r"\?(?<![^\s\[{,]\?) *")
_COMMENT_IN_HEADER: Final = re.compile(r"[|>][-+1-9]*#")
_COLON_AND_SIGN: Final = frozenset({":,", ":?", ":[", ":]", ":{", ":}"})
_QUOTE: Final = re.compile("['\"|>]")
_FIELD_IN_TEXT: Final = re.compile(r"\n[ ]*(?:- +)*[\w-]+:(?=[ \n])")
_FIELD_AT_END: Final = re.compile(r"[,{] *[\w-]+:[ ]*\Z")
_TAB_BEFORE_COMMENT: Final = re.compile(r"^(?:[^#\t\n]|(?<=\S)#)*\t", re.MULTILINE)

_CLIPPED: Final = 40

_Parsed = Any
"""An event or a mark of a parser. By PyYAML's stubs an event may have no mark; every event of a parser has one."""


class _Mapping:
    """A mapping that is being read. If `expects_key`, a key comes next; if not, the value of `key` comes next."""

    __slots__ = ("data", "expects_key", "is_flow", "key", "key_mark", "spans")

    def __init__(self, *, is_flow: bool) -> None:
        self.data: dict[str, object] = {}
        self.spans: Positions = {}
        self.is_flow = is_flow
        self.expects_key = True

    def name(self, key: str, mark: _Parsed) -> None:
        self.key, self.key_mark = key, mark
        self.expects_key = False

    def add(self, value: object, mark: _Parsed) -> None:
        key, key_mark = self.key, self.key_mark
        self.data[key] = value
        self.spans[key] = Position(mark.line + 1, mark.column + 1, key_mark.line + 1, key_mark.column + 1)
        self.expects_key = True


class _List:
    """A list that is being read."""

    __slots__ = ("data", "is_flow", "spans")

    def __init__(self, *, is_flow: bool) -> None:
        self.data: list[object] = []
        self.spans: Positions = {}
        self.is_flow = is_flow

    def add(self, value: object, mark: _Parsed) -> None:
        line, column = mark.line + 1, mark.column + 1
        self.spans[len(self.data)] = Position(line, column, line, column)
        self.data.append(value)


class _Reading:
    """A file that is being read.

    `block` takes the next value, `around` has the blocks around it, and `top` holds the whole document.
    """

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.text, self.file, self.limits = text, file, limits
        self.top = _List(is_flow=False)
        self.block: _Mapping | _List = self.top
        self.around: list[_Mapping | _List] = []
        self.spans: dict[int, Positions] = {}
        self.findings: list[Finding] = []
        self.values = self.documents = self.errors = 0
        self.most_values = limits.values
        self.cuts = dict(islice(_cuts(text), MOST_FINDINGS))
        self.asked = {match.end() for match in _QUESTION.finditer(text)}
        self.has_tabs = "\t" in text
        self.quoted: list[tuple[int, int]] = []
        self.last_quote: _Parsed = None
        self.cut = ""
        self.blanks: set[tuple[int, int]] = set()
        self.odd_signs = tuple(islice(signs_at_lines(text), MOST_FINDINGS))
        self.notes = places_of_notes(text)
        self.quotes_matter = self.has_tabs or bool(self.odd_signs or self.notes) or "\\" in text

    def handlers(self) -> dict[type[Event], Callable[[_Parsed], None]]:
        """What to do at each kind of event; the other kinds say nothing about the content."""
        return {
            ScalarEvent: self.on_scalar,
            MappingStartEvent: self.on_start,
            SequenceStartEvent: self.on_start,
            MappingEndEvent: self.on_end,
            SequenceEndEvent: self.on_end,
            AliasEvent: self.on_alias,
            DocumentStartEvent: self.on_document,
        }

    def document(self) -> Document:
        """What was read; raises Findings if anything was wrong."""
        tab = self.stray_tab(len(self.text))
        if tab is not None:
            self.report(yaml_file.TAB, *TAB, location_at(self.file, self.text, tab))
        for index, problem in self.signs_before(len(self.text)):
            self.report(*problem, location_at(self.file, self.text, index))
        if self.errors:
            raise Findings(self.findings)
        if not self.top.data or self.top.data[0] is None:
            self.stop(
                yaml_file.EMPTY_FILE, "the file is empty", "write its entries, or delete the file", Location(self.file)
            )
        root = self.top.spans[0]
        notes = tuple(notes_at(self.file, self.text, [*self.outside_quotes(self.notes)]))
        blanks = frozenset(self.blanks)
        return Document(self.file, self.top.data[0], root, self.spans, tuple(self.findings), blanks, notes)

    def report(self, code: Code, message: str, hint: str, location: Location) -> None:
        found = code.finding(message, hint, location)
        self.findings.append(found)
        self.errors += found.is_error
        if self.errors >= MOST_FINDINGS:
            raise Findings(self.findings)

    def stop(self, code: Code, message: str, hint: str, location: Location) -> NoReturn:
        self.report(code, message, hint, location)
        raise Findings(self.findings)

    def at(self, mark: _Parsed) -> Location:
        return Location(self.file, mark.line + 1, mark.column + 1)

    def on_document(self, event: _Parsed) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "delete this line, or put what follows it in a file of its own"
            self.stop(yaml_file.SECOND_DOCUMENT, "a second document begins here", hint, self.at(event.start_mark))

    def on_scalar(self, event: _Parsed) -> None:
        self.values += 1
        if self.values > self.most_values or event.tag is not None or event.anchor is not None:
            self.refuse(event)
        block, style = self.block, event.style
        if style == '"' or style == "'":  # noqa: PLR1714 - a tuple takes longer, and most of a file is scalars
            self.last_quote = event
            if self.quotes_matter:
                self.check_quotes(event)
        elif style:
            self.check_block_text(event)
        else:
            if block.is_flow:
                self.check_between_brackets(event)
            if event.value[:1] in QUOTES and (problem := quotes_around(event.value, is_flow=block.is_flow)):
                self.report(*problem, self.at(event.start_mark))
        if isinstance(block, _Mapping) and block.expects_key:
            self.take_key(block, event)
        else:
            self.take_value(block, event)

    def on_start(self, event: _Parsed) -> None:
        self.values += 1
        if self.values > self.most_values or event.tag is not None or event.anchor is not None:
            self.refuse(event)
        if len(self.around) >= self.limits.depth:
            message = f"this is nested more than {self.limits.depth} levels deep"
            self.stop(
                yaml_file.NESTED_TOO_DEEP,
                message,
                "put a text that begins with “[” or “{” in quotes",
                self.at(event.start_mark),
            )
        inner: _Mapping | _List = (_Mapping if type(event) is MappingStartEvent else _List)(is_flow=event.flow_style)
        self.spans[id(inner.data)] = inner.spans
        self.place(inner.data, event)
        self.around.append(self.block)
        self.block = inner

    def on_end(self, _: _Parsed) -> None:
        self.block = self.around.pop()

    def on_alias(self, event: _Parsed) -> None:
        self.refuse_sign(event)
        self.place(None, event)

    def refuse(self, event: _Parsed) -> None:
        """Stop at a value too many; report a tag or an anchor."""
        if self.values > self.most_values:
            message = f"the file holds more than {self.most_values} values"
            self.stop(yaml_file.TOO_MANY_VALUES, message, "split it into several files", self.at(event.start_mark))
        self.refuse_sign(event)

    def place(self, value: object, event: _Parsed) -> None:
        """Add a list, a mapping or an alias. If it stands in the place of a key, an empty key is set instead."""
        mark, block = event.start_mark, self.block
        if not isinstance(block, _Mapping) or not block.expects_key:
            block.add(value, mark)
            return
        if value is not None:
            self.report(yaml_file.FIELD_NAME_NOT_TEXT, *BLOCK_AS_KEY, self.at(mark))
        block.name("", mark)

    def take_key(self, block: _Mapping, event: _Parsed) -> None:
        key, mark = event.value, event.start_mark
        if block.is_flow and key[:1].isdigit() and (problem := rest_of_number(self.text, mark.index)):
            self.stop(*problem, self.at(mark))
        if key in block.spans or key in _NO_KEYS or mark.index in self.asked or len(key) > self.limits.key_characters:
            self.check_key(block, event)
        block.name(key, mark)

    def take_value(self, block: _Mapping | _List, event: _Parsed) -> None:
        value, mark = event.value, event.start_mark
        if len(value) > self.limits.text_characters:
            message = f"this text has {len(value)} characters; at most {self.limits.text_characters} can be read"
            self.report(
                yaml_file.TEXT_TOO_LONG, message, "shorten it, or close a quote that was left open", self.at(mark)
            )
        if not event.style:
            if self.cuts and event.end_mark.index in self.cuts:
                self.warn_of_cut(value, event.end_mark)
            if value in _NOTHING:
                if not value:
                    self.blanks.add((mark.line + 1, mark.column + 1))
                value = None
        block.add(value, mark)

    def check_key(self, block: _Mapping, event: _Parsed) -> None:
        key, at = event.value, self.at(event.start_mark)
        if first := block.spans.get(key):
            where = f"first in line {first.key_line}, column {first.key_column}"
            message = f"the field “{_clip(key)}” stands twice in this block: {where}, and here"
            self.report(yaml_file.DUPLICATE_FIELD, message, "keep one of the two, or rename it", at)
        if len(key) > self.limits.key_characters:
            message = f"this field name has {len(key)} characters; at most {self.limits.key_characters} can be read"
            self.report(yaml_file.FIELD_NAME_TOO_LONG, message, "put a text that holds “: ” in quotes", at)
        if not event.style and key == "<<":
            self.report(
                yaml_file.MERGE_KEY, "“<<” would merge another block into this one", "write its fields out here", at
            )
        if event.start_mark.index in self.asked or (not event.style and not key):
            self.report(yaml_file.SPECIAL_SIGN, *QUESTION_MARK, at)

    def refuse_sign(self, event: _Parsed) -> None:
        message = f"a text that begins with “{self.text[event.start_mark.index]}” has a special meaning in YAML"
        self.report(yaml_file.SPECIAL_SIGN, message, QUOTE_IT, self.at(event.start_mark))

    def warn_of_cut(self, kept: str, end: _Parsed) -> None:
        comment = self.cut = self.cuts[end.index]
        if comment.startswith("# ") and kept[:1].isdigit():
            return  # `72 hours # 3 days` explains itself
        is_apart = "begin it with a word" if comment.startswith("# ") else "a space after the “#”"
        hint = f"put the whole text in quotes; or, if it is a comment, {is_apart}"
        read = f"only “{_clip(kept)}” is" if kept else "nothing is"
        message = f"{read} read here: “{_clip(comment)}” counts as a comment"
        spaces = self.text.index("#", end.index) - end.index
        self.report(
            yaml_file.TEXT_CUT_BY_COMMENT, message, hint, Location(self.file, end.line + 1, end.column + 1 + spaces)
        )

    def check_between_brackets(self, event: _Parsed) -> None:
        """Refuse `[Late?]`, which only libyaml reads, and `[late:]`, which only PyYAML's own parser reads."""
        begin, end = event.start_mark.index, event.end_mark.index
        if "?" in event.value:
            begin = self.text.index("?", begin)
        elif self.text[end : end + 2] in _COLON_AND_SIGN:
            begin = end
        else:
            return
        self.stop(yaml_file.NOT_YAML, *SIGN_IN_BRACKETS, location_at(self.file, self.text, begin))

    def check_block_text(self, event: _Parsed) -> None:
        """Refuse `|#`, which only libyaml reads, and a TAB before the first word, which only PyYAML's parser reads."""
        begin, end = event.start_mark.index, event.end_mark.index
        text_begin = begin + len(self.text[begin:end].partition("\n")[0])
        if _COMMENT_IN_HEADER.match(self.text, begin):
            self.stop(yaml_file.NOT_YAML, *HEADER, self.at(event.start_mark))
        if event.value.lstrip("\n").startswith("\t"):
            self.stop(yaml_file.TAB, *TAB, location_at(self.file, self.text, self.text.index("\t", text_begin)))
        self.quoted.append((text_begin, end))

    def check_quotes(self, event: _Parsed) -> None:
        """Note where a quoted text stands, and refuse invisible characters that are written as escapes."""
        begin, end = event.start_mark.index, event.end_mark.index
        self.quoted.append((begin, end))
        match = HIDDEN.search(event.value) if event.style == '"' else None
        if match and "\ud800" <= match[0] <= "\udfff":
            # PyYAML's own parser accepts half of a UTF-16 pair, which no UTF-8 file can hold. libyaml refuses it.
            half = re.search(r"\\[uU]0*[dD][89a-fA-F]", self.text[begin:end])
            index = begin + half.start() if half else begin
            self.stop(yaml_file.NOT_YAML, *ESCAPE, location_at(self.file, self.text, index))
        if match:
            self.report(*hidden_problem(match[0]), self.at(event.start_mark))
        elif event.style == '"' and (problem := escaped_path(self.text[begin:end], event.value)):
            self.report(*problem, self.at(event.start_mark))

    def stray_tab(self, end: int) -> int | None:
        """The first TAB outside quotes, `|` texts and comments. libyaml accepts some TABs, PyYAML's own parser none."""
        if not self.has_tabs:
            return None
        begin = 0
        for quote_begin, quote_end in (*self.quoted, (end, end)):
            if match := _TAB_BEFORE_COMMENT.search(self.text[begin:quote_begin]):
                return begin + match.end() - 1
            begin = quote_end
        return None

    def outside_quotes(self, places: Sequence[int]) -> Iterator[int]:
        """Those of these places, which are in order, that stand in no quotes and no `|` text."""
        begins = [begin for begin, _ in self.quoted]
        for place in places:
            before = bisect_right(begins, place) - 1
            if before < 0 or place >= self.quoted[before][1]:
                yield place

    def signs_before(self, end: int) -> Iterator[tuple[int, Problem]]:
        """The signs outside of quotes and `|` texts that only look like those of YAML."""
        for index, problem in self.odd_signs:
            if index <= end and not any(begin <= index < stop for begin, stop in self.quoted):
                yield index, problem

    def has_swallowed_fields(self, quote: _Parsed, stumble: _Parsed) -> bool:
        """Whether a text in quotes runs over fields in further lines, up to where the parser stumbled."""
        begin, end = quote.start_mark, quote.end_mark
        return begin.line < end.line == stumble.line and bool(_FIELD_IN_TEXT.search(self.text, begin.index, end.index))

    def is_closed_too_late(self, quote: _Parsed, stumble: _Parsed) -> bool:
        """Whether a text in quotes ends with the next field: `{en: "Manager, zh: "店长"}`."""
        return bool(quote.end_mark.index == stumble.index and _FIELD_AT_END.search(quote.value))

    def raise_known(self, stumble: _Parsed) -> None:
        """Stop if the last finding is the cause of a syntax error already, so that it is told once."""
        last = self.findings[-1] if self.findings else None
        if last is None:
            return
        if last.code == yaml_file.FIELD_NAME_NOT_TEXT.code and last.location.line == stumble.line + 1:
            raise Findings(self.findings)
        if last.code == yaml_file.TEXT_CUT_BY_COMMENT.code and self.block.is_flow and set(self.cut) & set("}]"):
            self.findings.pop()
            message = f"“{_clip(self.cut)}” counts as a comment, with the bracket in it"
            self.stop(yaml_file.NOT_YAML, message, "put the text with the “#” in quotes", last.location)

    def fail(self, error: yaml.MarkedYAMLError) -> NoReturn:
        """Stop at a syntax error, or at a TAB before it, which is its likely cause."""
        code, message, hint, index = syntax_problem(error, self.text)
        stumble: _Parsed = error.problem_mark
        self.raise_known(stumble)
        # The parser may have read a whole quoted text that we do not know yet; a TAB in it would do no harm.
        unknown = _QUOTE.search(self.text, self.quoted[-1][1] if self.quoted else 0, stumble.index)
        tab = self.stray_tab(unknown.start() if unknown else stumble.index)
        if tab is not None:
            code, (message, hint), index = yaml_file.TAB, TAB, tab
        elif sign := next(self.signs_before(stumble.index), None):
            index, (code, message, hint) = sign
        elif (quote := self.last_quote) and self.is_closed_too_late(quote, stumble):
            message, hint, index = (
                "the quote that opens here is never closed",
                "close it with the same sign",
                quote.start_mark.index,
            )
            code = yaml_file.NOT_YAML
        elif (quote := self.last_quote) and self.has_swallowed_fields(quote, stumble):
            message = f"the quote that opens here is closed only in line {quote.end_mark.line + 1}"
            code, hint, index = (
                yaml_file.NOT_YAML,
                "close it in its own line, with the same sign",
                quote.start_mark.index,
            )
        self.stop(code, message, hint, location_at(self.file, self.text, index))


def _cuts(text: str) -> Iterator[tuple[int, str]]:
    """Each comment that may be meant as text, `#12` or `# 12`, with the index at which a text before it ends."""
    for match in _COMMENT_OR_TEXT.finditer(text):
        end = match.start()
        while end and text[end - 1] == " ":
            end -= 1
        yield end, match[1]


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _CLIPPED else f"{line[: _CLIPPED - 1]}…"
