r"""A word of a text or a label is longer than 200 characters, without any place to break it.

Why: on a sheet such a word leaves the paper, and to look for places to break it takes minutes. Usually it is a line
from a program that was pasted here, or a text without blanks.

Bad:
    steps:
      accept:
        purpose: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
          AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

Good:
    steps:
      accept:
        purpose: "The reference number stands in the letter."

Way out: Delete the word, write it with blanks, or put it into the address of a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import outside_marks
from amends.text_width import columns

_MOST = 200
_WORD = re.compile(rf"\S{{{_MOST + 1},}}")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text and label with a word that is too long. Chinese may be broken at any character."""
    texts = (((*path, locale), string) for path, text in subject.texts for locale, string in text.strings.items())
    for path, string in (*texts, *subject.labels):
        if len(string) > _MOST:
            for match in _WORD.finditer(outside_marks(string)):
                if columns(match[0]) == len(match[0]):
                    message = f"the word “{match[0][:20]}…” has {len(match[0])} characters and no place to break it"
                    yield Issue(path, message, f"write at most {_MOST} characters without a blank")
                    break


RULE = Rule("X803", "unbroken-word", "error", __doc__, check, needs_all=False)
