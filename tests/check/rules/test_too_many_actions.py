from __future__ import annotations

from builders import STEPS, Check

REPAIR = '      repair: {do: {en: "Repair or replace.", zh: "修理或更换。"}}\n'


def _with_actions(count: int) -> str:
    return STEPS.replace(REPAIR, "".join(f"      a{number}: {{do: Do {number}.}}\n" for number in range(count)))


def test_thirteen_actions_are_too_many(check: Check) -> None:
    assert check("P206", steps=_with_actions(13)) == [
        ("steps.yml: actions:", "steps/settle: this step has 13 actions; more than 12 are skimmed")
    ]


def test_twelve_are_not(check: Check) -> None:
    assert check("P206", steps=_with_actions(12)) == []
