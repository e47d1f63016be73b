"""Whoever leaves amends keeps everything: the plain files build to the same text as our own handbook, without us."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from commands import mkdocs
from made_once import MadeOnce

ONLY_OURS = {
    "what scripts fill or react to": "[hidden], button, dialog, form, script, .am-overdue",
    "what only paper has": ".am-blanks, .am-signs, .am-print-control",
    "drawings, which are picture files there": "svg",
    "the other half of a drawing, for phones": ".am-lanes--portrait",
    "the matrix once more, for phones, and the size of a picture on a screen": ".am-raci-list, .am-lanes-size",
    "the way to the neighbours, which a theme has itself": ".am-pager",
    "the number of the entries that a folded list holds": "summary .am-count, .am-pause--fold summary small",
    "the number of the step, which the line beside it says in words": ".am-badge--large",
}
"""All that our pages say and the plain ones do not, by the reason."""
OF_THE_THEME = ".headerlink, .md-content__button, .md-path, .md-source-file"
SIGNS = re.compile(r"[\s\[\]()“”·:：]")
"""Signs stand there for what boxes, distance and quotation marks of the style sheet say here."""
PAGES_OF_SCRIPTS = {"cases.html", "404.html"}


def said(site: Path, path: str) -> str:
    """The text of a page's content, without white space and signs."""
    page = BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")
    content = page.select_one("article.md-content__inner")
    assert content is not None
    for element in content.select(", ".join([*ONLY_OURS.values(), OF_THE_THEME])):
        element.decompose()
    in_the_order_of_plain_pages(content)
    return SIGNS.sub("", content.get_text())


def in_the_order_of_plain_pages(content: Tag) -> None:
    """There, the heading comes first; and a table has one row of headings."""
    heading = content.find("h1")
    for eyebrow in content.select("p.am-eyebrow, .am-hero__whose"):
        assert isinstance(heading, Tag)
        heading.insert_after(eyebrow.extract())
    groups, firsts = content.select(".am-raci__group"), content.select("thead .am-raci__first")
    for group, first in zip(groups, firsts, strict=True):
        first.insert(0, group.extract())


def built_by_mkdocs(folder: Path, made_once: MadeOnce) -> Path:
    def make(site: Path) -> None:
        ended = mkdocs("build", "--strict", "--quiet", "-d", site / "site", cwd=folder)
        assert (ended.returncode, ended.stdout) == (0, "")
        assert "WARNING" not in ended.stderr

    return made_once(f"plain-site-{folder.name}", make) / "site"


def built_by_zensical(folder: Path, made_once: MadeOnce) -> Path:
    def make(site: Path) -> None:
        copy = shutil.copytree(folder, site / "plain")  # it writes its site and its cache beside the pages
        command = [sys.executable, "-m", "zensical", "build", "--strict"]
        ended = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        assert ended.returncode == 0
        assert "No issues found" in ended.stdout + ended.stderr

    return made_once(f"zensical-{folder.name}", make) / "plain" / "site"


def pages(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")} - PAGES_OF_SCRIPTS


def assert_same_text(plain: Path, ours: Path) -> None:
    assert pages(plain) == pages(ours)
    assert len(pages(plain)) > 35
    assert {path: said(plain, path) for path in pages(plain)} == {path: said(ours, path) for path in pages(ours)}


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_mkdocs_alone_builds_the_same_text(
    plain_handbook: Path, layer_site: Path, made_once: MadeOnce, locale: str
) -> None:
    assert_same_text(built_by_mkdocs(plain_handbook / locale, made_once), layer_site / locale)


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_zensical_builds_the_same_text(
    plain_handbook: Path, layer_site: Path, made_once: MadeOnce, locale: str
) -> None:
    assert_same_text(built_by_zensical(plain_handbook / locale, made_once), layer_site / locale)
