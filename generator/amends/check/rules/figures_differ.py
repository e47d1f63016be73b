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
from collections.abc import Iterator, Mapping

from amends.check.figures import Figures, figures_in, lost_figure, written_in
from amends.check.rule import Issue, Rule, Subject

_DIGIT = re.compile(r"\d")
FOR_ONE_LANGUAGE = frozenset({"also", "note"})
"""Fields of which each language has its own: words to search for, and notes for who keeps the SOP."""


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text with figures that differ between two of its languages."""

    def lost(strings: Mapping[str, str]) -> list[tuple[str, str]]:
        proses = {locale: subject.prose[string] for locale, string in strings.items()}
        if len({frozenset(value for value, _ in written_in(prose)) for prose in proses.values()}) == 1:
            return []  # so it is with most texts, and no word has to be looked at
        return list(_lost({locale: figures_in(prose, locale) for locale, prose in proses.items()}))

    for path, found in subject.compared_where(lost, _DIGIT):
        for locale, message in found if FOR_ONE_LANGUAGE.isdisjoint(path) else ():
            yield Issue((*path, locale), message, "find out which is right, and write it in each language")


def _lost(found: Mapping[str, Figures]) -> Iterator[tuple[str, str]]:
    """Each locale that lacks a figure of the first one, or has one more, with what is wrong."""
    (first, figures), *others = found.items()
    for locale, others_figures in others:
        for here, there, mine, its in (
            (locale, first, others_figures, figures),
            (first, locale, figures, others_figures),
        ):
            if lost := lost_figure(its, mine):
                yield here, f"the {there} text has {lost}, and the {here} text does not"
                break


RULE = Rule("L706", "figures-differ", "warning", __doc__, check, needs_all=False)
