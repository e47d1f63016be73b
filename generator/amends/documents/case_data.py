"""The data with which the browser handles one case through the process: neutral values, ready to become JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amends.documents.calendar_data import CalendarData, calendar_data
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition
from amends.model.base import Event, WayTarget
from amends.model.condition import Scope, When
from amends.model.duration import Duration
from amends.model.flow import END
from amends.model.step import Decision, LimitKind, Outcome, Step
from amends.model.time_limits import TimeLimit, limits_of_steps
from amends.model.units import OPEN, Measure


@dataclass(frozen=True)
class Allowance:
    """How long something may take: in words, and `counted` in a measure, such as `("business days", 2)`.

    What `is_open` (“at once”) has no date to wait for.
    """

    words: str
    counted: tuple[Measure, int] | None = None
    is_open: bool = False


@dataclass(frozen=True)
class CaseWhen:
    """For which cases something holds; `outcomes` are the full names of answers. What is None says nothing."""

    severities: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    channels: tuple[str, ...] | None = None
    outcomes: tuple[str, ...] | None = None


@dataclass(frozen=True)
class CaseLimit:
    """A time limit of a step: `start` is the event from which it counts, or none for the start of the step.

    `within` is by severity, or has one entry for `BySeverity.EVERY`; `words` is the whole limit in words.
    The step's own limit has no title. If no step brings `by` about, it has come at the latest when the step of the
    limit itself `ends_with` its event.
    """

    path: str
    title: str
    start: Event | None
    by: Event | None
    ends_with: Event | None
    kind: LimitKind
    words: str
    within: Mapping[str, Allowance]
    when: CaseWhen | None = None


@dataclass(frozen=True)
class CaseTick:
    """A tick box: an action or a record, and when it applies."""

    path: str
    when: CaseWhen | None = None


@dataclass(frozen=True)
class CaseAnswer:
    """An answer: where it leads (a step, `end/STATE`, or nowhere), how often it may, and where it leads after that."""

    path: str
    way: WayTarget | None = None
    times: int | None = None
    then: WayTarget | None = None
    when: CaseWhen | None = None


@dataclass(frozen=True)
class CaseDecision:
    """A question with its answers."""

    path: str
    answers: tuple[CaseAnswer, ...]


@dataclass(frozen=True)
class CaseStep:
    """A step as the browser needs it; a step outside the case has no number.

    All of the steps that run at the same time are named in `beside`, itself too; without any, it is None.
    The `fingerprint` begins with the locale, since each language has fingerprints of its own: `en:1a2b3c4d`.
    """

    id: str
    number: int | None
    fingerprint: str
    sets: str | None
    onward: WayTarget | None
    beside: tuple[str, ...] | None
    ticks: tuple[CaseTick, ...]
    decisions: tuple[CaseDecision, ...]
    limits: tuple[CaseLimit, ...]


@dataclass(frozen=True)
class CaseData:
    """The whole process, for the scripts of the pages of cases. All these pages share one file of it.

    `places` are the titles of steps and end states (`end/STATE`).
    `answers` are the texts of answers, by path.
    """

    sop: str
    number: str
    version: str
    start: str
    severities: Mapping[str, str]
    short_severities: Mapping[str, str]
    kinds: Mapping[str, str]
    channels: Mapping[str, str]
    places: Mapping[str, str]
    answers: Mapping[str, str]
    steps: tuple[CaseStep, ...]
    moved: Mapping[str, str]
    """The earlier names of entries, with those of today: ticks of cases that began before are found by them."""
    words: Mapping[str, str]
    form: str
    """The CLDR locale in which times are written."""
    apart: tuple[str, ...] = ()
    """How the paths begin of what is written in confidential records: the file of a case does not hold it."""
    calendar: CalendarData | None = None
    """None if the SOP has none: then nothing is counted in working days and hours."""

    def as_json(self) -> dict[str, Any]:
        """Plain data; values that are None or False are left out."""
        plain: dict[str, Any] = as_plain(self)
        return plain


def case_data(sheets: Sheets, marks: Fingerprints) -> CaseData:
    """The process of one SOP in one language."""
    edition, sop = sheets.edition, sheets.edition.sop
    limits = tuple(limits_of_steps(sop))
    return CaseData(
        sop=sop.id,
        number=sop.document.number,
        version=sop.document.version,
        start=sop.start,
        severities={key: edition.plain(severity.title) for key, severity in sop.severities.items()},
        short_severities={key: edition.plain(severity.short) for key, severity in sop.severities.items()},
        kinds={key: edition.plain(kind.title) for key, kind in sop.kinds.items()},
        channels={key: edition.plain(channel.title) for key, channel in sop.channels.items()},
        places=dict(_places(sheets)),
        answers=dict(_answers(sheets)),
        steps=tuple(_step(sheets, sheet, marks[f"steps/{sheet.id}"], limits) for sheet in sheets.steps.values()),
        moved=sop.aliases,
        words=edition.words.group("cases.say"),
        form=edition.words("form.locale"),
        apart=tuple(f"records/{key}/" for key, record in sop.records.items() if record.confidential),
        calendar=calendar_data(sop.calendar, sop.document.effective) if sop.calendar else None,
    )


def _places(sheets: Sheets) -> Iterator[tuple[str, str]]:
    edition = sheets.edition
    for key, sheet in sheets.steps.items():
        title = sheet.title.plain
        yield key, edition.words("cases.step", number=sheet.number, title=title) if sheet.number else title
    for key, state in edition.sop.end_states.items():
        yield f"{END}{key}", edition.plain(state.title)


def _answers(sheets: Sheets) -> Iterator[tuple[str, str]]:
    for sheet in sheets.steps.values():
        for box in sheet.decisions:
            for answer in box.outcomes:
                yield f"steps/{sheet.id}/decisions/{box.id}/outcomes/{answer.id}", answer.label.plain


def _step(sheets: Sheets, sheet: StepSheet, mark: str, limits: tuple[TimeLimit, ...]) -> CaseStep:
    edition, step, here = sheets.edition, sheets.edition.sop.steps[sheet.id], f"steps/{sheet.id}"
    ordinary = [way.target for way in edition.ways if way.step == sheet.id and way.outcome is None and not way.splits]
    return CaseStep(
        id=sheet.id,
        number=sheet.number,
        fingerprint=f"{edition.locale}:{mark}",
        sets=step.sets,
        onward=ordinary[0] if ordinary else None,
        beside=edition.side_by_side.get(sheet.id),
        ticks=tuple(_ticks(edition, here, step, sheet)),
        decisions=tuple(_decision(here, key, box) for key, box in step.decisions.items()),
        limits=tuple(_limit(edition, here, limit) for limit in limits if limit.step == sheet.id),
    )


def _ticks(edition: Edition, here: str, step: Step, sheet: StepSheet) -> Iterator[CaseTick]:
    for key, action in step.actions.items():
        yield CaseTick(f"{here}/actions/{key}", _when(here, action.when))
    for record in sheet.records:
        yield CaseTick(f"{here}/records/{record.id}", _when(here, edition.sop.records[record.id].when))


def _when(here: str, scope: Scope | None) -> CaseWhen | None:
    if scope is None:
        return None
    answers = scope.outcome if isinstance(scope, When) else ()
    parts = (answer.partition("/") for answer in answers)
    paths = tuple(f"{here}/decisions/{decision}/outcomes/{answer}" for decision, _, answer in parts)
    return CaseWhen(scope.severity or None, scope.kind or None, scope.channel or None, paths or None)


def _decision(here: str, decision_id: str, decision: Decision) -> CaseDecision:
    path = f"{here}/decisions/{decision_id}"
    answers = decision.outcomes.items()
    return CaseDecision(path, tuple(_answer(f"{path}/outcomes/{key}", answer, here) for key, answer in answers))


def _answer(path: str, outcome: Outcome, here: str) -> CaseAnswer:
    way, bound, when = outcome.way_from(here.removeprefix("steps/")), outcome.at_most, _when(here, outcome.when)
    return CaseAnswer(path, way, bound.times if bound else None, bound.then if bound else None, when)


def _limit(edition: Edition, here: str, limit: TimeLimit) -> CaseLimit:
    since = edition.since(limit.start) if limit.start else edition.words("cases.from-step")
    values = (f"{chip.label} {chip.value}".strip() for chip in edition.chips(limit.within))
    return CaseLimit(
        path=f"{here}/limits/{limit.row or ''}",
        title=edition.plain(limit.title) if limit.row else "",
        start=limit.start,
        by=limit.by,
        ends_with=_ends_with(edition, limit),
        kind="wait" if limit.kind == "keep" else limit.kind,  # in the browser, both tell how long is left to wait
        words=edition.words("chip-separator").join((*values, *edition.scope(limit.when))),
        within={severity: _allowance(edition, duration, since) for severity, duration in limit.within.durations()},
        when=_when(here, limit.when),
    )


def _ends_with(edition: Edition, limit: TimeLimit) -> Event | None:
    """The event of the limit's own step, where no step brings about the one that keeps the limit.

    Not the receipt, which is entered when the case begins, nor the event from which the limit counts.
    """
    steps = edition.sop.steps
    is_brought = any(step.sets == limit.by for step in steps.values())
    own = steps[str(limit.step)].sets
    return None if limit.by is None or is_brought or own in ("received", limit.start) else own


def _allowance(edition: Edition, duration: Duration, since: str) -> Allowance:
    words = edition.duration(duration)
    if duration.unit in ("at once", "unlimited"):
        return Allowance(words, is_open=True)
    if duration.unit in OPEN:
        return Allowance(words, duration.measured)
    return Allowance(edition.words("cases.from", value=words, start=since), duration.measured)


def as_plain(value: Any) -> Any:
    """Dataclasses as plain data; values that are None or False are left out."""
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    if isinstance(value, str | int):
        return value
    fields = value if isinstance(value, Mapping) else vars(value)
    return {name: as_plain(inner) for name, inner in fields.items() if inner is not None and inner is not False}
