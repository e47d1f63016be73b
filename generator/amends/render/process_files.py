"""The process as files: Mermaid text and BPMN 2.0 for other tools, and the data of cases for our own scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from amends.documents.case_data import case_data
from amends.documents.process_map import ProcessMap
from amends.documents.sheets import Fingerprints, Sheets
from amends.drawing.layout import drawing_of
from amends.render.bpmn import bpmn
from amends.render.mermaid import mermaid

MERMAID = "process.mmd"
BPMN = "process.bpmn"
CASE_DATA = "assets/amends/case-data.js"


def process_files(sheets: Sheets, marks: Fingerprints) -> Mapping[str, Callable[[], bytes]]:
    """What makes each file, by the file's path below the locale's site; `marks` are the fingerprints of the sheets."""
    return {
        MERMAID: lambda: mermaid(sheets.map).encode(),
        BPMN: lambda: _bpmn(sheets.map),
        CASE_DATA: lambda: _case_data(sheets, marks),
    }


def _bpmn(chart: ProcessMap) -> bytes:
    # Other tools have no connector signs, so every way is drawn in full.
    return bpmn(chart, drawing_of(chart, "landscape", thicket=None))


def _case_data(sheets: Sheets, marks: Fingerprints) -> bytes:
    """A script that holds the data for the scripts after it: a page in a folder may load a file, but not fetch it."""
    text = json.dumps(case_data(sheets, marks).as_json(), ensure_ascii=False, separators=(",", ":"))
    return f"window.amends.process={text};\n".encode()
