"""A rule's docstring -> its parts: what it finds, why that matters, a bad example and a good one."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import NamedTuple

_HEADINGS = re.compile(r"^(Why|Bad|Good):(?: |\n)", re.MULTILINE)


class Explanation(NamedTuple):
    """What a rule says of itself; the examples are YAML, as an author would write it."""

    what: str
    why: str
    bad: str
    good: str


def explanation_of(doc: str) -> Explanation:
    """The parts of a rule's docstring; raises ValueError where one is missing or stands in another order."""
    what, *rest = _HEADINGS.split(doc)
    if rest[::2] != ["Why", "Bad", "Good"]:
        raise ValueError(f"a rule's docstring has Why, Bad, Good, in this order; this one has {rest[::2]}")
    why, bad, good = rest[1::2]
    return Explanation(what.strip(), why.strip(), dedent(bad).strip("\n") + "\n", dedent(good).strip("\n") + "\n")
