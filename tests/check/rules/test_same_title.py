from __future__ import annotations

from builders import PEOPLE, STEPS, TABLES, Check


def test_a_second_entry_with_the_same_title_is_found_in_each_language(check: Check) -> None:
    steps = STEPS.replace('title: {en: "Settle it", zh: "解决问题"}', 'title: {en: "verify the Facts", zh: "核实情况"}')

    assert [message for _, message in check("R107", steps=steps)] == [
        "steps/settle: `steps/verify` has the same title: “verify the Facts”",
        "steps/settle: `steps/verify` has the same title: “核实情况”",
    ]


def test_entries_of_two_collections_may_share_a_title(check: Check) -> None:
    assert check("R107", people=PEOPLE.replace('"Counter"', '"Log"'), tables=TABLES) == []
