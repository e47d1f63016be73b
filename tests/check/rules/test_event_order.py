from __future__ import annotations

from builders import STEPS, Check


def _settle(event: str) -> str:
    return STEPS.replace("    next: end/settled\n", f"    next: end/settled\n    sets: {event}\n")


def _events(*lines: str) -> str:
    return "events:\n" + "".join(f"  {line}\n" for line in lines)


def test_an_event_that_every_case_knows_is_not_declared_again(check: Check) -> None:
    events = _events("decided: {title: Ruled, since: from the ruling, follows: found}")
    assert check("P208", events=events) == [
        (
            "events.yml: decided: {title: Ruled, since: from the ruling, follows: found}",
            "events/decided: every case knows the event `decided` already",
        )
    ]


def test_events_in_a_circle_are_found(check: Check) -> None:
    one = "escalated: {title: Escalated, since: from the escalation, follows: heard}"
    two = "heard: {title: Heard, since: from the hearing, follows: escalated}"
    assert check("P208", steps=_settle("heard"), events=_events(one, two)) == [
        (f"events.yml: {one}", "events/escalated: `escalated` comes after itself, through `heard`"),
        (f"events.yml: {two}", "events/heard: `heard` comes after itself, through `escalated`"),
    ]


def test_an_event_after_another_is_in_order(check: Check) -> None:
    events = _events("escalated: {title: Escalated, since: from the escalation, follows: answered}")
    assert check("P208", steps=_settle("escalated"), events=events) == []
    assert check("R104", steps=_settle("escalated"), events=events) == []


def test_an_event_that_nothing_sets_or_names_is_unused(check: Check) -> None:
    events = _events("escalated: {title: Escalated, since: from the escalation}")
    [(_, message)] = check("R104", events=events)
    assert message == "events/escalated: no step sets this event, and no time limit names it"
