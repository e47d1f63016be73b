"""What the preview adds to a page: the script that loads it anew, and what is wrong with the files."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.edition.words import read_words
from amends.preview.preview import Trouble
from amends.shipped import shipped
from amends.telling.languages import ENGLISH, language


def with_panel(page: str, trouble: Trouble, version: int, reads: str = ENGLISH) -> str:
    """A page of the handbook as the preview shows it; `reads` is the language in which its author is told."""
    head = _templates().get_template("head.html.j2").render(version=version)
    before, end, after = page.replace("</head>", f"{head}</head>", 1).rpartition("</body>")
    panel = _panel(trouble, reads, is_alone=False) if trouble else ""
    return f"{before}{panel}{end}{after}"


def trouble_page(trouble: Trouble, version: int, reads: str = ENGLISH) -> str:
    """A page that shows only what is wrong: there is no handbook yet, or this page of it cannot be made."""
    panel = _panel(trouble, reads, is_alone=True)
    return with_panel(_templates().get_template("alone.html.j2").render(panel=panel, locale=reads), (), version)


def _panel(trouble: Trouble, reads: str, *, is_alone: bool) -> str:
    spoken, words = language(reads), read_words(reads)
    findings = [] if isinstance(trouble, str) else [spoken.said(it) for it in trouble]
    said = spoken.error(trouble) if isinstance(trouble, str) else ""
    heading = words.counted("said.panel.things", len(findings)) if findings else words("said.panel.something")
    note = words("said.panel.alone" if is_alone else "said.panel.last-good")
    shown = {"findings": findings, "said": said, "is_alone": is_alone, "heading": heading, "note": note}
    return _templates().get_template("panel.html.j2").render(shown, locale=words.locale)


@cache
def _templates() -> Environment:
    folder = shipped("templates") / "preview"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
