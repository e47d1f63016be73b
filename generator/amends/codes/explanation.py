"""The explanation of a code -> its parts: what is wrong, why that matters, a bad example, a good one, the way out."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import NamedTuple

_ORDER = ["Why", "Bad", "Good", "Way out"]
_HEADINGS = re.compile(rf"^({'|'.join(_ORDER)}):(?: |\n)", re.MULTILINE)


class Explanation(NamedTuple):
    """The explanation of a code. The examples are written as an author would write them."""

    what: str
    why: str
    bad: str
    good: str
    way_out: str


def explanation_of(doc: str) -> Explanation:
    """The parts of an explanation; raises ValueError if one is missing or they are in another order."""
    what, *rest = _HEADINGS.split(doc)
    if rest[::2] != _ORDER:
        raise ValueError(f"an explanation has {', '.join(_ORDER)}, in this order; this one has {rest[::2]}")
    why, bad, good, way_out = rest[1::2]
    return Explanation(what.strip(), why.strip(), _example(bad), _example(good), way_out.strip())


def _example(text: str) -> str:
    return dedent(text).strip("\n") + "\n"
