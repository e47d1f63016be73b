"""The process map in words, for readers who cannot see the picture: every box, its role, and where its ways lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amends.documents.process_map import Flow, Node, ProcessMap
from amends.edition.edition import Edition


def node_descriptions(edition: Edition, chart: ProcessMap) -> Mapping[str, str]:
    """A description of each box, by its id: one or two sentences."""
    lanes = {lane.id: lane.title for lane in chart.lanes}
    nodes = {node.id: node for node in chart.nodes}
    ways: dict[str, list[Flow]] = {node.id: [] for node in chart.nodes}
    for flow in chart.flows:
        ways[flow.source].append(flow)
    return {
        node.id: _description(edition, node, lanes[node.lane], [_way(edition, flow, nodes) for flow in ways[node.id]])
        for node in chart.nodes
    }


def _description(edition: Edition, node: Node, role: str, ways: list[str]) -> str:
    words = edition.words
    limit = " ".join(filter(None, (node.limit, node.since)))
    between = words("clause-separator" if node.helpers else "list-separator")
    facts = between.join(fact for fact in (role, *_helpers(edition, node), limit) if fact)
    box = words("swimlane.box", node=_name(edition, node), facts=facts)
    return words("swimlane.leads", box=box, ways=words("clause-separator").join(ways)) if ways else box


def _helpers(edition: Edition, node: Node) -> Iterator[str]:
    """Who else is at work, and who is asked before: “with Scribe”, “asks Responder”."""
    for word, is_asked in (("with", False), ("asks", True)):
        if roles := [helper.title for helper in node.helpers if helper.is_asked == is_asked]:
            yield edition.words(f"swimlane.{word}", roles=edition.words("list-separator").join(roles))


def _way(edition: Edition, flow: Flow, nodes: Mapping[str, Node]) -> str:
    target = _name(edition, nodes[flow.target])
    answers = edition.words("swimlane.or").join(flow.labels)
    return edition.words("swimlane.way", answer=answers, target=target) if answers else target


def _name(edition: Edition, node: Node) -> str:
    if node.kind == "step" and node.number is not None:
        return edition.words("swimlane.step", number=node.number, title=node.title)
    kind = "question" if node.kind == "decision" else node.kind
    return edition.words(f"swimlane.{kind}", title=node.title) if kind in ("question", "end") else node.title
