"""Small maps of a process, written in one line: `chart("a:step:desk b:decision:desk", "a>b b>a:No")`."""

from __future__ import annotations

from typing import Any

from amends.documents.process_map import Flow, Lane, Node, ProcessMap


def chart(nodes: str, flows: str = "", **fields: Any) -> ProcessMap:
    """Nodes as `id:kind:lane`, ways as `from>to` or `from>to:answer/answer`; lanes in order of appearance."""
    parsed = [node.split(":") for node in nodes.split()]
    lanes = tuple(Lane(lane, lane.title(), "teal") for lane in dict.fromkeys(lane for *_, lane in parsed))
    kinds: Any = {name: kind for name, kind, _ in parsed}
    ranks = {name: rank for rank, name in enumerate((name for name in kinds if kinds[name] == "step"), start=1)}
    boxes = tuple(
        Node(name, kinds[name], lane, name.title(), f"steps/{name}", ranks.get(name)) for name, _, lane in parsed
    )
    return ProcessMap("chart", "Chart", lanes, boxes, tuple(_flow(flow) for flow in flows.split()), **fields)


def _flow(text: str) -> Flow:
    ends, _, answers = text.partition(":")
    source, _, target = ends.partition(">")
    return Flow(source, target, tuple(answers.split("/")) if answers else ())
