"""A legal clock applies to no complaint that can occur.

Why: its `unless` takes away all that its `when` allows, so the clock is never counted and no limit is held against it,
though the page of legal time limits shows it.

Bad:
    kinds:
      payments: {title: Payments, short: payments, known_as: [payment-services]}
    clocks:
      final-response: {when: {kind: payments}, unless: {kind: payment-services}}

Good:
    kinds:
      payments: {title: Payments, short: payments}
    clocks:
      final-response: {when: {kind: payments}}

Way out: Make `when` and `unless` agree, or delete one of them. If the law does not apply to you, name only the clocks
that do: `use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.complaint import under_law
from amends.model.time_limits import in_force


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each clock in force whose conditions leave no complaint."""
    for clock_id, clock in in_force(subject.sop).items():
        if not under_law(subject.sop, clock):
            yield Issue(
                ("clocks", clock_id, "unless" if clock.unless else "when"),
                "no complaint fits the `when` of this clock without being taken away by its `unless`",
                "make the two agree, or delete one of them",
            )


RULE = Rule("K115", "clock-never-applies", "warning", __doc__, check)
