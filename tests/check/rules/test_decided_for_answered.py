from __future__ import annotations

from builders import STEPS, TABLES, Check

CLOCK = TABLES.replace("by: decided", "by: answered")
BY = "        by: decided\n"
SETTLED = "    next: end/settled\n"


def test_a_decision_that_is_taken_for_the_answer_is_told_at_the_limit(check: Check) -> None:
    assert check("K114", tables=CLOCK) == [
        (
            "steps.yml: by: decided",
            (
                "steps/verify: `decided` is taken for `answered`, with which `final-response` ends, since nothing in the "
                "SOP names `answered`"
            ),
        )
    ]
    # And the comparison is made: nothing is lost without a word.
    assert check("K101", tables=CLOCK, steps=STEPS.replace("p2: 5 business days", "p2: 9 weeks")) != []


def test_a_clock_without_a_limit_for_its_answer_is_told_at_the_limit_for_the_decision(check: Check) -> None:
    steps = STEPS.replace(SETTLED, f"{SETTLED}    sets: answered\n")
    [(place, message)] = check("K114", tables=CLOCK, steps=steps)
    assert place == "steps.yml: by: decided"
    assert (
        message
        == "steps/verify: `final-response` ends with `answered`, and no limit does: this one ends with `decided`"
    )


def test_a_limit_for_the_answer_is_in_order(check: Check) -> None:
    steps = STEPS.replace(BY, "        by: answered\n")
    assert check("K114", tables=CLOCK, steps=steps) == []
    ruling = "      ruling: {title: Ruling, from: received, by: decided, within: 1 business day}\n      answer:\n"
    assert check("K114", tables=CLOCK, steps=steps.replace("      answer:\n", ruling, 1)) == []


def test_a_clock_that_ends_with_the_decision_asks_for_no_answer(check: Check) -> None:
    assert check("K114") == []
