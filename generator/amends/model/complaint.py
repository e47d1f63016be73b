"""Which complaints can occur, as far as limits depend on it, and to which of them a limit or a clock applies.

A complaint is of one kind of the SOP or of none, and comes by one of its channels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from amends.model.clock import Clock
from amends.model.condition import LegalScope, Scope
from amends.model.kinds import Channel, Kind
from amends.model.sop import Sop


@dataclass(frozen=True)
class Complaint:
    """The kind of a complaint, None if it has none, and its channel, None in an SOP that knows no channels."""

    kind: str | None = None
    channel: str | None = None


@dataclass(frozen=True)
class Group:
    """All complaints of these kinds (None is no kind) by these channels; an empty field means that it says nothing."""

    kinds: tuple[str | None, ...] = ()
    channels: tuple[str | None, ...] = ()


def complaints(sop: Sop) -> tuple[Complaint, ...]:
    """Every complaint that can occur: of each kind and of none, by each channel."""
    return tuple(Complaint(*both) for both in product((None, *sop.kinds), tuple(sop.channels) or (None,)))


def fits(scope: Scope | None, complaint: Complaint) -> bool:
    """Whether something of this scope holds for the complaint, whatever the severity."""
    if scope is None:
        return True
    return _is_among(complaint.kind, scope.kind) and _is_among(complaint.channel, scope.channel)


def under_law(sop: Sop, clock: Clock) -> tuple[Complaint, ...]:
    """The complaints to which the clock applies.

    If the SOP lacks one of the kinds or channels that the clock names, nobody knows which complaints are meant, so
    that field keeps none away. A clock may then be thought to apply to too many complaints, but never to too few.
    """
    return tuple(it for it in complaints(sop) if _applies(sop, clock, it))


def known_as(entries: Mapping[str, Kind] | Mapping[str, Channel], names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the entries that have one of these names, as their id or in `known_as`."""
    wanted = frozenset(names)
    return tuple(key for key, entry in entries.items() if wanted & {key, *entry.known_as})


def unknown_names(entries: Mapping[str, Kind] | Mapping[str, Channel], names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that no entry has."""
    return tuple(name for name in names if not known_as(entries, (name,)))


def groups(some: Sequence[Complaint], everything: Sequence[Complaint]) -> tuple[Group, ...]:
    """These complaints in as few groups as kinds and channels allow; one group that says nothing if they are all."""
    channels_of: dict[str | None, list[str | None]] = {}
    for complaint in some:
        channels_of.setdefault(complaint.kind, []).append(complaint.channel)
    kinds_of: dict[tuple[str | None, ...], list[str | None]] = {}
    for kind, channels in channels_of.items():
        kinds_of.setdefault(tuple(channels), []).append(kind)
    all_kinds = tuple(dict.fromkeys(it.kind for it in everything))
    all_channels = tuple(dict.fromkeys(it.channel for it in everything))
    return tuple(
        Group(() if tuple(kinds) == all_kinds else tuple(kinds), () if channels == all_channels else channels)
        for channels, kinds in kinds_of.items()
    )


def _applies(sop: Sop, clock: Clock, complaint: Complaint) -> bool:
    return _is_meant(sop, clock.when, complaint) and not _is_excepted(sop, clock.unless, complaint)


def _is_meant(sop: Sop, when: LegalScope | None, complaint: Complaint) -> bool:
    if when is None:
        return True
    return all(
        unknown_names(entries, names) or _is_among(its, known_as(entries, names))
        for entries, names, its in _fields(sop, when, complaint)
        if names
    )


def _is_excepted(sop: Sop, unless: LegalScope | None, complaint: Complaint) -> bool:
    if unless is None:
        return False
    named = [(its, known_as(entries, names)) for entries, names, its in _fields(sop, unless, complaint) if names]
    return bool(named) and all(its in ids for its, ids in named)


def _fields(
    sop: Sop, scope: LegalScope, complaint: Complaint
) -> tuple[tuple[Mapping[str, Kind] | Mapping[str, Channel], tuple[str, ...], str | None], ...]:
    return (sop.kinds, scope.kind, complaint.kind), (sop.channels, scope.channel, complaint.channel)


def _is_among(one: str | None, some: Sequence[str]) -> bool:
    return not some or one in some
