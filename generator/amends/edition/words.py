"""The fixed words of a locale: all words on pages and sheets that do not come from the SOP."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from amends.content.yaml_reader import read_yaml
from amends.edition import locale_form
from amends.finding import UsageError
from amends.shipped import shipped
from amends.spelling import parents, respelled

FALLBACK = "en"

_GAP = re.compile(r"\{(\w+)\}")
_DOT = re.compile(r"\.")


@dataclass(frozen=True)
class Words:
    """Fixed words by dotted name: `words("leads.step", number=4, title="Verify")`.

    `locale` is the language of the words: English if nobody has translated them yet.
    """

    locale: str
    entries: Mapping[str, str]

    def __call__(self, name: str, /, **values: object) -> str:
        """The words of that name with each `{value}` filled in; the values themselves are not changed."""
        if not values:
            return self.entries[name]
        return _GAP.sub(lambda gap: str(values.get(gap[1], gap[0])), self.entries[name])

    def counted(self, name: str, count: int) -> str:
        """The words of that name for a number, by its CLDR plural: `{one: "{count} day", other: "{count} days"}`."""
        category = f"{name}.{locale_form.plural(count, self._form)}"
        return self(category if category in self.entries else f"{name}.other", count=count)

    def day(self, day: date) -> str:
        """A day in full, in the form of this locale: “3 February 2026”, “1er février 2026”."""
        return locale_form.day_in_words(day, self("form.first-of-month" if day.day == 1 else "form.day"), self._form)

    def weekday(self, number: int) -> str:
        """The short name of a day of the week, from 0 for Monday."""
        return locale_form.weekday(number, self._form)

    def figure(self, number: Decimal | int) -> str:
        """A number with the separators of this locale."""
        return locale_form.figure(Decimal(number), self._form)

    @property
    def _form(self) -> str:
        return self.entries["form.locale"]

    def group(self, prefix: str) -> Mapping[str, str]:
        """All words whose names begin with `prefix`, by the rest of their names."""
        return self._groups.get(prefix, {})

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[str, str]]:
        groups: dict[str, dict[str, str]] = {}
        for name, text in self.entries.items():
            for dot in _DOT.finditer(name):
                groups.setdefault(name[: dot.start()], {})[name[dot.end() :]] = text
        return groups


def read_words(locale: str) -> Words:
    """The words for a locale: its own over those of its language, in its spelling; else the English ones."""
    return _words_in(shipped("templates") / "words", locale)


@cache
def _words_in(folder: Path, locale: str) -> Words:
    for candidate in (locale, *parents(locale), FALLBACK):
        file = folder / f"{candidate}.yml"
        if file.is_file():
            own = dict(_flat(read_yaml(file.read_bytes(), str(file)).data, ""))
            if "-" not in candidate:
                return Words(candidate, own)
            below = _words_in(folder, next(parents(candidate))).entries
            return Words(candidate, {name: respelled(text, candidate) for name, text in below.items()} | own)
    raise UsageError(f"{folder}: the fixed words are missing; install amends again")


def known_locales() -> frozenset[str]:
    """The locales for which there are fixed words."""
    return frozenset(file.stem for file in (shipped("templates") / "words").glob("*.yml"))


def _flat(value: object, prefix: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{prefix}.{key}" if prefix else key)
    else:
        yield prefix, str(value or "")
