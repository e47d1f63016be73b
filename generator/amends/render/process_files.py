"""The process as files that other tools open: Mermaid text and BPMN 2.0."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.process_map import ProcessMap
from amends.drawing.layout import drawing_of
from amends.render.bpmn import bpmn
from amends.render.mermaid import mermaid

MERMAID = "process.mmd"
BPMN = "process.bpmn"


def process_files(chart: ProcessMap) -> Iterator[tuple[str, bytes]]:
    """Each file with its path below the locale's site."""
    yield MERMAID, mermaid(chart).encode()
    # Other tools have no signs that stand for a way, so every way is drawn to its end.
    yield BPMN, bpmn(chart, drawing_of(chart, "landscape", thicket=None))
