"""The process as files: Mermaid text and BPMN 2.0 for other tools, and the data of cases for our own scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from amends.documents.case_data import case_data
from amends.documents.case_more import case_more
from amends.documents.process_map import ProcessMap
from amends.documents.sheets import Fingerprints, Sheets
from amends.drawing.layout import drawing_of
from amends.render.bpmn import bpmn
from amends.render.mermaid import mermaid

MERMAID = "process.mmd"
BPMN = "process.bpmn"
CASE_DATA = "assets/amends/case-data.js"
CASE_MORE = "assets/amends/case-more.js"


def process_files(sheets: Sheets, marks: Fingerprints) -> Mapping[str, Callable[[], bytes]]:
    """What makes each file, by the file's path below the locale's site; `marks` are the fingerprints of the sheets."""
    return {
        MERMAID: lambda: mermaid(sheets.map).encode(),
        BPMN: lambda: _bpmn(sheets.map),
        CASE_DATA: lambda: _script("process", case_data(sheets, marks).as_json()),
        CASE_MORE: lambda: _script("more", case_more(sheets).as_json()),
    }


def _bpmn(chart: ProcessMap) -> bytes:
    # Other tools have no connector signs, so every way is drawn in full.
    return bpmn(chart, drawing_of(chart, "landscape", thicket=None))


def _script(name: str, data: Mapping[str, Any]) -> bytes:
    """A script that holds data for the scripts after it: a page in a folder may load a file, but not fetch it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.amends.{name}={text};\n".encode()
