from __future__ import annotations

import re
from pathlib import Path

import yaml
from click.testing import CliRunner

from amends.cli import main
from hotel import Hotel

HTML = re.compile(r"</?[a-z][^>]*>")


def test_each_language_has_its_folder_with_pages_pictures_and_downloads(plain_handbook: Path) -> None:
    for locale in ("en", "zh"):
        files = {
            file.relative_to(plain_handbook / locale).as_posix() for file in (plain_handbook / locale).rglob("*.*")
        }
        assert {
            "mkdocs.yml",
            "docs/index.md",
            "docs/steps/accept.md",
            "docs/process-1.svg",
            "docs/process.bpmn",
            "docs/print/checklists/accept.pdf",
        } <= files
        assert "docs/cases.md" not in files  # only scripts fill it


def test_pages_are_markdown_without_html(plain_handbook: Path) -> None:
    pages = sorted(plain_handbook.rglob("*.md"))
    assert len(pages) > 80
    found = {tag for page in pages for tag in HTML.findall(page.read_text(encoding="utf-8"))}
    assert found == {"<br>"}  # in cells, where Markdown has no other way


def test_every_page_begins_with_its_title(plain_handbook: Path) -> None:
    pages = sorted(plain_handbook.rglob("*.md"))
    assert [page for page in pages if not page.read_text(encoding="utf-8").startswith("# ")] == []


def test_the_settings_need_nothing_of_amends(plain_handbook: Path) -> None:
    text = (plain_handbook / "zh" / "mkdocs.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)

    assert "amends" not in text
    assert settings["plugins"] == ["search"]
    assert settings["theme"]["language"] == "zh"
    assert settings["site_url"] == "https://hotel.example/complaints/zh/"
    assert settings["nav"][0] == {"首页": "index.md"}


def test_a_page_reads_well(plain_handbook: Path) -> None:
    page = (plain_handbook / "en" / "docs" / "steps" / "accept.md").read_text(encoding="utf-8")

    assert page.startswith("""\
# Accept the complaint

Step 1 · [Receive](../process.md#phase--receive) · conversation step

The guest is heard.

Time limit **HI** at once · **LO** 1 business day from the start of the step

[Open the checklist](../checklists/accept.md) · [Print (PDF)](../print/checklists/accept.pdf)
""")
    assert (
        """
    > **[S1 Welcome](../scripts/welcome.md)**
    >
    > 1.  Good day, [name of the guest].
    > 2.  I am listening.
"""
        in page
    )


def test_a_folder_with_files_of_others_is_never_replaced(hotel: Hotel, tmp_path: Path) -> None:
    mine = tmp_path / "out" / "mine.md"
    mine.parent.mkdir()
    mine.write_text("edited", encoding="utf-8")
    result = CliRunner().invoke(main, ["export", "markdown", str(hotel.folder), "-o", str(mine.parent)])

    assert (result.exit_code, mine.read_text(encoding="utf-8")) == (2, "edited")
    assert "holds files that amends did not make (mine.md)" in result.output


def test_an_unknown_locale_is_named_before_anything_is_written(hotel: Hotel, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["export", "markdown", str(hotel.folder), "-o", str(tmp_path / "out"), "--locale", "eng"]
    )

    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "there is no locale “eng”; the nearest is `en`" in result.output
