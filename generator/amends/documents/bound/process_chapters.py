"""The chapters of the process: at a glance, where to stop, and each phase with its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amends.documents.bound.blocks import Block, Chapter, Choice, Item, Line, Lines, Listing, Part, Prose, Section, Stop
from amends.documents.bound.phrases import (
    donts,
    facts,
    line,
    linked,
    listed,
    part,
    phrases,
    said,
    text_line,
    times,
    word_line,
)
from amends.documents.clock_rows import OwnRow, legal_limits
from amends.documents.pause_points import pause_sheets
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import ActionRow, DecisionBox, LimitRow, OutcomeRow, StepSheet
from amends.edition.edition import Edition, Named, Phrase

Law = Mapping[str, tuple[tuple[str, OwnRow], ...]]
"""The clocks that each limit of a step serves, by the id of the limit; `""` is the step's own."""


def process_chapters(sheets: Sheets) -> Iterator[Chapter]:
    """The process at a glance, the pause points, and a chapter for each phase that has a step."""
    edition, words = sheets.edition, sheets.edition.words
    yield Chapter(words("page.process"), "", tuple(_overview(sheets)))
    if edition.sop.pause_points:
        yield Chapter(words("page.pause-points"), words("pause.intro"), tuple(_pauses(edition)))
    law = legal_limits(edition)
    for key, phase in edition.sop.phases.items():
        steps = [step_section(edition, sheet, law.get(it, {})) for it, sheet in sheets.steps.items() if _in(sheet, key)]
        if steps:
            intro = edition.plain(phase.summary) if phase.summary else ""
            yield Chapter(edition.plain(phase.title), intro, tuple(steps))


def _in(sheet: StepSheet, phase: str) -> bool:
    return sheet.phase.id == phase


def _overview(sheets: Sheets) -> Iterator[Section]:
    edition, words = sheets.edition, sheets.edition.words
    for key in edition.sop.phases:
        rows = [_row(edition, sheet) for sheet in sheets.steps.values() if _in(sheet, key)]
        if rows:
            yield Section(edition.titled(f"phases/{key}"), (f"phases/{key}",), (Part("", (Listing(tuple(rows)),)),))
    ends = [
        Item((*line(edition.phrase(state.title), strong=True), *text_line(edition, state.meaning)))
        for state in edition.sop.end_states.values()
    ]
    shows = tuple(f"end_states/{key}" for key in edition.sop.end_states)
    yield Section(said(edition, words("process.ends")), shows, tuple(part("", Listing(tuple(ends), "end"))))
    yield from _events(edition)


def _row(edition: Edition, sheet: StepSheet) -> Item:
    """One step in the overview, with who does it and how long it may take."""
    name = linked(edition, edition.named(f"steps/{sheet.id}"))
    who = Line(listed(edition, sheet.doers), quiet=True)
    return Item((Line(name, strong=True), who, *word_line(edition, _limit(edition, sheet))))


def _events(edition: Edition) -> Iterator[Section]:
    words, events = edition.words, edition.sop.events
    if events:
        items = [
            Item((*line(edition.phrase(it.title), strong=True), *text_line(edition, it.since, quiet=True)))
            for it in events.values()
        ]
        shows = tuple(f"events/{key}" for key in events)
        hint = Prose(word_line(edition, words("process.events-hint")))
        yield Section(said(edition, words("process.events")), shows, tuple(part("", hint, Listing(tuple(items)))))


def _pauses(edition: Edition) -> Iterator[Section]:
    for key, pause in pause_sheets(edition).items():
        where = line(listed(edition, pause.steps), edition.words("pause.at"), quiet=True)
        lead = pause.summary
        parts = part("", Stop(pause), Prose(where) if where else None)
        yield Section(pause.title, (f"pause_points/{key}",), tuple(parts), lead=lead)


def step_section(edition: Edition, sheet: StepSheet, law: Law) -> Section:
    """One step, on a page of its own."""
    words = edition.words
    parts = (
        *part("", _who(edition, sheet, law), Prose(line(sheet.beside)) if sheet.beside else None),
        *part(words("kind.pause_points"), *(Stop(pause) for pause in sheet.pauses)),
        *part(words("step.actions"), _to_do(edition, sheet.first_actions)),
        *part(words("step.decisions"), *_decisions(edition, sheet)),
        *part(words("step.then"), _to_do(edition, sheet.then_actions)),
        *part(words("step.onward"), Prose(line(sheet.onward))),
        *part(words("step.limits"), _limits(edition, sheet, law)),
        *part(words("step.scripts"), phrases(linked(edition, it) for it in _scripts(edition, sheet))),
        *part(words("step.avoid"), donts(edition, sheet.avoid)),
        *part(words("step.tips"), phrases(row.text for row in sheet.tips)),
        *part(words("step.records"), phrases(linked(edition, it) for it in sheet.records)),
    )
    return Section(
        title=sheet.title,
        shows=(f"steps/{sheet.id}",),
        parts=parts,
        badge=str(sheet.number or sheet.code),
        colour=edition.sop.colour_of(sheet.accountable.id if sheet.responsible is None else sheet.responsible.id),
        lead=sheet.purpose,
        is_large=True,
    )


