"""A half-width mark stands beside a Chinese character.

Why: Chinese uses full-width marks. A half-width comma between characters looks like a typing mistake, and lines
break in the wrong place. Code, addresses, and marks between Latin letters or digits are not judged.

Bad:
    steps:
      accept:
        purpose: {en: "Nobody is sent away.", zh: "谁来都接待,不推诿."}

Good:
    steps:
      accept:
        purpose: {en: "Nobody is sent away.", zh: "谁来都接待，不推诿。"}

Way out: Write the full-width mark that the message shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.full_width import FULL_WIDTH, HALF_WIDTH

_AROUND = 6


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each Chinese string with half-width marks; it names the first of them."""

    def found_in(string: str, locale: str) -> list[re.Match[str]]:
        is_chinese = locale.partition("-")[0] == "zh"
        return list(HALF_WIDTH.finditer(subject.prose[string])) if is_chinese else []

    for path, marks in subject.texts.strings_where(found_in, HALF_WIDTH):
        first, at, prose = marks[0][0], marks[0].start(), marks[0].string
        around = prose[max(0, at - _AROUND) : at + _AROUND].strip()
        more = f", the first of {len(marks)} in this text" if len(marks) > 1 else ""
        message = f"a half-width “{first}” stands in Chinese text: {around}{more}"
        yield Issue(path, message, f"write the full-width mark: {first.translate(FULL_WIDTH)}")


RULE = Rule("L704", "half-width-punctuation", "warning", __doc__, check, needs_all=False)
