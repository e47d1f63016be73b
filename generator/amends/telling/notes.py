"""Comments that pass a finding over: `# amends: ignore S505 until 2026-12-31 the words of our lawyer`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from amends.codes.asked import ERROR_STAYS, IGNORED_UNTIL_NOW, NOTHING_TO_IGNORE, UNREADABLE_NOTE
from amends.content.notes import Note
from amends.finding import Finding, Location
from amends.telling.nested_spans import NestedSpans, Span
from amends.telling.wish import Names

_FORM = "write  # amends: ignore CODE until DATE reason"
_DASHES = frozenset("-–—:")


@dataclass(frozen=True)
class Ignored:
    """A note that can be read: the codes that each of its words means, and the last day on which it holds."""

    note: Note
    codes: Mapping[str, frozenset[str]]
    until: date | None

    @property
    def at(self) -> Location:
        """Its place."""
        return _place(self.note)

    @property
    def span(self) -> Span:
        """The first and the last line of which it speaks."""
        return self.note.first, self.note.last


class Notes:
    """The notes of all files; those with a mistake have findings instead of an effect."""

    def __init__(self, notes: Iterable[Note], names: Names, today: date) -> None:
        self.names = names
        self.findings: list[Finding] = []
        readable = [ignored for note in notes if (ignored := self._read(note)) is not None]
        self.holding = [it for it in readable if it.until is None or today <= it.until]
        self.expired = [it for it in readable if it.until is not None and it.until < today]
        self._ignored = {
            (it.note.file, it.span, code) for it in self.holding for codes in it.codes.values() for code in codes
        }
        self._spans = {
            file: NestedSpans(it.span for it in group)
            for file, group in groupby(sorted(self.holding, key=_file), key=_file)
        }
        self._used: set[tuple[str, Span, str]] = set()

    def hide(self, finding: Finding) -> bool:
        """Whether a note speaks of this finding; the notes that do count as used. Errors are never hidden."""
        at = finding.location
        if finding.is_error or at.file not in self._spans:
            return False
        asked = {(at.file, span, finding.code) for span in self._spans[at.file].around(at.line)}
        hits = asked & self._ignored
        self._used |= hits
        return bool(hits)

    def over(self) -> Iterator[Finding]:
        """A finding for each note whose day is over."""
        for ignored in self.expired:
            message = f"this passed {', '.join(ignored.codes)} over until {ignored.until}; what it finds is told again"
            hint = "mend it and delete this comment, or agree on a new day"
            yield IGNORED_UNTIL_NOW.finding(message, hint, ignored.at)

    def unused(self, looked_for: Container[str]) -> Iterator[Finding]:
        """A finding for each word of a note that has hidden nothing, if one of its codes was looked for."""
        for ignored in self.holding:
            for word, codes in ignored.codes.items():
                is_used = any((ignored.note.file, ignored.span, code) in self._used for code in codes)
                if not is_used and any(code in looked_for for code in codes):
                    hint = "delete the comment, or move it beside or right above its value"
                    yield NOTHING_TO_IGNORE.finding(f"{word} finds nothing here", hint, ignored.at)

    def _read(self, note: Note) -> Ignored | None:
        """The note, if it can be read; a finding if not."""
        command, *words = note.said.split() or [""]
        if command != "ignore":
            self._refuse(note, f"“{command}” is nothing that a comment can ask of amends", _FORM)
            return None
        codes: dict[str, frozenset[str]] = {}
        while words and (meant := self.names.meant(words[0].rstrip(","))):
            codes[words.pop(0).rstrip(",")] = meant
        until = _day(words[1]) if words[:1] == ["until"] and words[1:] else None
        reason = words[2:] if until else words
        if not codes:
            way_out = self.names.way_out(words[0]) if words else _FORM
            self._refuse(note, f"there is no code “{words[0]}”" if words else "this comment names no code", way_out)
        elif words[:1] == ["until"] and until is None:
            self._refuse(note, f"“{' '.join(words[1:2])}” is no day", "write the day as  2026-12-31")
        elif all(word in _DASHES for word in reason):
            self._refuse(note, "this comment gives no reason", f"{_FORM}; the reason is why it is passed over")
        else:
            return Ignored(note, self._without_errors(note, codes), until)
        return None

    def _without_errors(self, note: Note, codes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        """The words that can be followed, and a finding for each of the others."""
        followed = {}
        for word, meant in codes.items():
            if any(self.names.codes[code].level != "error" for code in meant):
                followed[word] = meant
            else:
                message = f"{word} is an error, and cannot be passed over"
                self.findings.append(ERROR_STAYS.finding(message, "mend what it finds", _place(note)))
        return followed

    def _refuse(self, note: Note, message: str, hint: str) -> None:
        self.findings.append(UNREADABLE_NOTE.finding(message, hint, _place(note)))


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == len("2026-12-31") else None
    except ValueError:
        return None


def _file(ignored: Ignored) -> str:
    return ignored.note.file


def _place(note: Note) -> Location:
    return Location(note.file, note.line, note.column)
