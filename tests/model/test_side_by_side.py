"""Steps that run at the same time: where they split, where they join, and what counts from there."""

from __future__ import annotations

from pathlib import Path

from amends.model.flow import after, side_by_side, ways
from amends.model.sop import Sop
from amends.model.time_limits import step_starts
from builders import HEADER, PEOPLE, STEPS, TABLES, TODAY, WORDS
from side_by_side import CALL
from small_sop import SmallSop

CALLED = CALL.replace("    actions:", "    sets: acknowledged\n    actions:") + "  settle:\n"


def sop_of(folder: Path, steps: str = STEPS) -> Sop:
    together = steps.replace("  settle:\n", CALLED, 1)
    files = {"sop.yml": HEADER, "steps.yml": together, "people.yml": PEOPLE, "words.yml": WORDS, "tables.yml": TABLES}
    sop = SmallSop(folder, files, TODAY).reading().sop
    assert sop is not None
    return sop


def test_steps_below_one_another_run_side_by_side(tmp_path: Path) -> None:
    sop = sop_of(tmp_path)

    assert side_by_side(sop) == {"verify": ("verify", "call"), "call": ("verify", "call")}
    assert after(sop) == {"accept": "verify", "verify": "settle", "call": "settle"}
    assert [(it.step, it.target) for it in ways(sop) if it.splits] == [("verify", "call")]


def test_the_way_on_is_written_at_the_first_of_them(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, STEPS.replace("  settle:\n", "    next: end/settled\n  settle:\n", 1))

    assert after(sop)["call"] == "end/settled"


def test_a_limit_after_them_counts_once_all_of_them_are_done(tmp_path: Path) -> None:
    assert step_starts(sop_of(tmp_path))["settle"] == ()  # `verify` sets no event
    both = sop_of(tmp_path / "both", STEPS.replace("    limits:\n", "    sets: found\n    limits:\n", 1))
    assert step_starts(both) == {
        "accept": (),
        "verify": ("received",),
        "call": ("received",),
        "settle": ("found", "acknowledged"),
    }
