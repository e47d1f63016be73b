"""What is left over of a base in a project: examples, foreign values, words of removed things, money, an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from babel import UnknownLocaleError
from babel.numbers import get_currency_name, get_territory_currencies

from amends.authoring.find_words import place_of, strings
from amends.authoring.listing import title_of
from amends.content.foreign import Foreign, foreign_values
from amends.content.layers import Resolved
from amends.content.plain_part import PathPart
from amends.edition.words import read_words

_OF_AN_ENTRY = 2
_UNBROKEN = 1_000_000
_SITE_URL = ("organisation", "site_url")
_QUOTED = frozenset({"frameworks", "source_documents"})
"""Collections that hold the words of sources, which speak of whatever they like."""
_NAMED_BY_PHRASES = _QUOTED | {"settlements", "principles"}
"""Collections whose titles are phrases such as “Who decides”, which mean nothing of the kind elsewhere."""
_FEWEST_LETTERS = 4
_IS_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Spoken:
    """A string at `path` with words that should not be there any more: `about` says of what they speak."""

    path: tuple[PathPart, ...]
    string: str
    about: str
    place: str


def leftovers(content: Resolved) -> str:
    """What the project still shows of its base, as text to work through; empty if nothing is left over.

    Values to replace are YAML that can be pasted into a file of the project. Sentences are listed with their places.
    """
    return "\n".join(filter(None, (_values(content), _removed(content), _currencies(content), _address(content))))


def _values(content: Resolved) -> str:
    """Two blocks, since values of the header can stand in sop.yml only."""
    values = foreign_values(content)
    header = [it for it in values if it.path[0] not in content.collections]
    entries = [it for it in values if it.path[0] in content.collections]
    return "\n".join(filter(None, (_block(header, "sop.yml"), _block(entries, "any file of your own"))))


def _block(values: list[Foreign], file: str) -> str:
    if not values:
        return ""
    examples = ", ".join(dict.fromkeys(it.layer for it in values if it.country is None))
    bound: dict[str, list[str]] = {}
    for it in values:
        if it.country is not None:
            bound.setdefault(it.country, []).append("/".join(it.path))
    about = [f"examples of {examples}"] if examples else []
    about += [f"what holds in {country} only: {', '.join(paths)}" for country, paths in bound.items()]
    lines = [f"for {file}: write yours, or name what is right in  keep: [...]  of sop.yml", *about]
    return "".join(f"# {line}\n" for line in lines) + _as_yaml(values)


def _as_yaml(values: list[Foreign]) -> str:
    patch: dict[str, Any] = {}
    for it in values:
        block = patch
        for key in it.path[:-1]:
            block = block.setdefault(key, {})
        block[it.path[-1]] = it.value
    return yaml.safe_dump(patch, allow_unicode=True, sort_keys=False, width=_UNBROKEN)


def _listed(title: str, found: list[Spoken]) -> str:
    if not found:
        return ""
    lines = (
        f"{'/'.join(map(str, it.path))}: {' '.join(it.string.split())}\n  {it.about}; {it.place}\n" for it in found
    )
    return f"# {title}\n{''.join(lines)}"


# What was removed -----------------------------------------------------------------------------------------------------


def _removed(content: Resolved) -> str:
    return _listed("texts that still speak of what is removed", list(spoken_of_removed(content)))


def spoken_of_removed(content: Resolved) -> Iterator[Spoken]:
    """Each string that people read, in a language that is shown, with the title of a removed entry in it."""
    locales = _locales(content)
    phrases = {locale: _phrases(content, locale) for locale in locales}
    for path, string in strings(content):
        locale = str(path[-1])
        if locale in phrases and path[0] not in _QUOTED:
            about = next((name for pattern, name in phrases[locale] if pattern.search(string)), None)
            if about:
                yield Spoken(path, string, about, place_of(content, path))


def _phrases(content: Resolved, locale: str) -> list[tuple[re.Pattern[str], str]]:
    """A pattern for the title of each removed entry that had one in this language, with the entry's name."""
    found: list[tuple[re.Pattern[str], str]] = []
    for path in content.removed:
        if len(path) == _OF_AN_ENTRY and path[0] not in _NAMED_BY_PHRASES:
            entries = (layer.content.collections.get(path[0], {}).get(path[1]) for layer in content.layers)
            titles = [title for entry in entries if isinstance(entry, dict) and (title := _title(entry, locale))]
            found += [(pattern, "/".join(path)) for title in dict.fromkeys(titles) if (pattern := _pattern(title))]
    words = read_words(locale).entries
    cleared = (name for layer in content.layers for name in layer.content.cleared)
    for name in (name for name in cleared if name not in _NAMED_BY_PHRASES):
        if pattern := _pattern(words.get(f"change.field.{name.replace('_', '-')}", "")):
            found.append((pattern, name))
    return found


