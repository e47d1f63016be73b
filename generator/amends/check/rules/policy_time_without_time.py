"""The policy names something as a time limit that sets no time.

Why: the page for those who complain takes its times from the SOP, so that it never promises another one. An action has
no time, and an escalation may have none.

Bad:
    policy:
      how-long:
        title: How long it takes
        times:
          answer: {says: "You have our answer", limit: roles/manager}

Good:
    policy:
      how-long:
        title: How long it takes
        times:
          answer: {says: "You have our answer", limit: steps/settle}
    steps:
      settle: {within: 5 business days}

Way out: Name a step with `within`, one of its `limits`, an escalation with `within`, or a clock.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.policy_time import limit_named


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each time of the policy that stands nowhere. Unknown names are left out: R101 reports those."""
    for section_id, section in subject.sop.policy.items():
        for key, time in section.times.items():
            if time.limit in subject.full_names and limit_named(subject.sop, time.limit) is None:
                yield Issue(
                    ("policy", section_id, "times", key, "limit"),
                    f"`{time.limit}` sets no time",
                    "name a step with `within`, one of its `limits`, an escalation with `within`, or a clock",
                )


RULE = Rule("T403", "policy-time-without-time", "error", __doc__, check)
