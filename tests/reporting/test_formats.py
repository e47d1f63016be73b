"""Findings for people, programs and GitHub: with the place shown, and never as a command of an author's making."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.finding import Finding, Level, Location
from amends.reporting.formats import Circumstances, Format
from amends.reporting.formats import report as reported
from amends.reporting.text import LineOf
from amends.reporting.words import Words
from amends.self_docs.explanations import EXPLAINED


def finding(
    message: str = "there is no role `clerc`",
    hint: str = "the nearest is `clerk`",
    at: Location = Location("steps/a.yml", 3, 5),  # noqa: B008 - frozen
    level: Level = "error",
) -> Finding:
    return Finding("R101", "unknown-reference", level, message, hint, at)


def report(findings: list[Finding], form: Format, line_of: LineOf) -> str:
    """The findings as a command in this folder tells them."""
    about = Circumstances(line_of, Path.cwd(), EXPLAINED, "1.0", lambda finding: finding.is_error)
    return reported(findings, form, about)


def text_of(line: str, column: int) -> list[str]:
    """The lines for people, where the author's own line is `line`."""
    found = finding(at=Location("a.yml", 3, column))
    return report([found], "text", lambda _file, _number: line).splitlines()


# For people -----------------------------------------------------------------------------------------------------------


def test_the_text_shows_place_reason_line_and_way_out() -> None:
    found = finding(at=Location("steps/a.yml", 3, 10))

    assert report([found], "text", lambda _file, _number: "    by:  clerc") == (
        "steps/a.yml:3:10: error R101 unknown-reference\n"
        "  there is no role `clerc`\n"
        "      3 |     by:  clerc\n"
        "        |          ^\n"
        "  way out: the nearest is `clerk`\n"
    )


def test_the_author_s_line_is_asked_for_by_its_place() -> None:
    asked = []

    def line_of(file: str, number: int) -> str:
        asked.append((file, number))
        return "x"

    report([finding(at=Location("b.yml", 12, 1))], "text", line_of)

    assert asked == [("b.yml", 12)]


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("    zh: 向客户致歉", 9, "        ^"),
        ("    zh: 向客户致歉", 11, "            ^"),
        ("标题：  x", 6, "        ^"),
        ("ＡＢ: x", 5, "      ^"),
        ("a\u0301\u0302: x", 5, "  ^"),
    ],
)
def test_the_caret_stands_under_the_place_beside_wide_characters(line: str, column: int, caret: str) -> None:
    """Chinese and full-width characters take two columns of a terminal, combining marks none."""
    shown, under = text_of(line, column)[2:4]

    assert shown.split(" | ")[1].startswith(line[:4])
    assert under == "        | " + caret


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "a" * 300 + "HERE" + "b" * 300
    shown, caret = (text.removeprefix("      3 | ").removeprefix("        | ") for text in text_of(line, 301)[2:4])

    assert len(shown) == 110
    assert shown[caret.index("^") :].startswith("HERE")


def test_of_a_long_chinese_line_the_caret_still_stands_under_the_place() -> None:
    line = "一" * 300 + "此处" + "二" * 300
    shown, caret = (text.removeprefix("      3 | ").removeprefix("        | ") for text in text_of(line, 301)[2:4])

    assert caret.index("^") == 2 * shown.index("此处")


def test_a_line_that_fits_is_shown_whole() -> None:
    line = "a" * 106 + "HERE"

    assert text_of(line, 107)[2:4] == [f"      3 | {line}", f"        | {' ' * 106}^"]


@pytest.mark.parametrize(("line", "column", "caret"), [("abc", 9, "   ^"), ("abc", 0, "^"), ("abc", 1, "^")])
def test_a_place_beyond_its_line_is_shown_at_its_end(line: str, column: int, caret: str) -> None:
    assert text_of(line, column)[3] == "        | " + caret


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_is_not_shown(line: str) -> None:
    assert text_of(line, 1) == [
        "a.yml:3:1: error R101 unknown-reference",
        "  there is no role `clerc`",
        "  way out: the nearest is `clerk`",
    ]


def test_a_whole_file_has_no_line_to_show() -> None:
    assert report([finding(at=Location("a.yml"))], "text", lambda *_: "never asked") == (
        "a.yml: error R101 unknown-reference\n  there is no role `clerc`\n  way out: the nearest is `clerk`\n"
    )


def test_no_text_of_an_author_steers_the_terminal() -> None:
    evil = "\x1b[2J\x1b]0;title\x07\r\u202e\u200b\n::"
    found = finding(message=evil, hint=evil, at=Location(f"a{evil}.yml", 3, 5))

    shown = report([found], "text", lambda *_: evil)

    assert [character for character in shown if not character.isprintable() and character != "\n"] == []
    assert len(shown.splitlines()) == 5


