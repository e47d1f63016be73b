"""A word of the vocabulary is given as one string, or without its other forms, in a language that has a plural.

Why: texts use its plural and its article, too. From one string they get the singular everywhere: “a guest” becomes
“guest”, and “guests” becomes “guest”. Where a layer changes one form alone, the others stay those of the base.

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

_FORMS = ("one", "a", "many")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each word whose three forms are the same in a language that the SOP shows and that has a plural."""
    for name, word in subject.sop.vocabulary.items():
        for locale, forms in word.items():
            path = ("vocabulary", name, locale)
            own = [form for form in _FORMS if not subject.is_inherited((*path, form))]
            if locale in subject.sop.locales and 0 < len(own) < len(_FORMS):
                left = [f"“{getattr(forms, form)}”" for form in _FORMS if form not in own]
                said = ", ".join(f'{form}: "{getattr(forms, form) if form in own else "..."}"' for form in _FORMS)
                message = f"“{getattr(forms, own[0])}” is new, and the other forms are still those of the base: "
                yield Issue(path, f"{message}{', '.join(left)}", f"write all three:  {locale}: {{{said}}}")
            is_one = forms.one == forms.a == forms.many
            if is_one and locale in subject.sop.locales and _has_plural(locale):
                message = f"“{forms.one}” is the word, the word with its article and its plural at once"
                hint = f'write  {locale}: {{one: "{forms.one}", a: "...", many: "..."}}'
                yield Issue(path, message, hint)


def _has_plural(locale: str) -> bool:
    """Whether the language has more than one form for numbers of things, after CLDR."""
    try:
        return bool(Locale.parse(locale.replace("-", "_")).plural_form.tags)
    except (UnknownLocaleError, ValueError):
        return False


RULE = Rule("L709", "word-without-forms", "warning", __doc__, check, needs_all=False)
