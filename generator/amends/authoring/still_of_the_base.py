"""Examples of a base that a project still shows, and what holds in another country: as YAML to paste."""

from __future__ import annotations

from typing import Any

import yaml

from amends.content.foreign import Foreign, foreign_values
from amends.content.layers import Resolved

_UNBROKEN = 1_000_000


def still_of_the_base(content: Resolved) -> str:
    """The values in two blocks, since values of the header can stand in sop.yml only."""
    values = foreign_values(content)
    header = [it for it in values if it.path[0] not in content.collections]
    entries = [it for it in values if it.path[0] in content.collections]
    return "\n".join(filter(None, (_block(header, "sop.yml"), _block(entries, "any file of your own"))))


def _block(values: list[Foreign], file: str) -> str:
    if not values:
        return ""
    examples = ", ".join(dict.fromkeys(it.layer for it in values if it.country is None))
    bound: dict[str, list[str]] = {}
    for it in values:
        if it.country is not None:
            bound.setdefault(it.country, []).append("/".join(it.path))
    about = [f"examples of {examples}"] if examples else []
    about += [f"what holds in {country} only: {', '.join(paths)}" for country, paths in bound.items()]
    lines = [f"for {file}: write yours, or name what is right in  keep: [...]  of sop.yml", *about]
    return "".join(f"# {line}\n" for line in lines) + _as_yaml(values)


def _as_yaml(values: list[Foreign]) -> str:
    patch: dict[str, Any] = {}
    for it in values:
        block = patch
        for key in it.path[:-1]:
            block = block.setdefault(key, {})
        block[it.path[-1]] = it.value
    return yaml.safe_dump(patch, allow_unicode=True, sort_keys=False, width=_UNBROKEN)
