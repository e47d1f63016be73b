"""A variant of a project: what differs in one handbook of many, as plain values with their places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amends.finding import Finding, Location


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of a variant: the path of its field, such as `("contacts", "desk", "phone")`, and who wrote it where.

    The value is what a file of a layer could have there: a text, a list, an empty block, or None, which removes.
    """

    path: tuple[str, ...]
    value: Any
    location: Location


@dataclass(frozen=True)
class Variant:
    """What differs in one handbook: folders of content over the project, the lowest first, and single values over them.

    It knows the place of each value itself, so it can be sent to another process or to another machine. `problems` are
    the findings about what stands in its place in the file; a variant with an error cannot be built.
    """

    id: str
    location: Location
    layers: tuple[Path, ...] = ()
    settings: tuple[Setting, ...] = ()
    problems: tuple[Finding, ...] = ()
