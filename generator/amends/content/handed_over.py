"""What a role brings along when another one takes its place: its duties, its rights, its don'ts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REPLACED_BY = "replaced_by"
POINTS_OF_WORK = ("duties", "may", "never")
"""What a role has beside the steps; it goes to the role that takes its place."""


def with_handed_over(roles: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """The roles of the layers below, each with the points of those that it replaces in this layer.

    So the layer may change such a point, or remove it, as if it had always been there.
    """
    found = dict(roles)
    for old in patch:
        new = _end_of(patch, old)
        if new is not None and isinstance(roles.get(old), dict) and isinstance(found.get(new), dict):
            found[new] = taken_over(found[new], roles[old], old)
    return found


def taken_over(role: Mapping[str, Any], points_of: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A role with the points of another one beside its own; a key that is taken gets that one's name before it."""
    result = dict(role)
    for kind in POINTS_OF_WORK:
        theirs, others = dict(_block(role.get(kind))), _block(points_of.get(kind))
        for key, point in others.items():
            if theirs.get(key) != point:
                theirs[key if key not in theirs else f"{name}-{key}"] = point
        if theirs:
            result[kind] = theirs
    return result


def _end_of(patch: Mapping[str, Any], role: str) -> str | None:
    """The role that takes the place of one, which may itself be replaced; None if it stays, or in a circle."""
    seen = {role}
    target = _replacement(patch.get(role))
    while target is not None and target not in seen and _replacement(patch.get(target)) is not None:
        seen.add(target)
        target = _replacement(patch.get(target))
    return target if target not in seen else None


def _replacement(entry: object) -> str | None:
    target = entry.get(REPLACED_BY) if isinstance(entry, dict) else None
    return target if isinstance(target, str) else None


def _block(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
