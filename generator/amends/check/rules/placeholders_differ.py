"""A text names a step, a role or a value in one locale and not in another.

Why: a name that is typed as plain words does not change when the entry gets a new title, and it is no link. Words of
the vocabulary do not count, since each language uses them differently.

Bad:
    steps:
      settle:
        purpose: {en: "What {{ step:verify }} has shown is put right.", zh: "查实的问题得到解决。"}

Good:
    steps:
      settle:
        purpose: {en: "What {{ step:verify }} has shown is put right.", zh: "“{{ step:verify }}”中查实的问题得到解决。"}

Way out: Use the same names in double braces in every locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import Mark
from amends.model.placeholder import placeholders, vocabulary_names

_BRACE = re.compile(r"\{")
_ONE_BRACE = re.compile(r"\{([^{}]*)\}")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each placeholder that another locale's string has and this one lacks."""
    free, known = vocabulary_names(subject.sop), placeholders(subject.sop)

    def lacking(strings: Mapping[str, str]) -> list[tuple[str, str]]:
        names = {locale: _names(subject.marks[string]) - free for locale, string in strings.items()}
        if any(_is_told_elsewhere(subject.prose[string], names[locale], known) for locale, string in strings.items()):
            return []
        return list(_lacking(names))

    for path, found in subject.shown_texts.texts_where(lacking, _BRACE):
        yield from (Issue((*path, locale), message, "name the same in every locale") for locale, message in found)


def _lacking(names: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Each locale that lacks a name, with what is wrong."""
    everywhere = {name: locale for locale, found in names.items() for name in found}
    for locale, found in names.items():
        for name in sorted(everywhere.keys() - found):
            yield locale, f"the {locale} text lacks `{{{{ {name} }}}}`, which the {everywhere[name]} text has"


def _is_told_elsewhere(prose: str, names: Iterable[str], known: frozenset[str]) -> bool:
    """Whether a name is not declared or has single braces: then R102 tells it, and it is no difference."""
    return any(name not in known for name in names) or any(name.strip() in known for name in _ONE_BRACE.findall(prose))


def _names(marks: Iterable[Mark]) -> set[str]:
    return {mark.value for mark in marks if mark.kind == "placeholder"}


RULE = Rule("L703", "placeholders-differ", "warning", __doc__, check, needs_all=False)
