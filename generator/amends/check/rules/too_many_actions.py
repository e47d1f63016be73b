"""A step has more than twelve actions.

Why: staff read a checklist under pressure. They do not read more than twelve boxes with care, and more boxes do not
fit on one sheet.

Bad:
    steps:
      settle:
        actions:
          call: {do: "Call."}
          say-sorry: {do: "Say sorry."}
          offer: {do: "Make an offer."}
          listen: {do: "Hear the answer."}
          note: {do: "Note the answer."}
          order: {do: "Order the part."}
          fetch: {do: "Fetch the goods."}
          repair: {do: "Repair them."}
          test: {do: "Test them."}
          return: {do: "Bring them back."}
          pay: {do: "Pay."}
          sign: {do: "Have it signed."}
          thank: {do: "Say thank you."}

Good:
    steps:
      settle:
        actions:
          agree: {do: "Call, and agree on a remedy."}
          repair: {do: "Repair, test, bring back."}
          pay: {do: "Pay."}
          thank: {do: "Say thank you."}

Way out: Join actions that go together, move details into `hint`, or make two steps of the one.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_MOST = 12


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each step with too many actions."""
    for step_id, step in subject.sop.steps.items():
        if len(step.actions) > _MOST:
            yield Issue(
                ("steps", step_id, "actions"),
                f"this step has {len(step.actions)} actions; more than {_MOST} are skimmed",
                "join those that go together, move detail into `hint`, or make two steps of it",
            )


RULE = Rule("P206", "too-many-actions", "warning", __doc__, check, needs_all=False)