def _who(edition: Edition, sheet: StepSheet, law: Law) -> Block | None:
    words = edition.words
    own = said(edition, _limit(edition, sheet)) if sheet.limits else None
    return facts(
        {
            words("step.responsible"): listed(edition, sheet.doers),
            words("step.department"): said(edition, sheet.department) if sheet.department else None,
            words("step.accountable"): linked(edition, sheet.accountable),
            words("step.consulted"): listed(edition, sheet.consulted),
            words("step.informed"): listed(edition, sheet.informed),
            words("step.every" if sheet.is_standing else "step.limit"): own,
            words("clock.by-law"): _by_law(edition, law.get("", ())),
            words("step.sets"): said(edition, sheet.brings) if sheet.brings else None,
        }
    )


def _limit(edition: Edition, sheet: StepSheet) -> str:
    return edition.words("chip-separator").join(filter(None, (times(edition, sheet.limits), *sheet.limit_notes)))


def _by_law(edition: Edition, rows: tuple[tuple[str, OwnRow], ...]) -> Phrase | None:
    """The clocks that a limit serves, each with what the limit does to it."""
    told = [edition.words("colon").join((edition.title(f"clocks/{clock}"), row.sentence)) for clock, row in rows]
    return said(edition, edition.words("clause-separator").join(told)) if told else None


def _to_do(edition: Edition, rows: tuple[ActionRow, ...]) -> Listing | None:
    return Listing(tuple(_action(edition, row) for row in rows), "box") if rows else None


def _action(edition: Edition, row: ActionRow) -> Item:
    words = edition.words
    return Item(
        (
            Line(row.text),
            *line(row.hint, quiet=True),
            *word_line(edition, row.when),
            *line(linked(edition, row.by) if row.by else None, words("step.responsible"), quiet=True),
            *line(row.words, words("words.here")),
            *line(listed(edition, (*row.say, *row.letters)), words("print.say"), quiet=True),
            *line(listed(edition, row.records), words("kind.records"), quiet=True),
        )
    )


def _decisions(edition: Edition, sheet: StepSheet) -> Iterator[Block]:
    for box in sheet.decisions:
        answers = tuple(_answer(edition, row) for row in box.outcomes)
        question = (Line(box.question, strong=True), *_decider(edition, box))
        yield Choice(question, Listing(answers, tuple(row.tone for row in box.outcomes)))


def _decider(edition: Edition, box: DecisionBox) -> Lines:
    return line(linked(edition, box.by) if box.by else None, edition.words("step.decided-by"), quiet=True)


def _answer(edition: Edition, row: OutcomeRow) -> Item:
    words = edition.words
    return Item(
        (
            *line(row.label, strong=True),
            *word_line(edition, row.when),
            *line(row.do),
            *line(linked(edition, row.hand_to) if row.hand_to else None, words("outcome.hand-to"), quiet=True),
            *line(listed(edition, row.inform), words("outcome.inform"), quiet=True),
            *line(listed(edition, (*row.say, *row.letters)), words("print.say"), quiet=True),
            *line(None if row.tone == "stay" else row.leads),
        )
    )


def _limits(edition: Edition, sheet: StepSheet, law: Law) -> Listing | None:
    items = tuple(_more_limit(edition, row, law) for row in sheet.more_limits)
    return Listing(items) if items else None


def _more_limit(edition: Edition, row: LimitRow, law: Law) -> Item:
    words = edition.words
    value = " ".join(filter(None, (words(f"limit-kind.{row.kind}"), times(edition, row.values), row.start)))
    return Item(
        (
            *line(row.title, strong=True),
            *word_line(edition, value),
            *word_line(edition, row.when),
            *word_line(edition, times(edition, row.extend) or None, words("step.extend")),
            *line(_by_law(edition, law.get(row.id, ())), words("clock.by-law"), quiet=True),
        )
    )


def _scripts(edition: Edition, sheet: StepSheet) -> Iterator[Named]:
    """The scripts of the step as a whole, to which none of its actions leads."""
    yield from (edition.named(f"scripts/{box.id}") for box in sheet.more_scripts)
