"""Steps by roles: who does, answers, is asked, is told."""

from __future__ import annotations

import pytest

from amends.documents.raci import LETTERS, raci
from amends.documents.sheets import Sheets
from hotel import Hotel
from shipped_sops import NAMES, ShippedSops


def table(hotel: Hotel) -> list[str]:
    """The matrix as lines, as a reader would copy it."""
    return [
        " ".join([row.step, *("".join(cell.letters) or "-" for cell in row.cells)])
        for row in raci(hotel.edition(), Sheets(hotel.edition()).steps).rows
    ]


def test_a_cell_holds_all_that_a_role_has_to_do_with_a_step(hotel: Hotel) -> None:
    groups = [
        (group.title, [column.role for column in group.columns])
        for group in raci(hotel.edition(), Sheets(hotel.edition()).steps).groups
    ]

    assert groups == [
        ("Parts in a case", ["case-owner"]),
        ("Reception", ["front-desk"]),
        ("Office", ["manager"]),
        ("Outside", ["insurer"]),
    ]
    assert table(hotel) == [
        "watch - - RA -",
        "accept - R RAI -",
        "solve R - A C",
    ]


def test_who_does_a_single_action_is_responsible_for_that_action_alone(hotel: Hotel) -> None:
    accept = next(
        row for row in raci(hotel.edition("zh"), Sheets(hotel.edition("zh")).steps).rows if row.step == "accept"
    )
    by_role = {cell.role: cell for cell in accept.cells}

    assert [(part.name, part.text.plain) for part in by_role["manager"].parts] == [
        ("steps/accept/actions/note", "记下所说的话。")
    ]
    assert by_role["front-desk"].parts == ()


def test_who_decides_alone_is_responsible_for_that_decision(hotel: Hotel) -> None:
    hotel.replace('question: {en: "Is it a complaint?"', 'by: insurer\n        question: {en: "Is it a complaint?"')
    accept = next(row for row in raci(hotel.edition(), Sheets(hotel.edition()).steps).rows if row.step == "accept")

    assert [(cell.letters, cell.parts[0].name) for cell in accept.cells if cell.role == "insurer"] == [
        (("R",), "steps/accept/decisions/kind")
    ]


def test_a_role_that_has_to_do_with_no_step_has_no_column(hotel: Hotel) -> None:
    hotel.replace("consulted: [insurer]", "consulted: []")

    assert "insurer" not in [
        column.role for group in raci(hotel.edition(), Sheets(hotel.edition()).steps).groups for column in group.columns
    ]


def test_who_fills_a_role_of_a_case_has_its_letters_besides_their_own(hotel: Hotel) -> None:
    solve = next(row for row in raci(hotel.edition(), Sheets(hotel.edition()).steps).rows if row.step == "solve")

    assert {cell.role: (cell.letters, cell.filled) for cell in solve.cells if cell.filled} == {
        "front-desk": ((), ("R",)),
        "manager": (("A",), ("R",)),
    }


@pytest.mark.parametrize("name", NAMES)
def test_in_every_shipped_sop_one_role_answers_for_a_step_and_somebody_does_it(
    shipped_sops: ShippedSops, name: str
) -> None:
    for edition in shipped_sops.editions(name):
        matrix = raci(edition, Sheets(edition).steps)
        assert len(matrix.rows) == len(edition.sop.steps)
        for row in matrix.rows:
            count = {letter: sum(letter in cell.letters for cell in row.cells) for letter in LETTERS}
            assert count["A"] == 1, row.step
            assert count["R"] >= 1, row.step
