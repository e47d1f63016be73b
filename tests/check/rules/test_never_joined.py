from __future__ import annotations

from builders import Check
from side_by_side import TOGETHER


def test_each_of_them_comes_to_its_end(check: Check) -> None:
    asks = """\
    decisions:
      reached:
        question: {en: "Reached?", zh: "打通了吗？"}
        outcomes:
          "yes": {label: {en: "Yes", zh: "是"}, next: end/settled}
          "no": {label: {en: "No", zh: "否"}, next: end/refused}
"""
    found = check("P214", steps=TOGETHER.replace("  settle:\n", f"{asks}  settle:\n", 1))
    assert [message for _, message in found] == [
        "steps/call: `call` never leads on to `settle`, where what runs beside it waits for it"
    ]
