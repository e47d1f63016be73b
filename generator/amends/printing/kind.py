"""What a printed kind is: all that printing must know about checklists, cards or a poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper

Data = dict[str, Any]
"""Plain data for a template. The head of each template describes the shape."""

Shape = Literal["pages", "faces", "poster"]


@dataclass(frozen=True)
class Selector:
    """An option that selects single PDFs of a kind: `--step accept`. `one` and `many` say what the ids stand for."""

    option: str
    one: str
    many: str
    help: str


@dataclass(frozen=True)
class Sheet:
    """One thing to print, with its document control; its QR code leads to `address`, if there is one.

    Without a `fingerprint` of its own, its data have one: a book is made only when somebody prints it.
    """

    view: Any
    document_number: str
    fingerprint: str
    address: str | None


@dataclass(frozen=True)
class PrintJob:
    """One PDF: `path` is its place below the site of its locale, `print/checklists/accept.pdf`.

    `asked_by` is the option and the id that select this PDF, `("step", "accept")`; none if no option selects it alone.
    `parts` gives the jobs whose sheets are bound into this PDF. What is `only_named` is made only if it is asked for.
    A pack is `put_together` from the PDFs of its sheets, as far as these share no paper.
    """

    kind: PrintedKind
    path: str
    title: str
    sheets: tuple[Sheet, ...]
    asked_by: tuple[str, str] | None = None
    parts: Callable[[], tuple[PrintJob, ...]] = tuple
    only_named: bool = False
    put_together: tuple[PrintJob, ...] = ()


@dataclass(frozen=True)
class PrintedKind:
    """One printed kind; `name` is its name on the command line, `template` the file that sets it.

    `marks` makes the fingerprint of each sheet of one edition.
    `data` turns the view of one sheet into plain data for a paper size.
    `is_fitted`: the template first measures how each sheet fits its pages.
    `has_frame`: before that, it measures the frame around the rows, which names the organisation and the issue.
    `shape`: pages of the paper, faces of cards that are folded or cut, or what hangs on a wall.
    `finish` makes of the PDF and its data what Typst cannot.
    `words`: the groups of fixed words that the template needs.
    `made`: by every build of the site, by `print all` only, or only if its name is said.
    """

    name: str
    template: str
    selectors: tuple[Selector, ...]
    marks: Callable[[Sheets], Fingerprints]
    jobs: Callable[[Sheets, Fingerprints], Iterator[PrintJob]]
    data: Callable[[Edition, Any, Paper], Data]
    is_fitted: bool
    has_frame: bool = False
    shape: Shape = "pages"
    finish: Callable[[bytes, Data], bytes] | None = None
    words: tuple[str, ...] = ("print",)
    made: Literal["build", "all", "named"] = "build"


def page_address(edition: Edition, page: str) -> str | None:
    """The public address of a page of the handbook; none if the address of the site is not known."""
    site = edition.sop.organisation.site_url
    return f"{site.rstrip('/')}/{edition.locale}/{page}.html" if site else None
