"""What a user says of a complaint -> a case; whatever cannot be is told with the way out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from amends.content.clock_packs import COLLECTION, EVENTS_OF_PACK, entries_in, pack_files, read_pack
from amends.deadlines.due import NO_KIND, Case
from amends.deadlines.pause import Pause
from amends.finding import UsageError
from amends.model.base import Event
from amends.model.calendar import Calendar
from amends.model.clock import Clock
from amends.model.events import OwnEvent, in_order
from amends.model.public_holidays import unknown_place
from amends.model.sop import Sop
from amends.model.time_limits import in_force
from amends.model.validate import sound
from amends.nearest import nearest

_COLLECTIONS = {"severity": "severities", "kind": "kinds", "channel": "channels"}
EXAMPLE = "2026-11-20T15:00"
_PAUSE = "2027-02-01..2027-02-09"
_LONGEST_PAUSE = timedelta(days=36_525)


def case_of(
    sop: Sop, zone: ZoneInfo, received: str, events: Sequence[str], pauses: Sequence[str] = (), **facts: str | None
) -> Case:
    """The case that a user describes by `--received`, `--event NAME=TIME`, `--pause FIRST..LAST`, `--severity` ...

    `facts` are severity, kind and channel. Times without an offset are `zone`'s.

    Raises UsageError: no time, no such severity, kind, channel or event, an event or a pause before the complaint, or
    pauses that overlap.
    """
    came: dict[Event, datetime] = {"received": _moment("--received", received, zone)}
    for given in events:
        name, equals, time = given.partition("=")
        event = _event(sop, name)
        if not equals:
            raise UsageError(f"--event {given}: when did it come? Write  --event {given}={EXAMPLE}")
        if event == "received":
            raise UsageError("--event received: when the complaint came is told by  --received")
        came[event] = _moment(f"--event {name}", time, zone)
        if came[event].astimezone(UTC) < came["received"].astimezone(UTC):
            raise UsageError(f"--event {given}: that is before the complaint came ({received}); check both times")
    known = {fact: name and _known(sop, fact, name) for fact, name in facts.items()}
    return Case(came, **known, pauses=_pauses(pauses, came["received"].astimezone(zone).date()))


def chosen_clocks(sop: Sop, names: Sequence[str], packs: Path) -> dict[str, Clock]:
    """The clocks in force of the SOP; where `names` says which, those: clocks of the SOP, or shipped clocks and packs.

    Raises UsageError for a name that is none of these.
    """
    if not names:
        return in_force(sop)
    found: dict[str, Clock] = {}
    shipped = _shipped_clocks(packs, sop.default_locale)
    known = {clock_id: clock for pack in shipped.values() for clock_id, clock in pack.items()} | sop.clocks
    for name in names:
        pack, _, clock_id = name.partition("/")
        if name in known:
            found[name] = known[name]
        elif clock_id in shipped.get(pack, {}):  # as `use_clocks` writes it
            found[clock_id] = known[clock_id]
        elif name in shipped:
            found |= {key: clock for key, clock in shipped[name].items() if clock.superseded_by is None}
        else:
            raise UsageError(f"there is no clock “{name}”; {_nearest_clock(name, known, shipped)}")
    return found


def with_their_events(sop: Sop, clocks: Mapping[str, Clock], packs: Path) -> dict[str, OwnEvent]:
    """The SOP's own events, and those of shipped packs that these clocks need."""
    found: dict[str, OwnEvent] = {}
    for file in pack_files(packs).values() if clocks.keys() - sop.clocks.keys() else ():
        document = read_pack(file)
        if clocks.keys() & entries_in(document, COLLECTION).keys():
            found |= sound(EVENTS_OF_PACK, entries_in(document, EVENTS_OF_PACK), sop.default_locale)
    return found | sop.events


def chosen_calendar(
    plan: Calendar | None, country: str | None, subdivision: str | None, time_zone: str | None
) -> Calendar | None:
    """The SOP's calendar with what the user wants otherwise; raises UsageError for an unknown place or zone."""
    if country is None and subdivision is None and time_zone is None:
        return plan
    below = plan.model_dump() if plan else {}
    if country is not None:
        below.pop("subdivision", None)  # a part of another country
    wishes = {"country": country, "subdivision": subdivision, "time_zone": time_zone}
    wanted: dict[str, Any] = below | {name: value for name, value in wishes.items() if value is not None}
    try:
        calendar = Calendar.model_validate(wanted)
    except ValidationError as error:
        raise UsageError(_told(error)) from None
    if problem := unknown_place(calendar):
        _, message, hint = problem
        raise UsageError(f"{message}; {hint}")
    return calendar


