"""Which countries, and which parts of them, the library of public holidays knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from amends.model.clock import Calendar
from amends.nearest import nearest


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
            nearest(calendar.country, places),
        )
    parts = places[calendar.country]
    if calendar.subdivision is not None and calendar.subdivision not in parts:
        message = f"no public holidays are known for `{calendar.subdivision}` in `{calendar.country}`"
        hint = nearest(calendar.subdivision, parts, few=len(parts)) if parts else "leave `subdivision` out"
        return "subdivision", message, hint
    return None
