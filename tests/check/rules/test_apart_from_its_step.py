from __future__ import annotations

import pytest

from builders import Check
from side_by_side import CALL, TOGETHER


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("call", "`call` names itself"),
        ("accept", "`call` does not stand directly below `accept`"),
        ("settle", "`call` does not stand directly below `settle`"),
        ("review", "`review` is a standing step, which begins with no other"),
    ],
)
def test_a_step_begins_with_the_one_above_alone(check: Check, named: str, message: str) -> None:
    found = check("P212", steps=TOGETHER.replace("alongside: verify", f"alongside: {named}"))
    assert found == [(f"steps.yml: alongside: {named}", f"steps/call: {message}")]


def test_all_of_them_name_the_first(check: Check) -> None:
    third = CALL.replace("  call:", "  write:").replace("alongside: verify", "alongside: call")
    found = check("P212", steps=TOGETHER.replace("  settle:\n", f"{third}  settle:\n", 1))
    assert [message for _, message in found] == ["steps/write: `call` itself runs alongside `verify`"]
