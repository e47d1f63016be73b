"""The binder of a role or a department: which entries its people need, and the pages to be read among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from amends.documents.bound.blocks import Chapter, Line, Lines, Part, Section, Table
from amends.documents.bound.people_chapters import role_section
from amends.documents.bound.phrases import line, linked, listed, said, text_line, word_line
from amends.documents.bound.table_chapters import decision_table
from amends.documents.bound.words_chapters import behaviour_section, letter_section, script_section
from amends.documents.role_card import CallRow, filled_roles
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import records_of
from amends.edition.edition import Edition, Named

_TABLES = ("severities", "authority")
"""What everybody looks up, whatever the role."""


@dataclass(frozen=True)
class Binder:
    """The binder of some roles, found when it is first needed; `id` names the role or department."""

    sheets: Sheets
    id: str
    title: str
    roles: tuple[str, ...]

    @property
    def edition(self) -> Edition:
        """The SOP in one language."""
        return self.sheets.edition

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The steps of these roles, those of roles that they may take too, in the order of the SOP."""
        cards = [self.sheets.cards[role] for role in self.roles]
        found = {step.id for card in cards for step in card.steps}
        found |= {step.id for card in cards for filled in card.filled for step in filled.steps}
        return tuple(step for step in self.sheets.steps if step in found)

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """What these roles say."""
        found = {box.id for role in self.roles for box in self.sheets.cards[role].scripts}
        return tuple(script for script in self.sheets.scripts if script in found)

    @cached_property
    def behaviours(self) -> tuple[str, ...]:
        """All kinds of difficult behaviour, if these roles talk with customers."""
        talks = any(self.sheets.steps[step].is_conversation for step in self.steps)
        return tuple(self.edition.sop.customer_types) if talks else ()

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The letters that these roles sign."""
        signers = {*self.roles, *(case for role in self.roles for case in filled_roles(self.edition, role))}
        return tuple(key for key, letter in self.edition.sop.letters.items() if letter.by in signers)

    @cached_property
    def records(self) -> tuple[str, ...]:
        """The forms that are filled in during these steps."""
        found = {record for step in self.steps for record in records_of(self.edition.sop.steps[step])}
        return tuple(record for record in self.edition.sop.records if record in found)

    @cached_property
    def calls(self) -> tuple[CallRow, ...]:
        """Whom these roles call, each once, the most urgent first."""
        rows = [row for role in self.roles for row in self.sheets.cards[role].calls]
        return tuple({(row.when.plain, row.how): row for row in rows}.values())

    @cached_property
    def holds(self) -> frozenset[str]:
        """The full names of all entries that have a place in the binder."""
        of = {
            "steps": self.steps,
            "scripts": self.scripts,
            "customer_types": self.behaviours,
            "letters": self.letters,
            "records": self.records,
            "roles": self.roles,
        }
        tables = [f"{name}/{key}" for name in _TABLES for key in getattr(self.edition.sop, name)]
        return frozenset((*(f"{name}/{key}" for name, keys in of.items() for key in keys), *tables))


def index_chapters(binder: Binder) -> Iterator[Chapter]:
    """What stands before all sheets: the index of symptoms, the tables that everybody needs, and the roles."""
    edition, words, cards = binder.edition, binder.edition.words, binder.sheets.cards
    rows = tuple(_symptoms(binder))
    if rows:
        table = Table((words("book.symptom"), words("book.where")), rows, is_index=True)
        yield Chapter(words("book.symptoms"), words("book.symptoms_hint"), (Section(None, (), (Part("", (table,)),)),))
    tables = tuple(decision_table(edition, name) for name in _TABLES if getattr(edition.sop, name))
    if tables:
        yield Chapter(words("book.tables"), "", tables)
    yield Chapter(words("page.roles"), "", tuple(role_section(edition, cards[role]) for role in binder.roles))


def reading_chapters(binder: Binder) -> Iterator[Chapter]:
    """What is read rather than ticked: scripts, difficult behaviour, letters."""
    edition, words, sheets = binder.edition, binder.edition.words, binder.sheets
    sections: dict[str, Sequence[Section]] = {
        "page.scripts": [script_section(edition, sheets.scripts[key]) for key in binder.scripts],
        "page.customer-types": [behaviour_section(edition, key) for key in binder.behaviours],
        "page.letters": [letter_section(edition, sheets.letters[key]) for key in binder.letters],
    }
    yield from (Chapter(words(title), "", tuple(found)) for title, found in sections.items() if found)


def _symptoms(binder: Binder) -> Iterator[tuple[Lines, Lines]]:
    """What staff meet, and where in the binder it helps; what has no help in it is left out."""
    edition = binder.edition
    for situation in edition.sop.situations.values():
        targets = _in_binder(binder, situation.go)
        if targets:
            met = (Line(edition.phrase(situation.title), strong=True), *text_line(edition, situation.hint, quiet=True))
            yield met, line(listed(edition, targets))
    for key in binder.behaviours:
        kind = edition.sop.customer_types[key]
        signs = edition.words("clause-separator").join(edition.plain(sign.text) for sign in kind.recognise.values())
        met = (Line(edition.phrase(kind.title), strong=True), *word_line(edition, signs))
        yield met, line(linked(edition, edition.named(f"customer_types/{key}")))


def _in_binder(binder: Binder, names: Iterable[str]) -> list[Named]:
    """The entries with a place in the binder; a part of an entry stands where its entry does."""
    entries = dict.fromkeys("/".join(name.split("/")[:2]) for name in names)
    return [binder.edition.named(name) for name in entries if name in binder.holds]


def severity_lines(edition: Edition) -> Lines:
    """How serious it is, in a line for each level: for the cover."""
    return tuple(
        Line(edition.phrase(it.summary) if it.summary else said(edition, ""), edition.plain(it.title))
        for it in edition.sop.severities.values()
    )
