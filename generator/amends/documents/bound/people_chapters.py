"""The chapters of people: roles, departments, who to call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.documents.bound.blocks import Block, Chapter, Item, Line, Listing, Part, Section
from amends.documents.bound.phrases import (
    all_linked,
    donts,
    facts,
    helps_when,
    line,
    linked,
    listed,
    part,
    phrases,
    role,
    said,
    text_line,
    times,
    word_line,
)
from amends.documents.involvement import roles_reached, routes_to, steps_naming, steps_of_department
from amends.documents.role_card import CallRow, RoleCard
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition, Phrase
from amends.model.people import Contact, Role


def people_chapters(sheets: Sheets) -> Iterator[Chapter]:
    """What there is of them."""
    edition, words, sop = sheets.edition, sheets.edition.words, sheets.edition.sop
    roles = tuple(role_section(edition, sheets.cards[key]) for key in sop.roles)
    yield Chapter(words("page.roles"), "", roles)
    if sop.departments:
        departments = tuple(_department(edition, key) for key in sop.departments)
        yield Chapter(words("page.departments"), words("departments.intro"), departments)
    if sop.contacts or sop.holders:
        yield Chapter(words("page.contacts"), words("contacts.intro"), tuple(_contacts(edition)))


def role_section(edition: Edition, card: RoleCard) -> Section:
    """One role: its steps, duties, limits and words."""
    words, entry, it = edition.words, f"roles/{card.id}", edition.sop.roles[card.id]
    helps = helps_when(edition, entry)
    parts = (
        *part("", _about(edition, card, it), Listing((Item(helps),)) if helps else None),
        *part(words("role.steps"), _steps(edition, card.steps)),
        *(
            shown
            for filled in card.filled
            for shown in part(filled.title, _steps(edition, filled.steps), phrases(row.text for row in filled.duties))
        ),
        *part(words("role.duties"), phrases((row.text for row in card.duties), "tick")),
        *part(words("role.may"), phrases((*card.authority, *(row.text for row in card.may)), "tick")),
        *part(words("role.never"), donts(edition, card.never)),
        *part(words("role.calls"), _calls(edition, card.calls)),
        *part(words("role.scripts"), _scripts(edition, card)),
    )
    badge = it.code or ""
    return Section(said(edition, card.title), (entry,), parts, badge, edition.sop.colour_of(card.id), card.summary)


def _scripts(edition: Edition, card: RoleCard) -> Listing | None:
    return phrases((all_linked(edition, "scripts", [box.id for box in card.scripts]),)) if card.scripts else None


def _about(edition: Edition, card: RoleCard, it: Role) -> Block | None:
    words = edition.words
    named = {words(f"role.{name}"): listed(edition, steps) for name, steps in steps_naming(edition, card.id).items()}
    leads = words("clause-separator").join(edition.title(f"routing/{key}") for key in routes_to(edition, card.id))
    return facts(
        {
            words("step.department"): linked(edition, card.department) if card.department else None,
            words("kind.roles"): said(edition, words(f"roles.kind.{it.kind}")) if it.kind != "person" else None,
            words("role.holders"): said(edition, words("list-separator").join(card.holders)) if card.holders else None,
            words("role.filled-by"): all_linked(edition, "roles", it.filled_by),
            words("role.contact"): _reach(edition, it.contact) if it.contact else None,
            words("role.leads"): said(edition, leads) if leads else None,
            **named,
        }
    )


def _reach(edition: Edition, contact_id: str) -> Phrase:
    contact = edition.sop.contacts[contact_id]
    ways = filter(None, (edition.plain(contact.title), contact.phone))
    return said(edition, edition.words("chip-separator").join(ways))


def _steps(edition: Edition, sheets: Iterable[StepSheet]) -> Listing | None:
    items = tuple(
        Item(
            (
                Line(linked(edition, edition.named(f"steps/{it.id}"))),
                *word_line(edition, times(edition, it.limits) or None),
            )
        )
        for it in sheets
    )
    return Listing(items) if items else None


def _calls(edition: Edition, calls: tuple[CallRow, ...]) -> Listing | None:
    items = tuple(
        Item(
            (
                Line(row.when),
                *line(linked(edition, row.who) if row.who else None, strong=True),
                *word_line(edition, row.how, quiet=False),
            )
        )
        for row in calls
    )
    return Listing(items) if items else None


def _department(edition: Edition, key: str) -> Section:
    words, department = edition.words, edition.sop.departments[key]
    members = [it for it, member in edition.sop.roles.items() if member.department == key]
    parts = (
        *part(words("department.roles"), phrases(role(edition, it) for it in members)),
        *part(words("department.steps"), _acts(edition, key)),
    )
    summary = edition.phrase(department.summary) if department.summary else None
    title, shows = edition.phrase(department.title), (f"departments/{key}",)
    return Section(title, shows, parts, department.code or "", department.colour, summary)


def _acts(edition: Edition, key: str) -> Listing | None:
    return phrases(linked(edition, edition.named(f"steps/{it}")) for it in steps_of_department(edition, key))


def _contacts(edition: Edition) -> Iterator[Section]:
    words, sop = edition.words, edition.sop
    reached = roles_reached(edition)
    if sop.contacts:
        items = tuple(_contact(edition, contact, reached[key]) for key, contact in sop.contacts.items())
        shows = tuple(f"contacts/{key}" for key in sop.contacts)
        yield Section(None, shows, (Part("", (Listing(items),)),))
    if sop.holders:
        held = tuple(
            Item(
                (
                    *word_line(edition, " · ".join(filter(None, (holder.name, holder.phone))), quiet=False),
                    *line(all_linked(edition, "roles", holder.roles), quiet=True),
                )
            )
            for holder in sop.holders.values()
        )
        shows = tuple(f"holders/{key}" for key in sop.holders)
        yield Section(said(edition, words("contacts.holders")), shows, (Part("", (Listing(held),)),))


def _contact(edition: Edition, contact: Contact, roles: Iterable[str]) -> Item:
    ways = edition.words("chip-separator").join(filter(None, (contact.phone, contact.email)))
    return Item(
        (
            Line(edition.phrase(contact.title), strong=True),
            *word_line(edition, ways or None, quiet=False),
            *text_line(edition, contact.place, quiet=True),
            *text_line(edition, contact.hours, quiet=True),
            *line(all_linked(edition, "roles", roles), quiet=True),
        )
    )
