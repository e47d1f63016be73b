"""Most texts are missing in one of the SOP's locales.

Why: a project may be in a language that its base does not have. Then headings, buttons and forms are in the language
of the readers, but the texts of the base are in another language, and marked as such. This is no mistake, but the
owner of the handbook should know it.

Bad:
    locales: [en, zh, fr]

Good:
    locales: [en, zh]

Way out: Translate the texts that people read most: patch each of them under its id. Or take the locale out of
`locales`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_HINT = "translate first what is read most: patch a text under its id, such as  title: {%s: ...}"


def check(subject: Subject) -> Iterator[Issue]:
    """One issue for each locale in which more than half of all texts are missing."""
    for locale, message in subject.hardly_translated.items():
        yield Issue(("locales",), message, _HINT % locale)


RULE = Rule("L705", "hardly-translated", "info", __doc__, check, needs_all=False, is_of_unfinished=True)
