"""`amends upgrade` from start to end: what a newer base changes, and which patches of the project that touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from amends.comparing.lock import LOCK_FILE, Lock, base_of, lock_of, read_lock
from amends.comparing.notice import ChangeNotice, change_notice, entry_sentence
from amends.comparing.notice_text import notice_sentences
from amends.comparing.small_lock import SmallLock
from amends.content.layers import Resolved
from amends.content.place import Place
from amends.edition.edition import Edition
from amends.edition.own_words import words_of
from amends.edition.words import Words
from amends.finding import Location, UsageError
from amends.model import shape
from amends.model.sop import COLLECTIONS
from amends.model.validate import validated
from amends.read import read_layered, usable_sop
from amends.self_docs.json_schema import PROJECT_FILE, layer_schema
from amends.write import write_file


@dataclass(frozen=True)
class Upgrade:
    """The changes from the locked base to the present one.

    `touched` holds the changes of parts that the project patches: the full name, and the place of the patch.
    `elsewhere` names the entries of the base that differ, if the lock does not know what they said.
    """

    heading: str
    notice: ChangeNotice
    touched: tuple[tuple[str, Location], ...]
    elsewhere: tuple[str, ...] = ()


def upgrade_report(place: Place, today: date, locale: str | None) -> tuple[str, bool]:
    """The changes of the base since the lock was written, in words; and whether the lock is out of date."""
    sop, content = usable_sop(place, today)
    old, new = read_lock(place.home / LOCK_FILE), lock_of(content, version("amends"), shape)
    locale = locale or sop.default_locale
    found = _upgrade(old, new, content, Edition(sop, locale, words_of(sop, locale)))
    return _rendered(found, words_of(sop, locale)), old != new


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


def _upgrade(old: Lock | SmallLock, new: Lock | SmallLock, content: Resolved, edition: Edition) -> Upgrade:
    """The changes from the old base to the new one, in the language of `edition`, and those that meet a patch."""
    base = base_of(content, shape)
    after = _edition(edition, base.header or {}, base.collections)
    then = old.base_then(base) if isinstance(old, SmallLock) else old
    notice = change_notice(_edition(edition, then.header or {}, then.collections), after)
    touched = ((row.name, content.topmost_location(row.name.split("/"))) for row in notice.rows)
    patches = tuple((name, place) for name, place in touched if place)
    if isinstance(old, SmallLock) and isinstance(then, Resolved):
        elsewhere = (entry_sentence(after, path, kind) for path, kind in old.differing(then))
        return Upgrade(edition.words("change.upgrade-of", base=_name(new)), notice, patches, tuple(elsewhere))
    heading = edition.words("change.upgrade", before=_name(old), after=_name(new))
    before, now = ((it.header or {}).get("id") for it in (then, base))
    if before != now:  # the project stands over another base, perhaps in the same version
        heading = edition.words("change.upgrade-other", before=before, after=now)
    return Upgrade(heading, notice, patches)


def _name(lock: Lock | SmallLock) -> str:
    return lock.base if isinstance(lock, SmallLock) else lock.version


def _edition(like: Edition, header: Mapping[str, Any], collections: Mapping[str, Mapping[str, Any]]) -> Edition:
    is_known = collections.keys() <= set(COLLECTIONS)  # a newer version may have collections of its own
    found = validated(header, collections, lambda _: Location(LOCK_FILE)) if is_known else None
    if found is None or found.sop is None or found.findings:
        raise UsageError(
            f"{LOCK_FILE}: the base is kept in a format that this version does not read; "
            "delete the lock and run  amends upgrade --yes"
        )
    return Edition(found.sop, like.locale, like.words)


def _rendered(upgrade: Upgrade, words: Words) -> str:
    """The changes as text, followed by the patches of the project that they touch, and by what else differs."""
    sentences = [] if upgrade.elsewhere and not upgrade.notice.rows else notice_sentences(upgrade.notice, words)
    lines = [upgrade.heading, "", *sentences]
    if upgrade.touched:
        lines += ["", words("change.touched")]
        lines += [f"  {place}: {name}" for name, place in upgrade.touched]
    if upgrade.elsewhere:
        lines += ["", words("change.elsewhere"), *(f"  {sentence}" for sentence in upgrade.elsewhere)]
    return "\n".join([*lines, ""])
