"""What a rule is, and what it sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from amends.codes.code import Code
from amends.finding import Location
from amends.model.base import Model
from amends.model.sop import Sop
from amends.model.text import Text
from amends.model.walk import FieldPath, Use, full_names, labels, targets, walk


class Issue(NamedTuple):
    """What a rule found: where, what is wrong, and the way out. The engine adds code, name and level."""

    path: FieldPath
    message: str
    hint: str


@dataclass(frozen=True)
class Subject:
    """The SOP under check, and what many rules want to know of it; each walk is made once."""

    sop: Sop
    today: date
    broken: frozenset[tuple[str, str]] = frozenset()
    removed: Mapping[str, Location] = field(default_factory=dict)
    """Where a layer removed an entry, by its full name."""
    base_locales: frozenset[str] = frozenset()
    """The locales of the layers below: their texts may stay in languages that the SOP does not show."""
    is_inherited: Callable[[FieldPath], bool] = lambda _: False
    """Whether what stands at a path comes from a layer below as it is."""

    @cached_property
    def parts(self) -> tuple[tuple[FieldPath, Text | Use | Model], ...]:
        """Every block of fields, text and reference, with its path."""
        return tuple(walk(self.sop))

    @cached_property
    def texts(self) -> tuple[tuple[FieldPath, Text], ...]:
        """Every text with its path."""
        return tuple((path, part) for path, part in self.parts if isinstance(part, Text))

    @cached_property
    def translated(self) -> tuple[tuple[FieldPath, frozenset[str]], ...]:
        """Every text and every word of the vocabulary with its path, and the locales in which it is there."""
        texts = ((path, frozenset(text.strings)) for path, text in self.texts)
        words = ((("vocabulary", name), frozenset(word)) for name, word in self.sop.vocabulary.items())
        return (*texts, *words)

    @cached_property
    def hardly_translated(self) -> Mapping[str, int]:
        """The locales of the SOP in which more than half of all texts are missing, with the number of those texts."""
        missing = Counter(locale for _, given in self.translated for locale in self.sop.locales if locale not in given)
        return {locale: count for locale, count in missing.items() if 2 * count > len(self.translated)}

    @cached_property
    def labels(self) -> tuple[tuple[FieldPath, str], ...]:
        """Every other string that somebody reads, with its path."""
        return tuple(labels(self.sop))

    @cached_property
    def own_texts(self) -> tuple[tuple[FieldPath, Text], ...]:
        """Every text in which placeholders are replaced: all but those of frameworks, which are the source's."""
        return tuple((path, text) for path, text in self.texts if path[0] != "frameworks")

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every id that is named somewhere."""
        return tuple(part for _, part in self.parts if isinstance(part, Use))

    @cached_property
    def applied_sources(self) -> dict[str, str]:
        """Each framework and item that is cited outside frameworks and settlements, with the first that cites it."""
        cited = [use for use in self.uses if use.collection == "sources"]
        applied = [use for use in cited if use.path[0] not in ("frameworks", "settlements")]
        return {use.id: "/".join(map(str, use.path[:-2])) for use in reversed(applied)}

    @cached_property
    def targets(self) -> dict[str, frozenset[str]]:
        """The ids that exist, by kind of reference; entries that are broken count as existing."""
        found = targets(self.sop)
        for collection, entry_id in self.broken:
            found[collection] = found[collection] | {entry_id}
        return found

    @cached_property
    def has_unknown_ways(self) -> bool:
        """Whether the start or a way on names nothing; the flow cannot be judged before that is mended."""
        ways = (use for use in self.uses if use.collection == "ways")
        return self.sop.start not in self.sop.steps or any(way.id not in self.targets["ways"] for way in ways)

    @cached_property
    def full_names(self) -> frozenset[str]:
        """The full names of all entries."""
        return full_names(self.sop)


@dataclass(frozen=True)
class Rule(Code):
    """A code with the generator of its issues; its explanation is the docstring of its module.

    `needs_all` rules look at how the parts hang together; they wait until every entry can be read.
    """

    check: Callable[[Subject], Iterator[Issue]]
    needs_all: bool = True
