from __future__ import annotations

from pathlib import Path

from builders import FILES, PEOPLE, STEPS, Check, corner_shop

LEVEL = "authority: {l1: {code: L1, roles: [manager], limit: unlimited}}\n"
DECIDING = STEPS.replace("    records: [log]\n  verify:", "    records: [log]\n  verify:\n    sets: decided", 1)


def test_a_role_that_decides_without_authority_is_found(check: Check) -> None:
    assert check("O304", steps=DECIDING, more=LEVEL) == [
        (
            "steps.yml: responsible: assistant",
            "steps/verify: `assistant` decides here, and no level of authority names this role",
        )
    ]


def test_the_holders_of_a_role_of_the_case_decide_for_it(check: Check) -> None:
    owner = PEOPLE.replace(
        "contacts:", "  owner: {title: {en: O, zh: O}, kind: case, filled_by: [assistant, manager]}\ncontacts:"
    )
    steps = DECIDING.replace("sets: decided", "sets: decided\n    standing: false", 1)
    steps = steps.replace(
        "    responsible: assistant\n    accountable: manager\n    limits",
        "    responsible: owner\n    accountable: manager\n    limits",
    )

    assert check("O304", steps=steps, people=owner, more=LEVEL) == []


def test_an_sop_without_levels_or_without_a_deciding_step_is_not_judged(check: Check) -> None:
    assert check("O304", steps=DECIDING) == []
    assert check("O304", more=LEVEL) == []


def test_the_way_out_is_one_that_can_be_written_there(tmp_path: Path) -> None:
    shop = corner_shop(tmp_path, FILES | {"steps": DECIDING, "more": LEVEL})

    [found] = [it for it in shop.reading().findings if it.code == "O304"]

    assert "authority: {l1: {roles: [manager, assistant]}}" in found.hint
