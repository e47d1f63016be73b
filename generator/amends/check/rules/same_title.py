"""Two entries of one collection have the same title.

Why: readers of a list, a card or the search see the same name twice, and open the wrong one. Often an entry was copied
and its title not changed.

Bad:
    scripts:
      promise:
        title: "Promise"
      second-promise:
        title: "Promise"
        lines: {call: "I will write by [time]."}
        slots: {time: "time"}
    steps:
      settle: {scripts: [second-promise]}

Good:
    scripts:
      promise:
        title: "Promise"
      second-promise:
        title: "Promise in writing"
        lines: {call: "I will write by [time]."}
        slots: {time: "time"}
    steps:
      settle: {scripts: [second-promise]}

Way out: Give one of the two another title.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.sop import COLLECTIONS
from amends.model.text import Text

_NAMES = ("title", "term")
_MAY_REPEAT = frozenset({"clocks", "frameworks"})
"""Laws and sources are called as they are called."""


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each entry with the title of an earlier one in the same language."""
    for collection in COLLECTIONS:
        seen: dict[tuple[str, str], str] = {}
        for entry_id, entry in getattr(subject.sop, collection).items() if collection not in _MAY_REPEAT else ():
            for field in _NAMES:
                title = getattr(entry, field, None)
                if isinstance(title, Text) and not getattr(entry, "when", None):
                    yield from _repeated(title, (collection, entry_id, field), seen)


def _repeated(title: Text, path: tuple[str, str, str], seen: dict[tuple[str, str], str]) -> Iterator[Issue]:
    for locale, string in title.strings.items():
        first = seen.setdefault((locale, string.casefold()), path[1])
        if first != path[1]:
            message = f"`{path[0]}/{first}` has the same title: “{string}”"
            yield Issue((*path, locale), message, "give one of the two another title")


RULE = Rule("R107", "same-title", "warning", __doc__, check, needs_all=False)
