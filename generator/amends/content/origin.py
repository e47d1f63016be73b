"""One entry, merged from all layers, as YAML: to show who set each value, or to copy it into the top layer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from amends.content.layers import Resolved
from amends.finding import UsageError
from amends.nearest import nearest

_COPY_NOTE = """\
# Copied from {layer} by  amends copy {name}
# Keep what you change, and delete the rest: what stands here no longer follows the base.
"""

NamePath = tuple[str, ...]


def shown(content: Resolved, name: str) -> str:
    """The entry or field with that full name, and the layer and line that set each value.

    Raises UsageError if there is none.

    contacts/desk:
      title:
        en: Desk  # reference: sop/reference/people.yml:12
      phone: '7'  # hotel: sop/people.yml:3
    """
    path = _path(content, name)
    return "".join(f"{line}\n" for line in _lines(content, path, "/".join(path), 0))


def copied(content: Resolved, name: str) -> tuple[Path, str]:
    """The path and the text of a new file for the topmost layer; it holds the entry as the layers below define it.

    Raises UsageError if there is no such entry, if it is only a part of one, or if the layer has it already.
    """
    path = _path(content, name)
    full_name = "/".join(path)
    if len(path) != 2 or path[0] not in content.collections:  # noqa: PLR2004 - the collection and the id
        raise UsageError(f"{full_name} is no entry of a collection; name one:  amends copy steps/some-id")
    top = content.layers[-1].content
    if (path[0], path[1]) in top.origins:
        raise UsageError(f"{full_name} is in this layer already, at {top.location(path)}; edit it there")
    entry = {path[0]: {path[1]: content.collections[path[0]][path[1]]}}
    note = _COPY_NOTE.format(layer=content.layer_of(path).name, name=full_name)
    text = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=_UNBROKEN)
    return Path(top.folder) / "copied" / f"{path[0]}-{path[1]}.yml", note + text


_UNBROKEN = 1_000_000


def _path(content: Resolved, name: str) -> NamePath:
    """The path of a full name, or of a bare id if only one entry has it."""
    whole: dict[str, Any] = {**(content.header or {}), **content.collections}
    known = dict(_paths(whole, ()))
    alike = [f"{kind}/{name}" for kind, entries in content.collections.items() if name in entries]
    full_name = name if name in known or len(alike) != 1 else alike[0]
    if full_name in known:
        return known[full_name]
    if name in content.removed_entries:
        raise UsageError(f"{name} is not there any more: it was removed at {content.removed_entries[name]}")
    candidates = alike or [path for path in known if path.count("/") <= max(1, name.count("/"))]
    raise UsageError(f"there is no entry “{name}”; {nearest(name, candidates, 'entries')}")


def _paths(value: object, above: NamePath) -> Iterator[tuple[str, NamePath]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            path = (*above, str(key))
            yield "/".join(path), path
            yield from _paths(inner, path)


def _lines(content: Resolved, path: NamePath, label: str, depth: int) -> Iterator[str]:
    value: Any = {**(content.header or {}), **content.collections}
    for part in path:
        value = value[part]
    indent = "  " * depth
    if isinstance(value, dict) and value:
        yield f"{indent}{label}:"
        for key in value:
            yield from _lines(content, (*path, key), key, depth + 1)
    else:
        at = content.location(path)
        yield f"{indent}{label}: {_scalar(value)}  # {content.layer_of(path).name}: {at.file}:{at.line}"


def _scalar(value: object) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, width=_UNBROKEN, default_flow_style=True)
    return text.removesuffix("\n").removesuffix("\n...")
