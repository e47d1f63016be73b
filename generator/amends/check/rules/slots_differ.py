"""A line of a script, or a text of a letter, uses other slots in one locale than in another.

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

Way out: Use the slot in the text of every locale, or in none.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.slotted import slotted
from amends.model.markup import marks_in
from amends.model.text import Text


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each slot that another locale's text has and this one lacks."""
    for it in slotted(subject.sop):
        for path, text in it.texts.items():
            for locale, name, other in _missing(text, it.slots, subject.sop.locales):
                message = f"the {locale} {it.part} lacks the slot `{name}` that the {other} {it.part} has"
                yield Issue((*path, locale), message, f"write  [{name}]  here too, or in neither")


def _missing(text: Text, declared: Container[str], shown: Container[str]) -> Iterator[tuple[str, str, str]]:
    """Each locale with a slot that it lacks, and a locale that has it; none if a slot is not declared."""
    # A base may have more languages than the SOP over it shows.
    slots = {locale: _slots(string) for locale, string in text.strings.items() if locale in shown}
    everywhere = {name: locale for locale, names in slots.items() for name in names}
    for locale, names in slots.items() if all(name in declared for name in everywhere) else ():
        yield from ((locale, name, everywhere[name]) for name in sorted(everywhere.keys() - names))


def _slots(string: str) -> set[str]:
    return {mark.value for mark in marks_in(string) if mark.kind == "slot"}


RULE = Rule("S504", "slots-differ", "error", __doc__, check, needs_all=False)
