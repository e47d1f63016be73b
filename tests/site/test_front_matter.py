"""The front matter of a page written by hand: what is refused, at which line, and what reaches a template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amends.site.front_matter import Choices, escape_front_matter, front_matter_findings


@pytest.fixture
def choices(tmp_path: Path) -> Choices:
    (tmp_path / "material").mkdir()
    (tmp_path / "material" / "phone.svg").write_text("<svg/>", encoding="utf-8")
    return Choices({"main.html", "own.html"}, (tmp_path,), {"cases.js", "cases.css"})


def found(source: str | bytes, choices: Choices) -> list[tuple[str, str, str]]:
    source = source if isinstance(source, bytes) else source.encode()
    return [
        (f"{it.location.line}:{it.code}", it.message, it.hint) for it in front_matter_findings(source, "p.md", choices)
    ]


@pytest.mark.parametrize(
    "matter",
    [
        'title: A <b> & "c"\nhide: [toc, navigation]\nicon: material/phone\nstatus: new',
        "template: own.html\nsearch: {boost: 0.5, exclude: true}\ntags: [a, b]\nassets: [cases.js]",
        "date: 2026-11-26\nwhatever: {a: [1, x]}\nhide:\ntitle: ~",
        "# only a comment",
        "",
    ],
)
def test_what_the_theme_can_use_passes(matter: str, choices: Choices) -> None:
    assert found(f"---\n{matter}\n---\n\n# Page\n", choices) == []


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("hide: true", "`hide` cannot be “true”", "write a list of some of these:  [navigation, toc, "),
        ("hide: [tok]", "`hide` cannot be this list", "write a list of some"),
        ("icon: material/phon", "`icon` cannot be “material/phon”", "the nearest is `material/phone`"),
        ("icon: ../material/phone", "`icon` cannot be “../material/phone”", "the nearest is `material/phone`"),
        ("icon: [a]", "`icon` cannot be this list", "known are: `material/phone`"),
        ("template: redirect.html", "`template` cannot be “redirect.html”", "known are: `main.html`, `own.html`; "),
        ("template: ../own.html", "`template` cannot be “../own.html”", "the nearest is `own.html`; "),
        ("template: {a: b}", "`template` cannot be a block of fields", "known are: "),
        ("title: 2026", "`title` cannot be “2026”", 'write one text, in quotes if it looks like a figure:  "2026"'),
        ("description: [a]", "`description` cannot be this list", "write one text"),
        ("status: 'a\" onclick=x'", '`status` cannot be “a" onclick=x”', "write one name of small letters"),
        ("tags: a, b", "`tags` cannot be “a, b”", "write a list of texts"),
        ("tags: [1]", "`tags` cannot be this list", "write a list of texts"),
        ("search: no", "`search` cannot be “false”", "write  {boost: 2}  or  {exclude: true}"),
        ("search: {boost: high}", "`search` cannot be a block of fields", "write  {boost: 2}"),
        ("search: {bost: 2}", "`search` cannot be a block of fields", "write  {boost: 2}"),
        (
            "assets: [../own.js]",
            "`assets` cannot be this list",
            "write a list of some of these:  [cases.css, cases.js]",
        ),
    ],
)
def test_a_value_that_the_theme_cannot_use_is_a_finding_at_its_line(
    line: str, message: str, hint: str, choices: Choices
) -> None:
    [(place, said, way_out)] = found(f"---\nauthor: me\n{line}\n---\n# Page\n", choices)

    assert (place, said) == ("3:H002", message)
    assert way_out.startswith(hint)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("---\ntitle: [a\n---\n", "2:Y001"),
        ("---\ntitle: a\ntitle: b\n---\n", "3:Y010"),
        ("---\na: &x b\n---\n", "2:Y007"),
        ("---\n- a\n---\n", "2:H002"),
        ("---\nday: 2026-02-30\n---\n", "2:H002"),
        ("---\ntitle: a\n\n# Page\n", "1:H003"),
        ("Note: closed in winter\n", "1:H003"),
        ("template: redirect.html\nlocation: x\n", "1:H003"),
        ("# Caf\N{LATIN SMALL LETTER E WITH ACUTE}\n".encode("latin-1"), "1:Y003"),
        ("# Caf\n\N{LATIN SMALL LETTER E WITH ACUTE}".encode("latin-1"), "2:Y003"),
        ("# Cafe".encode("utf-16"), "0:Y003"),
    ],
)
def test_front_matter_that_mkdocs_would_pass_over_in_silence_is_a_finding(
    source: str | bytes, place: str, choices: Choices
) -> None:
    [(at, _, way_out)] = found(source, choices)

    assert at == place
    assert way_out


@pytest.mark.parametrize(
    "page", ["# Note: x\n", "\nNote: x\n", "Words. Note: x\n", "---\n\nA line first\n", "% a\n", ""]
)
def test_a_page_without_front_matter_is_no_finding(page: str, choices: Choices) -> None:
    assert found(page, choices) == []


def test_every_text_reaches_the_templates_escaped() -> None:
    meta: dict[str, Any] = {"title": "<b>", "d": '2;url=x" http-equiv="refresh', "more": {"<i>": ["&", 1, None, True]}}

    escape_front_matter(meta)

    assert meta == {
        "title": "&lt;b&gt;",
        "d": "2;url=x&#34; http-equiv=&#34;refresh",
        "more": {"&lt;i&gt;": ["&amp;", 1, None, True]},
    }
