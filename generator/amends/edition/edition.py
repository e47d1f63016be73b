"""An SOP as the readers of one locale get it: texts in their language, numbers, durations, and who uses what."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from operator import itemgetter

from amends.edition.inline import Run, runs_of
from amends.edition.locale_form import language_name
from amends.edition.traces import Traces
from amends.edition.words import Words
from amends.model import flow
from amends.model.duration import BySeverity, Duration
from amends.model.money import Money
from amends.model.placeholder import TITLED, vocabulary_forms
from amends.model.sop import Forms, Sop
from amends.model.tables import Authority
from amends.model.text import Text
from amends.model.units import OPEN
from amends.model.words import Wording

_OF_A_SOURCE = "frameworks/"
"""What stands below is the source's own text: nothing is substituted in it."""


@dataclass(frozen=True)
class Phrase:
    """A text in one locale, ready to be set: its runs, and the locale in which it really is."""

    runs: tuple[Run, ...]
    locale: str
    is_fallback: bool = False

    @property
    def plain(self) -> str:
        """The text without any style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Named:
    """A reference: the full name of the entry that is meant, what people call it, and its code if it has one.

    Whoever shows it links it or prints it.
    """

    entry: str
    title: Phrase
    code: str = ""

    @property
    def id(self) -> str:
        """The id of the entry among its like."""
        return self.entry.rpartition("/")[2]


@dataclass(frozen=True)
class Chip:
    """A value with its label, as it stands on a time limit: `P1` `1 hour`; no label where it holds for all."""

    label: str
    value: str


@dataclass(frozen=True)
class Edition:
    """One SOP in one locale."""

    sop: Sop
    locale: str
    words: Words
    traces: Traces | None = None
    """The links of the SOP; given where several editions share them."""
    base: Edition | None = None
    """The SOP on which this one stands, where it has several layers."""
    called: str | None = None
    """What its readers call the organisation, where that is not said in `locale`."""

    def phrase(self, text: Text, slots: Mapping[str, Text] | None = None) -> Phrase:
        """The text for this locale's readers, or the default locale's, marked as such."""
        if slots is not None:
            return self._phrase(text, slots)
        # A title is asked for on many pages; the SOP outlives its editions, so its texts keep their identity.
        if id(text) not in self._phrases:
            self._phrases[id(text)] = self._phrase(text, None)
        return self._phrases[id(text)]

    @cached_property
    def _phrases(self) -> dict[int, Phrase]:
        return {}

    def _phrase(self, text: Text, slots: Mapping[str, Text] | None) -> Phrase:
        string, locale = self._string(text)
        speaker = self._in(locale)
        slot = None if slots is None else partial(speaker._slot, slots)  # noqa: SLF001 - an edition too
        return Phrase(runs_of(string, speaker._placeholder, slot), locale, is_fallback=locale != self.locale)  # noqa: SLF001

    def verbatim(self, text: Text) -> Phrase:
        """A text of a source: shown as it is, never substituted."""
        string, locale = self._string(text)
        return Phrase((Run(string),), locale, is_fallback=locale != self.locale)

    def plain(self, text: Text) -> str:
        """The text without styles and links."""
        return self.phrase(text).plain

    def title(self, full_name: str) -> str:
        """What people call an entry: “Verify the facts” for `steps/verify`."""
        return self.titled(full_name).plain

    def titled(self, full_name: str) -> Phrase:
        """The title of an entry, ready to be set. A part without a name of its own is called as the whole."""
        name = _title_of(self._traces.entries[full_name])
        if name is None:
            return self.titled(full_name.rpartition("/")[0])
        if isinstance(name, str):
            return Phrase((Run(name),), self.locale)
        return self.verbatim(name) if full_name.startswith(_OF_A_SOURCE) else self.phrase(name)

    def named(self, full_name: str) -> Named:
        """A reference to an entry."""
        code = getattr(self._traces.entries[full_name], "code", None)
        return Named(full_name, self.titled(full_name), code or "")

    def all_named(self, collection: str, ids: Iterable[str]) -> tuple[Named, ...]:
        """References to entries of one collection."""
        return tuple(self.named(f"{collection}/{entry_id}") for entry_id in ids)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The printed number of each step of the case."""
        return flow.numbers(self.sop)

    @cached_property
    def ways(self) -> list[flow.Way]:
        """Every way on between the steps of the case."""
        return flow.ways(self.sop)

    def duration(self, duration: Duration) -> str:
        """A duration in this locale's words: “2 business days”, “2个工作日”."""
        key = duration.unit.replace(" ", "-")
        if duration.unit in OPEN:
            return self.words(f"duration.{key}")
        return self.words.counted(f"duration.{key}", duration.count)

    def chips(self, limit: BySeverity | None) -> tuple[Chip, ...]:
        """A time limit by severity, as labelled values; neighbours that share a value share a chip."""
        rows = limit.durations() if limit else ()
        return tuple(
            Chip(self.severities(severity for severity, _ in same), self.duration(duration))
            for duration, same in groupby(rows, key=itemgetter(1))
        )

    def severities(self, ids: Iterable[str]) -> str:
        """Severities by their short names: “P1/P2”; nothing for all of them."""
        named = [severity for severity in ids if severity != BySeverity.EVERY]
        if len(named) == len(self.sop.severities):
            return ""
        return "/".join(self.plain(self.sop.severities[severity].short) for severity in named)

    def rank(self, chip: Chip) -> int | None:
        """The rank of a chip's gravest severity, from 1 for the gravest of all; None where the chip names none."""
        names = [self.plain(severity.short) for severity in self.sop.severities.values()]
        gravest = chip.label.split("/")[0]
        return names.index(gravest) + 1 if gravest in names else None

    def added(self, fields: Iterable[str]) -> str:
        """What was added beyond the sources, in words; fields without a word of their own are “in part”."""
        known = [self.words(f"field.{name}") for name in fields if f"field.{name}" in self.words.entries]
        if not known:
            return self.words("trace.added-part")
        return self.words("trace.added-fields", fields=self.words("list-separator").join(known))

    def money(self, money: Money) -> str:
        """A sum: “CNY 2,000”, “2,000元”."""
        currency = self.words.entries.get(f"currency.{money.currency}", money.currency)
        return self.words("money", currency=currency, amount=self.words.figure(money.amount))

    def date(self, day: date) -> str:
        """A day as this locale writes it."""
        return self.words.day(day)

    @property
    def organisation(self) -> str:
        """The name of the organisation."""
        return self.called or self.plain(self.sop.organisation.name)

    @property
    def language(self) -> str:
        """What its readers call their language: “English”, “中文”."""
        return language_name(self.locale)

    @property
    def applied(self) -> dict[str, tuple[str, ...]]:
        """For each framework and item, the full names of the entries that cite it, in the order of the SOP."""
        return self._traces.applied

    @property
    def known(self) -> Container[str]:
        """The full names of all entries and parts."""
        return self._traces.entries

    @property
    def used_by(self) -> dict[str, tuple[str, ...]]:
        """For each entry, by full name, the full names of the top-level entries that name it."""
        return self._traces.used_by

    @property
    def situations(self) -> dict[str, tuple[str, ...]]:
        """For each entry, by full name, the situations that lead to it."""
        return self._traces.situations

    @cached_property
    def _traces(self) -> Traces:
        return self.traces or Traces(self.sop)

    def _string(self, text: Text) -> tuple[str, str]:
        for locale in (self.locale, self.sop.default_locale, *text.strings):
            if locale in text.strings:
                return text.strings[locale], locale
        return "", self.locale

    def _in(self, locale: str) -> Edition:
        """The edition whose words fill a text in `locale`, so that no sentence mixes two languages."""
        if locale == self.locale:
            return self
        # A base has its own example for a name, in languages that this SOP does not have.
        called = None if locale in self.sop.locales else self.organisation
        return self._others.setdefault(locale, replace(self, locale=locale, called=called))

    @cached_property
    def _others(self) -> dict[str, Edition]:
        return {}

    def _slot(self, slots: Mapping[str, Text], name: str) -> Run:
        return Run(self.plain(slots[name]) if name in slots else name, "slot")

    def _placeholder(self, name: str) -> Run:
        kind, _, target = name.partition(":")
        if target and kind in TITLED:
            full_name = f"{TITLED[kind]}/{target}"
            return Run(self.title(full_name), entry=full_name)
        if name == "organisation":
            return Run(self.organisation)
        if name in self.sop.variables:
            return Run(self.plain(self.sop.variables[name]))
        return Run(self.vocabulary[name])

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """Every form of every word of the vocabulary: `customer`, `a customer`, `customers`, and with a capital."""
        return vocabulary_forms(self.sop, self.locale)


def _title_of(entry: object) -> Text | str | None:
    """The text by which an entry is called; None where it is only a part of another."""
    if isinstance(entry, Wording):
        return next(iter(entry.never.values())).text
    if isinstance(entry, Authority):
        return entry.code
    if isinstance(entry, Forms):
        return entry.one
    for name in ("title", "term", "label", "do", "about", "case", "when", "question", "text", "grounds"):
        text = getattr(entry, name, None)
        if isinstance(text, Text):
            return text
    return None
