"""A role of kind `case` does not say who fills it, or names a role that is not of kind `person`.

Why: a role such as "case owner" exists in one case only. If it does not say who may fill it, its duties are on
nobody's card.

Bad:
    roles:
      case-owner: {title: Case owner, kind: case, duties: {call: "Call once a day."}}

Good:
    roles:
      case-owner: {title: Case owner, kind: case, filled_by: [assistant], duties: {call: "Call once a day."}}

Way out: Write in `filled_by` the roles of kind `person` that may fill this role.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each role of kind `case` that nobody fills, and for each role in `filled_by` of another kind."""
    roles = subject.sop.roles
    for role_id, role in roles.items():
        if role.kind != "case":
            continue
        if not role.filled_by:
            hint = "write  filled_by: [ROLE, ...]  with the people who may be it"
            yield Issue(("roles", role_id), "this role of a case is filled by nobody", hint)
        for index, holder in enumerate(role.filled_by):
            if holder in roles and roles[holder].kind != "person":
                message = f"`{holder}` cannot fill a role: its kind is `{roles[holder].kind}`, not `person`"
                yield Issue(("roles", role_id, "filled_by", index), message, "name roles of kind `person`")


RULE = Rule("O301", "role-without-holder", "error", __doc__, check, needs_all=False)
