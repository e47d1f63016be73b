"""What a code is: the name of one kind of problem, its level and its explanation."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from amends.codes.explanation import Explanation, explanation_of
from amends.finding import Finding, Level, Location


@dataclass(frozen=True)
class Code:
    """One kind of problem. `doc` explains it in the form that `explanation_of` reads."""

    code: str
    name: str
    level: Level
    doc: str
    is_of_unfinished: bool = field(default=False, kw_only=True)
    """Whether its problems are those of an SOP that is not finished yet; a draft is not told of them."""
    blocks_publishing: bool = field(default=False, kw_only=True)
    """Whether a remark of this kind is an error for whoever publishes: nobody may use a handbook that has it."""

    def finding(self, message: str, hint: str, location: Location) -> Finding:
        """One problem of this kind, at its place, with the way out."""
        return Finding(self.code, self.name, self.level, message, hint, location)

    @cached_property
    def explanation(self) -> Explanation:
        """The parts of the explanation; raises ValueError if one is missing."""
        return explanation_of(self.doc)
