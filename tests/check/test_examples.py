"""Every rule's examples, put into the small SOP: the bad one is found by that rule alone, the good one is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.check.registry import RULES
from amends.check.rule import Rule
from examples import UNTRANSLATED, codes_in_the_sop, told_in_every_language


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_is_found_by_that_rule_alone(rule: Rule, tmp_path: Path) -> None:
    with told_in_every_language():
        codes = codes_in_the_sop(tmp_path, rule.explanation.bad)
    assert rule.code in codes
    assert codes <= {rule.code, UNTRANSLATED}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_of_a_rule_is_clean(rule: Rule, tmp_path: Path) -> None:
    codes = codes_in_the_sop(tmp_path, rule.explanation.good)
    assert codes <= ({UNTRANSLATED} - {rule.code})
