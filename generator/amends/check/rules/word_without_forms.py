"""A word of the vocabulary is given as one string, in a language that has a plural.

Why: texts use its plural and its article, too. From one string they get the singular everywhere: “a guest” becomes
“guest”, and “guests” becomes “guest”.

Bad:
    vocabulary:
      customer: {en: guest}

Good:
    vocabulary:
      customer: {en: {one: guest, a: a guest, many: guests}}

Way out: Write the three forms. In a language without plural and article, such as Chinese, one string is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each word whose three forms are the same in a language that the SOP shows and that has a plural."""
    for name, word in subject.sop.vocabulary.items():
        for locale, forms in word.items():
            is_one = forms.one == forms.a == forms.many
            if is_one and locale in subject.sop.locales and _has_plural(locale):
                message = f"“{forms.one}” is the word, the word with its article and its plural at once"
                hint = f'write  {locale}: {{one: "{forms.one}", a: "...", many: "..."}}'
                yield Issue(("vocabulary", name, locale), message, hint)


def _has_plural(locale: str) -> bool:
    """Whether the language has more than one form for numbers of things, after CLDR."""
    try:
        return bool(Locale.parse(locale.replace("-", "_")).plural_form.tags)
    except (UnknownLocaleError, ValueError):
        return False


RULE = Rule("L709", "word-without-forms", "warning", __doc__, check, needs_all=False)
