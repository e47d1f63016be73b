"""What the library of public holidays knows: of which countries and parts of them, of which years, how surely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from amends.model.calendar import Calendar
from amends.nearest import nearest

if TYPE_CHECKING:
    from holidays import HolidayBase

_MOVES_WORKDAYS = frozenset({"AZ", "BY", "CN", "HU", "KG", "KZ", "LV", "MM", "RU", "UZ", "VN"})
"""Where the government says year by year which weekend days are worked for longer holidays."""

_BREAKS_ARE_WHOLE = frozenset({"CN"})
"""Where the decree names the first and the last day of a break: the weekend days within it are days off, too."""

_FIRST_LOOK, _LAST_LOOK = 2020, 2050
"""No decree is older than this library, and none comes so early."""

_SAMPLE = (2026, 2027, 2028)
"""Years that show which parts of a country have holidays of their own; in one year a feast may fall on another."""


@dataclass(frozen=True)
class HolidayYear:
    """What is known of one year in one place.

    `holidays` are days off, those of the country's breaks included; `estimated` are those of them that the authorities
    may still move. `make_up_days` are weekend days on which people work. `weekend` holds days of the week, Monday 0.
    """

    is_published: bool
    holidays: frozenset[date]
    estimated: frozenset[date]
    make_up_days: frozenset[date]
    weekend: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        """Whether the country works on this day of the year."""
        return day in self.make_up_days or (day.weekday() not in self.weekend and day not in self.holidays)


@cache
def holiday_year(country: str, subdivision: str | None, year: int) -> HolidayYear:
    """The year in a known place; the same whatever was asked before."""
    from holidays import country_holidays  # takes a sixth of a second, and only a calendar needs it

    # The library fills its objects year by year as they are asked, so each answer has an object of its own. The first
    # holiday of the next year may move a workday, or a day off, into this one.
    known = country_holidays(country, subdiv=subdivision)
    for each in (year, year + 1):
        if known.start_year <= each <= known.end_year:
            known.get(date(each, 1, 1))
    named = {day: name for day, name in known.items() if day.year == year}
    weekend = frozenset(day.weekday() for day in _first_week(year) if known.is_weekend(day))
    make_up_days = frozenset(day for day in known.weekend_workdays if day.year == year)
    breaks = country in _BREAKS_ARE_WHOLE and year <= last_decree(country)
    return HolidayYear(
        is_published=known.start_year <= year <= known.end_year,
        holidays=frozenset(_whole_breaks(named, weekend, make_up_days) if breaks else named),
        estimated=frozenset(day for day, name in named.items() if _is_estimated(known, name)),
        make_up_days=make_up_days,
        weekend=weekend,
    )


def lacks_make_up_days(country: str, year: int) -> bool:
    """Whether the country moves workdays by a yearly decree, and that of this year is not known (yet)."""
    return country in _MOVES_WORKDAYS and year > last_decree(country)


@cache
def last_decree(country: str) -> int:
    """The last year of which make-up workdays are known."""
    from holidays import country_holidays

    known = country_holidays(country, years=range(_FIRST_LOOK, _LAST_LOOK))
    return max((day.year for day in known.weekend_workdays), default=0)


def _first_week(year: int) -> Iterator[date]:
    return (date(year, 1, day) for day in range(1, 8))


def _whole_breaks(holidays: Mapping[date, str], weekend: frozenset[int], make_up_days: frozenset[date]) -> set[date]:
    """The holidays with the weekend days beside and between them, but for those on which people work."""
    days_off = set(holidays)
    for holiday in holidays:
        for step in (timedelta(days=-1), timedelta(days=1)):
            day = holiday + step
            while day.weekday() in weekend and day not in make_up_days:
                days_off.add(day)
                day += step
    return days_off


def _is_estimated(known: HolidayBase, name: str) -> bool:
    """Whether the library marks the name of a holiday so, in the language of the country."""
    labels = (getattr(known, label, None) for label in ("estimated_label", "observed_estimated_label"))
    marks = {known.tr(label).replace("%s", "").strip() for label in labels if label}
    return any(mark in name for mark in marks)


@cache
def known_places() -> Mapping[str, tuple[str, ...]]:
    """The codes of all countries, each with the codes of its parts: `{"GB": ("ENG", "NIR", "SCT", "WLS"), ...}`."""
    from holidays import list_supported_countries  # takes a sixth of a second, and only a calendar needs it

    countries = list_supported_countries(include_aliases=False)
    return {country: tuple(parts) for country, parts in countries.items()}


def unknown_place(calendar: Calendar) -> tuple[str, str, str] | None:
    """The calendar's field whose place is not known, the message, and the way out; None if the place is known."""
    places = known_places()
    if calendar.country not in places:
        return (
            "country",
            f"no public holidays are known for the country `{calendar.country}`",
            _right_code(calendar.country) or nearest(calendar.country, places),
        )
    parts = places[calendar.country]
    if calendar.subdivision is not None and calendar.subdivision not in parts:
        message = f"no public holidays are known for `{calendar.subdivision}` in `{calendar.country}`"
        hint = nearest(calendar.subdivision, parts, few=len(parts)) if parts else "leave `subdivision` out"
        return "subdivision", message, hint
    return None


def _right_code(code: str) -> str | None:
    """The way out for a code by which a country is known, too: `UK`."""
    from holidays import country_holidays, list_supported_countries

    if code not in list_supported_countries(include_aliases=True):
        return None
    return f"the code is `{country_holidays(code).country}`"


@dataclass(frozen=True)
class UnnamedPart:
    """A country whose calendar names no part, although `richer` ones of all `parts` have holidays of their own."""

    country: str
    parts: tuple[str, ...]
    richer: tuple[str, ...]

    @property
    def is_right_nowhere(self) -> bool:
        """Whether the holidays of the whole country are all the holidays of no part."""
        return len(self.richer) == len(self.parts)

    @property
    def is_wrong_mostly(self) -> bool:
        """Whether more parts have holidays of their own than not."""
        return 2 * len(self.richer) > len(self.parts)


def unnamed_part(calendar: Calendar | None) -> UnnamedPart | None:
    """What a calendar without `subdivision` leaves out; None where it names one, or no part has holidays of its own."""
    if calendar is None or calendar.subdivision is not None or unknown_place(calendar):
        return None
    richer = _richer_parts(calendar.country)
    return UnnamedPart(calendar.country, known_places()[calendar.country], richer) if richer else None


@cache
def _richer_parts(country: str) -> tuple[str, ...]:
    from holidays import country_holidays

    everywhere = country_holidays(country, years=_SAMPLE).keys()
    parts = known_places()[country]
    return tuple(part for part in parts if country_holidays(country, subdiv=part, years=_SAMPLE).keys() - everywhere)
