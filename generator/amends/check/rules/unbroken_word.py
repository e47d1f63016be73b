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
    texts = subject.texts.strings_where(lambda string, _: _too_long(string))
    labels = ((path, word) for path, label in subject.labels if (word := _too_long(label)))
    for path, word in (*texts, *labels):
        message = f"the word “{word[:20]}…” has {len(word)} characters and no place to break it"
        yield Issue(path, message, f"write at most {_MOST} characters without a blank")


def _too_long(string: str) -> str:
    """The first word that is too long; empty if there is none."""
    words = _WORD.findall(outside_marks(string)) if len(string) > _MOST else ()
    return next((word for word in words if columns(word) == len(word)), "")


RULE = Rule("X803", "unbroken-word", "error", __doc__, check, needs_all=False)
