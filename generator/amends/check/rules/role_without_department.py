"""A role of kind `person` belongs to no department.

Why: departments hand out the cards, and their colour tells cards apart. Nobody prints the card of a role without one.

Bad:
    roles:
      cashier: {title: Cashier, duties: {pay: "Pay what was decided."}}

Good:
    roles:
      cashier: {title: Cashier, department: shop, duties: {pay: "Pay what was decided."}}
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each person's role without a department."""
    for role_id, role in subject.sop.roles.items():
        if role.kind == "person" and role.department is None:
            hint = "write  department: ID;  kind: case  if it is filled case by case;  kind: external  if it is outside"
            yield Issue(("roles", role_id), "this role belongs to no department", hint)


RULE = Rule("O302", "role-without-department", "warning", check, __doc__, needs_all=False)
