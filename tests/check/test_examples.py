"""Every rule's examples, put into the small SOP: the bad one is found by that rule alone, the good one is clean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from amends.check.explanation import explanation_of
from amends.check.registry import RULES
from amends.check.rule import Rule
from amends.content.yaml_reader import read_yaml
from builders import FILES, check_files

# Examples are written in English where nothing depends on it; in the bilingual SOP that alone is no fault of theirs.
UNTRANSLATED = "L701"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_is_found_by_that_rule_alone(rule: Rule, tmp_path: Path) -> None:
    codes = _codes(tmp_path, explanation_of(rule.doc).bad)
    assert rule.code in codes
    assert codes <= {rule.code, UNTRANSLATED}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_of_a_rule_is_clean(rule: Rule, tmp_path: Path) -> None:
    codes = _codes(tmp_path, explanation_of(rule.doc).good)
    assert codes <= ({UNTRANSLATED} - {rule.code})


def _codes(folder: Path, example: str) -> set[str]:
    data: dict[str, Any] = {}
    for text in (*FILES.values(), example):
        data = _merged(data, read_yaml(text.encode(), "part.yml").data)
    # JSON is YAML too; places do not matter here.
    return {found.code for found in check_files(folder, {"sop": json.dumps(data, ensure_ascii=False, indent=1)})}


def _merged(below: Any, patch: Any) -> Any:
    """The patch over what is below it: mappings by key, anything else replaced."""
    if not (isinstance(below, dict) and isinstance(patch, dict)):
        return patch
    return below | {key: _merged(below.get(key), value) for key, value in patch.items()}