def _title(entry: Mapping[str, Any], locale: str) -> str:
    """The title in this very language, or in the language of this region, without placeholders."""
    title = entry.get("title", entry.get("term"))
    for name in (locale, locale.partition("-")[0]):
        if isinstance(title, dict) and name in title:
            return title_of({"title": title}, name)
    return ""


def _pattern(title: str) -> re.Pattern[str] | None:
    """The title as words in a sentence; None if it is too short to mean anything there, or holds a placeholder."""
    if "{{" in title:
        return None
    if _IS_CHINESE.search(title):
        return re.compile(re.escape(title)) if len(title) > 1 else None
    if len(title) < _FEWEST_LETTERS:
        return None
    return re.compile(rf"(?<!\w){re.escape(title)}s?(?!\w)", re.IGNORECASE)


# Money and the address ------------------------------------------------------------------------------------------------


def _currencies(content: Resolved) -> str:
    home = _home_currencies(content)
    found: list[Spoken] = []
    for path, string in strings(content) if home else ():
        about = _other_currency(content, string, home, is_code=path[-1] == "currency")
        if about and path[0] not in _QUOTED:
            found.append(Spoken(path, string, about, place_of(content, path)))
    return _listed(f"other currencies than {', '.join(sorted(home))}", found)


def _home_currencies(content: Resolved) -> frozenset[str]:
    """The currencies of the topmost layer's own limits; or else those of the country of the calendar."""
    own = {
        str(level["limit"]["currency"])
        for key, level in content.collections.get("authority", {}).items()
        if isinstance(level, dict)
        and isinstance(level.get("limit"), dict)
        and "currency" in level["limit"]
        and content.layer_of(("authority", key, "limit", "currency")) is content.layers[-1]
    }
    calendar = (content.header or {}).get("calendar")
    country = calendar.get("country") if isinstance(calendar, dict) else None
    return frozenset(own) or frozenset(get_territory_currencies(str(country)) if country else ())


def _other_currency(content: Resolved, string: str, home: frozenset[str], *, is_code: bool) -> str | None:
    if is_code:
        return None if string in home else string
    for code in _currencies_of_layers(content) - home:
        names = {code, *(_currency_names(code, locale) for locale in _locales(content))}
        if any(name and (pattern := _pattern(name)) and pattern.search(string) for name in names):
            return code
    return None


def _currencies_of_layers(content: Resolved) -> set[str]:
    """The currencies that the authority tables of all layers name."""
    levels = (level for layer in content.layers for level in layer.content.collections.get("authority", {}).values())
    limits = (level.get("limit") for level in levels if isinstance(level, dict))
    return {str(it["currency"]) for it in limits if isinstance(it, dict) and "currency" in it}


def _currency_names(code: str, locale: str) -> str:
    """The last word of a currency's name: “yuan” of “Chinese yuan”."""
    try:
        return str(get_currency_name(code, locale=locale.replace("-", "_"))).split()[-1]
    except (UnknownLocaleError, ValueError):
        return ""


def _address(content: Resolved) -> str:
    organisation = (content.header or {}).get(_SITE_URL[0])
    address = organisation.get(_SITE_URL[1]) if isinstance(organisation, dict) else None
    layer = content.layer_of(_SITE_URL)
    if not address or layer is content.layers[-1]:
        return ""
    return (
        f"# for sop.yml: the address of the site is that of {layer.name}, "
        "and QR codes lead there; write yours, or null\n"
        f"{yaml.safe_dump({'organisation': {'site_url': address}})}"
    )


def _locales(content: Resolved) -> list[str]:
    locales = (content.header or {}).get("locales")
    return [str(it) for it in locales] if isinstance(locales, list) else ["en"]