def test_findings_are_told_one_below_the_other() -> None:
    shown = report([finding(), finding(message="another")], "text", lambda *_: "")

    assert shown.count("way out: ") == 2
    assert "\n\nsteps/a.yml:3:5: " in shown


def test_of_one_file_fifty_findings_are_told_and_the_others_are_counted() -> None:
    many = [finding(at=Location("a.yml", line, 1), level="warning") for line in range(1, 61)]
    last = finding(at=Location("a.yml", 61, 1))
    other = finding(at=Location("b.yml", 1, 1))

    told = report([*many, last, other], "text", lambda *_: "").split("\n\n")

    assert [part.partition(": ")[0] for part in told[-4:]] == ["a.yml:49:1", "a.yml:61:1", "a.yml", "b.yml:1:1"]
    assert told[-2] == "a.yml: 11 more in this file"


# For programs ---------------------------------------------------------------------------------------------------------


def test_json_holds_every_part_by_its_name() -> None:
    found = finding(message="投诉", at=Location("a.yml", 3, 5), level="warning")

    assert json.loads(report([found], "json", lambda *_: "")) == [
        {
            "code": "R101",
            "name": "unknown-reference",
            "severity": "warning",
            "message": "投诉",
            "hint": "the nearest is `clerk`",
            "file": "a.yml",
            "line": 3,
            "column": 5,
        }
    ]


def test_json_without_findings_is_an_empty_list() -> None:
    assert json.loads(report([], "json", lambda *_: "")) == []


# For GitHub -----------------------------------------------------------------------------------------------------------


def test_github_marks_the_line_of_the_file() -> None:
    assert report([finding()], "github", lambda *_: "") == (
        "::error file=steps/a.yml,line=3,col=5,title=R101 unknown-reference::"
        "there is no role `clerc`; the nearest is `clerk`"
    )


@pytest.mark.parametrize(("level", "github"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_github_knows_three_levels(level: Level, github: str) -> None:
    assert report([finding(level=level)], "github", lambda *_: "").startswith(f"::{github} file=")


def test_github_wants_a_line_even_for_a_whole_file() -> None:
    shown = report([finding(at=Location("a.yml"))], "github", lambda *_: "")

    assert shown.startswith("::error file=a.yml,line=1,col=1,")


def test_without_a_way_out_nothing_is_added() -> None:
    assert report([finding(hint="")], "github", lambda *_: "").endswith("::there is no role `clerc`")


EVIL = "x\n::set-env name=PATH::/tmp\r\n::error::y\r::stop-commands::z%0A100%"


def test_no_text_of_an_author_becomes_a_workflow_command() -> None:
    found = finding(message=EVIL, hint=EVIL, at=Location(f"a,line=9::{EVIL}.yml", 3, 5))

    shown = report([found], "github", lambda *_: "")

    assert shown.splitlines() == [shown]
    assert shown == (
        "::error file=a%2Cline=9%3A%3Ax%0A%3A%3Aset-env name=PATH%3A%3A/tmp%0D%0A%3A%3Aerror%3A%3Ay%0D"
        "%3A%3Astop-commands%3A%3Az%250A100%25.yml,line=3,col=5,title=R101 unknown-reference::"
        "x%0A::set-env name=PATH::/tmp%0D%0A::error::y%0D::stop-commands::z%250A100%25; "
        "x%0A::set-env name=PATH::/tmp%0D%0A::error::y%0D::stop-commands::z%250A100%25"
    )


def as_github_reads(line: str) -> tuple[str, dict[str, str], str]:
    """Level, properties and message, as GitHub's runner takes a workflow command apart."""
    match = re.fullmatch(r"::(\w+) ([^\r\n]*?)::([^\r\n]*)", line)
    assert match
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(match[3])


def unescaped(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


@given(st.text("x:,=%\r\n0AD;", min_size=1), st.text("x:,=%\r\n0AD;", min_size=1))
def test_whatever_authors_write_is_one_command_that_says_it(message: str, file: str) -> None:
    shown = report([finding(message=message, hint="", at=Location(file, 2, 4))], "github", lambda *_: "")

    assert as_github_reads(shown) == (
        "error",
        {"file": file, "line": "2", "col": "4", "title": "R101 unknown-reference"},
        message,
    )


@pytest.mark.parametrize("form", ["text", "github"])
def test_without_findings_there_is_nothing_to_report(form: Format) -> None:
    assert report([], form, lambda *_: "") == ""


# In short -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([], ""),
        (["error"], "1 error"),
        (["warning", "error", "error"], "2 errors, 1 warning"),
        (["info", "info", "warning"], "1 warning, 2 remarks"),
    ],
)
def test_the_summary_counts_each_kind(levels: list[Level], said: str) -> None:
    assert Words().summary([finding(level=level) for level in levels]) == said
