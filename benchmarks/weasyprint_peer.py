"""What the same texts cost in plain PDFs by WeasyPrint, in CPU seconds: the peer of `printing.py`, which calls this.

Reads a list of PDFs, each a list of sheets as plain data, as JSON from the standard input. WeasyPrint gets headings,
paragraphs, no columns or tables, without any search for a size that fits, so this flatters the peer.
"""

from __future__ import annotations

import json
import sys
from html import escape
from time import process_time
from typing import Any

import weasyprint  # type: ignore[import-not-found]  # only the peer needs it

STYLE = """@page { size: A4; margin: 12mm } body { font: 9pt Inter, sans-serif } section { break-after: page }
div { margin-left: 2mm; border-bottom: 0.5pt solid #bbb } svg { width: 18mm }"""


def main() -> None:
    """Print the CPU seconds of all PDFs."""
    pdfs = json.load(sys.stdin)
    begin = process_time()
    for sheets in pdfs:
        body = "".join(f"<section><h1>{escape(sheet['title'])}</h1>{html(sheet)}</section>" for sheet in sheets)
        page = f'<html lang="en"><title>Sheets</title><style>{STYLE}</style><body>{body}</body></html>'
        weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    print(process_time() - begin)


def html(value: Any) -> str:
    """Plain data as nested blocks; runs as text."""
    if isinstance(value, dict):
        if "text" in value and "style" in value:
            return escape(value["text"])
        return "".join(f"<div><b>{escape(key)}</b> {html(item)}</div>" for key, item in value.items() if item)
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and "style" in value[0]:
            return "".join(map(html, value))
        return "".join(f"<div>{html(item)}</div>" for item in value)
    text = str(value)
    return text if text.startswith("<svg") else escape(text)


if __name__ == "__main__":
    main()
