"""What the preview adds to a page: the script that loads it anew, and what is wrong with the files."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.preview.preview import Trouble
from amends.shipped import shipped


def with_panel(page: str, trouble: Trouble, version: int) -> str:
    """A page of the handbook as the preview shows it."""
    head = _templates().get_template("head.html.j2").render(version=version)
    before, end, after = page.replace("</head>", f"{head}</head>", 1).rpartition("</body>")
    return f"{before}{_panel(trouble, is_alone=False)}{end}{after}" if trouble else f"{before}{end}{after}"


def trouble_page(trouble: Trouble, version: int) -> str:
    """A page that shows only what is wrong: there is no handbook yet, or this page of it cannot be made."""
    panel = _panel(trouble, is_alone=True)
    return with_panel(_templates().get_template("alone.html.j2").render(panel=panel), (), version)


def _panel(trouble: Trouble, *, is_alone: bool) -> str:
    findings = [] if isinstance(trouble, str) else trouble
    said = trouble if isinstance(trouble, str) else ""
    return _templates().get_template("panel.html.j2").render(findings=findings, said=said, is_alone=is_alone)


@cache
def _templates() -> Environment:
    folder = shipped("templates") / "preview"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
