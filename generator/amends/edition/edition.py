"""An SOP for the readers of one locale: texts in their language, numbers, durations, and what uses each entry."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from operator import itemgetter

from amends.edition.inline import Run, runs_of
from amends.edition.locale_form import language_name
from amends.edition.traces import Traces
from amends.edition.words import Words
from amends.model import flow
from amends.model.base import Event
from amends.model.condition import Scope
from amends.model.duration import BySeverity, Duration
from amends.model.events import in_order
from amends.model.money import Money
from amends.model.people import Holder
from amends.model.placeholder import TITLED, vocabulary_forms
from amends.model.sop import Forms, Sop
from amends.model.tables import Authority
from amends.model.text import Text
from amends.model.units import OPEN
from amends.model.words import Wording

_OF_A_SOURCE = "frameworks/"
"""Entries with this prefix hold the source's own text: nothing is substituted in it."""


@dataclass(frozen=True)
class Phrase:
    """A text for one locale, ready to be set: its runs, and the locale in which it is really written."""

    runs: tuple[Run, ...]
    locale: str
    is_fallback: bool = False

    @property
    def plain(self) -> str:
        """The text without any style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Named:
    """A reference: the full name of an entry, what people call it, and its code if it has one.

    The renderer links it or prints it.
    """

    entry: str
    title: Phrase
    code: str = ""

    @property
    def id(self) -> str:
        """The id of the entry within its collection."""
        return self.entry.rpartition("/")[2]


@dataclass(frozen=True)
class Chip:
    """A value of a time limit with its label: `P1` `1 hour`. It has no label if it holds for all severities."""

    label: str
    value: str
    ids: tuple[str, ...] = field(default=(), compare=False)
    """The severities for which it holds; none for all of them."""


@dataclass(frozen=True)
class Edition:
    """One SOP in one locale."""

    sop: Sop
    locale: str
    words: Words
    traces: Traces | None = None
    """The links of the SOP; given if several editions share them."""
    base: Edition | None = None
    """The SOP on which this one stands, if it has several layers."""
    called: str | None = None
    """What its readers call the organisation, if the SOP has no name for it in `locale`."""

    def phrase(self, text: Text, slots: Mapping[str, Text] | None = None) -> Phrase:
        """The text in this locale; if there is none, the text of the default locale, marked as such."""
        if slots is not None:
            return self._phrase(text, slots)
        # Many pages need the same title. `id` is a safe key, since the SOP lives longer than its editions.
        if id(text) not in self._phrases:
            self._phrases[id(text)] = self._phrase(text, None)
        return self._phrases[id(text)]

    @cached_property
    def _phrases(self) -> dict[int, Phrase]:
        return {}

    def _phrase(self, text: Text, slots: Mapping[str, Text] | None) -> Phrase:
        string, locale = self.string_of(text)
        speaker = self._in(locale)
        slot = None if slots is None else partial(speaker._slot, slots)  # noqa: SLF001 - an edition too
        return Phrase(runs_of(string, speaker._placeholder, slot), locale, is_fallback=locale != self.locale)  # noqa: SLF001

    def verbatim(self, text: Text) -> Phrase:
        """A text of a source: shown as it is; nothing is substituted."""
        string, locale = self.string_of(text)
        return Phrase((Run(string),), locale, is_fallback=locale != self.locale)

    def plain(self, text: Text) -> str:
        """The text without styles and links."""
        return self.phrase(text).plain

    def title(self, full_name: str) -> str:
        """What people call an entry: “Verify the facts” for `steps/verify`."""
        return self.titled(full_name).plain

    def titled(self, full_name: str) -> Phrase:
        """The title of an entry, ready to be set. A part without a name has the title of its entry."""
        entry = self._traces.entries.get(full_name)  # what holds several parts, such as `actions`, is no entry
        name = None if entry is None else _title_of(entry)
        if name is None:
            above = full_name.rpartition("/")[0]
            # Between a part and its entry may stand the name of the field that holds the parts.
            return self.titled(above if above in self._traces.entries else above.rpartition("/")[0])
        if isinstance(name, str):
            return Phrase((Run(name),), self.locale)
        return self.verbatim(name) if full_name.startswith(_OF_A_SOURCE) else self.phrase(name)

    def named(self, full_name: str) -> Named:
        """A reference to an entry."""
        if full_name not in self._references:  # many pages name the same entry
            code = getattr(self._traces.entries[full_name], "code", None)
            self._references[full_name] = Named(full_name, self.titled(full_name), code or "")
        return self._references[full_name]

    @cached_property
    def _references(self) -> dict[str, Named]:
        return {}

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

    @cached_property
    def side_by_side(self) -> dict[str, tuple[str, ...]]:
        """The steps that run at the same time, for each of them; the first one is named by the others."""
        return flow.side_by_side(self.sop)

    @cached_property
    def after(self) -> dict[str, str]:
        """The step or end to which the order of the steps leads from each."""
        return flow.after(self.sop)

    def duration(self, duration: Duration) -> str:
        """A duration in this locale's words: “2 business days”, “2个工作日”."""
        key = duration.unit.replace(" ", "-")
        if duration.unit in OPEN:
            return self.words(f"duration.{key}")
        return self.words.counted(f"duration.{key}", duration.count)

    def chips(self, limit: BySeverity | None, only: Container[str] = ()) -> tuple[Chip, ...]:
        """A time limit by severity, as labelled values; neighbouring severities with the same value share a chip.

        If `only` names severities, the others are left out.
        """
        every = limit.durations() if limit else ()
        rows = [row for row in every if not only or row[0] == BySeverity.EVERY or row[0] in only]
        grouped = ((value, [severity for severity, _ in same]) for value, same in groupby(rows, key=itemgetter(1)))
        return tuple(self._chip(self.duration(value), ids) for value, ids in grouped)

    def _chip(self, value: str, severities: list[str]) -> Chip:
        label = self.severities(severities)
        return Chip(label, value, tuple(severities) if label else ())

    def severities(self, ids: Iterable[str]) -> str:
        """Severities by their short names: “P1/P2”; an empty text if they are all severities of the SOP."""
        named = [severity for severity in ids if severity != BySeverity.EVERY]
        if len(named) == len(self.sop.severities):
            return ""
        return "/".join(self.plain(self.sop.severities[severity].short) for severity in named)

    def scope(self, scope: Scope | None) -> tuple[str, ...]:
        """For which complaints something holds: “only P1/P2”, “only for payment services”, “only by letter”."""
        if scope is None:
            return ()
        named = {"severities": self.severities(scope.severity) if scope.severity else ""} | {
            collection: self.words("list-separator").join(self.short(collection, it) for it in ids)
            for collection, ids in (("kinds", scope.kind), ("channels", scope.channel))
        }
        return tuple(self.words(f"only.{name}", **{name: it}) for name, it in named.items() if it)

    def short(self, collection: str, entry_id: str) -> str:
        """The short name of a kind or a channel, as it stands in a sentence: “payment services”, “by letter”."""
        return self.plain(getattr(self.sop, collection)[entry_id].short)

    @property
    def events(self) -> dict[Event, str]:
        """What has happened with each event of a case, in their order."""
        return {event: self.event(event) for event in in_order(self.sop.events)}

    def event(self, event: Event) -> str:
        """What has happened: “decision made”."""
        own = self.sop.events.get(event)
        return self.plain(own.title) if own else self.words(f"event.{event}")

    def family(self, family: str) -> str:
        """What a family of metrics is called: in the SOP's words, or else in fixed ones."""
        own = self.sop.families.get(family)
        return self.plain(own) if own else self.words(f"metric.family.{family}")

    def until(self, event: Event) -> str:
        """Before which event something holds: “until the decision is made”."""
        own = self.sop.events.get(event)
        return self.words("wording.until", event=self.plain(own.title)) if own else self.words(f"until.{event}")

    def since(self, event: Event) -> str:
        """From when a time limit counts: “from the decision”."""
        own = self.sop.events.get(event)
        return self.plain(own.since) if own else self.words(f"from.{event}")

    def first_day(self, event: Event) -> str:
        """The day on which an event comes: “the day of the decision”."""
        return self.words("day-of.own" if event in self.sop.events else f"day-of.{event}")

    def rank(self, chip: Chip) -> int | None:
        """The rank of a chip's gravest severity; 1 is the gravest of all. None if the chip names no severity."""
        names = [self.plain(severity.short) for severity in self.sop.severities.values()]
        gravest = chip.label.split("/")[0]
        return names.index(gravest) + 1 if gravest in names else None

    def added(self, fields: Iterable[str]) -> str:
        """What was added beyond the sources, in words; “in part” if no field has a word of its own."""
        known = [self.words(f"field.{name}") for name in fields if f"field.{name}" in self.words.entries]
        if not known:
            return self.words("trace.added-part")
        return self.words("trace.added-fields", fields=self.words("list-separator").join(known))

    def money(self, money: Money) -> str:
        """A sum: “CNY 2,000”, “2,000元”."""
        currency = self.words.entries.get(f"currency.{money.currency}", money.currency)
        return self.words("money", currency=currency, amount=self.words.figure(money.amount))

    def date(self, day: date) -> str:
        """A day in the form of this locale."""
        return self.words.day(day)

    @property
    def organisation(self) -> str:
        """The name of the organisation."""
        if self.called:
            return self.called
        string, locale = self.string_of(self.sop.organisation.name)
        # In a language that this SOP does not show, the edition would ask this one for the name.
        speaking = self if locale == self.locale else replace(self, locale=locale, called=string)
        return speaking.plain(self.sop.organisation.name)

    @property
    def language(self) -> str:
        """What its readers call their language: “English”, “中文”."""
        return language_name(self.locale)

    @property
    def applied(self) -> dict[str, tuple[str, ...]]:
        """The entries that cite each framework and each item, by full names, in the order of the SOP."""
        return self._traces.applied

    @property
    def known(self) -> Container[str]:
        """The full names of all entries and parts."""
        return self._traces.entries

    @property
    def used_by(self) -> dict[str, tuple[str, ...]]:
        """The top-level entries that name each entry; all by full names."""
        return self._traces.used_by

    @property
    def situations(self) -> dict[str, tuple[str, ...]]:
        """The situations that lead to each entry, by its full name."""
        return self._traces.situations

    @cached_property
    def _traces(self) -> Traces:
        return self.traces or Traces(self.sop)

    def string_of(self, text: Text) -> tuple[str, str]:
        """What the author wrote, and in which locale: in the default one, or in any, where this one lacks it."""
        for locale in (self.locale, self.sop.default_locale, *text.strings):
            if locale in text.strings:
                return text.strings[locale], locale
        return "", self.locale

    def _in(self, locale: str) -> Edition:
        """The edition that fills the placeholders of a text in `locale`, so that no sentence mixes two languages."""
        if locale == self.locale:
            return self
        # In a language that this SOP does not have, the base would give its own example name.
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
    """The text that names an entry; None if it is only a part of another."""
    if isinstance(entry, Wording):
        return next(iter(entry.never.values())).text
    if isinstance(entry, Authority):
        return entry.code
    if isinstance(entry, Forms):
        return entry.one
    if isinstance(entry, Holder):
        return entry.name
    for name in ("title", "term", "label", "do", "about", "case", "when", "question", "text", "says", "grounds"):
        text = getattr(entry, name, None)
        if isinstance(text, Text):
            return text
    return None
