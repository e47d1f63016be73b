"""The page of all time limits at a glance: a table with a column for each severity, and a picture for each."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.page import Page
from amends.documents.timeline import time_rows, timeline
from amends.documents.timeline_key import marks_of
from amends.edition.edition import Edition

PATH = "timeline"
_BOOST = 3
"""In the search: “how long have we got” is asked while a customer waits."""


def timeline_page(edition: Edition) -> Iterator[Page]:
    """The page; none for an SOP without time limits."""
    times = timeline(edition)
    if times.beginnings:
        rows = [(beginning, time_rows(edition, beginning)) for beginning in times.beginnings]
        data = {"times": times, "rows": rows, "marks": marks_of(times)}
        title = edition.words("page.timeline")
        yield Page(PATH, title, "timeline.html.j2", data, boost=_BOOST, assets=("timeline.css",))


def timeline_entry(edition: Edition) -> tuple[str, ...]:
    """The page's place in the navigation; empty if there is no page."""
    return (PATH,) if timeline(edition).beginnings else ()
