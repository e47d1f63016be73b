"""The chapters to look things up in: the tables of decisions, and the legal time limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from amends.documents.authority_words import authority_table, reach_of
from amends.documents.bound.blocks import Chapter, Line, Lines, Part, Prose, Section, Table
from amends.documents.bound.phrases import (
    all_linked,
    donts,
    line,
    role,
    said,
    text_line,
    times,
    word_line,
)
from amends.documents.clock_rows import ClockRow, clock_rows
from amends.documents.own_tables import TableSheet, table_sheets
from amends.documents.point_rows import dont_rows
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition, Phrase
from amends.edition.inline import Run
from amends.model.flow import END
from amends.model.kinds import Channel, Kind
from amends.model.tables import Authority, Compensation, Escalation, Goodwill, Remedy, RoutingRule, Severity, Validity
from amends.model.text import Points

Cells = tuple[Lines, ...]


def table_chapters(sheets: Sheets) -> Iterator[Chapter]:
    """What there is of them."""
    edition, words = sheets.edition, sheets.edition.words
    tables = tuple(decision_tables(edition))
    if tables:
        yield Chapter(words("page.decisions"), words("decisions.intro"), tables)
    if own := tuple(_own_table(edition, sheet) for sheet in table_sheets(edition)):
        yield Chapter(words("page.tables"), "", own)
    if edition.sop.clocks:
        yield Chapter(words("page.clocks"), words("clock.intro"), (_clocks(edition),))


def decision_tables(edition: Edition) -> Iterator[Section]:
    """Each table that has a row."""
    for name in _TABLES:
        if getattr(edition.sop, name):
            yield decision_table(edition, name)


def decision_table(edition: Edition, name: str) -> Section:
    """The table of one collection: `severities`, `authority`."""
    _, cells = _TABLES[name]
    entries: Mapping[str, Any] = getattr(edition.sop, name)
    title, hint, columns = _heading(edition, name)
    table = Table(columns, tuple(cells(edition, entry) for entry in entries.values()))
    shows = tuple(f"{name}/{key}" for key in entries)
    return Section(said(edition, title), shows, (Part("", (table,)),), lead=said(edition, hint) if hint else None)


def _heading(edition: Edition, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Title, hint (perhaps empty) and columns; those of the levels of authority depend on what the levels hold."""
    columns = {column: edition.words(f"table.{column}") for column in _TABLES[name][0]}
    if name == "authority":
        levels = authority_table(edition)
        return levels.title, levels.hint, tuple({**columns, "limit": levels.column}.values())
    hint = edition.words(f"decisions.{name}-hint") if f"decisions.{name}-hint" in edition.words.entries else ""
    return edition.words(f"decisions.{name}"), hint, tuple(columns.values())


def _own_table(edition: Edition, sheet: TableSheet) -> Section:
    empty = word_line(edition, edition.words("table.empty"))
    rows = tuple(tuple(line(cell) or empty for cell in row.cells) for row in sheet.rows)
    table = Table(tuple(column.title for column in sheet.columns), rows)
    shows = (f"tables/{sheet.id}", *(f"tables/{sheet.id}/columns/{column.id}" for column in sheet.columns))
    return Section(sheet.title, shows, (Part("", (table,)),), lead=sheet.summary)


def _severity(edition: Edition, row: Severity) -> Cells:
    name = (Line(edition.phrase(row.title), strong=True), *text_line(edition, row.summary, quiet=True))
    return name, _all(edition, row.triggers), line(all_linked(edition, "roles", row.inform))


def _kind(edition: Edition, row: Kind) -> Cells:
    name = (Line(edition.phrase(row.title), strong=True), *text_line(edition, row.summary, quiet=True))
    return name, _all(edition, row.signs)


def _channel(edition: Edition, row: Channel) -> Cells:
    return (
        (Line(edition.phrase(row.title), strong=True), *text_line(edition, row.summary, quiet=True)),
        line(role(edition, row.owner) if row.owner else None),
        line(all_linked(edition, "scripts", row.say)),
        line(all_linked(edition, "records", row.records)),
    )


def _routing(edition: Edition, row: RoutingRule) -> Cells:
    return (
        text_line(edition, row.about),
        line(role(edition, row.to)),
        line(all_linked(edition, "roles", row.support)),
        text_line(edition, row.when),
    )


def _validity(edition: Edition, row: Validity) -> Cells:
    finding = (*text_line(edition, row.finding), *line(all_linked(edition, "scripts", row.say), quiet=True))
    return text_line(edition, row.grounds), text_line(edition, row.demand), finding


def _remedy(edition: Edition, row: Remedy) -> Cells:
    return (Line(edition.phrase(row.title), strong=True),), text_line(edition, row.when)


