"""Sizes of paper in millimetres: width and height."""

from __future__ import annotations

from amends.model.sop import Paper

_SHEETS: dict[Paper, tuple[float, float]] = {"a4": (210, 297), "letter": (215.9, 279.4)}


def sheet_size(paper: Paper) -> tuple[float, float]:
    """The upright sheet."""
    return _SHEETS[paper]


def large_sheet_size(paper: Paper) -> tuple[float, float]:
    """The broad sheet of twice the size, A3 or tabloid, which an office printer or a copy shop has."""
    width, height = _SHEETS[paper]
    return 2 * width, height
