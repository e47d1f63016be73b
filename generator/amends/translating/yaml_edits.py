"""Texts put into a YAML file at their places, with comments and layout as they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from amends.content.layers import Keys
from amends.translating.yaml_style import Block, flow, in_the_style, lines, same_throughout
from amends.translating.yaml_tree import Node, tree_of

Holds = Callable[[Keys], bool]
"""Whether the file says something at a path of its long form."""
_Edit = tuple[int, int, int, str]
"""From which index to which; what comes first at the same index; and what stands there from now on."""
_FOLDED = ("|", ">")


class NoPlaceError(Exception):
    """Raised with the path of a text for which an author must make a place."""

    def __init__(self, path: Keys) -> None:
        super().__init__("/".join(path))
        self.path = path


@dataclass
class YamlEdits:
    """The changes of one file. `default` is the locale of texts that name none."""

    text: str
    holds: Holds
    default: str
    _replaced: list[_Edit] = field(default_factory=list)
    _wrapped: dict[int, tuple[Node, dict[str, Any]]] = field(default_factory=dict)
    _added: dict[int, tuple[Node, dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = tree_of(self.text) or Node(len(self.text), 0, len(self.text), fields={})

    def put(self, path: Keys, value: Block | str) -> None:
        """Let this text, or these forms of a word, stand at `path`; raises NoPlaceError where that needs an author."""
        node, rest = self._deepest(path)
        if not rest:
            self._replace(node, value, path)
        elif node.fields is not None:
            self._add(node, rest, same_throughout(value))
        elif len(rest) == 1 and node.items is None and isinstance(value, str) and self.holds(path[:-1]):
            self._put_beside_short_form(node, rest[0], value)
        else:
            raise NoPlaceError(path)

    def add_to_list(self, name: str, known: Sequence[str], item: str) -> None:
        """Let a list of the head have one more item; `known` are those that it has from the layers below."""
        node = (self.root.fields or {}).get(name)
        if node is None:
            self._add(self.root, (name,), [*known, item])
        elif node.items is None:
            raise NoPlaceError((name,))
        elif node.is_flow:
            end = node.items[-1].end if node.items else node.begin + 1
            self._replaced.append((end, end, 0, f"{', ' if node.items else ''}{item}"))
        else:
            self._replaced.append(self._new_lines(node, f"{' ' * node.column}- {item}\n"))

    def result(self) -> str:
        """The text with all changes."""
        edits = [*self._replaced]
        edits += [(node.begin, self._end(node), 0, flow(block)) for node, block in self._wrapped.values()]
        edits += [self._addition(node, block) for node, block in self._added.values()]
        parts, at = [], 0
        for begin, end, _, new in sorted(edits):
            parts += [self.text[at:begin], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def _deepest(self, path: Keys) -> tuple[Node, Keys]:
        """The deepest value on the way that is written, and the parts of the path that are not.

        Parts that a short form leaves out are passed over: `tips/calm/text/en` where the file says `calm: {en: ...}`.
        """
        node, at = self.root, 0
        while at < len(path):
            inner = (node.fields or {}).get(path[at])
            if inner is not None:
                node = inner
            elif at == len(path) - 1 or not self.holds(path[: at + 1]):
                break
            at += 1
        if any(not self.holds((*path[:at], name)) for name in node.fields or ()):
            raise NoPlaceError(path)  # a short form, which a further field cannot join
        return node, path[at:]

    def _add(self, node: Node, path: Keys, value: Block | Sequence[str] | str) -> None:
        block = self._added.setdefault(id(node), (node, {}))[1]
        for part in path[:-1]:
            block = block.setdefault(part, {})
        block[path[-1]] = value

    def _replace(self, node: Node, value: Block | str, path: Keys) -> None:
        if node.items is not None or (node.fields is not None and isinstance(value, str)):
            raise NoPlaceError(path)
        if node.fields is not None and not isinstance(value, str):
            for name, inner in value.items():
                self.put((*path, name), inner)
            return
        new = same_throughout(value)
        if isinstance(new, str) and new != node.value:
            written = in_the_style(new, node.style, self._column_of_lines(node))
            self._replaced.append((node.begin, self._end(node), 0, written))
        elif not isinstance(new, str):
            self._wrapped[node.begin] = (node, dict(new))

    def _put_beside_short_form(self, node: Node, locale: str, value: str) -> None:
        """A text that names no locale gets its own one, and the other one beside it."""
        if locale == self.default:
            self._replace(node, value, (locale,))
        else:
            self._wrapped.setdefault(node.begin, (node, {self.default: node.value}))[1][locale] = value

    def _addition(self, node: Node, block: dict[str, Any]) -> _Edit:
        if not node.is_flow:
            return self._new_lines(node, lines(block, node.column))
        fields = [*(node.fields or {}).values()]
        end = fields[-1].end if fields else node.begin + 1
        new = flow(block)[1:-1]
        return end, end, 0, f", {new}" if fields else new

    def _new_lines(self, node: Node, new: str) -> _Edit:
        """Lines at the end of a block; where several blocks end together, those of the innermost come first."""
        last = len(self.text[: node.last_end].rstrip())
        end = self.text.find("\n", last)
        end = len(self.text) if end < 0 else end + 1
        gap = "" if end == 0 or self.text[end - 1] == "\n" else "\n"
        return end, end, -node.column, gap + new

    def _end(self, node: Node) -> int:
        """Where a text ends; one in the style `|` or `>` takes its line end along."""
        return len(self.text[: node.end].rstrip()) if node.style in _FOLDED else node.end

    def _column_of_lines(self, node: Node) -> int:
        rows = self.text[node.begin : node.end].split("\n")[1:]
        return next((len(row) - len(row.lstrip()) for row in rows if row.strip()), 0)
