"""No text from a file can give an order to a terminal."""

from __future__ import annotations

import ast
import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

import amends
from amends.cli import main
from amends.comparing.lock import LOCK_FILE
from amends.terminal import harmless
from hotel import Hotel

ESCAPE = "\x1b]0;owned\x07"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x08", "\x9b", "\x7f", "\u202e", "\u2066", "\r"])
def test_a_sign_that_controls_a_terminal_is_written_out(sign: str) -> None:
    assert harmless(f"a{sign}b") == f"a\\u{ord(sign):04x}b"
    assert json.loads(f'"{harmless(sign)}"') == sign


def test_line_ends_and_words_of_all_languages_stay() -> None:
    text = "投诉\tnaïve \u200d 👩\u200d🚒\r\nEND:VCALENDAR\r\n"

    assert harmless(text) == text


def test_a_file_name_and_a_lock_cannot_reach_the_terminal(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path / f"h{ESCAPE}")
    (tmp_path / f"h{ESCAPE}" / LOCK_FILE).write_text("[]", encoding="utf-8")

    for command in (["show", "steps/accept"], ["check"], ["upgrade"], ["show", "nothing"]):
        result = CliRunner().invoke(main, [*command, str(hotel.folder)])
        assert "\x1b" not in result.output
        assert "\x07" not in result.output


def test_a_setting_of_mkdocs_yml_cannot_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('plugins: [{amends: {sop: "\\e]0;owned\\a"}}]', encoding="utf-8")

    result = CliRunner().invoke(main, ["check", str(tmp_path)])

    assert result.exit_code == 2
    assert "\\u001b]0;owned\\u0007" in result.output


def test_what_mkdocs_says_cannot_reach_the_terminal() -> None:
    from amends.site.build import _Harmless

    record = logging.LogRecord("mkdocs", logging.WARNING, "x", 1, "page %s", (ESCAPE,), None)

    assert _Harmless().format(record) == "page \\u001b]0;owned\\u0007"


def test_there_is_one_way_out() -> None:
    """Only `streams.put` writes to the standard streams."""
    writers = {
        path.name
        for path in Path(amends.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in WRITERS
    }

    assert writers == {"streams.py"}


WRITERS = {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write", "traceback.print_exc"}
