"""An own limit that stands against a legal clock: how a finding names it, and the patch that mends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from amends.check.rule import Issue, Subject
from amends.model.base import Event
from amends.model.clock import Clock
from amends.model.clock_limits import Gap, Judged
from amends.model.complaint import Complaint, Group, complaints, groups
from amends.model.duration import BySeverity, Duration
from amends.model.span import longest_within, verdict
from amends.model.time_limits import TimeLimit

_REMOVED = "null"
_Patch: TypeAlias = "str | Mapping[str, _Patch]"


def judged_issue(subject: Subject, clock_id: str, found: Judged, said: str) -> Issue:
    """An issue about a limit, or its extension, that may end after the law: the row, what it does, what to write."""
    clock = subject.sop.clocks[clock_id]
    what = f"the extension to {found.duration}" if found.is_extension else f"{found.duration}"
    between = _between(found.limit.start or clock.start, found.limit.by or clock.by)
    message = f"{what} in {_row_name(found.limit)} {between} {said}{_whom(subject, found.complaints)}"
    patch = _within_law(found, _longest(clock))
    if len(found.complaints) < len(complaints(subject.sop)) and not _names_all(found):
        way_out = _row_of_its_own(clock_id, clock, found.limit, groups(found.complaints, complaints(subject.sop)))
    elif subject.is_inherited(found.path):
        way_out = _in_layer(found.limit, patch)
    else:
        way_out = " and ".join(_in_place(found.limit, field, value) for field, value in patch.items())
    return Issue(found.path, message, f"{way_out}; {_other_clocks(clock_id)}")


def gap_issue(subject: Subject, clock_id: str, gap: Gap) -> Issue:
    """An issue about severities without a limit: in which row, which clock then stands alone, what to write."""
    clock = subject.sop.clocks[clock_id]
    severities = ", ".join(f"`{severity}`" for severity in gap.severities if severity != BySeverity.EVERY)
    between = _between(clock.start, clock.by)
    whom = _whom(subject, gap.complaints)
    if whom and len(gap.severities) == max(1, len(subject.sop.severities)):
        message = f"no row like {_row_name(gap.limit)} {between} holds{whom}; `{clock_id}` asks for {clock.within}"
    elif severities and not (gap.limit.when and gap.limit.when.outcome):
        message = f"{_row_name(gap.limit)} has no limit for {severities} {between}{whom}"
        message += f"; `{clock_id}` asks for {clock.within}"
    else:
        message = f"{_row_name(gap.limit)} {between} holds only after an answer; `{clock_id}` asks for {clock.within}"
    if gap.others:
        message += f"; {', '.join(map(_full_name, gap.others))} may be meant for some complaints only"
    durations = {severity: str(_longest(clock)) for severity in gap.severities}
    if whom or (gap.limit.when and gap.limit.when.outcome):
        way_out = _row_of_its_own(clock_id, clock, gap.limit, groups(gap.complaints, complaints(subject.sop)))
    elif subject.is_inherited(gap.path):
        way_out = _in_layer(gap.limit, {"within": durations})
    else:
        way_out = _in_place(gap.limit, "within", durations)
    return Issue(gap.path, message, f"{way_out}; {_other_clocks(clock_id)}")


def legal_time(clock_id: str, clock: Clock) -> str:
    """“the 8 weeks of `uk-disp-final-response`”; and that its first day counts, where it does."""
    told = f"the {clock.within} of `{clock_id}`"
    return f"{told} (its first day counts)" if clock.counts_first_day else told


def _longest(clock: Clock) -> Duration:
    """What to write in a limit of one's own so that it keeps the clock."""
    return clock.within if clock.kind != "within" else longest_within(clock.within, first_day=clock.counts_first_day)


def is_certain(clock: Clock) -> bool:
    """Whether the clock binds, and its figure was read in the source."""
    return clock.severity == "must" and clock.verified


def _row_name(limit: TimeLimit) -> str:
    """A limit beside the name of its step: by the id of its row; the step's own by its field."""
    return f"`{limit.row or 'within'}`"


def _full_name(limit: TimeLimit) -> str:
    return f"`{limit.name}`" if limit.row else f"`{limit.name}/within`"


def _between(start: Event, by: Event) -> str:
    return f"from {start} to {by}"


def _whom(subject: Subject, some: Sequence[Complaint]) -> str:
    """“, for complaints of kind `payment`”; nothing if these are all complaints that can occur."""
    told = [_group(group) for group in groups(some, complaints(subject.sop)) if group != Group()]
    return f" for complaints {' or '.join(told)}" if told else ""


