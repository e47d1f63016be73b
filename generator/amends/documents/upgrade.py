"""What a newer base changes under a project, and which of the project's own patches that touches."""

from __future__ import annotations

from dataclasses import dataclass

from amends.content.layers import Resolved
from amends.content.lock import LOCK_FILE, Lock
from amends.documents.change_rows import ChangeNotice, change_notice
from amends.documents.edition import Edition
from amends.finding import Location, PlaceError
from amends.model.sop import Sop
from amends.model.validate import validated


@dataclass(frozen=True)
class Upgrade:
    """What lies between the locked base and the present one.

    `touched` holds, for each change that meets a patch of the project, its full name and where that patch stands.
    """

    before: str
    after: str
    notice: ChangeNotice
    touched: tuple[tuple[str, Location], ...]


def upgrade_between(old: Lock, new: Lock, content: Resolved, edition: Edition) -> Upgrade:
    """What changed from the old base to the new one, in the words of `edition`, and what of it the project patches."""
    before, after = (Edition(_sop(lock), edition.locale, edition.words) for lock in (old, new))
    notice = change_notice(before, after)
    touched = ((row.name, content.topmost_location(row.name.split("/"))) for row in notice.rows)
    return Upgrade(old.version, new.version, notice, tuple((name, place) for name, place in touched if place))


def _sop(lock: Lock) -> Sop:
    found = validated(lock.header, lock.collections, lambda _: Location(LOCK_FILE))
    if found.sop is None or found.findings:
        raise PlaceError(
            f"{LOCK_FILE}: the base of amends {lock.version} is in a format that this version does not read; "
            "delete the lock and run  amends upgrade --yes"
        )
    return found.sop
