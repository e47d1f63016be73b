"""A text is written in a locale that the SOP does not have.

Why: nobody would ever see this text. Usually the locale is mistyped, or missing from `locales`.

Bad:
    scripts:
      promise:
        title: {en: "Promise", zh: "承诺", cn: "承诺"}

Good:
    scripts:
      promise:
        title: {en: "Promise", zh: "承诺"}

Way out: Correct the locale, or add it to `locales` in sop.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.walk import FieldPath

_OF_COUNTRIES = {"cn": "zh", "jp": "ja", "kr": "ko", "gb": "en", "uk": "en", "us": "en", "eng": "en", "chi": "zh"}
"""What people write instead of the code of a language."""


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string in a locale that is not in `locales`, and one if the default locale is not in it."""
    sop = subject.sop
    if sop.default_locale not in sop.locales:
        listed = ", ".join(sop.locales)
        message = f"the default locale `{sop.default_locale}` is not one of `locales`: [{listed}]"
        field = "locales" if subject.is_inherited(("default_locale",)) else "default_locale"
        yield Issue((field,), message, f"write  default_locale: {next(iter(sop.locales))}")
    # Texts without a locale are in the default one. If that is wrong, the issue above says so once for all of them.
    for path, locale in _given(subject):
        if locale not in subject.known_locales:
            meant = _OF_COUNTRIES.get(locale, "")
            choice = f"write  {meant}" if meant in sop.locales else f"name one of: {', '.join(sop.locales)}"
            hint = f"{choice}; or add `{locale}` to `locales` in sop.yml"
            yield Issue((*path, locale), f"the SOP has no locale `{locale}`", hint)


def _given(subject: Subject) -> Iterator[tuple[FieldPath, str]]:
    # Packs have languages of their own, for clocks and events. It does no harm if the SOP does not have all of them.
    own = ((path, text) for path, text in subject.texts if path[0] not in ("clocks", "events"))
    yield from ((path, locale) for path, text in own for locale in text.strings)
    yield from ((("vocabulary", name), locale) for name, word in subject.sop.vocabulary.items() for locale in word)


RULE = Rule("L702", "unknown-locale", "error", __doc__, check, needs_all=False)
