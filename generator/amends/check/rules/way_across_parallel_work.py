"""A way leads into the middle of steps that run side by side, or out of one of them past the others.

Why: what runs side by side begins together, and the case goes on once all of it is done (a parallel gateway in BPMN). A
case that comes in at a later one of these steps waits for ever for the first, which nobody has begun. One that leaves
past the others leaves them open behind it. An answer may lead round in its own step, to the step where all of them
lead, or to an end, which ends all that runs.

Bad:
    steps:
      accept: {}
      verify:
        alongside: accept
        decisions: {grounds: {outcomes: {unclear: {next: accept}}}}     # perhaps still under way
      settle: {}

Good:
    steps:
      accept: {}
      verify:
        alongside: accept
        decisions: {grounds: {outcomes: {unclear: {next: verify}}}}
      settle: {}

Way out: Ask the question in the step where both lead. To go back, lead to the first of the steps: all begin again.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow
from amends.model.sop import Sop
from amends.model.walk import FieldPath


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each way that comes in anywhere but at the first step, or leaves before all of them are done."""
    if subject.has_unknown_ways:
        return
    together = flow.side_by_side(subject.sop)
    yield from _ways_in(subject.sop, together)
    yield from _ways_out(subject.sop, together)


def _ways_out(sop: Sop, together: dict[str, tuple[str, ...]]) -> Iterator[Issue]:
    onward = flow.after(sop)
    for way in flow.ways(sop):
        first, *others = together.get(way.step, (way.step,))
        is_end = way.outcome is not None and way.target.startswith(flow.END)
        if not others or way.splits or is_end or way.target in (way.step, onward.get(way.step), *others):
            continue  # a way to one of the others is told as one that leads in
        beside = ", ".join(f"`{other}`" for other in (first, *others) if other != way.step)
        yield Issue(
            way.path,
            f"this way leaves `{way.step}` while {beside} may still be under way",
            f"lead to `{onward.get(way.step, 'end/STATE')}`, where all of them lead, and ask the question there",
        )


def _ways_in(sop: Sop, together: dict[str, tuple[str, ...]]) -> Iterator[Issue]:
    ways: list[tuple[FieldPath, str, str]] = [(("start",), "", sop.start)]
    ways += [(("escalations", key, "next"), "", it.next) for key, it in sop.escalations.items() if it.next]
    ways += [(way.path, way.step, way.target) for way in flow.ways(sop) if not way.splits]
    for path, step_id, target in ways:
        first = together.get(target, (target,))[0]
        if target not in (first, step_id):
            yield Issue(
                path,
                f"this way leads to `{target}` alone, which begins together with `{first}`",
                f"lead to `{first}`, and all that runs side by side begins",
            )


RULE = Rule("P213", "way-across-parallel-work", "error", __doc__, check)
