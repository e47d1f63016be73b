"""The page of legal time limits. An SOP without clocks has no such page."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.clock_rows import clock_rows
from amends.documents.page import Page
from amends.edition.edition import Edition

PATH = "clocks"


def clocks_page(edition: Edition) -> Iterator[Page]:
    """The page of all clocks, each with the SOP's own limits beside it; none for an SOP without clocks."""
    if edition.sop.clocks:
        yield Page(PATH, edition.words("page.clocks"), "clocks.html.j2", {"rows": clock_rows(edition)})


def clocks_entry(edition: Edition) -> tuple[str, ...]:
    """The page's place in the navigation; empty if there is no page."""
    return (PATH,) if edition.sop.clocks else ()
