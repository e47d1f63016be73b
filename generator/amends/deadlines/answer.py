"""The whole story of `amends deadlines`: a place and what is known of a case -> its deadlines in one format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amends.content.place import Place
from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.case import case_of, chosen_calendar, chosen_clocks, with_their_events
from amends.deadlines.data import as_data
from amends.deadlines.due import deadlines
from amends.deadlines.sheet import deadline_sheet
from amends.deadlines.table import as_table
from amends.edition.edition import Edition
from amends.edition.own_words import words_of
from amends.finding import UsageError
from amends.model.sop import Sop
from amends.nearest import nearest
from amends.read import usable_sop
from amends.shipped import shipped

Format = Literal["table", "json", "ics"]


@dataclass(frozen=True)
class Question:
    """What a user says of a case, as text."""

    received: str
    severity: str | None = None
    kind: str | None = None
    channel: str | None = None
    events: Sequence[str] = ()
    pauses: Sequence[str] = ()
    clocks: Sequence[str] = ()
    case_number: str = ""
    country: str | None = None
    subdivision: str | None = None
    time_zone: str | None = None
    locale: str | None = None


def answer(place: Place, today: date, question: Question, form: Format) -> bytes:
    """The deadlines of the case; raises Findings for an SOP that cannot be used, UsageError for a wrong question."""
    sop, _ = usable_sop(place, today)
    packs = shipped("sop") / "clocks"
    clocks = chosen_clocks(sop, question.clocks, packs)
    sop = sop.model_copy(update={"clocks": clocks, "events": with_their_events(sop, clocks, packs)})
    plan = chosen_calendar(sop.calendar, question.country, question.subdivision, question.time_zone)
    calendar = WorkingCalendar(plan)
    facts = {"severity": question.severity, "kind": question.kind, "channel": question.channel}
    case = case_of(sop, calendar.zone, question.received, question.events, question.pauses, **facts)
    sheet = deadline_sheet(_edition(sop, question.locale), calendar, case, deadlines(sop, calendar, case))
    if form == "ics":
        from amends.deadlines.ical import as_ical  # half a second, and only this format needs it

        return as_ical(sheet, calendar, question.case_number)
    if form == "json":
        return f"{json.dumps(as_data(sheet), ensure_ascii=False, indent=2)}\n".encode()
    return f"{as_table(sheet)}\n".encode()


def _edition(sop: Sop, locale: str | None) -> Edition:
    locale = locale or sop.default_locale
    if locale not in sop.locales:
        raise UsageError(f"the SOP has no locale “{locale}”; {nearest(locale, sop.locales)}")
    return Edition(sop, locale, words_of(sop, locale))
