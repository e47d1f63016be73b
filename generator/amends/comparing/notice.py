"""Changes as sentences: “Verify the facts: time limit now 24 hours instead of 2 business days”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from amends.comparing.changes import Change, ChangeKind, changes
from amends.edition.edition import Edition, Phrase
from amends.edition.formula_words import formula_in_words
from amends.edition.locale_form import language_named
from amends.model.base import EVENTS, Model
from amends.model.duration import BySeverity, Duration
from amends.model.formula import Formula
from amends.model.money import Money
from amends.model.sop import COLLECTIONS, Forms
from amends.model.text import Text
from amends.spelling import parents

_NAMING = frozenset({"title", "name", "term", "label", "do", "about", "case", "question", "text", "grounds"})
"""Fields that name an entry. If one changes, the sentence begins with the old name and then gives the new one."""

_WITH_ENTRIES = frozenset((*COLLECTIONS, "end_states"))
_SHOWN = 160
_WORDS, _OF_A_WORD = "vocabulary", 3
"""The words that texts use, each in several languages: `vocabulary/customer/en`."""
_LANGUAGES = frozenset({"locales", "default_locale"})
_SAID = frozenset({_WORDS, "variables", "slots"})
"""Blocks of words for a reader. They have names for authors only, so on a notice what they say stands for the name."""


@dataclass(frozen=True)
class ChangeRow:
    """One change as a sentence: `entry` is where, `change` is what.

    `roles` are the titles of the roles that it concerns, by id; none means everyone. `readers` are those of the roles
    that people hold and that must know it: nobody signs for an outside body, and a case is filled by other roles.
    """

    name: str
    kind: ChangeKind
    entry: str
    change: str
    sentence: str
    before: str
    after: str
    roles: dict[str, str]
    readers: dict[str, str]


@dataclass(frozen=True)
class ChangeNotice:
    """All changes from one SOP to another, in one language."""

    before: str
    after: str
    rows: tuple[ChangeRow, ...]

    @property
    def for_everyone(self) -> tuple[ChangeRow, ...]:
        """The changes that everybody reads, since they concern no role that anybody holds."""
        return tuple(row for row in self.rows if not row.readers)

    @property
    def by_role(self) -> dict[str, tuple[ChangeRow, ...]]:
        """The changes that concern each role that people hold, by the title of the role."""
        titles = dict.fromkeys(title for row in self.rows for title in row.readers.values())
        return {title: tuple(row for row in self.rows if title in row.readers.values()) for title in titles}


def change_notice(before: Edition, after: Edition) -> ChangeNotice:
    """The changes from `before` to `after`, in the language of `after`."""
    rows = _Rows(before, after)
    return ChangeNotice(
        before.plain(before.sop.title),
        after.plain(after.sop.title),
        tuple(rows.row(change) for change in changes(before.sop, after.sop) if _is_shown(change, after)),
    )


def _is_shown(change: Change, after: Edition) -> bool:
    """Whether anybody can read what changed: a word may be one of a language that the SOP does not show."""
    return len(change.path) < _OF_A_WORD or change.path[0] != _WORDS or change.path[2] in _languages(after)


def _languages(edition: Edition) -> set[str]:
    """The languages that the SOP shows, with those on which they stand."""
    return {it for locale in edition.sop.locales for it in (locale, *parents(locale))}


def entry_sentence(edition: Edition, path: tuple[str, ...], kind: Literal["added", "removed", "changed"]) -> str:
    """That an entry, or a field of the header, is new, gone or another one, where no more is known of it."""
    rows = _Rows(edition, edition)
    entry, rest = rows.place(edition, path)
    said = edition.words(f"change.{'differs' if kind == 'changed' else kind}")
    field = "".join(rows.fields(rest))
    said = edition.words("change.field-is", field=field, change=said) if field else said
    return edition.words("change.line", entry=entry, change=said)


class _Rows:
    """Puts the changes between two editions of one locale into words."""

    def __init__(self, before: Edition, after: Edition) -> None:
        self.before = before
        self.after = after
        self.words = after.words

    def row(self, change: Change) -> ChangeRow:
        """The change in words."""
        whole, change = change, _without_what_stays(change)
        is_renamed = change.kind == "changed" and isinstance(change.before, Text) and change.path[-1] in _NAMING
        edition = self.before if change.kind == "removed" or is_renamed else self.after
        entry, rest = self.place(edition, change.path)
        before, after = self.said(self.before, change, change.before), self.said(self.after, change, change.after)
        said = self.change(change, before, after) if change is whole else self.items(before, after)
        field = self.words("list-separator").join(self.named_fields(change, rest, before or after))
        said = self.words("change.field-is", field=field, change=said) if field else said
        sentence = self.words("change.line", entry=entry, change=said)
        roles, readers = self.titles(change.roles), self.titles(self.readers(change.roles))
        return ChangeRow(change.name, change.kind, entry, said, sentence, before, after, roles, readers)

    def titles(self, roles: Iterable[str]) -> dict[str, str]:
        """The titles of roles, by their ids."""
        return {role: self.of_role(role).title(f"roles/{role}") for role in roles}

    def of_role(self, role: str) -> Edition:
        """The newer edition, or the older one if only that has this role."""
        return self.after if role in self.after.sop.roles else self.before

    def readers(self, roles: Iterable[str]) -> Iterator[str]:
        """The roles that people hold: for a role of a case those that may fill it, for an outside body none."""
        for key in roles:
            role = self.of_role(key).sop.roles[key]
            if role.kind == "person":
                yield key
            yield from (it for it in role.filled_by if role.kind == "case")

    def change(self, change: Change, before: str, after: str) -> str:
        """What changed, without the place."""
        words = self.words
        if change.kind == "moved":
            if change.after is None:
                return words("change.moved-first")
            title = self.title(self.after, (*change.path[:-1], str(change.after)))
            return words("change.moved-after", after=words("change.quoted", text=title))
        if change.kind != "changed":
            return words(f"change.{change.kind}")
        if not before:
            return words("change.set", after=after)
        return words("change.changed", before=before, after=after) if after else words("change.unset", before=before)

    def items(self, gone: str, come: str) -> str:
        """Which items of a list are new, and which are gone."""
        more = self.words("change.more", after=come) if come else ""
        less = self.words("change.less", before=gone) if gone else ""
        return self.words("list-separator").join(filter(None, (more, less)))

    def place(self, edition: Edition, path: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """The entry and its parts along the path, in words; and the fields at the end of the path."""
        if path[0] not in _WITH_ENTRIES:
            return self.words("change.here"), path
        where = self.words(
            "change.new-entry", field=self.field(path[0]), title=self.quoted(self.title(edition, path[:2]))
        )
        rest = path[2:]
        done = path[:2]
        while len(rest) > 1 and "/".join((*done, *rest[:2])) in edition.known:
            done, (field, _), rest = (*done, *rest[:2]), rest[:2], rest[2:]
            title = self.quoted(self.title(edition, done))
            where = self.words("change.part", whole=where, field=self.field(field), title=title)
        return where[:1].upper() + where[1:], rest

    def title(self, edition: Edition, path: tuple[str, ...]) -> str:
        name = "/".join(path)
        if name not in edition.known:
            return path[-1]
        return _cut(self.with_blanks(edition, path, edition.title(name), edition.locale))

    def named_fields(self, change: Change, names: tuple[str, ...], said: str) -> list[str]:
        """Fields in words; what stands in a block of words is named by what it says, if the change does not say it."""
        at = next((n for n, name in enumerate(names) if name in _SAID), None)
        if at is None or change.kind == "moved" or at == len(names) - 1:
            return self.fields(names)
        fields = self.fields(names[: at + 1])
        if change.kind != "changed":
            fields[-1] = self.words("change.new-entry", field=fields[-1], title=said)
        return fields

    def fields(self, names: Iterable[str]) -> list[str]:
        """Fields in words; the key of a block, such as the name of a variable, is quoted behind the word before it."""
        said: list[str] = []
        for name in names:
            if f"change.field.{name.replace('_', '-')}" in self.words.entries:
                said.append(self.field(name))
            elif said:
                said[-1] = self.words("change.new-entry", field=said[-1], title=self.quoted(name))
            else:
                said.append(self.quoted(name))
        return said

    def field(self, name: str) -> str:
        return self.words(f"change.field.{name.replace('_', '-')}")

    def quoted(self, text: str) -> str:
        return self.words("change.quoted", text=text)

    def said(self, edition: Edition, change: Change, value: object) -> str:
        """A value in words; empty if there is no value."""
        if value is None or value in ((), {}) or change.kind == "moved":
            return ""
        if isinstance(value, bool):
            return self.words(f"change.{str(value).lower()}")
        if isinstance(value, Text):
            return self.quoted(_cut(self.text(edition, change, value)))
        if isinstance(value, dict):  # a word with its forms in each language
            value = value.get(edition.locale, next(iter(value.values())))
        if isinstance(value, Forms):
            return self.quoted(" / ".join(dict.fromkeys((value.one, value.a, value.many))))
        if isinstance(value, tuple):
            return self.words("list-separator").join(self.named(edition, change, item) for item in value)
        return self.measured(edition, value) or self.named(edition, change, value)

    def measured(self, edition: Edition, value: object) -> str:
        """A duration, a sum or a day in words; empty for anything else."""
        if isinstance(value, BySeverity):
            chips = edition.chips(value)
            return self.words("chip-separator").join(f"{chip.label} {chip.value}".strip() for chip in chips)
        if isinstance(value, Duration):
            return edition.duration(value)
        if isinstance(value, Money):
            return edition.money(value)
        return edition.date(value) if isinstance(value, date) else ""

    def text(self, edition: Edition, change: Change, text: Text) -> str:
        """The text in this locale; if only another language changed, the text in that language."""
        other = change.after if text is change.before else change.before
        locale = edition.locale
        if isinstance(other, Text) and text.strings.get(locale) == other.strings.get(locale):
            locale = next((it for it, said in text.strings.items() if said != other.strings.get(it)), locale)
            text = Text({locale: text.strings[locale]}) if locale in text.strings else text
        return self.with_blanks(edition, change.path, edition.plain(text), locale)

    def with_blanks(self, edition: Edition, path: tuple[str, ...], text: str, locale: str) -> str:
        """The text of an entry with what its blanks are called: “[case number]”, not “[case-number]”."""
        entries = getattr(edition.sop, path[0], None) if len(path) > 1 else None
        slots = getattr(entries.get(path[1]), "slots", {}) if isinstance(entries, dict) else {}
        for name, called in slots.items():
            said = Text({locale: called.strings[locale]}) if locale in called.strings else called
            text = text.replace(f"[{name}]", f"[{edition.plain(said)}]")
        return text

    def named(self, edition: Edition, change: Change, value: object) -> str:
        """The title of the entry for an id; any other value as it is written."""
        if isinstance(value, Model):
            is_entry = "/".join(change.path) in edition.known
            return self.title(edition, change.path) if is_entry else "–".join(str(it) for _, it in value if it)
        if isinstance(value, Formula):
            words = formula_in_words(edition, edition.sop.metrics[change.path[1]])
            return self.quoted(Phrase(words, edition.locale).plain)
        if change.collection is None:
            field = change.path[-1].replace("_", "-")
            said = language_named(str(value), edition.locale) if change.path[0] in _LANGUAGES else str(value)
            return self.words.entries.get(f"change.value.{field}.{value}", said)
        if change.collection == "families":
            return self.quoted(edition.family(str(value)))
        if change.collection == "events" and value in EVENTS:
            return self.quoted(edition.event(str(value)))
        kinds = (
            ("steps",)
            if change.collection == "ways"
            else ("frameworks",)
            if change.collection == "sources"
            else (change.collection,)
        )
        name = str(value).replace("/", "/items/", 1) if change.collection == "sources" else str(value)
        if str(value).startswith("end/"):
            kinds, name = ("end_states",), str(value).removeprefix("end/")
        full_name = name if change.collection == "entries" else f"{kinds[0]}/{name}"
        return self.quoted(self.title(edition, (full_name,))) if full_name in edition.known else str(value)


def _without_what_stays(change: Change) -> Change:
    """Of a list, only the items that come and go; the whole list if only its order changes, or if it is all new."""
    before, after = change.before, change.after
    if not (isinstance(before, tuple) and isinstance(after, tuple) and before and after and set(before) != set(after)):
        return change
    gone, come = tuple(it for it in before if it not in after), tuple(it for it in after if it not in before)
    return replace(change, before=gone, after=come)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
