"""Sentences that still speak of what a layer removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from amends.authoring.find_words import place_of, strings
from amends.authoring.listing import title_of
from amends.authoring.spoken import QUOTED, Spoken, in_plain_words, listed, locales_of, pattern_of
from amends.content.layers import Resolved
from amends.edition.words import read_words

_NAMED_BY_PHRASES = QUOTED | {"settlements", "principles"}
"""Collections whose titles are phrases such as “Who decides”, which mean nothing of the kind elsewhere."""
_OF_AN_ENTRY = 2


def still_of_the_removed(content: Resolved) -> str:
    """The sentences that still speak of removed entries, as a list."""
    return listed("texts that still speak of what is removed", _spoken_of_removed(content))


def _spoken_of_removed(content: Resolved) -> Iterator[Spoken]:
    """Each string that people read, in a language that is shown, with the title of a removed entry in it."""
    locales = locales_of(content)
    phrases = {locale: _phrases(content, locale) for locale in locales}
    for path, string in strings(content):
        locale = str(path[-1])
        if locale in phrases and path[0] not in QUOTED:
            said = in_plain_words(string)
            about = next((name for pattern, name in phrases[locale] if pattern.search(said)), None)
            if about:
                yield Spoken(path, string, about, place_of(content, path))


def _phrases(content: Resolved, locale: str) -> list[tuple[re.Pattern[str], str]]:
    """A pattern for the title of each removed entry that had one in this language, with the entry's name."""
    found: list[tuple[re.Pattern[str], str]] = []
    for path in content.removed:
        if len(path) == _OF_AN_ENTRY and path[0] not in _NAMED_BY_PHRASES:
            entries = (layer.content.collections.get(path[0], {}).get(path[1]) for layer in content.layers)
            titles = [title for entry in entries if isinstance(entry, dict) and (title := _title(entry, locale))]
            found += [(pattern, "/".join(path)) for title in dict.fromkeys(titles) if (pattern := pattern_of(title))]
    words = read_words(locale).entries
    cleared = (name for layer in content.layers for name in layer.content.cleared)
    for name in (name for name in cleared if name not in _NAMED_BY_PHRASES):
        if pattern := pattern_of(words.get(f"change.field.{name.replace('_', '-')}", "")):
            found.append((pattern, name))
    return found


def _title(entry: Mapping[str, Any], locale: str) -> str:
    """The title in this very language, or in the language of this region, without placeholders."""
    title = entry.get("title", entry.get("term"))
    for name in (locale, locale.partition("-")[0]):
        if isinstance(title, dict) and name in title:
            return title_of({"title": title}, name)
    return ""
