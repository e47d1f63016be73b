"""The print room: one page with everything that can be printed, on which paper, and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from amends.documents.page import Page
from amends.documents.posters import posters
from amends.documents.role_card import card_roles
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition

PATH = "print-room"
_BOOST = 2
"""In the search: a page that holds little beside its title."""
_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class SheetLook:
    """What a PDF looks like: its pages and bytes, the size of its first page in millimetres, and a PNG of that page."""

    pages: int
    weight: int
    width: int
    height: int
    picture: bytes


LookAt = Callable[[str], SheetLook | None]
"""Gives the look of the PDF at a path; none if it is not made yet."""


@dataclass(frozen=True)
class Printed:
    """One PDF: its path below the locale's site, and its title; `number` or code stand before it, if there are any.

    What is not on the site has a `command` that makes it.
    """

    path: str
    title: str
    number: str = ""
    colour: str = "slate"
    is_large: bool = False
    command: str = ""


@dataclass(frozen=True)
class Family:
    """The PDFs of one kind: its name among the fixed words, the icon, the pack with all of it, and each alone."""

    name: str
    icon: str
    pack: Printed | None
    files: tuple[Printed, ...]


def picture_path(pdf: str) -> str:
    """The picture beside a PDF."""
    return pdf.removesuffix(".pdf") + ".png"


def print_room_page(sheets: Sheets, look_at: LookAt) -> Page:
    """The page; families without a PDF are left out."""
    edition = sheets.edition
    title = edition.words("page.print-room")
    data = partial(_data, sheets, look_at)
    return Page(PATH, title, "print_room.html.j2", data, boost=_BOOST, repeats=True, assets=("print-room.css",))


def _data(sheets: Sheets, look_at: LookAt) -> dict[str, object]:
    families = tuple(family for family in _families(sheets) if family.files)
    looks = {it.path: look_at(it.path) for family in families for it in (*filter(None, (family.pack,)), *family.files)}
    facts = {path: _facts(sheets.edition, look) for path, look in looks.items() if look}
    pictures = {path: (look, picture_path(path)) for path, look in looks.items() if look}
    return {"families": families, "is_a4": sheets.edition.sop.paper == "a4", "facts": facts, "pictures": pictures}


def _facts(edition: Edition, look: SheetLook) -> str:
    """“2 pages · 210 × 297 mm · 85 kB”."""
    words = edition.words
    size = words("print-room.size", width=look.width, height=look.height)
    weight = words("print-room.weight", count=max(round(look.weight / 1000), 1))
    dot = words("chip-separator").replace(" ", _NO_BREAK, 1)  # no line begins with it, in a narrow column either
    return dot.join((words.counted("print-room.pages", look.pages), size, weight))


def _families(sheets: Sheets) -> Iterator[Family]:
    edition, sop, words = sheets.edition, sheets.edition.sop, sheets.edition.words
    pack = Printed("print/checklists.pdf", words("checklists.all"))
    yield Family("checklists", "list", pack, tuple(_checklists(sheets)))
    pack = Printed("print/cards.pdf", words("home.all-cards"))
    yield Family("cards", "card", pack, tuple(_cards(sheets)))
    pack = Printed("print/forms.pdf", words("page.forms"))
    yield Family("forms", "form", pack, tuple(_forms(sheets)))
    title = words("page.process")
    walls = [
        Printed("print/process-landscape.pdf", title, is_large=True),
        Printed("print/process-portrait.pdf", words("swimlane.down")),
    ]
    walls += [Printed(f"print/posters/{it.id}.pdf", it.title, is_large=it.is_large) for it in posters(sheets)]
    yield Family("posters", "print", None, tuple(walls))
    pack = Printed("print/letters.pdf", words("page.letters"))
    yield Family("letters", "letter", pack, tuple(_letters(sheets)))
    leaflet = (Printed("print/leaflet.pdf", words("page.policy")),) if sop.policy else ()
    yield Family("leaflet", "letter", None, leaflet)
    packs = (department for department, cards in _by_department(sheets).items() if cards)
    departments = (
        Printed(f"print/departments/{it}.pdf", edition.title(f"departments/{it}"), colour=_colour(sheets, it))
        for it in packs
    )
    decks = {"scripts": sop.scripts, "behaviour": sop.customer_types, "pause-points": sop.pause_points}
    pocket = (Printed(f"print/pocket/{it}.pdf", words(f"page.pocket-{it}")) for it, entries in decks.items() if entries)
    yield Family("pocket", "say", None, tuple(pocket))
    yield Family("departments", "card", None, tuple(departments))
    yield Family("people", "card", None, tuple(_people(sheets)))
    yield Family("books", "book", None, tuple(_books(sheets)))


def _checklists(sheets: Sheets) -> Iterator[Printed]:
    for key, sheet in sheets.steps.items():
        number = sheet.code if sheet.number is None else str(sheet.number)
        yield Printed(f"print/checklists/{key}.pdf", sheet.title.plain, number, sheet.colour)


def _cards(sheets: Sheets) -> Iterator[Printed]:
    for role in card_roles(sheets.edition):
        card = sheets.cards[role]
        yield Printed(f"print/cards/{role}.pdf", card.title, colour=card.colour)


def _people(sheets: Sheets) -> Iterator[Printed]:
    """A card for everybody who fills a role that has one, in the colour of the first such role."""
    with_card = card_roles(sheets.edition)
    for key, holder in sheets.edition.sop.holders.items():
        if hats := [role for role in holder.roles if role in with_card]:
            yield Printed(f"print/people/{key}.pdf", holder.name, colour=sheets.cards[hats[0]].colour)


def _forms(sheets: Sheets) -> Iterator[Printed]:
    for key, record in sheets.edition.sop.records.items():
        yield Printed(f"print/forms/{key}.pdf", sheets.edition.title(f"records/{key}"), record.code or "")


def _letters(sheets: Sheets) -> Iterator[Printed]:
    for key, letter in sheets.letters.items():
        yield Printed(f"print/letters/{key}.pdf", letter.title, letter.code)


def _books(sheets: Sheets) -> Iterator[Printed]:
    edition = sheets.edition
    yield Printed("print/handbook.pdf", edition.words("page.handbook"), command="amends print handbook")
    departments = [key for key, roles in _by_department(sheets).items() if roles]
    for key in departments:
        yield _binder(edition, "department", key, _colour(sheets, key))
    for role in () if departments else card_roles(edition):
        yield _binder(edition, "role", role, sheets.cards[role].colour)


def _binder(edition: Edition, of: str, key: str, colour: str) -> Printed:
    path, title = f"print/binders/{of}s/{key}.pdf", edition.words("page.binder", title=edition.title(f"{of}s/{key}"))
    return Printed(path, title, colour=colour, command=f"amends print binder --{of} {key}")


def _by_department(sheets: Sheets) -> dict[str, list[str]]:
    roles = sheets.edition.sop.roles
    found: dict[str, list[str]] = {department: [] for department in sheets.edition.sop.departments}
    for role in card_roles(sheets.edition):
        if department := roles[role].department:
            found[department].append(role)
    return found


def _colour(sheets: Sheets, department: str) -> str:
    return sheets.edition.sop.departments[department].colour
