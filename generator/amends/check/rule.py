"""What a rule is, and what it gets to judge."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from amends.check.spoken import letter_texts, spoken_words
from amends.check.texts import Judgement, JudgeOfTexts, OfStrings, Texts
from amends.codes.code import Code
from amends.content.translation_record import NOTHING, Record
from amends.finding import Location
from amends.model.base import Model
from amends.model.markup import SIGN_OF_MARK, Mark, marks_in, outside_marks
from amends.model.sop import Sop
from amends.model.text import Text
from amends.model.translated import Given, hardly_translated, translated
from amends.model.walk import FieldPath, Use, labels, targets, walk
from amends.spelling import parents


class Issue(NamedTuple):
    """What a rule found: where, what is wrong, and the way out. The engine adds code, name and level."""

    path: FieldPath
    message: str
    hint: str


NAMES_AND_ADDRESSES = frozenset({"organisation", "variables", "contacts", "source_documents", "clocks"})


@dataclass(frozen=True)
class Subject:
    """The SOP that is checked, and facts that many rules need. Each fact is computed once."""

    sop: Sop
    today: date
    broken: frozenset[tuple[str, str]] = frozenset()
    removed: Mapping[str, Location] = field(default_factory=dict)
    """For each entry that a layer removed, by its full name: the place of the removal."""
    base_locales: frozenset[str] = frozenset()
    """The locales of all layers. Texts of a base may be in languages that the SOP does not show."""
    is_inherited: Callable[[FieldPath], bool] = lambda _: False
    """Whether the value at a path comes from a layer below, unchanged."""
    record: Record = NOTHING
    """Which translation was made for which text, as far as that was written down."""

    @cached_property
    def parts(self) -> tuple[tuple[FieldPath, Text | Use | Model], ...]:
        """Every block of fields, text and reference, with its path."""
        return tuple(walk(self.sop))

    @cached_property
    def texts(self) -> Texts:
        """Every text with its path."""
        return Texts((path, part) for path, part in self.parts if isinstance(part, Text))

    @cached_property
    def marks(self) -> Mapping[str, tuple[Mark, ...]]:
        """The marks in each string of a text; many rules ask for them."""
        return OfStrings(lambda string: tuple(marks_in(string)))

    @cached_property
    def prose(self) -> Mapping[str, str]:
        """Each string of a text without its marks."""
        return OfStrings(outside_marks)

    @cached_property
    def translated(self) -> tuple[Given, ...]:
        """Every text and every word of the vocabulary: its path, and the locales that it has."""
        return translated(self.sop)

    @cached_property
    def known_locales(self) -> frozenset[str]:
        """The locales in which a text of the SOP may stand: its own, those of its bases, and `en` for `en-US`."""
        above = (parent for locale in self.sop.locales for parent in parents(locale))
        return frozenset((*self.sop.locales, self.sop.default_locale, *self.base_locales, *above))

    @cached_property
    def hardly_translated(self) -> Mapping[str, str]:
        """Each locale of the SOP in which more than half of all texts are missing, with a sentence that says so."""
        return hardly_translated(self.translated, self.sop.locales)

    @cached_property
    def labels(self) -> tuple[tuple[FieldPath, str], ...]:
        """Every other string that people read, with its path."""
        return tuple(labels(self.sop))

    @cached_property
    def own_texts(self) -> Texts:
        """Every text in which placeholders are replaced: all except those of frameworks, which quote a source."""
        return Texts((path, text) for path, text in self.texts if path[0] != "frameworks")

    @cached_property
    def named(self) -> frozenset[str]:
        """What stands in the marks of `own_texts`: names in double braces, slots, links and code."""
        return frozenset(mark.value for string in self.own_texts.strings(SIGN_OF_MARK) for mark in self.marks[string])

    @cached_property
    def shown_texts(self) -> Texts:
        """`own_texts` in the locales of the SOP alone: what else a base has, its authors cannot mend."""
        shown = frozenset(self.sop.locales)
        if all(text.strings.keys() <= shown for _, text in self.own_texts):
            return self.own_texts  # so it is in most SOPs, and what is searched once is not searched again
        narrowed = ((path, text.in_locales(self.sop.locales)) for path, text in self.own_texts)
        return Texts((path, text) for path, text in narrowed if text.strings)

    def compared_where(
        self, judge: JudgeOfTexts[Judgement], *signs: re.Pattern[str]
    ) -> Iterator[tuple[FieldPath, Judgement]]:
        """`texts_where` for texts whose languages should say the same: not names, addresses and numbers to call."""
        found = self.shown_texts.texts_where(judge, *signs)
        return ((path, said) for path, said in found if path[0] not in NAMES_AND_ADDRESSES)

    @cached_property
    def said(self) -> Texts:
        """Every text that customers hear or read, in the locales of the SOP where it has one of them."""
        return Texts((*spoken_words(self.sop), *letter_texts(self.sop)))

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every id that some field names."""
        return tuple(part for _, part in self.parts if isinstance(part, Use))

    @cached_property
    def applied_sources(self) -> dict[str, str]:
        """Each framework and item that an entry cites, with the first such entry.

        Citations in frameworks and settlements do not count.
        """
        cited = [use for use in self.uses if use.collection == "sources"]
        applied = [use for use in cited if use.path[0] not in ("frameworks", "settlements")]
        return {use.id: "/".join(map(str, use.path[:-2])) for use in reversed(applied)}

    @cached_property
    def targets(self) -> dict[str, frozenset[str]]:
        """The ids that exist, by kind of reference. Broken entries count as existing."""
        found = targets(self.sop)
        for collection, entry_id in self.broken:
            found[collection] = found[collection] | {entry_id}
        return found

    @cached_property
    def has_unknown_ways(self) -> bool:
        """Whether the start or a way on names a step that does not exist. Then the flow cannot be judged."""
        ways = (use for use in self.uses if use.collection == "ways")
        return self.sop.start not in self.sop.steps or any(way.id not in self.targets["ways"] for way in ways)

    @cached_property
    def has_unknown_severities(self) -> bool:
        """Whether a time limit, or anything else, names a severity that does not exist."""
        return any(use.collection == "severities" and use.id not in self.sop.severities for use in self.uses)

    @cached_property
    def full_names(self) -> frozenset[str]:
        """The full names of all entries."""
        return self.targets["entries"]


@dataclass(frozen=True)
class Rule(Code):
    """A code with the generator of its issues. Its explanation is the docstring of its module.

    A rule with `needs_all` compares entries with each other, so it waits until every entry can be read.
    """

    check: Callable[[Subject], Iterator[Issue]]
    needs_all: bool = True
