"""What the search understands beside the words on the pages: little words, sums, and words that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from amends.content.yaml_reader import read_yaml
from amends.edition.edition import Edition
from amends.shipped import shipped
from amends.spelling import parents, respelled

Group = tuple[str, ...]
"""Words that mean the same, with bars between them; or words that somebody types, and the words to look for."""

_BAR = "|"
_COMMA = re.compile(r"[,，、]")


def search_words(edition: Edition) -> Mapping[str, Any]:
    """The words as the index takes them, for the edition's language: those that come with amends, and the SOP's own."""
    found = _shipped(edition.locale)
    return {
        "little": found.get("little", ""),
        "endings": found.get("endings", ""),
        "figure": _listed(found.get("figure", "")),
        "forms": [_barred(_listed(line)) for line in found.get("forms", ())],
        "signs": [_group(line) for line in found.get("signs", ())],
        "alike": [*(_group(line) for line in found.get("alike", ())), *_own(edition)],
    }


def _own(edition: Edition) -> Iterator[Group]:
    for term in edition.sop.glossary.values():
        if term.also is not None:
            yield (_barred((edition.plain(term.term), *_listed(edition.plain(term.also)))),)


def _group(line: str) -> Group:
    return tuple(_barred(_listed(side)) for side in line.split(">"))


def _barred(words: Iterable[str]) -> str:
    """Words as the index has them: thousands of quotation marks would make it a tenth longer."""
    return _BAR.join(word.replace(_BAR, " ") for word in words)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in _COMMA.split(words) if word.strip())


@cache
def _shipped(locale: str) -> Mapping[str, Any]:
    """The shipped words of a locale, or those of its language in the locale's spelling; empty if there are none."""
    for candidate in (locale, *parents(locale)):
        file = shipped("templates") / "search" / f"{candidate}.yml"
        if file.is_file():
            words: Any = read_yaml(file.read_bytes(), file.name).data
            return dict(words) if candidate == locale else _respelled(words, locale)
    return {}


def _respelled(words: Mapping[str, Any], locale: str) -> Mapping[str, Any]:
    return {name: _each_respelled(found, locale) for name, found in words.items()}


def _each_respelled(found: str | list[str], locale: str) -> str | list[str]:
    return respelled(found, locale) if isinstance(found, str) else [respelled(line, locale) for line in found]
