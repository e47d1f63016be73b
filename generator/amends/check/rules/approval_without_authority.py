"""The step that brings about the decision is done by a role that no level of authority names.

Why: whoever approves gives money away. A role that is in no level of `authority` may give nothing, so it would have to
ask somebody else each time, or would decide beyond its powers without noticing. The decision is made in the step that
`sets: decided`; an SOP without levels, or without such a step, is not judged.

Bad:
    steps:
      verify: {sets: decided, records: [log]}   # done by the assistant
    authority:
      l1: {code: L1, roles: [manager], limit: unlimited}

Good:
    steps:
      verify: {sets: decided, records: [log]}
    authority:
      l0: {code: L0, roles: [assistant], limit: {amount: 50, currency: EUR}}
      l1: {code: L1, roles: [manager], limit: unlimited}

Way out: Name the role in the `roles` of a level, or let a role with authority be `responsible` for the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_DECIDED = "decided"


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each step that decides without any authority of its role, or of those who may fill it."""
    levels = subject.sop.authority
    allowed = {role for level in levels.values() for role in level.roles}
    for step_id, step in subject.sop.steps.items():
        role_id = step.responsible
        if not levels or step.sets != _DECIDED or role_id not in subject.sop.roles:
            continue
        holders = {role_id, *subject.sop.roles[role_id].filled_by}
        if allowed.isdisjoint(holders):
            message = f"`{role_id}` decides here, and no level of authority names this role"
            hint = f"name it in a level:  {_named_in_a_level(subject, role_id)}; or let another decide"
            yield Issue(("steps", step_id, "responsible"), message, hint)


def _named_in_a_level(subject: Subject, role_id: str) -> str:
    """What to write: a patch in a layer, the whole list where the level is the author's own."""
    key, level = next(iter(subject.sop.authority.items()))
    is_below = subject.is_inherited(("authority", key, "roles"))
    roles = f"{{add: [{role_id}]}}" if is_below else f"[{', '.join((*level.roles, role_id))}]"
    return f"authority: {{{key}: {{roles: {roles}}}}}"


RULE = Rule("O304", "approval-without-authority", "warning", __doc__, check)
