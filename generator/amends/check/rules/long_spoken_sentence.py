"""A sentence that is said aloud has more than 25 words, or more than 50 Chinese characters.

Why: whoever says it runs out of breath, and whoever hears it has forgotten its beginning. On the telephone it sounds
read out.

Bad:
    scripts:
      promise:
        lines:
          call: "I will look now at what has happened with your order in our shop and in the store, and I will talk to
            the colleague who packed it for you yesterday, and then I will call you by [time]."

Good:
    scripts:
      promise:
        lines:
          call: "I will look now at what has happened with your order. I will talk to the colleague who packed it. Then
            I will call you by [time]."

Way out: Make two sentences of it, one idea in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.phrases import sentences
from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken import spoken_words
from amends.check.texts import Texts

MOST_WORDS = 25
MOST_CHARACTERS = 50
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text with a sentence that is too long to be said."""
    for path, counted in Texts(spoken_words(subject.sop)).strings_where(_first_too_long):
        message = f"this sentence has {counted}, too many to say in one breath"
        yield Issue(path, message, "make two sentences of it, one idea in each")


def _first_too_long(string: str, _: str) -> str:
    return next(filter(None, map(_too_long, sentences(string))), "")


def _too_long(sentence: str) -> str:
    """“34 words”, or “70 characters” of a Chinese sentence; empty if it is short enough."""
    ideographs = len(_IDEOGRAPH.findall(sentence))
    words = len(_WORD.findall(_IDEOGRAPH.sub(" ", sentence)))
    if ideographs > MOST_CHARACTERS:
        return f"{ideographs} characters"
    return f"{words} words" if words > MOST_WORDS and words > ideographs else ""


RULE = Rule("S513", "long-spoken-sentence", "warning", __doc__, check, needs_all=False)