def _compensation(edition: Edition, row: Compensation) -> Cells:
    never = donts(edition, dont_rows(edition, row.never))
    told = tuple(it for item in never.items for it in item.lines) if never else ()
    return text_line(edition, row.case), text_line(edition, row.rule), told


def _goodwill(edition: Edition, row: Goodwill) -> Cells:
    return text_line(edition, row.title), text_line(edition, row.slight), text_line(edition, row.hardship)


def _authority(edition: Edition, row: Authority) -> Cells:
    words = edition.words
    only = words("only.severities", severities=edition.severities(row.severities)) if row.severities else None
    return (
        (Line(said(edition, row.code), strong=True),),
        line(all_linked(edition, "roles", row.roles)),
        (Line(reach_of(edition, row), strong=True), *word_line(edition, only)),
        text_line(edition, row.how),
    )


def _escalation(edition: Edition, row: Escalation) -> Cells:
    then = (
        *text_line(edition, row.then),
        *line(_way(edition, row.next) if row.next else None),
        *line(all_linked(edition, "scripts", row.say), quiet=True),
        *line(all_linked(edition, "letters", row.letters), quiet=True),
    )
    within = times(edition, edition.chips(row.within)) or None
    return text_line(edition, row.when), line(role(edition, row.to)), word_line(edition, within, quiet=False), then


def _way(edition: Edition, target: str) -> Phrase:
    """Where a case goes on."""
    if target.startswith(END):
        state = edition.title(f"end_states/{target.removeprefix(END)}")
        return said(edition, edition.words("leads.end", state=state))
    number, title = edition.numbers.get(target, ""), edition.title(f"steps/{target}")
    text = edition.words("leads.step", number=number, title=title)
    return Phrase((Run(text, entry=f"steps/{target}"),), edition.locale)


def _all(edition: Edition, points: Points) -> Lines:
    return tuple(Line(edition.phrase(point.text), is_point=True) for point in points.values())


_TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Edition, Any], Cells]]] = {
    "severities": (("severity", "triggers", "inform"), _severity),
    "kinds": (("kind", "signs"), _kind),
    "channels": (("channel", "owner", "first-words", "form"), _channel),
    "routing": (("about", "lead", "support", "condition"), _routing),
    "validity": (("grounds", "demand", "finding"), _validity),
    "remedies": (("remedy", "when"), _remedy),
    "compensation": (("case", "rule", "never"), _compensation),
    "goodwill": (("relation", "slight", "hardship"), _goodwill),
    "authority": (("level", "roles", "limit", "how"), _authority),
    "escalations": (("happened", "to", "by-when", "then"), _escalation),
}


def _clocks(edition: Edition) -> Section:
    words = edition.words
    columns = tuple(words(f"clock.{name}") for name in ("what", "limit", "own", "source"))
    rows = clock_rows(edition)
    table = Table(columns, tuple(_clock(edition, row) for row in rows))
    disclaimer = Prose(word_line(edition, words("clock.disclaimer")))
    return Section(None, tuple(f"clocks/{row.id}" for row in rows), (Part("", (table, disclaimer)),))


def _clock(edition: Edition, row: ClockRow) -> Cells:
    return (
        (
            Line(row.title, strong=True),
            *_quiet(edition, (f"{row.jurisdiction.plain}{edition.words('colon')}{row.applies.plain}", *row.only)),
        ),
        (
            *word_line(edition, f"{row.limit} {row.start}", quiet=False),
            Line(row.requires),
            *_quiet(edition, _conditions(edition, row)),
        ),
        _own(edition, row),
        _source(edition, row),
    )


def _conditions(edition: Edition, row: ClockRow) -> Iterator[str]:
    words = edition.words
    if not row.is_binding:
        yield words("clock.should")
    yield from row.conditions
    if row.pause:
        section = row.pause_section.plain if row.pause_section else ""
        said_pause = words("list-separator").join(filter(None, (row.pause.plain, section)))
        yield words("clock.pause") + words("colon") + said_pause


def _own(edition: Edition, row: ClockRow) -> Lines:
    words = edition.words
    if row.superseded_by:
        return word_line(edition, edition.title(f"clocks/{row.superseded_by}"), words("clock.replaced"), quiet=False)
    told = tuple(Line(Phrase((Run(own.sentence, entry=own.name),), edition.locale)) for own in row.own)
    return told or word_line(edition, words("clock.none"))


def _source(edition: Edition, row: ClockRow) -> Lines:
    words = edition.words
    verified = words("clock.verified" if row.is_verified else "clock.unverified")
    seen = (
        row.source.plain,
        verified,
        words("clock.as-of", day=row.as_of),
        words("clock.recheck-by", day=row.recheck_by),
    )
    return (Line(row.section), *_quiet(edition, seen))


def _quiet(edition: Edition, texts: Iterable[str]) -> Lines:
    return tuple(it for text in texts for it in word_line(edition, text))
