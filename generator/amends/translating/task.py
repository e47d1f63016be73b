"""What a translator gets and gives back, in whichever kind of file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amends.authoring.listing import title_of
from amends.check.rules.long_spoken_sentence import MOST_CHARACTERS, MOST_WORDS
from amends.edition.words import Words
from amends.finding import Location
from amends.translating.coverage import said_of
from amends.translating.differences import signs_in
from amends.translating.units import WORDS, State, Texts, Unit

_SPOKEN = frozenset({"scripts", "wording"})


@dataclass(frozen=True)
class Task:
    """One text to translate: where people find it, the state of its translation, and what a translator must know."""

    id: str
    where: str
    source: str
    target: str
    state: State
    said: str
    notes: tuple[str, ...]
    place: str

    @property
    def signs(self) -> tuple[str, ...]:
        """What the translation must have unchanged: placeholders and slots."""
        return signs_in(self.source, self.id.partition("/")[0])


@dataclass(frozen=True)
class Job:
    """All tasks of one language. `words` are in the language of the sources, which a translator reads."""

    project: str
    of: str
    into: str
    tasks: tuple[Task, ...]
    words: Words


@dataclass(frozen=True)
class Row:
    """One text that came back. `cell` is how a translator finds it: `D12`, or `line 40`."""

    id: str
    source: str
    target: str
    location: Location
    cell: str
    is_unfinished: bool = False
    is_confirmed: bool = False
    problem: str = ""
    """Why the target can be no text: a formula, a date."""


@dataclass(frozen=True)
class Returned:
    """A file that came back: its rows, and the locales that it names."""

    file: str
    of: str
    into: str
    rows: tuple[Row, ...] = field(default=())


def job_of(project: str, texts: Texts, units: Sequence[Unit], words: Words) -> Job:
    """The job of translating these units."""
    return Job(project, texts.of, texts.into, tuple(_task(texts, unit, words) for unit in units), words)


def _task(texts: Texts, unit: Unit, words: Words) -> Task:
    place = f"{unit.location.file}:{unit.location.line}"
    said = said_of(unit, words)
    return Task(
        unit.id,
        " › ".join(_where(texts, unit)),
        unit.source,
        unit.target,
        unit.state,
        said,
        tuple(_notes(unit, words)),
        place,
    )


def _where(texts: Texts, unit: Unit) -> Iterator[str]:
    """The way to a text in words: the collection, the title of the entry, the fields below it."""
    first, *rest = unit.path
    yield first.replace("_", " ")
    entry = texts.content.collections.get(first, {}).get(rest[0]) if rest else None
    if entry is not None:
        title = title_of(entry, texts.of)
        yield title or rest[0]
        rest = rest[1:]
    yield from rest


def _notes(unit: Unit, words: Words) -> Iterator[str]:
    if unit.path[0] == WORDS:
        yield words(f"translations.note.form.{unit.path[-1]}")
    if unit.path[0] in _SPOKEN or unit.path[-1] == "words":
        yield words("translations.note.spoken", words=MOST_WORDS, characters=MOST_CHARACTERS)
    if signs := signs_in(unit.source, unit.path[0]):
        yield words("translations.note.signs", signs=words("translations.comma").join(signs))
