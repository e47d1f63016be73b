"""A project of one language over a base of two is judged by the texts that it shows."""

from __future__ import annotations

from pathlib import Path

from builders import TODAY, corner_shop
from small_sop import SmallSop

BRANCH = """\
id: branch
extends: ../shop
locales: [en]
scripts:
  promise:
    slots: {day: day}
    lines: {call: "I will call on [day], before [time]."}
steps:
  settle:
    purpose: "What {{ step:accept }} has brought is put right within 48 hours."
"""


def test_texts_of_a_language_that_is_not_shown_are_no_finding(tmp_path: Path) -> None:
    corner_shop(tmp_path / "shop")
    branch = SmallSop(tmp_path / "branch", {"sop.yml": BRANCH}, TODAY)

    assert [(finding.code, finding.message) for finding in branch.reading().findings] == []


def test_in_two_languages_the_same_changes_are_findings(tmp_path: Path) -> None:
    corner_shop(tmp_path / "shop")
    branch = SmallSop(tmp_path / "branch", {"sop.yml": BRANCH.replace("locales: [en]\n", "")}, TODAY)

    assert {"S504", "L703", "L706"} <= {finding.code for finding in branch.reading().findings}
