"""Countries and parts from the lists of public holidays.

gov.uk/bank-holidays: Easter Monday in England, Wales and Northern Ireland, 2 January in Scotland, and in no list of the
whole kingdom. Labour Day of Australia and the holidays of the cantons are set by each state and canton.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import FILES, HEADER, Check, corner_shop


def _header(place: str) -> str:
    return f"{HEADER}calendar: {{time_zone: Europe/London, {place}}}\n"


def test_the_choices_are_told(tmp_path: Path) -> None:
    [found] = corner_shop(tmp_path, FILES | {"sop": _header("country: GB")}).reading().findings
    assert (found.code, found.level) == ("K110", "warning")
    assert found.message == "each part of `GB` has public holidays of its own, and this calendar has none of them"
    assert found.hint == "add `subdivision`, one of: ENG, NIR, SCT, WLS"


@pytest.mark.parametrize("country", ["AU", "CA", "CH", "DE", "ES", "GB"])
def test_a_country_that_is_right_for_none_of_its_parts_is_found(check: Check, country: str) -> None:
    assert len(check("K110", sop=_header(f"country: {country}"))) == 1
    assert check("K111", sop=_header(f"country: {country}")) == []


@pytest.mark.parametrize("place", ["country: GB, subdivision: SCT", "country: CN", "country: US", "country: NL"])
def test_a_named_part_or_a_country_with_the_same_days_everywhere_is_fine(check: Check, place: str) -> None:
    assert check("K110", sop=_header(place)) == []


def test_an_unknown_country_is_found_once(check: Check) -> None:
    assert check("K110", sop=_header("country: UK")) == []


def test_without_a_calendar_there_is_nothing_to_name(check: Check) -> None:
    assert check("K110") == []
