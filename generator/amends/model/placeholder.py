"""What `{{ name }}` may stand for: a title, a value of the header, or a form of a word of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from amends.model.sop import Sop

TITLED: Final = {"step": "steps", "role": "roles", "script": "scripts", "letter": "letters", "record": "records"}
"""The collections whose titles a text may use, by the word before the colon: `{{ step:verify }}`."""
ORGANISATION: Final = "organisation"
OF_FIXED_WORDS: Final = "complaint"
"""This word of the vocabulary is what an SOP handles, in the fixed words of pages and sheets, too."""


def vocabulary_forms(sop: Sop, locale: str) -> dict[str, str]:
    """The placeholders of the vocabulary with their words in `locale`, or in the default locale if there are none."""
    found: dict[str, str] = {}
    for name, by_locale in sop.vocabulary.items():
        forms = by_locale.get(locale) or by_locale.get(sop.default_locale) or next(iter(by_locale.values()))
        for key, word in zip(_names_of_forms(name), (forms.one, forms.a, forms.many), strict=True):
            found[key] = word
            found[_capitalised(key)] = _capitalised(word)
    return found


def plain_placeholders(sop: Sop) -> frozenset[str]:
    """The placeholders that are no titles: `organisation`, the variables, and every form of every word."""
    return frozenset({ORGANISATION, *sop.variables, *vocabulary_names(sop)})


def placeholders(sop: Sop) -> frozenset[str]:
    """Every placeholder that a text of the SOP may have."""
    titled = (f"{word}:{name}" for word, collection in TITLED.items() for name in getattr(sop, collection))
    return plain_placeholders(sop).union(titled)


def vocabulary_names(sop: Sop) -> frozenset[str]:
    """The placeholders of the vocabulary: `customer`, `a customer`, `customers`, and the same with a capital."""
    return names_of_words(sop.vocabulary)


def names_of_words(words: Iterable[str]) -> frozenset[str]:
    """The placeholders of some words of the vocabulary."""
    names = {key for name in words for key in _names_of_forms(name)}
    return frozenset(names | {_capitalised(name) for name in names})


def _names_of_forms(name: str) -> tuple[str, str, str]:
    """The placeholders for the word, for the word with its article, and for its plural."""
    article = "an" if name[0] in "aeiou" else "a"
    return name, f"{article} {name}", f"those {name}" if name.endswith("ed") else f"{name}s"


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]
