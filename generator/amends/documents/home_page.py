"""What the home page says about situations and roles."""

from __future__ import annotations

from amends.edition.edition import Edition


def grave_situations(edition: Edition) -> frozenset[str]:
    """The situations that lead to the gravest severity."""
    gravest = f"severities/{next(iter(edition.sop.severities), '')}"
    return frozenset(key for key, situation in edition.sop.situations.items() if gravest in situation.go)


def roles_beside_department(edition: Edition) -> frozenset[str]:
    """The roles whose department has another name than the role: the home page names the department too."""
    sop = edition.sop
    members = {key: f"departments/{role.department}" for key, role in sop.roles.items() if role.department}
    return frozenset(
        key for key, department in members.items() if edition.title(department) != edition.title(f"roles/{key}")
    )
