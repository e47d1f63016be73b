"""A role of kind `person` belongs to no department, although the SOP has departments.

Why: departments print and hand out the cards, and each card has the colour of its department. Nobody would print the
card of this role. A firm without any department needs none; its cards have the neutral colour.

Bad:
    departments: {shop: {title: Shop}}
    roles:
      cashier: {title: Cashier, duties: {pay: "Pay what was decided."}}

Good:
    departments: {shop: {title: Shop}}
    roles:
      cashier: {title: Cashier, department: shop, duties: {pay: "Pay what was decided."}}

Way out: Write the department of the role. Write `kind: case` if people fill it case by case, or `kind: external` if
it is outside.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each role of kind `person` without a department."""
    sop = subject.sop
    for role_id, role in sop.roles.items() if sop.departments else ():
        if role.kind == "person" and role.department is None:
            hint = "write  department: ID;  kind: case  if it is filled case by case;  kind: external  if it is outside"
            yield Issue(("roles", role_id), "this role belongs to no department", hint)


RULE = Rule("O302", "role-without-department", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
