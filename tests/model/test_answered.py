"""`decided` stands for `answered` only in an SOP that names `answered` nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.model.answered import told_by
from builders import FILES, STEPS, corner_shop

BY = "        by: decided\n"


@pytest.mark.parametrize(
    ("steps", "event"),
    [
        (STEPS, "decided"),
        (STEPS.replace(BY, "        by: answered\n"), "answered"),
        (STEPS.replace("    next: end/settled\n", "    next: end/settled\n    sets: answered\n"), "answered"),
    ],
)
def test_the_decision_stands_for_the_answer_where_nothing_names_the_answer(
    tmp_path: Path, steps: str, event: str
) -> None:
    sop = corner_shop(tmp_path, FILES | {"steps": steps}).sop()
    assert told_by(sop, "answered") == event
    assert told_by(sop, "agreed") == "agreed"
