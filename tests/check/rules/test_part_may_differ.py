from __future__ import annotations

from pathlib import Path

import pytest

from builders import FILES, HEADER, Check, corner_shop


def _header(place: str) -> str:
    return f"{HEADER}calendar: {{time_zone: Europe/London, {place}}}\n"


def test_a_country_most_of_whose_parts_have_days_of_their_own_gets_a_remark(tmp_path: Path) -> None:
    """Texas has its Independence Day, 2 March (Government Code, section 662.003); the federal calendar has not."""
    [found] = corner_shop(tmp_path, FILES | {"sop": _header("country: US")}).reading().findings
    assert (found.code, found.level) == ("K111", "info")
    assert " parts of `US` have public holidays of their own" in found.message
    assert found.hint.startswith("if you work in one of them, name it as `subdivision`: ")
    assert "TX" in found.hint.partition(": ")[2].split(", ")


def test_so_does_india(check: Check) -> None:
    assert len(check("K111", sop=_header("country: IN"))) == 1


@pytest.mark.parametrize("place", ["country: US, subdivision: TX", "country: CN", "country: FI", "country: PL"])
def test_a_named_part_or_a_country_with_the_same_days_nearly_everywhere_is_fine(check: Check, place: str) -> None:
    assert check("K111", sop=_header(place)) == []
