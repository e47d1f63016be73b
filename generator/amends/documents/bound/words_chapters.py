"""The chapters of what to say and write: scripts, words to avoid, difficult behaviour, letters, the public policy."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.bound.blocks import Block, Chapter, Item, Line, Listing, Part, Prose, Say, Section, Table
from amends.documents.bound.phrases import (
    donts,
    facts,
    helps_when,
    line,
    linked,
    listed,
    part,
    phrases,
    points,
    role,
    said,
    text_line,
    used_in,
    word_line,
)
from amends.documents.letter_sheet import LetterSheet, ParagraphRow
from amends.documents.point_rows import dont_rows
from amends.documents.policy_sheet import PolicyPart, ReachRow, TimeRow
from amends.documents.script_places import replaced_wording
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import ScriptBox
from amends.edition.edition import Edition
from amends.model.words import CustomerType, Wording


def words_chapters(sheets: Sheets) -> Iterator[Chapter]:
    """What there is of them."""
    edition, words, sop = sheets.edition, sheets.edition.words, sheets.edition.sop
    if sop.scripts:
        sections = tuple(script_section(edition, box) for box in sheets.scripts.values())
        yield Chapter(words("page.scripts"), words("scripts.intro"), sections)
    if sop.wording:
        yield Chapter(words("page.wording"), words("wording.intro"), (_wordings(edition),))
    if sop.customer_types:
        sections = tuple(behaviour_section(edition, key) for key in sop.customer_types)
        yield Chapter(words("page.customer-types"), words("customer-types.intro"), sections)
    if sheets.letters:
        sections = tuple(letter_section(edition, letter) for letter in sheets.letters.values())
        yield Chapter(words("page.letters"), words("letters.intro"), sections)
    if sop.policy:
        sections = tuple(_policy(edition, it) for it in sheets.policy)
        yield Chapter(words("page.policy"), words("policy.intro"), sections)


def script_section(edition: Edition, box: ScriptBox) -> Section:
    """One script."""
    words, wording = edition.words, edition.sop.wording
    never = [
        edition.phrase(point.text) for it in replaced_wording(edition, box.id) for point in wording[it].never.values()
    ]
    lead = (*word_line(edition, box.when), *helps_when(edition, f"scripts/{box.id}"))
    used = line(used_in(edition, f"scripts/{box.id}"), words("script.used"), quiet=True)
    parts = (
        *part("", Prose(lead) if lead else None),
        *part(words(f"script.mode.{box.mode}"), Say(box)),
        *part(words("script.never"), phrases(never, "cross")),
        *part("", Prose(used) if used else None),
    )
    return Section(said(edition, box.title), (f"scripts/{box.id}",), parts, box.code, lead=box.use)


def _wordings(edition: Edition) -> Section:
    words, wording = edition.words, edition.sop.wording
    columns = words("wording.never"), words("wording.instead"), words("wording.why")
    rows = tuple(
        (
            tuple(Line(edition.phrase(point.text), is_point=True) for point in it.never.values()) + _until(edition, it),
            (*text_line(edition, it.words), *line(listed(edition, edition.all_named("scripts", it.instead)))),
            text_line(edition, it.why),
        )
        for it in wording.values()
    )
    shows = tuple(f"wording/{key}" for key in wording)
    return Section(None, shows, (Part("", (Table(columns, rows),)),))


def _until(edition: Edition, wording: Wording) -> tuple[Line, ...]:
    return word_line(edition, edition.until(wording.until) if wording.until else None)


def behaviour_section(edition: Edition, key: str) -> Section:
    """One kind of difficult behaviour."""
    words, kind = edition.words, edition.sop.customer_types[key]
    entry = f"customer_types/{key}"
    lead = helps_when(edition, entry)
    scripts = phrases(linked(edition, named) for named in edition.all_named("scripts", kind.say))
    parts = (
        *part("", Prose(lead) if lead else None),
        *part(words("customer-type.recognise"), points(edition, kind.recognise)),
        *part(words("customer-type.do"), points(edition, kind.do, "tick")),
        *part(words("customer-type.avoid"), donts(edition, dont_rows(edition, kind.avoid))),
        *part(words("customer-type.say"), points(edition, kind.words), scripts),
        *part(words("customer-type.escalate"), _escalation(edition, kind)),
    )
    summary = edition.phrase(kind.summary) if kind.summary else None
    return Section(edition.phrase(kind.title), (entry,), parts, lead=summary)


def _escalation(edition: Edition, kind: CustomerType) -> Prose | None:
    to = role(edition, kind.escalate_to) if kind.escalate_to else None
    lines = (*text_line(edition, kind.escalate), *line(to, edition.words("outcome.hand-to")))
    return Prose(lines) if lines else None


def letter_section(edition: Edition, letter: LetterSheet) -> Section:
    """One letter, each paragraph below the case in which it is used."""
    words, entry = edition.words, f"letters/{letter.id}"
    when = said(edition, letter.when) if letter.when else None
    by = linked(edition, letter.by) if letter.by else None
    about = facts({words("table.condition"): when, words("letter.by"): by})
    head = (*line(letter.subject, strong=True), *line(letter.greeting))
    body = tuple(text for row in letter.paragraphs for text in _paragraph(edition, row))
    closing = tuple(Line(text) for _, text in letter.closing)
    used = line(used_in(edition, entry), words("letter.used"), quiet=True)
    parts = (*part("", about, Prose((*head, *body, *closing), is_framed=True), Prose(used) if used else None),)
    return Section(said(edition, letter.title), (entry,), parts, letter.code, lead=letter.use)


def _paragraph(edition: Edition, row: ParagraphRow) -> Iterator[Line]:
    """A paragraph of a letter, below the case in which it is used."""
    yield from word_line(edition, row.case)
    yield Line(row.text)


def _policy(edition: Edition, shown: PolicyPart) -> Section:
    blocks: tuple[Block | None, ...] = (
        Prose(line(shown.text)) if shown.text else None,
        phrases(row.text for row in shown.points),
        Listing(tuple(_time(edition, row) for row in shown.times)) if shown.times else None,
        Listing(tuple(_reach(edition, row) for row in shown.reach)) if shown.reach else None,
    )
    return Section(shown.title, (f"policy/{shown.id}",), tuple(part("", *blocks)))


def _time(edition: Edition, row: TimeRow) -> Item:
    return Item((Line(row.says), *word_line(edition, row.value, quiet=False), *word_line(edition, row.extended)))


def _reach(edition: Edition, row: ReachRow) -> Item:
    ways = edition.words("chip-separator").join(filter(None, (row.phone, row.email)))
    return Item(
        (
            Line(row.title, strong=True),
            *word_line(edition, ways or None, quiet=False),
            *line(row.place, quiet=True),
            *line(row.hours, quiet=True),
        )
    )
