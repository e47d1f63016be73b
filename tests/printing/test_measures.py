"""What is measured without its table or grid is as high as it is drawn, in every look."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import typst

from amends.book import all_sheets
from amends.cache import Cache
from amends.content.place import find_place
from amends.printing.fonts import fonts
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.read import usable_sop
from amends.shipped import shipped

TEMPLATES = shipped("templates")
REFERENCE = find_place(str(Path(__file__).parents[2] / "sop" / "reference"))
# For each sheet and look: the part, its height as it is measured, and as its table or grid is laid out.
COMPARED = """
#let compared(sheet) = {
  let style = style-of(sheet, title-size(sheet), limit-width(sheet))
  let drawn(body) = height-of(body) / 1pt
  let high = calc.max(badge-size, height-of(head-text(sheet, style), width: head-width(sheet))) / 1pt
  (("head", high, drawn(head(sheet, style))),)
  for look in looks {
    let look = look + style
    for list in (sheet.actions, sheet.then).filter(list => list.len() > 0) {
      (("actions", heights-of-actions(list, look).sum() / 1pt, drawn(actions(list, look)) - drawn(actions((), look))),)
    }
    for (it, height) in sheet.decisions.zip(heights-of-decisions(sheet.decisions, look)) {
      (("decisions", height / 1pt, drawn(decision(it, look))),)
    }
  }
  for look in back-looks {
    let look = look + style
    if sheet.never.len() > 0 {
      (("never", heights-of-never(sheet.never, look).sum() / 1pt, drawn(never(sheet.never, look)) - drawn(never((), look))),)
    }
  }
}
"""


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_rows_are_as_high_as_they_are_drawn(locale: str) -> None:
    sop, _ = usable_sop(REFERENCE, date.min)
    [sheets] = [it for it in all_sheets(sop) if it.edition.locale == locale]
    jobs = print_jobs(sheets, fingerprints(sheets))
    [job] = [job for job in jobs if job.path == "print/checklists.pdf"]
    renderer = PdfRenderer(TEMPLATES, sheets.edition, PrintOptions(), PdfCache(Cache(None)).get)
    drawing, _, _ = (TEMPLATES / "print" / "checklist.typ").read_text("utf-8").partition("#if data.template ==")
    template = drawing.replace('"theme.typ"', '"/print/theme.typ"') + COMPARED + "#tell-fits(compared)"
    inputs = {"data": json.dumps({**renderer._data(job), "fits": None})}

    compiler = typst.Compiler(template.encode(), root=TEMPLATES, font_paths=fonts(), sys_inputs=inputs)
    told = compiler.query("<fit>", field="value")

    rows = [row for sheet in json.loads(told) for row in sheet]
    assert {part for part, _, _ in rows} == {"head", "actions", "decisions", "never"}
    assert len(rows) > 15 * 12
    assert [row for row in rows if row[1] != pytest.approx(row[2], abs=0.01)] == []
