"""A text has the same word twice in a row: “the the”, “的的”.

Why: readers stumble, and on a printed sheet it cannot be mended. Words that may stand twice, such as “had had”, are not
found.

Bad:
    steps:
      settle:
        purpose: "What was wrong is is put right."

Good:
    steps:
      settle:
        purpose: "What was wrong is put right."

Way out: Delete one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_TWICE = re.compile(r"\b(?P<word>[^\W\d_]{2,}+)[ \n]++(?P=word)\b", re.IGNORECASE)
_MAY_STAND_TWICE = frozenset({"had", "that", "very", "bye", "no", "so", "nous", "vous", "ha"})
_TWICE_IN_CHINESE = re.compile(
    r"的(?<!目的)的|了了(?!解|[望无])|和和(?![气睦美])|您您|我我|请请|并并|由由|把把|被被|或或"
)


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text in which a word stands twice."""
    for path, word in subject.shown_texts.strings_where(_repeated, _TWICE, _TWICE_IN_CHINESE):
        yield Issue(path, f"“{word}” stands twice", "delete one of the two")


def _repeated(string: str, _: str) -> str:
    match = _TWICE_IN_CHINESE.search(string)
    if match:
        return match[0][0]
    words = (match["word"] for match in _TWICE.finditer(string))
    return next((word for word in words if word.casefold() not in _MAY_STAND_TWICE), "")


RULE = Rule("W103", "repeated-word", "warning", __doc__, check, needs_all=False)
