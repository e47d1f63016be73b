"""What goes wrong in a shipped base because of a layer is told in the layer, once, with what to write there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amends.read import read_sop
from small_sop import SmallSop

TODAY = date(2026, 11, 26)
HEADER = """\
id: firm
extends: lean
locales: [en]
organisation: {name: Firm, site_url: "https://firm.example/"}
"""

pytestmark = pytest.mark.usefixtures("unchanged_files_parsed_once")


def found(folder: Path, changes: str, header: str = "") -> list[tuple[str, str, int, str]]:
    """Code, file, line and way out of each error and warning."""
    sop = SmallSop(folder / "sop", {"sop.yml": HEADER + header, "changes.yml": changes}, TODAY)
    told = [it for it in read_sop(sop.place, TODAY).findings if it.level != "info"]
    return [(it.code, Path(it.location.file).name, it.location.line, it.hint) for it in told]


def test_what_nobody_does_any_more_is_told_once_where_its_doer_was_removed(tmp_path: Path) -> None:
    [(code, file, line, hint)] = found(tmp_path, "steps:\n  hear: {responsible: null}\n")

    assert (code, file, line) == ("P205", "changes.yml", 2)
    assert "; in your own layer that is  steps: {hear: {actions: {" in hint
    assert hint.endswith("more places of the base with the same cause")


def test_a_word_that_hundreds_of_texts_use_is_one_finding_at_its_removal(tmp_path: Path) -> None:
    [(code, file, line, _)] = found(tmp_path, "roles: {head: {code: H}}\n", "vocabulary: {customer: null}\n")

    assert (code, file, line) == ("R102", "sop.yml", 5)


def test_where_no_line_of_the_layer_is_near_the_base_itself_is_named(tmp_path: Path) -> None:
    [(code, file, line, hint)] = found(tmp_path, "severities: null\n")

    assert (code, file, line) == ("T403", "sop.yml", 2)
    assert "in your own layer that is  policy: {" in hint


@pytest.mark.parametrize("changes", ["roles: null\n", "steps: null\n", "severities: null\n", "phases: null\n"])
def test_whatever_is_removed_no_finding_is_in_a_file_of_the_base(tmp_path: Path, changes: str) -> None:
    files = {file for _, file, _, _ in found(tmp_path, changes)}

    assert files
    assert files <= {"sop.yml", "changes.yml"}
