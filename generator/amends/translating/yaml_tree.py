"""The text of a YAML file as a tree of places: where each value and each field begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from amends.content.yaml_reader import LOADER

_Parsed = Any
"""An event of a parser. By PyYAML's stubs it may have no mark; every event of a parser has one."""


@dataclass(eq=False)
class Node:
    """A value, with its indexes in the text. Only a mapping has `fields`, only a list has `items`."""

    begin: int
    column: int
    end: int = 0
    is_flow: bool = False
    style: str = ""
    value: str = ""
    fields: dict[str, Node] | None = None
    items: list[Node] | None = None
    _key: str | None = field(default=None, repr=False)

    def add(self, node: Node) -> None:
        """Take in the next key, value or item."""
        if self.items is not None:
            self.items.append(node)
        elif self.fields is not None and self._key is None:
            self._key = node.value
        elif self.fields is not None and self._key is not None:
            self.fields[self._key] = node
            self._key = None

    @property
    def last_end(self) -> int:
        """Where the last value in it ends. A block has no end of its own: its event comes with what follows it."""
        node = self
        while not node.is_flow and (inner := [*(node.fields or {}).values(), *(node.items or [])]):
            node = inner[-1]
        return node.end


def tree_of(text: str) -> Node | None:
    """The tree of a text that the reader accepts; None if it holds nothing."""
    top = Node(0, 0, items=[])
    around = [top]
    for event in _events(text):
        kind = type(event)
        if kind is ScalarEvent:
            mark = event.start_mark
            around[-1].add(
                Node(mark.index, mark.column, event.end_mark.index, style=event.style or "", value=event.value)
            )
        elif kind in (MappingStartEvent, SequenceStartEvent):
            node = Node(event.start_mark.index, event.start_mark.column, is_flow=bool(event.flow_style))
            node.fields, node.items = ({}, None) if kind is MappingStartEvent else (None, [])
            around[-1].add(node)
            around.append(node)
        elif kind in (MappingEndEvent, SequenceEndEvent):
            around.pop().end = event.end_mark.index
    return top.items[0] if top.items else None


def _events(text: str) -> Iterator[_Parsed]:
    parser = LOADER(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()
