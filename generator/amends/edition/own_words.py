"""The fixed words of a locale, in an SOP that has a word of its own for what it handles: an incident, a request."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amends.edition.words import Words, read_words
from amends.model.placeholder import OF_FIXED_WORDS, vocabulary_forms
from amends.model.sop import Sop

_OWN: Final = "own-word"
_MARK = re.compile(r"\{\{ ([A-Za-z ]+) \}\}")


def words_of(sop: Sop, locale: str) -> Words:
    """The fixed words of a locale. With a word of its own, those that speak of complaints speak of that instead."""
    words = read_words(locale)
    if OF_FIXED_WORDS not in sop.vocabulary:
        return words
    forms = vocabulary_forms(sop, words.locale)
    own = {name: _MARK.sub(lambda mark: forms[mark[1]], text) for name, text in words.group(_OWN).items()}
    return replace(words, entries={**words.entries, **own})
