"""Two SOPs side by side, or a project and its base: what one changes in the other, in people's words."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path

from amends.content.lock import LOCK_FILE, lock_of, read_lock
from amends.content.place import Place
from amends.content.words import read_words
from amends.documents.change_rows import change_notice
from amends.documents.edition import Edition
from amends.documents.upgrade import upgrade_between
from amends.finding import PlaceError
from amends.model import shape
from amends.model.json_schema import PROJECT_FILE, layer_schema
from amends.nearest import nearest
from amends.read import read_layered, usable_sop
from amends.render.change_notice import Form, rendered_notice, rendered_upgrade
from amends.write import write_file


def difference(before: Place, after: Place, today: date, locale: str | None, form: Form) -> str:
    """What the SOP at `after` changes in the one at `before`, in the words of a locale, as text, Markdown or JSON."""
    old, new = usable_sop(before, today)[0], usable_sop(after, today)[0]
    if locale is not None and locale not in new.locales:
        raise PlaceError(f"there is no locale “{locale}” here; {nearest(locale, new.locales, 'locales')}")
    words = read_words(locale or new.default_locale)
    notice = change_notice(*(Edition(sop, locale or new.default_locale, words) for sop in (old, new)))
    return rendered_notice(notice, words, form)


def upgrade_report(place: Place, today: date, locale: str | None) -> tuple[str, bool]:
    """What the present base changes since the lock was written, in words; and whether the lock is out of date."""
    sop, content = usable_sop(place, today)
    old, new = read_lock(place.home / LOCK_FILE), lock_of(content, version("amends"), shape)
    words = read_words(locale or sop.default_locale)
    found = upgrade_between(old, new, content, Edition(sop, locale or sop.default_locale, words))
    return rendered_upgrade(found, words), old != new


def write_lock(place: Place) -> Path:
    """Keep the present base as the one that the project has seen; gives the file."""
    lock = place.home / LOCK_FILE
    write_file(lock, lock_of(read_layered(place), version("amends"), shape).text().encode())
    return lock


def renew_schema(place: Place) -> Path | None:
    """Bring a project's copy of the JSON Schema up to date; gives the file, or None where there is nothing to renew."""
    schema, text = place.home / PROJECT_FILE, layer_schema().encode()
    if not schema.is_file() or schema.read_bytes() == text:
        return None
    write_file(schema, text)
    return schema
