"""A text is missing in one of the SOP's locales.

Why: its readers get the text of the default locale, marked as such, in the middle of their own language.
Texts of a base that has next to nothing in this locale are told in one remark instead (L705).

Bad:
    scripts:
      promise:
        title: Promise          # and the SOP's  locales  are  [en, zh]

Good:
    scripts:
      promise:
        title: {en: "Promise", zh: "承诺"}
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text, and each word of the vocabulary, that not every reader gets in their language."""
    for path, given in subject.translated:
        missing = [locale for locale in subject.sop.locales if locale not in given]
        # A base in other languages is one finding (L705), not one for each of its texts.
        if set(missing) & subject.hardly_translated.keys() and subject.is_inherited(path):
            missing = [locale for locale in missing if locale not in subject.hardly_translated]
        if missing:
            lines = "; ".join(f"{locale}: ..." for locale in missing)
            yield Issue(path, f"the text is missing in {', '.join(missing)}", f"add  {lines}")


RULE = Rule("L701", "missing-translation", "warning", check, __doc__, needs_all=False)
