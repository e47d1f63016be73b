"""A clock applies to a kind of complaint, or to a channel, that this SOP does not know.

Why: nobody can say which complaints the law means. So that no limit is missed, the clock is held against the limits for
all complaints, and `amends deadlines` counts it for every case. Once the SOP knows the kind, the clock counts for
such complaints alone, and the limits of others may be longer. An id of your own will do, if `known_as` has the
name that the clock uses.

Bad:
    clocks:
      refund:
        title: Refund
        jurisdiction: Anywhere
        applies: Complaints about payments
        requires: The money is back.
        from: received
        by: completed
        within: 8 weeks
        when: {kind: payment-services}
        severity: must
        source: {title: The law, section: "2"}
        as_of: 2026-01-01
        recheck_by: 2030-01-01
        verified: true

Good:
    kinds:
      payments: {title: Payments, short: payments, known_as: [payment-services]}
    clocks:
      refund:
        title: Refund
        jurisdiction: Anywhere
        applies: Complaints about payments
        requires: The money is back.
        from: received
        by: completed
        within: 8 weeks
        when: {kind: payment-services}
        severity: must
        source: {title: The law, section: "2"}
        as_of: 2026-01-01
        recheck_by: 2030-01-01
        verified: true

Way out: Write the kind or the channel that the message shows into your own layer, or give the name to one that you
have: `known_as: [NAME]`. If the law does not apply to you, name only the clocks that do: `use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.complaint import unknown_names
from amends.model.time_limits import in_force


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each name in the `when` of a clock in force that no kind or channel has."""
    for clock_id, clock in in_force(subject.sop).items():
        if clock.when is None:
            continue
        for field, collection, names in (
            ("kind", "kinds", clock.when.kind),
            ("channel", "channels", clock.when.channel),
        ):
            for name in unknown_names(getattr(subject.sop, collection), names):
                yield Issue(
                    ("clocks", clock_id, "when", field),
                    f"no {field} is called `{name}`, so this clock counts for every complaint",
                    f"write in your own layer  {collection}: {{{name}: {{title: ..., short: ...}}}}  "
                    f"or, in a {field} that you have,  known_as: [{name}]",
                )


RULE = Rule("K113", "unknown-kind-of-clock", "info", __doc__, check)
