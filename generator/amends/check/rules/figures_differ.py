"""A text has a figure in one language that its other language does not have.

Why: somebody has changed 48 hours into 24 in one language only, or a figure was lost in translation. The staff of one
language then promise what the others do not keep. Figures count as digits or as words, thousands as 1,000 or 1000, and
万 as ten thousand. Figures up to twelve are looked for only where the other language has another figure in their place.

Bad:
    steps:
      settle:
        purpose: {en: "It is put right within 48 hours.", zh: "24小时内解决问题。"}

Good:
    steps:
      settle:
        purpose: {en: "It is put right within 48 hours.", zh: "48小时内解决问题。"}

Way out: Find out which figure is right, and write it in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.figures import figures_in, lost_figure
from amends.check.rule import Issue, Rule, Subject

_DIGIT = re.compile(r"\d")
FOR_ONE_LANGUAGE = frozenset({"also", "note"})
"""Fields of which each language has its own: words to search for, and notes for who keeps the SOP."""


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text with figures that differ between two of its languages."""
    for path, text in subject.compared_texts:
        if FOR_ONE_LANGUAGE.intersection(path) or not any(map(_DIGIT.search, text.strings.values())):
            continue
        found = {locale: figures_in(subject.prose[string], locale) for locale, string in text.strings.items()}
        (first, figures), *others = found.items()
        for locale, others_figures in others:
            for here, there, mine, its in (
                (locale, first, others_figures, figures),
                (first, locale, figures, others_figures),
            ):
                if lost := lost_figure(its, mine):
                    message = f"the {there} text has {lost}, and the {here} text does not"
                    yield Issue((*path, here), message, "find out which is right, and write it in each language")
                    break


RULE = Rule("L706", "figures-differ", "warning", __doc__, check, needs_all=False)
