"""Many small changes of plain data, made in one pass over it; the data itself stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from amends.content.plain_part import PathPart

_Tree: TypeAlias = "dict[PathPart, _Tree | _Value | None]"
"""What to change below a block or list: None drops a part."""


@dataclass(frozen=True)
class _Value:
    value: Any


class Edits:
    """Values to set and parts to drop. A block that is dropped or set takes what is in it along."""

    def __init__(self) -> None:
        self._tree: _Tree = {}

    def __bool__(self) -> bool:
        return bool(self._tree)

    def set(self, path: Sequence[PathPart], value: Any) -> None:
        """Let this value stand at `path`."""
        self._put(path, _Value(value))

    def drop(self, path: Sequence[PathPart]) -> None:
        """Let nothing stand at `path`."""
        self._put(path, None)

    def _put(self, path: Sequence[PathPart], change: _Value | None) -> None:
        tree = self._tree
        for part in path[:-1]:
            inner = tree.setdefault(part, {})
            if not isinstance(inner, dict):
                return
            tree = inner
        tree[path[-1]] = change

    def applied(self, data: Any) -> Any:
        """The data with all changes. A list in which a name was set has each name once."""
        return _applied(data, self._tree)


def _applied(data: Any, tree: _Tree) -> Any:
    if isinstance(data, list):
        kept = [_changed(item, tree, index) for index, item in enumerate(data) if tree.get(index, data) is not None]
        return list(dict.fromkeys(kept)) if all(isinstance(item, str) for item in kept) else kept
    if not isinstance(data, dict):
        return data
    new = {key: change.value for key, change in tree.items() if isinstance(change, _Value) and key not in data}
    return {key: _changed(value, tree, key) for key, value in data.items() if tree.get(key, data) is not None} | new


def _changed(value: Any, tree: _Tree, part: PathPart) -> Any:
    change = tree.get(part)
    if isinstance(change, _Value):
        return change.value
    return _applied(value, change) if change else value
