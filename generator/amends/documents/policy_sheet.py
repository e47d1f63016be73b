"""How to complain, for those who complain: one page, whose times are those of the SOP."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amends.documents.point_rows import PointRow, point_rows
from amends.edition.edition import Edition, Named, Phrase
from amends.model.base import Citable
from amends.model.duration import Duration
from amends.model.letters import PolicySection, PolicyTime
from amends.model.policy_time import limit_named
from amends.model.units import OPEN


@dataclass(frozen=True)
class TimeRow:
    """What has then happened, the longest time that it may take, and the longest with an extension, in words."""

    id: str
    says: Phrase
    value: str
    extended: str | None
    limit: Named


@dataclass(frozen=True)
class ReachRow:
    """Who can be reached, and how; a way that nobody gave is empty."""

    title: Phrase
    phone: str
    email: str
    place: Phrase | None
    hours: Phrase | None


@dataclass(frozen=True)
class PolicyPart:
    """One section of the policy."""

    id: str
    title: Phrase
    text: Phrase | None
    points: tuple[PointRow, ...]
    times: tuple[TimeRow, ...]
    reach: tuple[ReachRow, ...]
    cited: Citable


def policy_sheet(edition: Edition) -> tuple[PolicyPart, ...]:
    """The sections of the policy, in order."""
    return tuple(_part(edition, key, section) for key, section in edition.sop.policy.items())


def cited_in(parts: Iterable[PolicyPart]) -> Citable:
    """What all sections cite, in one: those who complain read the page without notes on its sources."""
    cited = [part.cited for part in parts]
    sources = tuple(dict.fromkeys(source for one in cited for source in one.sources))
    return Citable(sources=sources, added=("*",) if all(one.is_added for one in cited) else ())


def _part(edition: Edition, key: str, section: PolicySection) -> PolicyPart:
    return PolicyPart(
        id=key,
        title=edition.phrase(section.title),
        text=edition.phrase(section.text) if section.text else None,
        points=point_rows(edition, section.points),
        times=tuple(_time(edition, name, time) for name, time in section.times.items()),
        reach=tuple(_reach(edition, contact) for contact in section.contacts),
        cited=section,
    )


def _time(edition: Edition, key: str, time: PolicyTime) -> TimeRow:
    found = limit_named(edition.sop, time.limit)
    if found is None:
        raise ValueError(f"{time.limit} sets no time")  # the rule T403 does not let such an SOP be built
    return TimeRow(
        id=key,
        says=edition.phrase(time.says),
        value=_at_most(edition, found.longest),
        extended=edition.words("policy.extended", time=edition.duration(found.extended)) if found.extended else None,
        limit=edition.named(time.limit),
    )


def _at_most(edition: Edition, duration: Duration) -> str:
    """“within 2 business days”; “at once” and “same day” need no word before them."""
    said = edition.duration(duration)
    return said if duration.unit in OPEN else edition.words("policy.at-most", time=said)


def _reach(edition: Edition, contact_id: str) -> ReachRow:
    contact = edition.sop.contacts[contact_id]
    return ReachRow(
        title=edition.phrase(contact.title),
        phone=contact.phone or "",
        email=contact.email or "",
        place=edition.phrase(contact.place) if contact.place else None,
        hours=edition.phrase(contact.hours) if contact.hours else None,
    )
