"""`amends upgrade` from start to end: what a newer base changes, and which patches of the project that touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from amends.comparing.lock import LOCK_FILE, Lock, lock_of, read_lock
from amends.comparing.notice import ChangeNotice, change_notice
from amends.comparing.notice_text import notice_sentences
from amends.content.layers import Resolved
from amends.content.place import Place
from amends.edition.edition import Edition
from amends.edition.own_words import words_of
from amends.edition.words import Words
from amends.finding import Location, UsageError
from amends.model import shape
from amends.model.sop import COLLECTIONS, Sop
from amends.model.validate import validated
from amends.read import read_layered, usable_sop
from amends.self_docs.json_schema import PROJECT_FILE, layer_schema
from amends.write import write_file


@dataclass(frozen=True)
class Upgrade:
    """The changes from the locked base to the present one.

    `touched` holds the changes of parts that the project patches: the full name, and the place of the patch.
    """

    before: str
    after: str
    notice: ChangeNotice
    touched: tuple[tuple[str, Location], ...]


def upgrade_report(place: Place, today: date, locale: str | None) -> tuple[str, bool]:
    """The changes of the base since the lock was written, in words; and whether the lock is out of date."""
    sop, content = usable_sop(place, today)
    old, new = read_lock(place.home / LOCK_FILE), lock_of(content, version("amends"), shape)
    words = words_of(sop, locale or sop.default_locale)
    found = upgrade_between(old, new, content, Edition(sop, locale or sop.default_locale, words))
    return _rendered(found, words), old != new


def write_lock(place: Place) -> Path:
    """Write the lock with the present base; gives the file."""
    lock = place.home / LOCK_FILE
    write_file(lock, lock_of(read_layered(place), version("amends"), shape).text().encode())
    return lock


def renew_schema(place: Place) -> Path | None:
    """Update a project's copy of the JSON Schema; gives the file, or None if there is nothing to update."""
    schema, text = place.home / PROJECT_FILE, layer_schema().encode()
    if not schema.is_file() or schema.read_bytes() == text:
        return None
    write_file(schema, text)
    return schema


def upgrade_between(old: Lock, new: Lock, content: Resolved, edition: Edition) -> Upgrade:
    """The changes from the old base to the new one, in the language of `edition`, and those that meet a patch."""
    before, after = (Edition(_sop(lock), edition.locale, edition.words) for lock in (old, new))
    notice = change_notice(before, after)
    touched = ((row.name, content.topmost_location(row.name.split("/"))) for row in notice.rows)
    return Upgrade(old.version, new.version, notice, tuple((name, place) for name, place in touched if place))


def _sop(lock: Lock) -> Sop:
    is_known = lock.collections.keys() <= set(COLLECTIONS)  # a newer version may have collections of its own
    found = validated(lock.header, lock.collections, lambda _: Location(LOCK_FILE)) if is_known else None
    if found is None or found.sop is None or found.findings:
        raise UsageError(
            f"{LOCK_FILE}: the base of amends {lock.version} is in a format that this version does not read; "
            "delete the lock and run  amends upgrade --yes"
        )
    return found.sop


def _rendered(upgrade: Upgrade, words: Words) -> str:
    """The changes as text, followed by the patches of the project that they touch."""
    lines = [
        words("change.upgrade", before=upgrade.before, after=upgrade.after),
        "",
        *notice_sentences(upgrade.notice, words),
    ]
    if upgrade.touched:
        lines += ["", words("change.touched")]
        lines += [f"  {place}: {name}" for name, place in upgrade.touched]
    return "\n".join([*lines, ""])
