from __future__ import annotations

from pathlib import Path

import pytest

from builders import FILES, HEADER, Check, corner_shop


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


def test_a_code_by_which_a_country_is_known_too_leads_to_its_own(tmp_path: Path) -> None:
    found = corner_shop(tmp_path, FILES | {"sop": _header("country: UK")}).reading().findings
    assert [(it.code, it.hint) for it in found] == [("K107", "the code is `GB`")]


@pytest.mark.parametrize("place", ["country: CN", "country: GB\n  subdivision: ENG", "country: AU\n  subdivision: NSW"])
def test_a_known_place_is_fine(check: Check, place: str) -> None:
    assert check("K107", sop=_header(place)) == []
