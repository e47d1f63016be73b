from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from amends.check import rules
from amends.check.registry import RULES
from amends.check.rule import Rule
from amends.content.translation_record import RECORD_FILE
from amends.content.yaml_reader import read_yaml

FILES = sorted(file.stem for folder in rules.__path__ for file in Path(folder).glob("*.py") if file.stem != "__init__")
TESTS = sorted(file.stem for file in (Path(__file__).parent / "rules").glob("test_*.py"))


def test_every_rule_file_is_registered_once() -> None:
    assert len(FILES) > 30  # a glob that sees nothing would prove nothing
    registered = [rule.check.__module__.rpartition(".")[2] for rule in RULES]
    assert sorted(registered) == FILES


def test_every_rule_file_has_a_test_of_its_own() -> None:
    assert [f"test_{name}" for name in FILES] == TESTS


def test_the_registry_holds_the_rule_of_each_file() -> None:
    assert [import_module(rule.check.__module__).RULE for rule in RULES] == list(RULES)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_rules_stand_in_the_order_of_their_codes_within_each_family() -> None:
    families = [rule.code[:2] for rule in RULES]
    assert list(dict.fromkeys(families)) == ["R1", "P2", "O3", "T4", "K1", "S5", "W1", "F6", "L7", "X8", "G9"]
    ranks = [(families.index(rule.code[:2]), rule.code) for rule in RULES]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][1-9][0-9]{2}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.name.replace("-", "_") == rule.check.__module__.rpartition(".")[2]
    assert rule.level in ("error", "warning", "info")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_why_bad_good_and_the_way_out(rule: Rule) -> None:
    explanation = rule.explanation
    assert all(explanation)
    assert re.fullmatch(r"[A-Z][^\n]*\.", explanation.what), "one sentence, on one line"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_yaml_that_the_reader_accepts(rule: Rule) -> None:
    for example in (rule.explanation.bad, rule.explanation.good):
        values = example.partition(f"# {RECORD_FILE}")[0]
        assert isinstance(read_yaml(values.encode(), "example.yml").data, dict)
