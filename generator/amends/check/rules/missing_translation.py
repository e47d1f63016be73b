"""A text is missing in one of the SOP's locales.

Why: the readers of this locale see the text of the default locale, marked as such, among texts in their own
language.

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

from collections.abc import Iterable, Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.walk import Path


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text, and each word of the vocabulary, that not every reader gets in their language."""
    given: list[tuple[Path, Iterable[str]]] = [(path, text.strings) for path, text in subject.texts]
    given += [(("vocabulary", name), word) for name, word in subject.sop.vocabulary.items()]
    for path, locales in given:
        missing = [locale for locale in subject.sop.locales if locale not in locales]
        if missing:
            lines = "; ".join(f"{locale}: ..." for locale in missing)
            yield Issue(path, f"the text is missing in {', '.join(missing)}", f"add  {lines}")


RULE = Rule("L701", "missing-translation", "warning", __doc__, check, needs_all=False)
