"""What the home page says about situations and roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amends.documents.authority_words import reach_of
from amends.edition.edition import Edition

AUTHORITY = "authority/"
CONTACTS = "contacts/"


@dataclass(frozen=True)
class SumRow:
    """How much somebody may give without asking: the roles, the sum in words, and for which complaints only."""

    who: str
    limit: str
    only: str


def sums_of_situations(edition: Edition) -> Mapping[str, tuple[SumRow, ...]]:
    """The sums of all levels, for each situation that leads to a level: its card then says the answer itself."""
    situations = edition.sop.situations.items()
    asked = [key for key, situation in situations if any(name.startswith(AUTHORITY) for name in situation.go)]
    rows = _sums(edition) if asked else ()
    return dict.fromkeys(asked, rows)


def _sums(edition: Edition) -> tuple[SumRow, ...]:
    separator, words = edition.words("list-separator"), edition.words
    return tuple(
        SumRow(
            separator.join(edition.title(f"roles/{role}") for role in level.roles),
            reach_of(edition, level).plain,
            words("only.severities", severities=edition.severities(level.severities)) if level.severities else "",
        )
        for level in edition.sop.authority.values()
    )


@dataclass(frozen=True)
class NumberRow:
    """Who is called, and the number."""

    who: str
    number: str


def numbers_of_situations(edition: Edition) -> Mapping[str, NumberRow]:
    """The first number to which a situation leads: somebody frightened finds it without opening anything."""
    rows: dict[str, NumberRow] = {}
    for key, situation in edition.sop.situations.items():
        for name in situation.go:
            contact = edition.sop.contacts.get(name.removeprefix(CONTACTS)) if name.startswith(CONTACTS) else None
            if contact and contact.phone:
                rows.setdefault(key, NumberRow(edition.title(name), contact.phone))
    return rows


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
