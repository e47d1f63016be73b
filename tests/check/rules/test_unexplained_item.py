from __future__ import annotations

from pathlib import Path

from builders import SOURCES, STEPS, TODAY, Check, corner_shop
from small_sop import SmallSop

ITEM = 'listen: {text: {en: "Hear people out.", zh: "耐心倾听。"}}'
MESSAGE = "frameworks/manual-rules: nothing applies `listen`, and nothing says why"
CITED = "        sources: [manual-rules/listen]\n"


def test_an_item_that_nothing_cites_is_found(check: Check) -> None:
    assert check("F601", steps=STEPS.replace(CITED, "")) == [(f"sources.yml: {ITEM}", MESSAGE)]


def test_a_citation_of_the_whole_framework_does_not_count(check: Check) -> None:
    assert len(check("F601", steps=STEPS.replace("manual-rules/listen", "manual-rules"))) == 1


def test_a_citation_by_a_settlement_or_another_framework_does_not_count(check: Check) -> None:
    settlement = """\
settlements:
  c01:
    code: C01
    title: Listening
    positions: {one: {text: Listen., sources: [manual-rules/listen]}}
    settlement: Listen.
    carried_by: [steps/accept]
    sources: [manual-rules/listen]
"""
    assert len(check("F601", steps=STEPS.replace(CITED, ""), more=settlement)) == 1


def test_a_reason_is_enough(check: Check) -> None:
    sources = SOURCES.replace('耐心倾听。"}}', '耐心倾听。"}, not_applied: It goes without saying.}')
    assert check("F601", steps=STEPS.replace(CITED, ""), sources=sources) == []


def test_a_citation_by_a_point_counts(check: Check) -> None:
    principle = (
        "roles:\n  cook:\n    title: Cook\n    duties: {listen: {text: Listen., sources: [manual-rules/listen]}}\n"
    )
    assert check("F601", steps=STEPS.replace(CITED, ""), more=principle) == []


def test_a_layer_that_removes_what_applied_an_item_of_its_base_is_not_blamed(tmp_path: Path) -> None:
    corner_shop(tmp_path / "base")
    own = "id: own\nextends: ../base\nsteps: {accept: {actions: {listen: null}}}\n"

    assert "F601" not in [it.code for it in SmallSop(tmp_path / "own", {"sop.yml": own}, TODAY).reading().findings]
