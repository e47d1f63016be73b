"""The lock of a branch: a digest of each entry of its base, and the values of the base that the branch replaces."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from amends.comparing.changes import OF_THE_LAYER
from amends.content.layers import Resolved

HEADER = "header"
"""Under this name stand the digests of the fields of the base's sop.yml."""
_DIGITS = 8

Keys = tuple[str, ...]
Difference = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class SmallLock:
    """What a branch must know of its base to see, later, what has changed there.

    `touched` maps the path of each value that the branch sets to the value of the base; it has no path that the base
    lacks. `added` holds those. `digests` has one for each entry, by collection and id.
    """

    base: str
    digests: dict[str, dict[str, str]]
    touched: dict[Keys, Any]
    added: tuple[Keys, ...]

    def text(self) -> str:
        """The text of the lock file; the same base gives the same bytes."""
        touched = ",".join(f"\n  {_line([list(path), value])}" for path, value in self.touched.items())
        added = ",".join(f"\n  {_line(list(path))}" for path in self.added)
        digests = ",".join(
            f"\n  {_line(name)}: {_line(' '.join(f'{key}:{it}' for key, it in ids.items()))}"
            for name, ids in self.digests.items()
        )
        blocks = f'"touched": [{touched}],\n "added": [{added}],\n "digests": {{{digests}}}'
        return f'{{"base": {_line(self.base)},\n {blocks}}}\n'

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> SmallLock:
        """The lock from what its file says; raises ValueError, KeyError or TypeError if it says something else."""
        return cls(
            str(data["base"]),
            {
                str(name): dict(_two(it.split(":")) for it in str(digests).split())
                for name, digests in data["digests"].items()
            },
            {tuple(map(str, path)): value for path, value in data["touched"]},
            tuple(tuple(map(str, path)) for path in data["added"]),
        )

    def base_then(self, now: Resolved) -> Resolved:
        """The base as it is now, but with the values of then wherever the branch sets something."""
        header, collections = _copied(now.header or {}), _copied(now.collections)
        for path in self.added:
            _remove(collections if path[0] in collections else header, path)
        for path, value in self.touched.items():
            _put(collections if path[0] in collections else header, path, value)
        return Resolved(now.layers, header, collections)

    def differing(self, now: Resolved) -> Iterator[tuple[Keys, Difference]]:
        """The path of each entry of the base that is new, gone or another one, in the order of the newer base."""
        digests = _digests(now)
        for name in dict.fromkeys((*digests, *self.digests)):
            before, after = self.digests.get(name, {}), digests.get(name, {})
            for key in dict.fromkeys((*after, *before)):
                if before.get(key) != after.get(key):
                    kind: Difference = "removed" if key not in after else "changed" if key in before else "added"
                    yield (key,) if name == HEADER else (name, key), kind


def small_lock(content: Resolved, base: Resolved) -> SmallLock:
    """The lock for what the topmost layer of `content` touches in the layers below it."""
    data = {**(base.header or {}), **base.collections}
    top = len(content.layers) - 1
    own = [path for path, index in content.set_by.items() if index == top and path[0] not in OF_THE_LAYER]
    found = {path: _at(data, path) for path in own}
    return SmallLock(
        base.layers[-1].name,
        _digests(base),
        {path: value for path, value in found.items() if value is not None},
        tuple(path for path, value in found.items() if value is None),
    )


def _digests(base: Resolved) -> dict[str, dict[str, str]]:
    header = {key: value for key, value in (base.header or {}).items() if key not in OF_THE_LAYER}
    blocks: dict[str, Mapping[str, Any]] = {HEADER: header, **base.collections}
    return {name: {key: _digest(it) for key, it in entries.items()} for name, entries in blocks.items() if entries}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _digest(value: object) -> str:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _two(parts: list[str]) -> tuple[str, str]:
    key, digest = parts
    return key, digest


def _at(data: Any, path: Keys) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _put(data: dict[str, Any], path: Keys, value: Any) -> None:
    """Set a value, where the block in which it stood is still there."""
    block = _at(data, path[:-1])
    if isinstance(block, dict):
        block[path[-1]] = value


def _remove(data: dict[str, Any], path: Keys) -> None:
    block = _at(data, path[:-1])
    if isinstance(block, dict):
        block.pop(path[-1], None)


def _copied(value: Any) -> Any:
    """Blocks of their own, so that what is put into them changes nothing else."""
    return {key: _copied(it) for key, it in value.items()} if isinstance(value, dict) else value
