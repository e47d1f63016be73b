"""Which limit of an SOP serves which legal clock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.model.clock import Clock
from amends.model.clock_limits import Comparison, comparisons
from amends.model.complaint import Complaint, fits
from amends.model.condition import When
from amends.model.duration import BySeverity, Duration
from amends.model.sop import Sop
from amends.model.span import verdict
from amends.model.text import Text
from amends.model.time_limits import TimeLimit, limits_of_steps
from amends.model.units import UNITS, Unit
from builders import FILES, STEPS, corner_shop

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"


def sop_of(folder: Path, steps: str = STEPS, header: str = "") -> Sop:
    # A limit that breaks a clock is an error; what is judged here is the SOP all the same.
    sop = corner_shop(folder, FILES | {"steps": steps, "sop": FILES["sop"] + header}).reading().sop
    assert sop is not None
    return sop


def told(sop: Sop, clock: str = "final-response") -> list[tuple[str, str, str, bool]]:
    """For each severity: the limit that decides, what it does, and whether it is an extension."""
    found = comparisons(sop)[clock].deciding
    return [(it.severity, str(it.duration), it.verdict, it.is_extension) for it in found]


def gaps(sop: Sop, clock: str = "final-response") -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Each row that leaves severities out, which, and the rows that name them all the same."""
    return [(gap.limit.name, gap.severities, [it.name for it in gap.others]) for gap in comparisons(sop)[clock].gaps]


def beside(row: str, within: str, steps: str = STEPS) -> str:
    """The steps with a second row between the same events, before the one that is there."""
    line = f"      {row}: {{title: Row, from: received, by: decided, within: {within}}}\n"
    return steps.replace("      answer:\n", line + "      answer:\n", 1)


def with_answer(within: str) -> str:
    return STEPS.replace(WITHIN, f"within: {within}").replace("        extend: {p2: 10 business days}\n", "")


def test_a_row_of_limits_serves_the_clock_of_its_two_events(tmp_path: Path) -> None:
    sop = sop_of(tmp_path)
    assert told(sop) == [("p1", "2 business days", "keeps", False), ("p2", "5 business days", "keeps", False)]
    [first, _] = comparisons(sop)["final-response"].judged
    assert first.path == ("steps", "verify", "limits", "answer", "within", "p1")
    assert gaps(sop) == []


def test_the_limit_of_a_step_serves_the_clock_that_ends_with_the_event_it_sets(tmp_path: Path) -> None:
    steps = STEPS.replace(
        "    within: 1 hour\n    sets: received", "    within: 9 weeks\n    from: received\n    sets: decided"
    )
    steps = steps.replace("        by: decided\n", "")
    sop = sop_of(tmp_path, steps)
    assert told(sop) == [("p1", "9 weeks", "breaks", False), ("p2", "9 weeks", "breaks", False)]
    paths = {found.path for found in comparisons(sop)["final-response"].judged}
    assert paths == {("steps", "accept", "within")}


