"""The process as files for other tools: Mermaid text and BPMN 2.0."""

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
    # Other tools have no connector signs, so every way is drawn in full.
    yield BPMN, bpmn(chart, drawing_of(chart, "landscape", thicket=None))
