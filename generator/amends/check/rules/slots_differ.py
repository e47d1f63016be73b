"""A line of a script uses other slots in one locale than in another.

Why: the readers of one locale do not see what to fill in, so they promise the customer less.

Bad:
    scripts:
      promise:
        lines:
          call: {en: "I will call you by [time].", zh: "我会给您回电话。"}

Good:
    scripts:
      promise:
        lines:
          call: {en: "I will call you by [time].", zh: "我[time]前给您回电话。"}

Way out: Use the slot in the line of every locale, or in none.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken import script_lines
from amends.model.markup import marks_in


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each slot that another locale's line has and this one lacks."""
    for path, text in script_lines(subject.sop):
        declared = subject.sop.scripts[str(path[1])].slots
        shown = subject.sop.locales  # a base may have more languages than the SOP over it
        slots = {locale: _slots(string) for locale, string in text.strings.items() if locale in shown}
        everywhere = {name: locale for locale, names in slots.items() for name in names}
        if not everywhere.keys() <= declared.keys():
            continue
        for locale, names in slots.items():
            for name in sorted(everywhere.keys() - names):
                message = f"the {locale} line lacks the slot `{name}` that the {everywhere[name]} line has"
                yield Issue((*path, locale), message, f"write  [{name}]  here too, or in neither")


def _slots(string: str) -> set[str]:
    return {mark.value for mark in marks_in(string) if mark.kind == "slot"}


RULE = Rule("S504", "slots-differ", "error", __doc__, check, needs_all=False)
