"""The process map as Mermaid text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from amends.documents.process_map import Flow, Helper, Lane, Node, ProcessMap
from amends.documents.sheets import Sheets
from amends.render.mermaid import mermaid
from hotel import Hotel
from shipped_sops import NAMES, ShippedSops
from small_maps import chart

# Every line that we write, and nothing else. Checked against Mermaid 11.17 by hand: it draws all shipped SOPs.
_TEXT = r'"(?:[^"#&<>`\\{}\[\]()|~$;@%*_\s]| |#quot;|#[0-9]+;|<br/>)*"'
_NAME = r"[a-z][a-z0-9_-]*"
GRAMMAR = {
    "lane": re.compile(rf"  subgraph (?P<id>{_NAME})\[{_TEXT}\]"),
    "node": re.compile(rf"    (?P<id>{_NAME})(?:\(\[{_TEXT}\]\)|\[{_TEXT}\]|\{{{_TEXT}\}}|\{{\{{{_TEXT}\}}\}})"),
    "end": re.compile(r"  end"),
    "way": re.compile(rf"  (?P<source>{_NAME}) (?:-->|-\.->)(?:\|{_TEXT}\|)? (?P<target>{_NAME})"),
}


def parsed(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What each line is, with its names; fails where a line is none of the grammar."""
    head, title, close, kind, *lines = text.splitlines()
    assert (head, title[:8], close, kind) == ("---", 'title: "', "---", "flowchart TB")
    for line in lines:
        found = [(name, match.groupdict()) for name, rule in GRAMMAR.items() if (match := rule.fullmatch(line))]
        assert len(found) == 1, f"not in the grammar: {line}"
        yield found[0]


def test_a_map_is_a_flowchart_with_a_subgraph_for_each_lane() -> None:
    drawn = ProcessMap(
        "shop",
        "The process",
        (Lane("clerk", "Clerk", "teal"), Lane("manager", "Manager", "blue")),
        (
            Node("start", "start", "clerk", "A complaint arrives"),
            Node("steps/accept", "step", "clerk", "Accept", "steps/accept", 1, "P1 1 hour · P2 1 day"),
            Node("steps/accept/decisions/valid", "decision", "manager", "Valid?"),
            Node("end_states/closed", "end", "manager", "Closed"),
        ),
        (
            Flow("start", "steps/accept"),
            Flow("steps/accept", "steps/accept/decisions/valid"),
            Flow("steps/accept/decisions/valid", "end_states/closed", ("Yes", "Partly")),
            Flow("steps/accept/decisions/valid", "steps/accept", ("No",), is_last_resort=True),
        ),
    )
    assert (
        mermaid(drawn)
        == """\
---
title: "The process"
---
flowchart TB
  subgraph roles_clerk["Clerk"]
    start(["A complaint arrives"])
    steps_accept["1 · Accept<br/>P1 1 hour · P2 1 day"]
  end
  subgraph roles_manager["Manager"]
    steps_accept_decisions_valid{"Valid?"}
    end_states_closed(["Closed"])
  end
  start --> steps_accept
  steps_accept --> steps_accept_decisions_valid
  steps_accept_decisions_valid -->|"Yes / Partly"| end_states_closed
  steps_accept_decisions_valid -.->|"No"| steps_accept
"""
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ('say "no"', "say #quot;no#quot;"),
        ("a #1 <b>&amp;</b>", "a #35;1 #60;b#62;#38;amp#59;#60;/b#62;"),
        ("end`\nend\n  click x", "end#96; end click x"),
        ("1. first", "#49;. first"),
        ("2) second", "#50;#41; second"),
        ("- dash", "#45; dash"),
        ("see https://a.example", "see https#58;//a.example"),
        ("fa:fa-car cost: 1", "fa#58;fa-car cost: 1"),
        ("a_b *c* {{d}} |e|", "a#95;b #42;c#42; #123;#123;d#125;#125; #124;e#124;"),
    ],
)
def test_author_text_is_never_syntax(title: str, written: str) -> None:
    drawn = ProcessMap("x", title, (Lane("a", "A", "teal"),), (Node("start", "start", "a", title),), ())
    text = mermaid(drawn)
    assert f'    start(["{written}"])' in text.splitlines()
    assert [kind for kind, _ in parsed(text)] == ["lane", "node", "end"]


def test_what_runs_side_by_side_stands_between_two_hexagons_and_helpers_in_the_box() -> None:
    small = chart("fork:split:a one:step:a two:step:b meet:join:a", "fork>one fork>two one>meet two>meet")
    fork, one, *more = small.nodes
    helpers = (Helper("scribe", "Scribe", "blue"), Helper("lawyer", "Lawyer", "red", is_asked=True))
    text = mermaid(replace(small, nodes=(fork, replace(one, helpers=helpers), *more)))

    assert [kind for kind, _ in parsed(text)].count("node") == len(small.nodes)
    assert '    fork{{"Fork"}}\n    one["1 · One<br/>● Scribe<br/>○ Lawyer"]\n    meet{{"Meet"}}\n' in text


def test_the_ids_are_the_same_in_every_locale(hotel: Hotel) -> None:
    english, chinese = (mermaid(Sheets(hotel.edition(locale)).map) for locale in ("en", "zh"))
    assert [line for _, line in parsed(english)] == [line for _, line in parsed(chinese)]
    assert english != chinese


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_map_keeps_the_grammar_and_names_only_its_own_nodes(shipped_sops: ShippedSops, name: str) -> None:
    for edition in shipped_sops.editions(name):
        drawn = shipped_sops.process(name, edition.locale)
        lines = list(parsed(mermaid(drawn)))
        nodes = [names["id"] for kind, names in lines if kind == "node"]
        assert len(set(nodes)) == len(nodes) == len(drawn.nodes)
        ends = [(names["source"], names["target"]) for kind, names in lines if kind == "way"]
        assert len(ends) == len(drawn.flows)
        assert {end for way in ends for end in way} == set(nodes)
