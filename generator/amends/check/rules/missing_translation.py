"""A text is missing in one of the SOP's locales.

Why: the readers of this locale see the text of the default locale, marked as such, among texts in their own
language.
If a base has hardly any text in this locale, one remark (L705) counts its texts instead.

Bad:
    scripts:
      promise:
        title: Promise          # and the SOP's  locales  are  [en, zh]

Good:
    scripts:
      promise:
        title: {en: "Promise", zh: "承诺"}

Way out: Write the text in each locale that the message names.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text, and each word of the vocabulary, that is missing in a locale of the SOP."""
    wanted = frozenset(subject.sop.locales)
    for path, given in subject.translated:
        if wanted <= given:
            continue
        if given - subject.known_locales:
            continue  # L702 tells of the code of another language, in which the missing text most likely is
        missing = [locale for locale in subject.sop.locales if locale not in given]
        # A base in other languages gets one finding (L705), not one for each of its texts.
        if set(missing) & subject.hardly_translated.keys() and subject.is_inherited(path):
            missing = [locale for locale in missing if locale not in subject.hardly_translated]
        if missing:
            lines = "; ".join(f"{locale}: ..." for locale in missing)
            yield Issue(path, f"the text is missing in {', '.join(missing)}", f"add  {lines}")


RULE = Rule("L701", "missing-translation", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
