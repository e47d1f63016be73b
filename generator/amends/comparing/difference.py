"""`amends diff` from start to end: two places -> the changes from one SOP to the other, in plain words."""

from __future__ import annotations

from datetime import date

from amends.comparing.notice import change_notice
from amends.comparing.notice_text import Form, rendered_notice
from amends.content.place import Place
from amends.edition.edition import Edition
from amends.edition.own_words import words_of
from amends.finding import UsageError
from amends.nearest import nearest
from amends.read import sop_in, usable_sop


def difference(before: Place, after: Place, today: date, locale: str | None, form: Form) -> str:
    """The changes from the SOP at `before` to the SOP at `after`, in one language, as text, Markdown or JSON."""
    old, new = compared(before, after, today, locale)
    return rendered_notice(change_notice(old, new), new.words, form)


def compared(before: Place, after: Place, today: date, locale: str | None) -> tuple[Edition, Edition]:
    """The SOPs at both places in one language: `locale`, or the default of the second one."""
    old, content = usable_sop(before, today)
    new, _ = usable_sop(after, today)
    if locale is not None and locale not in new.locales:
        raise UsageError(f"there is no locale “{locale}” here; {nearest(locale, new.locales, 'locales')}")
    chosen = locale or new.default_locale
    words = words_of(new, chosen)
    old = sop_in(content, new.locales) or old
    return Edition(old, chosen, words), Edition(new, chosen, words)
