from __future__ import annotations

from pathlib import Path

import pytest

from amends.codes.code import Code
from amends.self_docs.explanations import EXPLAINED, FAMILIES
from amends.self_docs.rules_page import rules_page
from golden_files import Golden

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_current(golden: Golden) -> None:
    golden.check(PAGE, rules_page(EXPLAINED))


def test_the_page_has_a_section_and_a_row_for_every_code_and_every_rule() -> None:
    lines = rules_page(EXPLAINED).splitlines()
    for code in EXPLAINED:
        assert lines.count(f"### {code.code} {code.name}") == 1
        anchor = f"{code.code}-{code.name}".lower()
        assert sum(line.startswith(f"| [{code.code}](#{anchor}) | {code.name} |") for line in lines) == 1


def test_every_section_ends_with_the_way_out() -> None:
    page = rules_page(EXPLAINED)
    assert page.count("\n**Way out:** ") == len(EXPLAINED)


def test_every_family_has_a_heading_and_says_when_its_codes_are_found_unless_they_are_rules() -> None:
    page = rules_page(EXPLAINED)
    for family in FAMILIES:
        said = f"\nFound {family.when}.\n" if family.when else "\n### "
        assert page.count(f"\n## {family.title}\n{said}") == 1


def test_a_code_of_an_unknown_family_is_refused() -> None:
    with pytest.raises(LookupError, match="Z999 belongs to no family"):
        rules_page([Code("Z999", "odd", "info", EXPLAINED[0].doc)])
