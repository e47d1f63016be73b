"""Sums and sentences in another currency than the project's own."""

from __future__ import annotations

from babel import UnknownLocaleError
from babel.numbers import get_currency_name, get_territory_currencies

from amends.authoring.find_words import place_of, strings
from amends.authoring.spoken import QUOTED, Spoken, listed, locales_of, pattern_of
from amends.content.layers import Resolved


def other_currencies(content: Resolved) -> str:
    """What speaks of other currencies, as a list; empty if the project does not say which is its own."""
    home = _home_currencies(content)
    found: list[Spoken] = []
    for path, string in strings(content) if home else ():
        about = _other_currency(content, string, home, is_code=path[-1] == "currency")
        if about and path[0] not in QUOTED:
            found.append(Spoken(path, string, about, place_of(content, path)))
    return listed(f"other currencies than {', '.join(sorted(home))}", found)


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
        names = {code, *(_currency_names(code, locale) for locale in locales_of(content))}
        if any(name and (pattern := pattern_of(name)) and pattern.search(string) for name in names):
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
