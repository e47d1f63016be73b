from __future__ import annotations

import pytest

from builders import HEADER, Check


def _header(place: str) -> str:
    return f"{HEADER}calendar:\n  time_zone: Europe/London\n  {place}\n"


def test_a_country_whose_holidays_nobody_knows_is_found(check: Check) -> None:
    assert check("K107", sop=_header("country: XX")) == [
        ("sop.yml: country: XX", "no public holidays are known for the country `XX`")
    ]


def test_an_unknown_part_of_a_country_is_found(check: Check) -> None:
    assert check("K107", sop=_header("country: GB\n  subdivision: KENT")) == [
        ("sop.yml: subdivision: KENT", "no public holidays are known for `KENT` in `GB`")
    ]


@pytest.mark.parametrize("place", ["country: CN", "country: GB\n  subdivision: ENG", "country: AU\n  subdivision: NSW"])
def test_a_known_place_is_fine(check: Check, place: str) -> None:
    assert check("K107", sop=_header(place)) == []
