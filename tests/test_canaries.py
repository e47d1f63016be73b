"""Texts that try to become something else, through every gate by itself.

Gate 1 refuses them with file and line; where nobody asked it, gate 2 shows them as text; gate 3 reads what came of it.
`tests/browser/test_canaries.py` opens the pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from amends.book import all_sheets
from amends.check import engine
from amends.content.place import find_place
from amends.documents.case_data import case_data
from amends.documents.case_more import case_more
from amends.model.sop import Sop
from amends.model.walk import entries
from amends.read import read_sop, usable_sop
from amends.reporting.github import as_annotations
from canaries import PAYLOADS, CanarySop, Payload, text_fields
from commands import Ended, amends, amends_without_rules
from hotel import TODAY
from page_html import html_of_pages

# What projects switch on in their mkdocs.yml; a text must mean nothing to any of them.
_EXTENSIONS = """\
toc tables fenced_code attr_list md_in_html footnotes abbr def_list admonition pymdownx.snippets pymdownx.superfences
pymdownx.inlinehilite pymdownx.keys pymdownx.arithmatex pymdownx.details pymdownx.tabbed pymdownx.tasklist
pymdownx.betterem pymdownx.caret pymdownx.mark pymdownx.tilde pymdownx.critic
"""


@pytest.fixture
def without_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gate 1 is open."""
    monkeypatch.setattr(engine, "RULES", ())


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> CanarySop:
    return CanarySop(tmp_path_factory.mktemp("canary") / "sop")


# Every field -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("without_rules")
def test_there_is_a_trap_in_every_text_field_of_the_model(canary: CanarySop) -> None:
    sop = usable_sop(canary.place, TODAY)[0]
    blocks: list[Any] = [sop, *(block for _, block in entries(sop))]

    trapped = {
        (type(block).__name__, name) for block in blocks for name in type(block).model_fields if getattr(block, name)
    }

    assert len(text_fields()) > 100
    assert text_fields() - trapped == set()


def test_every_payload_is_dealt_out(canary: CanarySop) -> None:
    assert len(PAYLOADS) > 40
    assert {payload for _, payload in canary.texts} == set(PAYLOADS)


# Gate 1: amends check --------------------------------------------------------------------------------------------------


