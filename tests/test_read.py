"""A place is read in one go: its files, its model and its rules, with every finding in the order of the files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from random import Random

import pytest

from amends.content.place import find_place
from amends.file_bytes import unsaved
from amends.finding import Findings
from amends.read import Reading, read_sop, usable_sop
from builders import FILES, TODAY, corner_shop
from mutants import mutants


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The small SOP on disk."""
    return corner_shop(tmp_path).folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def read(folder: Path, today: date = TODAY) -> Reading:
    return read_sop(find_place(str(folder)), today)


def told(reading: Reading) -> list[tuple[str, str]]:
    """The code and the file of each finding."""
    return [(it.code, Path(it.location.file).name) for it in reading.findings]


def test_a_sound_sop_is_read_without_a_finding(shop: Path) -> None:
    reading = read(shop)

    assert reading.findings == ()
    assert reading.sop is not None
    assert list(reading.sop.steps) == ["accept", "verify", "settle", "review"]
    assert len(reading.content.files) == len(FILES)


def test_problems_of_every_kind_are_told_at_once_in_the_order_of_the_files(shop: Path) -> None:
    change(shop / "people.yml", "contact: counter", "contact: countr")
    change(shop / "steps.yml", "within: 1 hour", "within: 1")
    (shop / "zz.yml").write_text("title: x\n", encoding="utf-8")

    assert told(read(shop)) == [("R101", "people.yml"), ("M003", "steps.yml"), ("C005", "zz.yml")]


def test_a_broken_entry_makes_no_findings_of_those_that_name_it(shop: Path) -> None:
    change(shop / "words.yml", '    title: {en: "Promise", zh: "承诺"}\n', "")

    assert told(read(shop)) == [("M001", "words.yml")]


def test_a_broken_file_makes_no_findings_of_the_entries_that_it_holds(shop: Path) -> None:
    (shop / "people.yml").write_text("roles: {\n", encoding="utf-8")
    reading = read(shop)

    assert told(reading) == [("Y001", "people.yml")]
    assert reading.sop is not None
    assert reading.sop.roles == {}


@pytest.mark.parametrize("text", ["roles:\n", "rolez: {}\n", "- roles\n"])
def test_a_collection_that_cannot_be_read_makes_no_findings_of_the_entries_that_it_holds(shop: Path, text: str) -> None:
    (shop / "people.yml").write_text(text, encoding="utf-8")

    assert [file for _, file in told(read(shop))] == ["people.yml"]


def test_a_broken_header_is_one_finding_not_one_for_each_of_its_fields(shop: Path) -> None:
    (shop / "sop.yml").write_text("id: [\n", encoding="utf-8")
    reading = read(shop)

    assert told(reading) == [("Y001", "sop.yml")]
    assert reading.sop is None


@pytest.mark.parametrize(
    ("header", "code"), [("", "Y017"), ("- a\n", "C003"), ("id: [\n", "Y001"), ("id: a\nextends: gone\n", "B107")]
)
def test_what_is_wrong_with_the_head_is_told_alone_since_all_else_may_follow_from_it(
    shop: Path, header: str, code: str
) -> None:
    (shop / "sop.yml").write_text(header, encoding="utf-8")
    (shop / "more.yml").write_text("steps: {accept: {title: A}}\nglosary: {}\n", encoding="utf-8")

    assert told(read(shop)) == [(code, "sop.yml")]


def test_a_field_of_the_header_that_is_wrong_leaves_no_sop_but_the_entries_are_judged(shop: Path) -> None:
    change(shop / "sop.yml", "number: SOP-1", "number: [SOP-1]")
    change(shop / "people.yml", "department: shop}", "departmnt: shop}")
    reading = read(shop)

    assert told(reading) == [("M002", "people.yml"), ("M003", "sop.yml")]
    assert reading.sop is None


def test_reviews_are_judged_as_of_the_day_that_is_asked_for(shop: Path) -> None:
    in_time, too_late = read(shop, date(2027, 1, 1)), read(shop, date(2027, 1, 2))

    assert in_time.findings == ()
    assert [it.name for it in too_late.findings] == ["review-overdue"]


def test_a_usable_sop_may_have_warnings(shop: Path) -> None:
    change(shop / "people.yml", 'title: {en: "Counter", zh: "柜台"}', 'title: {en: "Counter"}')
    sop, content = usable_sop(find_place(str(shop)), TODAY)

    assert told(read(shop)) == [("L701", "people.yml")]
    assert sop.id == "corner-shop"
    assert content.header is not None


def test_a_sop_with_errors_is_not_usable_and_only_its_errors_are_raised(shop: Path) -> None:
    change(shop / "people.yml", 'title: {en: "Counter", zh: "柜台"}', 'title: {en: "Counter"}')
    change(shop / "steps.yml", "next: end/settled", "next: end/setled")

    with pytest.raises(Findings) as caught:
        usable_sop(find_place(str(shop)), TODAY)

    assert [it.hint for it in caught.value.findings] == ["the nearest is `end/settled`"]


def test_a_reading_for_errors_alone_finds_them_all_whatever_is_wrong_with_the_files(shop: Path) -> None:
    place, chance = find_place(str(shop)), Random(1)  # noqa: S311 - a repeatable choice, and no secret
    codes: set[str] = set()
    for file in sorted(shop.glob("*.yml")):
        for mutant in mutants(file.read_bytes(), chance):
            with unsaved({os.path.realpath(file): mutant.source}):
                whole, errors = read_sop(place, TODAY), read_sop(place, TODAY, errors_only=True)
            assert [it for it in errors.findings if it.is_error] == [it for it in whole.findings if it.is_error]
            assert errors.sop == whole.sop
            codes.update(it.code for it in whole.findings)

    assert {"M003", "R101"} <= codes


@pytest.mark.shipped
def test_the_shipped_sop_is_usable() -> None:
    sop, content = usable_sop(find_place("reference"), date(2026, 12, 1))

    assert len(sop.steps) == 15
    assert len(content.files) > 40
