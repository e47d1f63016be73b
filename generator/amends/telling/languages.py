"""Findings, and what ends a command, in the language of their reader.

`templates/messages/LOCALE.yml` is a memory of translations: for each code, the English sentences that it may say, with
`%a`, `%b` ... for what varies, and how they are said in that language. A sentence that is not there stays English.
Under `command` stand the sentences of UsageError and of click.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice, pairwise
from typing import Any

from amends.content.yaml_reader import read_yaml
from amends.finding import Finding, UsageError
from amends.nearest import nearest
from amends.reporting.words import Words
from amends.shipped import shipped

ENGLISH = "en"
_EVERY_CODE, _WORDS, _COMMAND = "any", "words", "command"
_BETWEEN = "; "
_VARIES = re.compile(r"%([a-z])")
_PLACE = ": "
_MOST_PLACES = 8
"""A message begins with one place, which may hold some colons of its own."""
_ENTRY = re.compile(r"\A([a-z_]+/[^:\n]{1,60}): ")


@dataclass(frozen=True)
class Sentence:
    """An English sentence in parts, with the names of what varies between them, and its translation."""

    parts: tuple[str, ...]
    names: tuple[str, ...]
    said: str

    def translated(self, text: str, said_for: Callable[[str], str]) -> str | None:
        """The translation, with what varies in `text`; None if `text` is another sentence."""
        values = self._values(text)
        if values is None or (not self._is_several and any(_BETWEEN in value for value in values)):
            return None
        known = dict(zip(self.names, map(said_for, values), strict=True))
        return _VARIES.sub(lambda found: known.get(found[1], found[0]), self.said)

    @property
    def _is_several(self) -> bool:
        """Whether it ends with a sentence of its own, so that what varies before it may hold several."""
        return _BETWEEN in self.parts[-1]

    def _values(self, text: str) -> list[str] | None:
        """What stands between the parts, each as short as can be; so a long text takes no longer for many of them."""
        first, last = self.parts[0], self.parts[-1]
        if len(self.parts) == 1:
            return [] if text == first else None
        if not (text.startswith(first) and text.endswith(last) and len(text) > len(first) + len(last)):
            return None
        places, at = [(0, len(first))], len(first)
        for part in self.parts[1:-1]:
            begin = text.find(part, at + 1, len(text) - len(last))
            if begin < 0:
                return None
            at = begin + len(part)
            places.append((begin, at))
        places.append((len(text) - len(last), len(text)))
        return [text[end:begin] for (_, end), (begin, _) in pairwise(places)]


class Language:
    """One language of findings."""

    def __init__(self, words: Words, sentences: Mapping[str, Sequence[Sentence]]) -> None:
        self.words = words
        self._sentences = sentences
        everywhere = (*sentences.get(_EVERY_CODE, ()), *sentences.get(_COMMAND, ()))
        self._fixed = {it.parts[0]: it.said for it in everywhere if not it.names}

    def said(self, finding: Finding) -> Finding:
        """The finding with its message and its way out in this language, as far as the memory knows them."""
        if not self._sentences:
            return finding
        entry = _ENTRY.match(finding.message)
        before = self.words.place.replace("%a", entry[1]) if entry else ""
        rest = finding.message[entry.end() :] if entry else finding.message
        message = self._translated(rest, finding.code)
        hint = self._translated(finding.hint, finding.code)
        return replace(
            finding,
            message=finding.message if message is None else before + message,
            hint=finding.hint if hint is None else hint,
        )

    def error(self, text: str) -> str:
        """What ended a command, `PLACE: what is wrong; the way out`, as far as the memory knows it."""
        ends = [0, *(found.end() for found in islice(re.finditer(_PLACE, text), _MOST_PLACES))]
        for end in ends if self._sentences else ():
            said = self._translated(text[end:], _COMMAND)
            if said is not None:
                place = text[: end - len(_PLACE)] if end else ""
                return self.words.place.replace("%a", place) + said if place else said
        return text

    def _translated(self, text: str, code: str) -> str | None:
        """A text as a whole, or sentence by sentence; None if the memory does not know all of it."""
        whole = self._sentence(text, code)
        if whole is not None or _BETWEEN not in text:
            return whole
        parts = [self._sentence(part, code) for part in text.split(_BETWEEN)]
        return self.words.between.join(part or "" for part in parts) if None not in parts else None

    def _sentence(self, text: str, code: str) -> str | None:
        known = (*self._sentences.get(code, ()), *self._sentences.get(_EVERY_CODE, ()))
        if code == _COMMAND:  # it may pass on what a finding would say
            known = (*known, *chain.from_iterable(self._sentences.values()))
        found = (sentence.translated(text, lambda value: self._value(value, code)) for sentence in known)
        return next((it for it in found if it is not None), None)

    def _value(self, value: str, code: str) -> str:
        """What varies: a name stays as it is, a reason is said in this language."""
        if code == _COMMAND:
            return self.error(value) if " " in value else value
        return self._fixed.get(value, value)


def language_of(locale: str) -> str:
    """The language of a locale in which findings can be told; raises UsageError if there is none."""
    name, folder = locale.partition("-")[0], shipped("templates") / "messages"
    known = [ENGLISH, *(path.stem for path in folder.glob("*.yml"))]
    if name not in known:
        raise UsageError(f"findings cannot be told in “{locale}”; {nearest(locale, known, 'languages')}")
    return name


@cache
def language(locale: str) -> Language:
    """The language of a locale, or the one that it is a form of; raises UsageError if there is none."""
    name = language_of(locale)
    if name == ENGLISH:
        return Language(Words(), {})
    file = shipped("templates") / "messages" / f"{name}.yml"
    memory: Any = read_yaml(file.read_bytes(), file.name).data
    words = Words(**{key.replace("-", "_"): text for key, text in memory.pop(_WORDS).items()})
    return Language(words, {code: tuple(_sentences(known)) for code, known in memory.items()})


def _sentences(known: Mapping[str, str]) -> Iterator[Sentence]:
    for english, said in known.items():
        parts = _VARIES.split(english)
        yield Sentence(tuple(parts[::2]), tuple(parts[1::2]), said)
