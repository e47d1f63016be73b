from __future__ import annotations

from pathlib import Path

import pytest

from amends.check.registry import RULES
from amends.self_docs.rules_page import rules_page
from golden_files import Golden

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_current(golden: Golden) -> None:
    golden.check(PAGE, rules_page(RULES))


def test_the_page_has_a_section_and_a_row_for_every_rule() -> None:
    lines = rules_page(RULES).splitlines()
    for rule in RULES:
        assert lines.count(f"### {rule.code} {rule.name}") == 1
        anchor = f"{rule.code}-{rule.name}".lower()
        assert sum(line.startswith(f"| [{rule.code}](#{anchor}) | {rule.name} |") for line in lines) == 1


def test_a_rule_of_an_unknown_family_is_refused() -> None:
    odd = RULES[0].__class__("Z999", "odd", "info", RULES[0].check, RULES[0].doc)
    with pytest.raises(KeyError, match="Z"):
        rules_page([odd])
