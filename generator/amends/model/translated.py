"""In which languages each text of an SOP is, and which language lacks most of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from amends.model.sop import Sop
from amends.model.walk import FieldPath, texts

Given = tuple[FieldPath, frozenset[str]]
"""The path of a text or a word, and the locales that it has."""


def translated(sop: Sop) -> tuple[Given, ...]:
    """Every text and every word of the vocabulary, with its locales."""
    words = ((("vocabulary", name), frozenset(word)) for name, word in sop.vocabulary.items())
    return (*((path, frozenset(text.strings)) for path, text in texts(sop)), *words)


def hardly_translated(given: Sequence[Given], locales: Sequence[str]) -> Mapping[str, str]:
    """Each of these locales in which more than half of all texts are missing, with a sentence that says so."""
    missing = Counter(locale for _, has in given for locale in locales if locale not in has)
    return {
        locale: f"{count:,} of {len(given):,} texts are missing in {locale}: its readers get them in another language"
        for locale, count in missing.items()
        if 2 * count > len(given)
    }
