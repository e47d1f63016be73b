"""The page of responsibilities: the matrix, and the single actions that other roles do in a step."""

from __future__ import annotations

from amends.documents.page import Page
from amends.documents.raci import LETTERS, Cell, Raci, Row, raci
from amends.documents.sheets import Sheets

PATH = "responsibilities"


def raci_page(sheets: Sheets) -> Page:
    """The page of the matrix."""
    matrix = raci(sheets.edition, sheets.steps)
    firsts = {group.columns[0].role for group in matrix.groups}
    data = {"matrix": matrix, "letters": LETTERS, "firsts": firsts, "parts": _parts(matrix)}
    return Page(
        PATH, sheets.edition.words("page.responsibilities"), "responsibilities.html.j2", data, assets=("raci.css",)
    )


def _parts(matrix: Raci) -> list[tuple[Row, list[Cell]]]:
    """The steps in which a role does single actions, each with the cells of those roles."""
    found = ((row, [cell for cell in row.cells if cell.parts]) for row in matrix.rows)
    return [(row, cells) for row, cells in found if cells]