def _told(error: ValidationError) -> str:
    [*_, details] = error.errors(include_url=False)
    if details["type"] == "missing":
        option = str(details["loc"][0]).replace("_", "-")
        return f"the SOP has no calendar, so say  --{option}  too"
    context = details.get("ctx", {})
    return f"{context['message']}; {context['hint']}"


def _known(sop: Sop, fact: str, name: str) -> str:
    """The severity, kind or channel of that id, in capitals or not; or that there is no special kind."""
    collection = _COLLECTIONS[fact]
    known = getattr(sop, collection)
    if fact == "kind" and name == NO_KIND:
        return name
    for entry_id in known:
        if entry_id.casefold() == name.casefold():
            return str(entry_id)
    raise UsageError(f"there is no {fact} “{name}”; {nearest(name, known, collection)}")


def _nearest_clock(name: str, known: Collection[str], shipped: Mapping[str, Collection[str]]) -> str:
    pack, _, clock_id = name.partition("/")
    if clock_id and pack in shipped:
        return nearest(clock_id, shipped[pack], few=len(shipped[pack]))
    return nearest(name, [*known, *shipped], "clocks")


def _event(sop: Sop, name: str) -> Event:
    known = in_order(sop.events)
    if name in known:
        return name
    way_out = f"or declare it in the SOP:  events: {{{name}: {{title: ..., since: ..., follows: ...}}}}"
    raise UsageError(f"there is no event “{name}”; {nearest(name, known, few=len(known))}; {way_out}")


def _pauses(given: Sequence[str], received: date) -> tuple[Pause, ...]:
    found = sorted((_pause(text, received) for text in given), key=lambda pause: pause.first)
    for earlier, later in pairwise(found):
        if later.first <= earlier.last:
            whole = Pause(earlier.first, max(earlier.last, later.last))
            raise UsageError(f"--pause {later}: it overlaps {earlier}; write the two as one:  --pause {whole}")
    return tuple(found)


def _pause(text: str, received: date) -> Pause:
    first, _, last = text.partition("..")
    try:
        pause = Pause(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        hint = f"write its first and its last day: {_PAUSE}; while it goes on, its last day is today"
        raise UsageError(f"--pause {text}: that is no pause; {hint}") from None
    if pause.last < pause.first:
        turned = Pause(pause.last, pause.first)
        raise UsageError(f"--pause {text}: it ends before it begins; write the earlier day first:  --pause {turned}")
    if pause.first < received:
        raise UsageError(f"--pause {text}: it begins before the complaint came ({received}); check both days")
    if pause.last - pause.first > _LONGEST_PAUSE:
        raise UsageError(f"--pause {text}: it lasts more than a hundred years; check the years")
    return pause


def _moment(option: str, text: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option}: “{text}” is not a time; write it so: {EXAMPLE}") from None
    if len(text) <= len("2026-11-20"):
        raise UsageError(f"{option}: “{text}” is a day; the hour counts too: {text}T15:00")
    try:
        return moment.astimezone(zone) if moment.tzinfo else _only_moment(option, moment, zone)
    except OverflowError:
        raise UsageError(f"{option}: “{text}” is no time that a calendar knows; check the year") from None


def _only_moment(option: str, wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks of a zone show a time; UsageError if they skip it or show it twice."""
    # In one zone, Python takes two moments for the same if the clocks show the same, so they are compared in UTC.
    moments = sorted({wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)})
    near = [moment.astimezone(zone) for moment in moments]
    shown = [moment for moment in near if moment.replace(tzinfo=None, fold=0) == wall]
    if len(shown) == 1:
        return shown[0]
    choices, time = " or ".join(moment.isoformat(timespec="minutes") for moment in near), f"{wall:%Y-%m-%dT%H:%M}"
    if shown:
        raise UsageError(f"{option}: {time} comes twice in {zone}, where the clocks change; write {choices}")
    raise UsageError(f"{option}: {time} does not exist in {zone}, where the clocks change; write {choices}")


def _shipped_clocks(packs: Path, default_locale: str) -> dict[str, dict[str, Clock]]:
    return {
        name: sound(COLLECTION, entries_in(read_pack(file), COLLECTION), default_locale)
        for name, file in pack_files(packs).items()
    }
