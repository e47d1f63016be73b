"""The page of responsibilities: the matrix, and the single actions that other roles do in a step."""

from __future__ import annotations

from amends.documents.page import Page
from amends.documents.raci import LETTERS, Cell, Letter, Raci, Row, raci
from amends.documents.sheets import Sheets

PATH = "responsibilities"
_MOST_ON_A_DESK = 22
"""So many columns fit a screen of 1440 pixels; a wider matrix scrolls by itself."""


def raci_page(sheets: Sheets) -> Page:
    """The page of the matrix."""
    matrix = raci(sheets.edition, sheets.steps)
    firsts = {group.columns[0].role for group in matrix.groups}
    data = {
        "matrix": matrix,
        "letters": LETTERS,
        "firsts": firsts,
        "parts": _parts(matrix),
        "lists": [(row, _by_letter(row)) for row in matrix.rows],
        "has_filled": any(cell.filled for row in matrix.rows for cell in row.cells),
        "is_wide": sum(len(group.columns) for group in matrix.groups) > _MOST_ON_A_DESK,
    }
    title = sheets.edition.words("page.responsibilities")
    return Page(PATH, title, "responsibilities.html.j2", data, assets=("raci.css",))


def _by_letter(row: Row) -> list[tuple[Letter, bool, list[Cell]]]:
    """Who has each letter in a step, for screens on which no table fits; the second value says: single actions only."""
    found: list[tuple[Letter, bool, list[Cell]]] = []
    for letter in LETTERS:
        cells = [cell for cell in row.cells if letter in cell.letters]
        single = [cell for cell in cells if letter == "R" and cell.parts]
        found += [(letter, False, [cell for cell in cells if cell not in single]), (letter, True, single)]
    return [it for it in found if it[2]]


def _parts(matrix: Raci) -> list[tuple[Row, list[Cell]]]:
    """The steps in which a role does single actions, each with the cells of those roles."""
    found = ((row, [cell for cell in row.cells if cell.parts]) for row in matrix.rows)
    return [(row, cells) for row, cells in found if cells]