def trapped_lines(canary: CanarySop) -> Iterator[tuple[str, int, Payload]]:
    """Each line of the files that holds a payload: the longest that it holds."""
    longest_first = sorted(PAYLOADS, key=lambda payload: -len(payload.written))
    for file in sorted(canary.place.content.glob("*.yml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            _, _, scalar = line.partition(": ")
            value = str(yaml.safe_load(scalar)) if re.search(r"\bn\d+\b", scalar) else ""
            found = next((payload for payload in longest_first if payload.written in value), None)
            if found:
                yield str(file), number, found


def test_markup_is_refused_in_every_field_with_file_and_line_and_plain_words_are_not(canary: CanarySop) -> None:
    lines = list(trapped_lines(canary))
    assert len(lines) == len(canary.texts)

    found = read_sop(canary.place, TODAY).findings

    refused = {(at.location.file, at.location.line) for at in found if at.code == "X801"}
    assert refused == {(file, line) for file, line, payload in lines if payload.refused}


def test_no_text_becomes_a_command_of_the_platform_on_which_it_is_checked(canary: CanarySop) -> None:
    found = read_sop(canary.place, TODAY).findings

    lines = as_annotations(found, str).splitlines()

    commands = [line for line in lines if not line.startswith("- ")]
    assert len(lines) == len(found) + 1  # and one that says why the others are no annotations
    assert [
        line
        for line in commands
        if not re.match(r"::(error|warning|notice) file=[^:,]+,line=\d+,col=\d+,title=\w", line)
    ] == []
    assert [line for line in lines if "##[" in line] == []


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b31m", "\x00", "\x08", "\u202e", "\u2066", "\u2028", "\ufeff"])
@pytest.mark.parametrize("is_escaped", [False, True], ids=["as it is", "escaped"])
@pytest.mark.parametrize("field", ["title", "number"])
def test_signs_that_steer_a_terminal_or_turn_a_text_round_are_refused(
    tmp_path: Path, sign: str, field: str, *, is_escaped: bool
) -> None:
    written = "".join(f"\\u{ord(character):04x}" for character in sign) if is_escaped else sign
    CanarySop(tmp_path / "sop", PAYLOADS[-1])
    header = tmp_path / "sop" / "sop.yml"
    lines = header.read_text(encoding="utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.strip().startswith(f"{field}:"))
    lines[at] = f'{lines[at].partition(":")[0]}: "before {written} after"'
    if field == "title":
        del lines[at + 1 : at + 3]
    header.write_bytes("\n".join(lines).encode())

    found = read_sop(find_place(str(header.parent)), TODAY).findings

    assert {finding.location.line for finding in found if finding.code in ("Y004", "Y005")} == {at + 1}


# Gate 2: a text stays a text -------------------------------------------------------------------------------------------


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


_ACTING = "script, style, iframe, object, embed, base, form, meta, img, video, math, template, link"
_OURS = 'dialog > form[method="dialog"]'


def rendered(sop: Sop) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path, html in html_of_pages(all_sheets(sop)).items():
        yield path, LexborHTMLParser(html)


@pytest.mark.usefixtures("without_rules")
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_each_payload_in_every_field_at_once_is_shown_as_written_and_is_no_element(
    tmp_path: Path, payload: Payload
) -> None:
    sop = usable_sop(CanarySop(tmp_path / "sop", payload).place, TODAY)[0]

    pages = list(rendered(sop))
    assert len(pages) > 30
    for path, page in pages:
        assert [element.html for element in page.css(_ACTING) if not element.css_matches(_OURS)] == [], path
        names = {name for element in page.css("body *") for name in element.attributes}
        assert [name for name in names if name.startswith("on") or name in ("style", "srcdoc")] == [], path
        assert page.css("[href^=javascript], [href^=vbscript], [href^='data:'], [href^='//']") == [], path
        assert page.body is not None
        assert path == "cases" or payload.visible in " ".join(page.body.text().split()), path
    sheets = all_sheets(sop)[0]
    for shown_by_scripts in (case_data(sheets, defaultdict(str)), case_more(sheets)):
        assert payload.visible in " ".join(" ".join(strings(shown_by_scripts.as_json())).split())


# The whole site --------------------------------------------------------------------------------------------------------


@pytest.mark.site
def test_the_build_stops_at_gate_1(canary: CanarySop, tmp_path: Path) -> None:
    ended = amends("build", canary.place.content, "-o", tmp_path / "site")

    assert ended.returncode == 1
    assert "error X801 markup-in-text" in ended.stdout
    assert not (tmp_path / "site").exists()


def test_the_last_gate_finds_nothing_on_a_site_full_of_traps(canary_site: Path) -> None:
    assert len(list(canary_site.rglob("*.html"))) > 70


def test_pdfs_show_the_traps_and_hold_neither_scripts_nor_links_that_run(canary_site: Path) -> None:
    for file in ("checklists.pdf", "cards.pdf"):
        reader = PdfReader(canary_site / "en" / "print" / file)
        text = " ".join("".join(page.extract_text() for page in reader.pages).split())
        raw = (canary_site / "en" / "print" / file).read_bytes()
        assert "window.__canary=1" in text
        assert "root:" not in text
        assert [name for name in (b"/JavaScript", b"/JS ", b"/Launch", b"/EmbeddedFile ") if name in raw] == []
        links = {
            str(note.get_object()["/A"].get("/URI", ""))
            for page in reader.pages
            for note in page.get("/Annots", [])
            if "/A" in note.get_object()
        }
        assert links
        assert [link for link in links if not link.startswith(("http://", "https://", "mailto:", "tel:"))] == []


def ical_of(folder: Path, payload: Payload) -> Ended:
    CanarySop(folder, payload)
    return amends_without_rules(
        "deadlines",
        folder,
        "--received",
        "2026-03-02T09:00",
        "--format",
        "ics",
        "--time-zone",
        "UTC",
        "--country",
        "CN",
    )


def test_a_deadline_in_a_calendar_file_cannot_end_its_event(tmp_path: Path) -> None:
    ended = ical_of(tmp_path / "trapped", Payload("a\\nEND:VEVENT\nEND:VCALENDAR"))

    calendar = Calendar.from_ical(ended.stdout)
    events = calendar.walk("VEVENT")
    assert ended.returncode == 0
    assert len(events) == ended.stdout.count("BEGIN:VEVENT") > 0
    assert any("END:VEVENT" in str(event["summary"]) for event in events)


@pytest.mark.parametrize("name", ["../../etc/passwd", "<b>x</b>", "a b", "con", "x;rm -rf", "step\u202e", "C:\\x"])
def test_no_name_of_a_file_is_made_of_anything_but_an_id(tmp_path: Path, name: str) -> None:
    place = CanarySop(tmp_path / "sop", PAYLOADS[-1]).place
    (place.content / "more.yml").write_text(yaml.safe_dump({"glossary": {name: {"term": "a", "meaning": "b"}}}))

    errors = [it for it in read_sop(place, TODAY).findings if it.is_error and it.location.file.endswith("more.yml")]

    assert [error.location.line for error in errors][:1] == [2]
