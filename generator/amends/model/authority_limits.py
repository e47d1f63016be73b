"""How much a role may give."""

from __future__ import annotations

from amends.model.money import Money
from amends.model.sop import Sop


def highest_limit(sop: Sop, role_id: str) -> Money | None:
    """The highest limit of the levels of authority that name a role, or a role that may fill it.

    None if no level names it, if one of them is unlimited, or if their currencies differ.
    """
    role = sop.roles.get(role_id)
    holders = {role_id, *(role.filled_by if role else ())}
    limits = [
        level.limit for level in sop.authority.values() if holders.intersection(level.roles) and level.may is None
    ]
    sums = [limit for limit in limits if limit is not None]
    if not sums or len(sums) < len(limits) or len({limit.currency for limit in sums}) > 1:
        return None
    return max(sums, key=lambda limit: limit.amount)
