"""What a printed kind is: all that printing must know of checklists, of cards, of a poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition

Paper = Literal["a4", "letter"]
Data = dict[str, Any]
"""Plain data for a template; its shape stands at the head of each template."""


@dataclass(frozen=True)
class Selector:
    """A way to ask for single PDFs of a kind: `--step accept`. `one` and `many` say what its ids are of."""

    option: str
    one: str
    many: str
    help: str


@dataclass(frozen=True)
class Sheet:
    """One thing to print, with what document control adds; `address` is where its QR code leads, or none."""

    view: Any
    document_number: str
    fingerprint: str
    address: str | None


@dataclass(frozen=True)
class PrintJob:
    """One PDF: `path` is its place below the site of its locale, `print/checklists/accept.pdf`.

    `asked_by` is the option and the id that select it alone, `("step", "accept")`; none for a pack.
    """

    kind: PrintedKind
    path: str
    title: str
    sheets: tuple[Sheet, ...]
    asked_by: tuple[str, str] | None = None


@dataclass(frozen=True)
class PrintedKind:
    """One kind of printed matter; `name` is its name on the command line, `template` the file that sets it.

    `marks` gives the fingerprint of each of its sheets, from the sheets of every locale.
    `data` turns what one sheet shows into plain data for a kind of paper.
    """

    name: str
    template: str
    selectors: tuple[Selector, ...]
    marks: Callable[[Sequence[Sheets]], Fingerprints]
    jobs: Callable[[Sheets, Fingerprints], Iterator[PrintJob]]
    data: Callable[[Edition, Any, Paper], Data]


def page_address(edition: Edition, page: str) -> str | None:
    """Where a page of the handbook is published; none where the site's address is not known."""
    site = edition.sop.organisation.site_url
    return f"{site.rstrip('/')}/{edition.locale}/{page}.html" if site else None
