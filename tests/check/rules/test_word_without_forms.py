from __future__ import annotations

from pathlib import Path

import pytest

from hotel import Hotel

GIVEN = "customer: {en: {one: guest, a: a guest, many: guests}, zh: 客人}"


def told(folder: Path, word: str) -> list[tuple[str, int]]:
    hotel = Hotel(folder, {}).replace(GIVEN, word)
    return [(it.message, it.location.line) for it in hotel.reading().findings if it.code == "L709"]


def test_a_singular_given_alone_is_no_plural(tmp_path: Path) -> None:
    assert told(tmp_path, "customer: {en: guest, zh: 客人}") == [
        ("“guest” is the word, the word with its article and its plural at once", 13)
    ]


@pytest.mark.parametrize(
    "word",
    [
        GIVEN,
        "customer: {en: {one: staff, a: a member of staff, many: staff}, zh: 客人}",
        "customer: {en: {one: guest, a: a guest, many: guests}, zh: {one: 客人, a: 客人, many: 客人}}",
    ],
)
def test_three_forms_are_right_and_so_is_one_word_where_there_is_no_plural(tmp_path: Path, word: str) -> None:
    assert told(tmp_path, word) == []


def test_one_more_person_has_a_word_with_all_its_forms(tmp_path: Path) -> None:
    more = GIVEN + "\n  concerned: {en: {one: patient, a: a patient, many: patients}, zh: 患者}"
    hotel = Hotel(tmp_path, {}).replace(GIVEN, more)
    purpose = '"The {{ concerned }}, {{ a concerned }}, {{ those concerned }}; {{ Those concerned }}."'
    hotel.replace('"It is put right."', purpose)

    edition = hotel.edition()

    assert edition.plain(edition.sop.steps["solve"].purpose) == "The patient, a patient, patients; Patients."