@pytest.mark.parametrize(
    "change",
    [
        ("        by: decided\n", ""),
        ("        from: received\n", ""),
        ("        by: decided\n", "        by: agreed\n"),
        ("        by: decided\n", "        by: decided\n        kind: every\n"),
    ],
)
def test_a_limit_between_other_events_or_of_another_kind_serves_no_clock(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    assert told(sop_of(tmp_path, STEPS.replace(*change))) == []


def test_an_extension_decides_where_it_does_worse(tmp_path: Path) -> None:
    steps = STEPS.replace("extend: {p2: 10 business days}", "extend: {p2: 12 weeks}")
    assert told(sop_of(tmp_path, steps)) == [
        ("p1", "2 business days", "keeps", False),
        ("p2", "12 weeks", "breaks", True),
    ]


def test_an_extension_for_one_severity_of_a_limit_for_all_is_judged_for_that_one(tmp_path: Path) -> None:
    steps = STEPS.replace(WITHIN, "within: 2 weeks").replace("extend: {p2: 10 business days}", "extend: {p2: 12 weeks}")
    sop = sop_of(tmp_path, steps)
    assert told(sop) == [("p1", "2 weeks", "keeps", False), ("p2", "12 weeks", "breaks", True)]
    assert [found.path[-2:] for found in comparisons(sop)["final-response"].judged] == [
        ("answer", "within"),
        ("extend", "p2"),
    ]


def test_a_stricter_row_between_the_same_events_does_not_vouch_for_the_other(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, beside("disability", "30 calendar days", with_answer("90 calendar days")))
    assert told(sop) == [("p1", "90 calendar days", "breaks", False), ("p2", "90 calendar days", "breaks", False)]


def test_each_severity_is_decided_by_the_weakest_of_the_rows_that_name_it(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, beside("loose", "{p1: 9 weeks}"))
    assert told(sop) == [("p1", "9 weeks", "breaks", False), ("p2", "5 business days", "keeps", False)]


def test_rows_that_are_as_weak_as_each_other_all_decide(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, beside("other", "{p1: 9 weeks, p2: 1 week}", with_answer("{p1: 10 weeks, p2: 2 weeks}")))
    assert [(severity, within) for severity, within, _, _ in told(sop)] == [
        ("p1", "9 weeks"),
        ("p2", "1 week"),
        ("p1", "10 weeks"),
        ("p2", "2 weeks"),
    ]


def test_a_severity_without_a_limit_is_a_gap(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, with_answer("{p1: 2 business days}"))
    assert told(sop) == [("p1", "2 business days", "keeps", False)]
    assert gaps(sop) == [("steps/verify/limits/answer", ("p2",), [])]


def test_two_rows_that_divide_the_severities_leave_no_gap(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, beside("grave", "{p1: 1 week}", with_answer("{p2: 2 weeks}")))
    assert told(sop) == [("p1", "1 week", "keeps", False), ("p2", "2 weeks", "keeps", False)]
    assert gaps(sop) == []


@pytest.mark.parametrize("disability", ["15 calendar days", "30 calendar days"])
def test_a_second_row_does_not_close_the_gap_of_a_first_that_is_not_stricter(tmp_path: Path, disability: str) -> None:
    sop = sop_of(tmp_path, beside("disability", disability, with_answer("{p1: 30 calendar days}")))
    assert gaps(sop) == [("steps/verify/limits/answer", ("p2",), ["steps/verify/limits/disability"])]


def test_a_stricter_row_for_some_severities_beside_one_for_all_leaves_no_gap(tmp_path: Path) -> None:
    assert gaps(sop_of(tmp_path, beside("urgent", "{p1: 24 hours}", with_answer("8 weeks")))) == []


def test_the_start_of_a_step_is_no_event_of_a_clock(tmp_path: Path) -> None:
    steps = STEPS.replace("        from: received\n", "")
    [_, answer, _] = limits_of_steps(sop := sop_of(tmp_path, steps))
    assert answer.counted_from == "received"
    assert told(sop) == []


def test_only_clocks_in_force_are_compared(tmp_path: Path) -> None:
    steps = STEPS.replace("from: received\n        by: decided", "from: received\n        by: agreed")
    sop = sop_of(tmp_path, steps, "use_clocks: [cn-consumer-law]\n")
    assert "cn-order-20-mediation" in sop.clocks
    assert "cn-order-20-mediation" not in comparisons(sop)
    assert {clock for clock, compared in comparisons(sop).items() if compared.rows} == {"cn-order-121-mediation"}


SEVERITIES = ("p1", "p2", "p3")
DURATIONS = st.builds(Duration, st.integers(0, 200), st.sampled_from(UNITS))
EACH = st.dictionaries(st.sampled_from(SEVERITIES), DURATIONS, min_size=1)
FIELDS = st.one_of(
    st.builds(BySeverity, DURATIONS), EACH.map(lambda each: BySeverity(None, tuple(sorted(each.items()))))
)


def row(number: int, within: BySeverity, extend: BySeverity | None = None) -> TimeLimit:
    entry = ("steps", "verify", "limits", f"row-{number}")
    return TimeLimit(entry, Text({"en": "Row"}), within, extend, start="received", by="decided")


ROWS = st.lists(st.tuples(FIELDS, st.none() | FIELDS), max_size=4).map(
    lambda fields: [row(number, *both) for number, both in enumerate(fields)]
)


def against(legal: Duration, rows: list[TimeLimit], severities: tuple[str, ...] = SEVERITIES) -> Comparison:
    # Only the two events and the duration of a clock are compared.
    clock = Clock.model_construct(start="received", by="decided", within=legal)
    return Comparison(clock, tuple(rows), severities)


def keeping(compared: Comparison) -> set[str]:
    """The severities of which may be said that the law is kept."""
    verdicts = {
        severity: {it.verdict for it in compared.deciding if it.severity == severity} for severity in SEVERITIES
    }
    left_out = {severity for gap in compared.gaps for severity in gap.severities}
    return {severity for severity, found in verdicts.items() if found == {"keeps"}} - left_out


def without(limit: TimeLimit, severity: str) -> list[TimeLimit]:
    """The row without one severity; nothing where it named no other."""
    each = tuple((it, allowed) for it in SEVERITIES if it != severity and (allowed := limit.within.for_severity(it)))
    return [replace(limit, within=BySeverity(None, each))] if each else []


def kept_by(limit: TimeLimit, severity: str, legal: Duration) -> bool | None:
    """Whether one row alone keeps the law for a severity; None where it names none."""
    allowed = limit.for_severity(severity)
    if allowed is None:
        return None
    return all(verdict(it, legal) == "keeps" for it in allowed if it is not None)


@settings(deadline=None)
@given(DURATIONS, ROWS)
def test_the_law_is_kept_only_where_every_row_that_names_the_severity_keeps_it(
    legal: Duration, rows: list[TimeLimit]
) -> None:
    for severity in keeping(against(legal, rows)):
        kept = [it for limit in rows if (it := kept_by(limit, severity, legal)) is not None]
        assert kept
        assert all(kept)


@settings(deadline=None)
@given(DURATIONS, ROWS, FIELDS)
def test_another_limit_never_turns_a_broken_clock_into_a_kept_one(
    legal: Duration, rows: list[TimeLimit], more: BySeverity
) -> None:
    before = against(legal, rows)
    not_kept = {it.severity for it in before.deciding if it.verdict != "keeps"}
    assert not keeping(against(legal, [*rows, row(9, more)])) & not_kept
    assert not keeping(against(legal, [row(9, more), *rows])) & not_kept


@settings(deadline=None)
@given(DURATIONS, FIELDS, st.sampled_from(SEVERITIES))
def test_a_severity_that_loses_its_only_limit_is_a_gap_and_the_others_stay_as_they_are(
    legal: Duration, within: BySeverity, severity: str
) -> None:
    before, after = against(legal, [row(0, within)]), against(legal, without(row(0, within), severity))
    assert keeping(after) == keeping(before) - {severity}
    assert not after.rows or severity in {it for gap in after.gaps for it in gap.severities}


@settings(deadline=None)
@given(
    DURATIONS,
    st.sampled_from(UNITS),
    st.integers(0, 100),
    st.dictionaries(st.sampled_from(SEVERITIES), st.integers(0, 100), min_size=2),
    st.data(),
)
def test_a_stricter_row_for_every_severity_never_makes_up_for_a_limit_that_another_loses(
    legal: Duration, unit: Unit, strict: int, longer: dict[str, int], data: st.DataObject
) -> None:
    whole = row(0, BySeverity(None, tuple((it, Duration(strict + more, unit)) for it, more in longer.items())))
    stricter = row(1, BySeverity(Duration(strict, unit)))
    lost = data.draw(st.sampled_from(sorted(longer)))
    before = against(legal, [whole, stricter])
    after = against(legal, [*without(whole, lost), stricter])
    assert keeping(after) == keeping(before) - {lost}


@settings(deadline=None)
@given(DURATIONS, ROWS)
def test_what_rows_do_for_a_severity_depends_only_on_those_that_name_it(legal: Duration, rows: list[TimeLimit]) -> None:
    whole = against(legal, rows)
    for severity in SEVERITIES:
        alone = against(legal, [it for it in rows if it.for_severity(severity)])
        own = [it for it in whole.deciding if it.severity == severity]
        assert own == [it for it in alone.deciding if it.severity == severity]
        nowhere = {it for gap in whole.gaps if not gap.others for it in gap.severities}
        assert (severity in nowhere) == (bool(rows) and not own)


KINDS = """\
kinds:
  payments: {title: Payments, short: payments, known_as: [payment-services]}
  disability: {title: Disability, short: disability}
channels:
  letter: {title: Letter, short: by letter}
  phone: {title: Telephone, short: by telephone}
"""
OF_PAYMENTS = FILES["tables"].replace("    within: 8 weeks\n", "    within: 15 business days\n    when: {kind: K}\n")


def row_for(row: str, within: str, when: str, steps: str) -> str:
    """The steps with one more row, between the same events, for some complaints only."""
    line = f"      {row}: {{title: Row, from: received, by: decided, within: {within}, when: {when}}}\n"
    return steps.replace("      answer:\n", line + "      answer:\n", 1)


def with_kinds(folder: Path, steps: str, tables: str = FILES["tables"]) -> Sop:
    sop = corner_shop(folder, FILES | {"steps": steps, "tables": tables, "kinds": KINDS}).reading().sop
    assert sop is not None
    return sop


def said(sop: Sop) -> list[tuple[str, str, str, set[str | None], set[str | None]]]:
    """For each severity what decides, and for which kinds and channels."""
    found = comparisons(sop)["final-response"].deciding
    return [
        (it.severity, str(it.duration), it.verdict, {c.kind for c in it.complaints}, {c.channel for c in it.complaints})
        for it in found
        if it.severity == "p1"
    ]


BOTH: set[str | None] = {"letter", "phone"}


def test_a_row_for_a_kind_speaks_for_it_and_vouches_for_no_other(tmp_path: Path) -> None:
    steps = row_for("disability", "30 calendar days", "{kind: disability}", with_answer("90 calendar days"))
    assert said(with_kinds(tmp_path, steps)) == [
        ("p1", "30 calendar days", "keeps", {"disability"}, BOTH),
        ("p1", "90 calendar days", "breaks", {None, "payments"}, BOTH),
    ]


def test_a_clock_for_a_kind_is_kept_by_the_row_for_that_kind(tmp_path: Path) -> None:
    steps = row_for("psd", "15 business days", "{kind: payments}", with_answer("8 weeks"))
    assert said(with_kinds(tmp_path, steps, OF_PAYMENTS.replace("kind: K", "kind: payment-services"))) == [
        ("p1", "15 business days", "keeps", {"payments"}, BOTH)
    ]


def test_a_clock_for_a_kind_that_the_sop_lacks_counts_for_every_complaint(tmp_path: Path) -> None:
    tables = OF_PAYMENTS.replace("kind: K", "kind: [payments, insurance]")
    assert said(with_kinds(tmp_path, with_answer("8 weeks"), tables)) == [
        ("p1", "8 weeks", "breaks", {None, "payments", "disability"}, BOTH)
    ]


def test_complaints_that_a_clock_excepts_are_not_held_against_it(tmp_path: Path) -> None:
    tables = FILES["tables"].replace("    within: 8 weeks\n", "    within: 8 weeks\n    unless: {kind: payments}\n")
    steps = row_for("psd", "9 weeks", "{kind: payments}", with_answer("8 weeks"))
    assert said(with_kinds(tmp_path, steps, tables)) == [("p1", "8 weeks", "keeps", {None, "disability"}, BOTH)]


def test_complaints_for_which_no_row_holds_are_a_gap(tmp_path: Path) -> None:
    steps = with_answer("{p1: 1 week, p2: 1 week}").replace(
        "        by: decided\n", "        by: decided\n        when: {channel: letter}\n"
    )
    [gap] = comparisons(with_kinds(tmp_path, steps))["final-response"].gaps
    assert gap.severities == ("p1", "p2")
    assert {(it.kind, it.channel) for it in gap.complaints} == {
        (None, "phone"),
        ("payments", "phone"),
        ("disability", "phone"),
    }


def test_a_row_for_a_kind_that_leaves_a_severity_out_hands_it_back_to_the_row_for_all(tmp_path: Path) -> None:
    steps = row_for("psd", "{p2: 15 business days}", "{kind: payments}", with_answer("8 weeks"))
    tables = OF_PAYMENTS.replace("kind: K", "kind: payments")
    assert said(with_kinds(tmp_path, steps, tables)) == [("p1", "8 weeks", "breaks", {"payments"}, BOTH)]


def test_a_row_after_an_answer_may_break_a_clock_and_never_closes_a_gap(tmp_path: Path) -> None:
    steps = with_answer("9 weeks").replace(
        "        by: decided\n", "        by: decided\n        when: {outcome: grounds/right}\n"
    )
    found = comparisons(with_kinds(tmp_path, steps))["final-response"]
    assert {it.verdict for it in found.deciding} == {"breaks"}
    assert [gap.severities for gap in found.gaps] == [("p1", "p2")]


def test_a_severity_in_when_leaves_the_others_out(tmp_path: Path) -> None:
    steps = with_answer("1 week").replace(
        "        by: decided\n", "        by: decided\n        when: {severity: p1}\n"
    )
    assert gaps(with_kinds(tmp_path, steps)) == [("steps/verify/limits/answer", ("p2",), [])]


SCOPES = st.builds(
    lambda kind, channel: When(severity=(), kind=kind, channel=channel, outcome=()),
    st.lists(st.sampled_from(["payments", "disability"]), unique=True).map(tuple),
    st.lists(st.sampled_from(["letter", "phone"]), unique=True).map(tuple),
)


@settings(deadline=None)
@given(DURATIONS, ROWS, FIELDS, SCOPES)
def test_a_row_for_some_complaints_changes_nothing_for_the_others(
    legal: Duration, rows: list[TimeLimit], more: BySeverity, scope: When
) -> None:
    every = tuple(Complaint(kind, channel) for kind in (None, "payments", "disability") for channel in BOTH)
    clock = Clock.model_construct(start="received", by="decided", within=legal)
    before = Comparison(clock, tuple(rows), SEVERITIES, every)
    after = Comparison(clock, (*rows, replace(row(9, more), when=scope)), SEVERITIES, every)
    others = {it for it in every if not fits(scope, it)}

    def told(found: Comparison) -> set[tuple[str, str, str, Complaint]]:
        return {
            (it.limit.name, it.severity, it.verdict, one)
            for it in found.deciding
            for one in it.complaints
            if one in others
        }

    assert told(before) == told(after)


ANSWERED = FILES["tables"].replace("by: decided", "by: answered")


def with_clock(folder: Path, steps: str, tables: str = ANSWERED, events: str = "") -> Sop:
    files = {"steps": steps, "tables": tables} | ({"events": events} if events else {})
    sop = corner_shop(folder, FILES | files).reading().sop
    assert sop is not None
    return sop


def test_where_no_limit_ends_with_the_answer_those_for_the_decision_are_compared(tmp_path: Path) -> None:
    assert told(with_clock(tmp_path, with_answer("9 weeks"))) == [
        ("p1", "9 weeks", "breaks", False),
        ("p2", "9 weeks", "breaks", False),
    ]


def test_a_limit_for_the_decision_vouches_for_no_answer_and_breaks_its_clock_if_it_is_longer(tmp_path: Path) -> None:
    steps = with_answer("4 weeks").replace("by: decided", "by: answered")
    short, long = (beside("ruling", within, steps) for within in ("1 week", "9 weeks"))
    assert told(with_clock(tmp_path, short)) == [("p1", "4 weeks", "keeps", False), ("p2", "4 weeks", "keeps", False)]
    assert told(with_clock(tmp_path, long)) == [("p1", "9 weeks", "breaks", False), ("p2", "9 weeks", "breaks", False)]
    # Whether a limit of ten weeks for something else comes before the answer is not known of every event.
    agreed = long.replace("by: decided", "by: agreed")
    assert told(with_clock(tmp_path, agreed)) == [("p1", "4 weeks", "keeps", False), ("p2", "4 weeks", "keeps", False)]


def test_a_clock_between_own_events_is_held_against_limits_between_them(tmp_path: Path) -> None:
    events = "events: {escalated: {title: Escalated, since: from the escalation, follows: answered}}\n"
    tables = ANSWERED.replace("from: received\n    by: answered", "from: escalated\n    by: closed")
    row = "      second: {title: Second, from: escalated, by: closed, within: 9 weeks}\n      answer:\n"
    steps = with_answer("4 weeks").replace("      answer:\n", row, 1)
    assert told(with_clock(tmp_path, steps, tables, events)) == [
        ("p1", "9 weeks", "breaks", False),
        ("p2", "9 weeks", "breaks", False),
    ]


def holding(folder: Path, steps: str, pack: str = "eu-psd2") -> dict[str, list[tuple[str, str, str, bool]]]:
    sop = sop_of(folder, steps, f"use_clocks: [{pack}]\n")
    return {clock: told(sop, clock) for clock in comparisons(sop) if clock != "final-response"}


def test_an_extension_is_held_against_the_clock_that_counts_after_the_reply_that_tells_it(tmp_path: Path) -> None:
    def extended(time: str) -> str:
        return STEPS.replace(WITHIN, "within: 15 business days").replace("{p2: 10 business days}", time)

    assert holding(tmp_path, extended("35 business days")) == {
        "eu-psd2-response": [(it, "15 business days", "keeps", False) for it in ("p1", "p2")],
        "eu-psd2-final-response": [(it, "15 business days", "keeps", False) for it in ("p1", "p2")],
    }
    assert holding(tmp_path, extended("40 business days"))["eu-psd2-final-response"] == [
        (it, "40 business days", "breaks", True) for it in ("p1", "p2")
    ]


def test_without_a_clock_after_the_reply_the_extension_is_held_against_the_one_there_is(tmp_path: Path) -> None:
    steps = STEPS.replace(WITHIN, "within: 4 weeks").replace("{p2: 10 business days}", "12 weeks")
    found = holding(tmp_path, steps, "uk-fca-disp/uk-disp-final-response")
    assert found == {"uk-disp-final-response": [(it, "12 weeks", "breaks", True) for it in ("p1", "p2")]}


def test_one_extension_does_not_pass_for_two(tmp_path: Path) -> None:
    steps = STEPS.replace(WITHIN, "within: 15 calendar days").replace("{p2: 10 business days}", "60 calendar days")
    found = holding(tmp_path, steps, "cn-banking-insurance")
    verdicts = {clock: {verdict for _, _, verdict, _ in rows} for clock, rows in found.items()}
    assert verdicts == {
        "cn-banking-decision": {"keeps"},
        "cn-banking-decision-complex": {"breaks"},  # beyond thirty days, the law asks for a second approval
        "cn-banking-decision-especially-complex": {"keeps"},
    }


@pytest.mark.parametrize(
    ("own", "verdict"),
    [
        ("48 hours", "keeps"),
        ("3 calendar days", "keeps"),
        ("unlimited", "keeps"),
        ("47 hours", "breaks"),
        ("at once", "breaks"),
        ("2 business days", "depends"),  # from Monday, 23:00, to the end of work on Wednesday
        ("3 business days", "keeps"),
    ],
)
@pytest.mark.parametrize("kind", ["keep", "wait"])
def test_what_must_last_breaks_the_law_by_being_shorter(tmp_path: Path, kind: str, own: str, verdict: str) -> None:
    tables = ANSWERED.replace(
        "by: answered\n    within: 8 weeks", f"by: completed\n    within: 48 hours\n    kind: {kind}"
    )
    row = f"      last: {{title: Kept, from: received, by: completed, within: {own}, kind: {kind}}}\n      answer:\n"
    steps = STEPS.replace("      answer:\n", row, 1)
    assert {it for _, _, it, _ in told(with_clock(tmp_path, steps, tables))} == {verdict}
    # A limit of another kind says nothing of it.
    assert told(with_clock(tmp_path, steps.replace(f", kind: {kind}", ""), tables)) == []


@settings(deadline=None)
@given(DURATIONS, ROWS, ROWS, FIELDS, SCOPES)
def test_a_stricter_limit_for_one_kind_never_turns_a_broken_clock_into_a_kept_one(
    legal: Duration, rows: list[TimeLimit], earlier: list[TimeLimit], more: BySeverity, scope: When
) -> None:
    every = tuple(Complaint(kind, channel) for kind in (None, "payments", "disability") for channel in BOTH)
    clock = Clock.model_construct(start="received", by="answered", within=legal)
    before_it = tuple(replace(it, entry=("steps", "rule", "limits", it.row or ""), by="decided") for it in earlier)
    one_more = replace(row(9, more), when=scope)

    def broken(limits: tuple[TimeLimit, ...]) -> set[tuple[str, Complaint]]:
        found = Comparison(clock, limits, SEVERITIES, every, before_it)
        return {(it.severity, one) for it in found.deciding if it.verdict == "breaks" for one in it.complaints}

    for severity, complaint in broken(tuple(rows)) - broken((*rows, one_more)):
        # Only a complaint of that kind may be kept now, and only if the new limit itself speaks for it.
        assert fits(scope, complaint)
        assert one_more.for_severity(severity) is not None
        assert scope.kind or scope.channel