def _group(group: Group) -> str:
    kinds = ", ".join(f"`{kind}`" if kind else "none" for kind in group.kinds)
    channels = ", ".join(f"`{channel}`" for channel in group.channels)
    return " ".join(filter(None, (f"of kind {kinds}" if kinds else "", f"by {channels}" if channels else "")))


def _names_all(found: Judged) -> bool:
    """Whether the row is meant for these complaints alone, so that it may be made shorter without harm to others."""
    return bool(found.limit.when and (found.limit.when.kind or found.limit.when.channel))


def _row_of_its_own(clock_id: str, clock: Clock, limit: TimeLimit, some: Sequence[Group]) -> str:
    """A row for the complaints that the message names, whole, so that it may be copied into a layer."""
    group = some[0]
    when = {
        field: f"[{', '.join(filter(None, names))}]"
        for field, names in (("kind", group.kinds), ("channel", group.channels))
        if names and None not in names
    }
    title = next(iter(clock.title.strings.values()))
    row: dict[str, _Patch] = {"title": f'"{title}"', "from": limit.start or clock.start, "by": limit.by or clock.by}
    row["within"] = str(_longest(clock))
    if limit.kind != "within":
        row["kind"] = limit.kind
    if when:
        row["when"] = when
    patch = {"steps": {str(limit.step): {"limits": {clock_id: row}}}}
    return f"write a row for them in your own layer:  {_flow(patch)}{_or_so(limit)}"


def _other_clocks(clock_id: str) -> str:
    return f"or, if `{clock_id}` does not apply to you, name only the clocks that do:  use_clocks: [PACK/CLOCK]"


def _within_law(found: Judged, legal: Duration) -> dict[str, _Patch]:
    """The fields of the limit that have to change, each with the longest or, for what must last, the shortest time."""
    extend = found.limit.extend
    if found.is_extension:
        return {"extend": _at_severity(found.written, found.severity, _extension(found, legal))}
    patch = {"within": _at_severity(found.written, found.severity, str(legal))}
    allowed = found.limit.for_severity(found.severity)
    if extend and allowed and allowed.extended:  # an extension is longer than what it extends
        patch["extend"] = _at_severity(extend, found.severity, _REMOVED)
    return patch


def _extension(found: Judged, legal: Duration) -> str:
    """The law's own figure, where that is still longer than each limit that is extended; else no extension."""
    within = found.limit.within
    normal = (within.for_severity(found.severity),) if not found.written.everywhere else _all(within)
    longer = all(it and verdict(it, legal) == "keeps" and verdict(legal, it) != "keeps" for it in normal)
    return str(legal) if longer else _REMOVED


def _all(limit: BySeverity) -> tuple[Duration, ...]:
    return tuple(duration for _, duration in limit.durations())


def _at_severity(field: BySeverity, severity: str, value: str) -> _Patch:
    """The value in the form that the field has; a field that would be left empty goes as a whole."""
    is_last = value == _REMOVED and len(field.each) == 1
    return value if field.everywhere or is_last else {severity: value}


def _in_layer(limit: TimeLimit, patch: Mapping[str, _Patch]) -> str:
    """What to write in a layer over the file that is at fault, whole, so that it may be copied."""
    for key in reversed(limit.entry):
        patch = {str(key): patch}
    return f"in your own layer write  {_flow(patch)}{_or_so(limit) if _sets_a_time(patch) else ''}"


def _in_place(limit: TimeLimit, field: str, value: _Patch) -> str:
    """What to do in the very file, where a `null` would find nothing to remove."""
    if not _sets_a_time(value):
        return f"delete `{field}`" if isinstance(value, str) else f"delete `{'`, `'.join(value)}` from `{field}`"
    if isinstance(value, str):
        return f"write  {_flow({field: value})}{_or_so(limit)}"
    return f"write in `{field}`  {_flow(value)}{_or_so(limit)}"


def _or_so(limit: TimeLimit) -> str:
    """In which direction the time may go on: what must wait or be kept may last longer."""
    return "  or less" if limit.kind == "within" else "  or more"


def _sets_a_time(patch: _Patch) -> bool:
    return patch != _REMOVED if isinstance(patch, str) else any(map(_sets_a_time, patch.values()))


def _flow(patch: Mapping[str, _Patch]) -> str:
    """YAML on one line; the outermost block without its braces, so that it may be copied into a file."""
    return _inner(patch)[1:-1]


def _inner(patch: _Patch) -> str:
    if isinstance(patch, str):
        return patch
    return "{" + ", ".join(f"{key}: {_inner(value)}" for key, value in patch.items()) + "}"
