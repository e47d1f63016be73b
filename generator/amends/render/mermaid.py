"""The process map -> Mermaid, a text that GitHub, GitLab, wikis and many editors show as a picture."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from amends.documents.process_map import Flow, Lane, Node, ProcessMap

_FRAMES = {
    "start": ("([", "])"),
    "step": ("[", "]"),
    "decision": ("{", "}"),
    "split": ("{{", "}}"),
    "join": ("{{", "}}"),
    "end": ("([", "])"),
}
# Characters that Mermaid reads as its own syntax, as Markdown or as HTML. In Mermaid an entity begins with `#`.
_SYNTAX = re.compile(r"[\"#&<>`*_\\{}\[\]()|~$;@%]|\A(?:[-+]|[0-9]+(?=[.)]))|[0-9](?=[.)] )|:(?=\S)|\s+")


def mermaid(chart: ProcessMap) -> str:
    """A flowchart with a subgraph for each lane; the same ids in every locale."""
    return "\n".join(_lines(chart)) + "\n"


def _lines(chart: ProcessMap) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(chart.title, ensure_ascii=False)}"
    yield "---"
    yield "flowchart TB"
    for lane in chart.lanes:
        yield from _lane(lane, [node for node in chart.nodes if node.lane == lane.id])
    for way in chart.flows:
        yield f"  {_way(way)}"


def _lane(lane: Lane, nodes: list[Node]) -> Iterator[str]:
    yield f'  subgraph roles_{lane.id}["{_text(lane.title)}"]'
    for node in nodes:
        opening, closing = _FRAMES[node.kind]
        yield f'    {_id(node.id)}{opening}"{_label(node)}"{closing}'
    yield "  end"


def _label(node: Node) -> str:
    title = _text(node.title) if node.number is None else f"{node.number} · {_text(node.title)}"
    helpers = (f"{'○' if helper.is_asked else '●'} {_text(helper.title)}" for helper in node.helpers)
    return "<br/>".join((title, *([_text(node.limit)] if node.limit else ()), *helpers))


def _way(way: Flow) -> str:
    arrow = "-.->" if way.is_last_resort else "-->"
    answers = f'|"{_text(" / ".join(way.labels))}"|' if way.labels else ""
    return f"{_id(way.source)} {arrow}{answers} {_id(way.target)}"


def _id(name: str) -> str:
    """A node's name as a Mermaid id. Ids of entries have no underscore, so two names never give the same id."""
    return name.replace("/", "_")


def _text(text: str) -> str:
    """A text for use inside quotes: nothing in it is read as syntax, markup or the end of a line."""
    return _SYNTAX.sub(lambda found: _entities(found[0]), text)


def _entities(characters: str) -> str:
    if characters.isspace():
        return " "
    return "".join("#quot;" if character == '"' else f"#{ord(character)};" for character in characters)
