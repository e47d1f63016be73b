"""How a locale writes days, figures, plurals and its own name, by Unicode's data on locales (CLDR)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal


def day_in_words(day: date, pattern: str, locale: str) -> str:
    """A day in the form of a CLDR pattern: `d MMMM y` gives “3 February 2026”, “3 février 2026”."""
    return format_date(day, pattern, _cldr(locale))


def weekday(number: int, locale: str) -> str:
    """The short name of a day of the week, from 0 for Monday: “Mon”, “周一”, “lun.”."""
    return str(_cldr(locale).days["format"]["abbreviated"][number])


def figure(number: Decimal, locale: str) -> str:
    """A number with separated thousands and all its decimal places: “350,000.50”, “350 000,50”."""
    known = _cldr(locale)
    _, digits, exponent = number.as_tuple()
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    whole = known.decimal_formats[None].pattern.partition(".")[0]
    with localcontext(prec=max(28, len(digits) + abs(places))):  # Babel rounds to the pattern in the current context
        return format_decimal(number, f"{whole}.{'0' * places}" if places else whole, known)


def plural(count: int, locale: str) -> str:
    """The CLDR plural category for a number, which selects the form of a word: `one`, `few`, `many`, `other`."""
    return str(_cldr(locale).plural_form(count))


def language_name(locale: str) -> str:
    """What the readers of a locale call their language: “English”, “中文”, “Français”; if unknown, the locale."""
    name = language_named(locale, locale)
    return locale if name == locale else name[0].upper() + name[1:]


def language_named(locale: str, reader: str) -> str:
    """What readers of another locale call a language within a sentence: “French”, “法语”; if unknown, the locale."""
    try:
        return _cldr(locale).get_display_name(_cldr(reader)) or locale
    except (UnknownLocaleError, ValueError):  # unknown to CLDR, or no locale at all
        return locale


@lru_cache
def _cldr(locale: str) -> Locale:
    return Locale.parse(locale, sep="-")
