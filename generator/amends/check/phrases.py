"""Lists of phrases: those that come with amends, and what an SOP adds to them or allows; and where a text has one.

Capitals, punctuation and quotation marks make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from amends.check.texts import Texts, folded
from amends.content.yaml_reader import read_yaml
from amends.model.sop import Sop
from amends.model.walk import FieldPath
from amends.shipped import shipped
from amends.spelling import parents, respelled

ALLOWED = "allowed"
"""The list of what no other list means."""
_WORD = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？；;…])(?=\D|$)")

_NOTHING = "(?!)"
"""The expression that is found nowhere."""
_FEW = 200
Value = TypeVar("Value")
Judgement = TypeVar("Judgement")


class _Indexed(NamedTuple, Generic[Value]):
    """A phrase as it is looked for: among words with spaces, or among characters without."""

    words: str
    sought: str
    phrase: str
    value: Value
    has_spaces: bool


class PhraseIndex(Generic[Value]):
    """Phrases of one language, each with a value. Of a thousand, a text is held only against those that may fit."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[_Indexed[Value]]] = {}
        for phrase, value in phrases:
            if words := bare_words(phrase):
                has_spaces = not _WITHOUT_SPACES.search(words)
                sought = words if has_spaces else words.replace(" ", "")
                self._by_first.setdefault(_first(words), []).append(_Indexed(words, sought, phrase, value, has_spaces))

    def phrases(self) -> list[str]:
        """The bare words of each phrase."""
        return [it.words for known in self._by_first.values() for it in known]

    def found_in(self, string: str) -> Iterator[tuple[str, Value]]:
        """Each phrase that stands in the string, with its value, in no order that means anything."""
        said, parts = _parts(string)
        firsts = parts & self._by_first.keys()
        joined = said.replace(" ", "") if firsts else ""
        for first in sorted(firsts):
            for it in self._by_first[first]:
                if it.sought in (said if it.has_spaces else joined):
                    yield it.phrase, it.value


class PhraseList:
    """One list in every language."""

    def __init__(self, sop: Sop, name: str) -> None:
        self._lists: dict[str, PhraseIndex[None]] = {}
        self._allowed: dict[str, list[str]] = {}
        for locale in sop.locales:
            told_by_wording = (phrase for phrase, _ in forbidden_wording(sop, locale))  # once is enough
            self._allowed[locale] = [bare_words(it) for it in (*_phrases(sop, ALLOWED, locale), *told_by_wording)]
            allowed = set(self._allowed[locale])
            listed = (it for it in _phrases(sop, name, locale) if bare_words(it) not in allowed)
            self._lists[locale] = PhraseIndex((phrase, None) for phrase in listed)

    def found_in(self, string: str, locale: str) -> list[str]:
        """The phrases that a string has, in alphabetical order; no part of another, and none that is allowed."""
        if locale not in self._lists:
            return []
        found = sorted({phrase for phrase, _ in self._lists[locale].found_in(string)})
        whole = [it for it in found if not any(_is_part(it, other) for other in found)]
        return [phrase for phrase in whole if not self._is_allowed(phrase, string, locale)]

    def texts_where(
        self, texts: Texts, judge: Callable[[str, str], Judgement]
    ) -> Iterator[tuple[FieldPath, Judgement]]:
        """Each string of the texts that may have a phrase, and of which `judge` says something: its path, and that."""
        return texts.folded_where(judge, *self._signs)

    @cached_property
    def _signs(self) -> list[re.Pattern[str]]:
        """A pattern of all phrases, unless they are so many that it is quicker to look each word up."""
        forms = dict.fromkeys(_form(words) for index in self._lists.values() for words in index.phrases())
        return [re.compile("|".join(forms) or _NOTHING)] if len(forms) <= _FEW else []

    def _is_allowed(self, phrase: str, string: str, locale: str) -> bool:
        """Whether an allowed phrase in the string covers this one."""
        said, words = bare_words(string).replace(" ", ""), bare_words(phrase).replace(" ", "")
        covering = (it.replace(" ", "") for it in self._allowed[locale])
        return any(words in it and it in said for it in covering)


def _form(words: str) -> str:
    """The expression that finds the bare words of a phrase in a folded string, whatever stands between them."""
    if _WITHOUT_SPACES.search(words):
        return r"[\W_]*".join(map(re.escape, words.replace(" ", "")))
    return r"[\W_]+".join(map(re.escape, words.split()))


def _is_part(phrase: str, other: str) -> bool:
    """Whether a phrase is only a part of another one."""
    return phrase != other and bare_words(phrase) in bare_words(other)


@lru_cache(maxsize=1 << 14)
def sentences(string: str) -> tuple[str, ...]:
    """The sentences of a string, each with its full stop."""
    return tuple(part.strip() for part in _SENTENCE_END.split(string) if part.strip())


def bare_words(string: str) -> str:
    """The words of a string without punctuation, each between blanks: ` please wait a moment `; empty if none."""
    words = _words(string)
    return f" {' '.join(words)} " if words else ""


def _words(string: str) -> list[str]:
    return _WORD.findall(folded(string))


@lru_cache(maxsize=1 << 14)  # a dozen lists are held against each string
def _parts(string: str) -> tuple[str, frozenset[str]]:
    """The bare words of a string, and each word and sign by itself; in ASCII no phrase begins with a sign alone."""
    words = _words(string)
    return f" {' '.join(words)} ", frozenset(words if string.isascii() else (*words, *"".join(words)))


def forbidden_wording(sop: Sop, locale: str) -> Iterator[tuple[str, str]]:
    """Each phrase that the `wording` of an SOP forbids always, with the id of the wording."""
    for wording_id, wording in sop.wording.items():
        for point in wording.never.values() if wording.until is None else ():
            if locale in point.text.strings:
                yield point.text.strings[locale], wording_id


def own_lists(sop: Sop) -> list[str]:
    """The names of lists that only the SOP has."""
    shipped_names = {name for locale in sop.locales for name in _shipped(locale)}
    return [name for name in sop.check.phrases if name not in shipped_names]


def _first(words: str) -> str:
    return words.strip()[0] if _WITHOUT_SPACES.search(words) else words.split(maxsplit=1)[0]


def _phrases(sop: Sop, name: str, locale: str) -> tuple[str, ...]:
    """The phrases of one list in a locale, and those of its language in the locale's spelling."""
    below = (respelled(it, locale) for above in parents(locale) for it in _written(sop, name, above))
    return (*_written(sop, name, locale), *below)


def _written(sop: Sop, name: str, locale: str) -> tuple[str, ...]:
    return (*_shipped(locale).get(name, ()), *sop.check.phrases.get(name, {}).get(locale, ()))


@cache
def _shipped(locale: str) -> Mapping[str, tuple[str, ...]]:
    """The shipped lists of a locale, by name; empty if there are none."""
    file = shipped("templates") / "phrases" / f"{locale}.yml"
    if not file.is_file():
        return {}
    lists: Any = read_yaml(file.read_bytes(), file.name).data
    return {name: tuple(phrases) for name, phrases in lists.items()}
