"""All pages of the handbook in one locale, and the navigation that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.documents.authority_ladder import authority_ladder
from amends.documents.authority_words import authority_table
from amends.documents.changes_page import changes_entry, changes_page
from amends.documents.clock_rows import legal_limits
from amends.documents.clocks_page import clocks_entry, clocks_page
from amends.documents.filled_pages import filled, has_content
from amends.documents.framework_view import applied_counts, framework_view
from amends.documents.home_page import (
    grave_situations,
    numbers_of_situations,
    roles_beside_department,
    sums_of_situations,
)
from amends.documents.involvement import (
    has_people,
    roles_by_kind,
    roles_reached,
    routes_to,
    steps_naming,
    steps_of_department,
)
from amends.documents.letter_pages import letter_entries, letter_pages
from amends.documents.level_rows import level_rows
from amends.documents.metric_view import metric_view, metrics_by_family
from amends.documents.own_tables import own_table_entries, own_table_pages
from amends.documents.page import Page, Section
from amends.documents.pause_points import pause_points_entry, pause_points_page
from amends.documents.print_room import PATH as PRINT_ROOM
from amends.documents.print_room import LookAt, print_room_page
from amends.documents.question_pages import question_pages, questions_entry
from amends.documents.raci_page import PATH as RESPONSIBILITIES
from amends.documents.raci_page import raci_page
from amends.documents.record_form import steps_writing, units_of
from amends.documents.role_card import card_roles
from amends.documents.script_places import replaced_wording, scripts_by_step, sources_of_wording
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import in_words
from amends.documents.timeline_page import timeline_entry, timeline_page
from amends.documents.ways_on import ways_on
from amends.edition.edition import Edition

# Weights in the search: what has happened, what you need while a customer waits, what helps then, and the background.
HOME_BOOST = 4.5
NEEDED_BOOST = 3
HELP_BOOST = 2
BACKGROUND_BOOST = 0.3
LONGEST_LIST = 40
"""Of more checklists, the navigation makes a list for each phase."""

COUNT_ASSETS = ("cases.css", "case-store.js", "case-links.js")
FORM_ASSETS = ("cases.css", "form.css", "case-store.js", "case-data.js", "case-parts.js", "form.js")
CASE_ASSETS = ("cases.css", "case-store.js", "case-data.js", "case-flow.js", "case-parts.js")


def handbook_pages(sheets: Sheets, marks: Fingerprints, look_at: LookAt) -> list[Page]:
    """Every page that has content, in the order of the navigation.

    `marks` are the printed sheets' fingerprints, and `look_at` gives the look of a PDF.
    """
    edition = sheets.edition
    pages = [
        _home(sheets),
        *_process(sheets, marks),
        *_words(sheets),
        *_people(sheets),
        *question_pages(sheets),
        *_tables(edition),
        *_measures(edition),
        print_room_page(sheets, look_at),
        *_background(edition),
    ]
    return [page for page in pages if has_content(edition.sop, page.path)]


def _home(sheets: Sheets) -> Page:
    edition = sheets.edition
    title = edition.plain(edition.sop.title)
    data = {
        "cards": card_roles(edition),
        "phases": steps_by_phase(edition),
        "grave": grave_situations(edition),
        "sums": sums_of_situations(edition),
        "has_sums": bool(level_rows(edition)),
        "numbers": numbers_of_situations(edition),
        "beside_department": roles_beside_department(edition),
        "questions": tuple(question_pages(sheets)),
        "has_times": bool(timeline_entry(edition)),
    }
    return Page("index", title, "home.html.j2", data, boost=HOME_BOOST, assets=("home.css", "home.js", *COUNT_ASSETS))


def navigation(sheets: Sheets) -> list[str | Section]:
    """The navigation to all that has content: first what the desk needs, last the background."""
    edition = sheets.edition
    sop, words = edition.sop, edition.words
    scripts, behaviour = (
        _folder(edition, "scripts", sop.scripts),
        _folder(edition, "customer-types", sop.customer_types),
    )
    roles, departments = _folder(edition, "roles", sop.roles), _folder(edition, "departments", sop.departments)
    records, metrics = _folder(edition, "records", sop.records), _folder(edition, "metrics", sop.metrics)
    sources: tuple[str | Section, ...] = (
        "principles",
        "glossary",
        _frameworks(edition),
        "settlements",
        "sources",
        *changes_entry(edition),
    )
    own_tables = own_table_entries(edition)
    overviews = (*pause_points_entry(edition), *timeline_entry(edition))
    everything: list[str | Section] = [
        "index",
        Section(words("nav.process"), ("process", *overviews, *_phases(edition))),
        _checklists(edition),
        "cases",
        Section(words("nav.words"), (scripts, *letter_entries(edition), "wording", behaviour)),
        Section(words("nav.people"), (roles, RESPONSIBILITIES, departments, "contacts")),
        Section(
            words("nav.tables"), (*questions_entry(sheets), "decisions", *own_tables, *clocks_entry(edition), records)
        ),
        Section(words("nav.measures"), ("controls", metrics, "document-control", PRINT_ROOM)),
        Section(words("nav.background"), sources),
    ]
    return filled(sop, everything)


def _folder(edition: Edition, folder: str, keys: Iterable[str]) -> Section:
    """The page of a collection, and below it a page for each entry."""
    return Section(edition.words(f"nav.{folder}"), (f"{folder}/index", *(f"{folder}/{key}" for key in keys)))


def _checklists(edition: Edition) -> Section:
    """One list, as long as people can read it: every checklist shows it, and of 240 it would be most of each page."""
    if len(edition.sop.steps) <= LONGEST_LIST:
        return _folder(edition, "checklists", edition.sop.steps)
    return Section(edition.words("nav.checklists"), ("checklists/index", *_phases(edition, "checklists")))


def _phases(edition: Edition, folder: str = "steps") -> list[Section]:
    return [
        Section(edition.title(f"phases/{phase}"), tuple(f"{folder}/{key}" for key in steps))
        for phase, steps in steps_by_phase(edition).items()
    ]


def _frameworks(edition: Edition) -> Section:
    documents = (
        Section(edition.title(f"source_documents/{document}"), tuple(f"frameworks/{key}" for key in keys))
        for document, keys in frameworks_by_document(edition).items()
    )
    return Section(edition.words("nav.frameworks"), ("frameworks/index", *documents))


def steps_by_phase(edition: Edition) -> dict[str, list[str]]:
    """The steps of each phase, both in order; phases without a step are left out."""
    steps = edition.sop.steps
    found = {phase: [key for key, step in steps.items() if step.phase == phase] for phase in edition.sop.phases}
    return {phase: keys for phase, keys in found.items() if keys}


def frameworks_by_document(edition: Edition) -> dict[str, list[str]]:
    """The frameworks of each source document, in order."""
    frameworks = edition.sop.frameworks
    return {
        document: [key for key, framework in frameworks.items() if framework.document == document]
        for document in edition.sop.source_documents
    }


def _process(sheets: Sheets, marks: Fingerprints) -> Iterator[Page]:
    edition, words = sheets.edition, sheets.edition.words
    phases = steps_by_phase(edition)
    steps, said = sheets.steps, sheets.box_descriptions
    ways = {key: ways_on(sheet) for key, sheet in steps.items()}
    data: dict[str, object] = {"sheets": steps, "ways": ways, "phases": phases, "map": sheets.map, "said": said}
    yield Page("process", words("page.process"), "process.html.j2", data, boost=HELP_BOOST, assets=("process.css",))
    yield from pause_points_page(edition)
    yield from timeline_page(edition)
    law = legal_limits(edition)
    for key, sheet in steps.items():
        data = {"sheet": sheet, "law": law.get(key, {})}
        yield Page(f"steps/{key}", sheet.title.plain, "step.html.j2", data, f"steps/{key}", NEEDED_BOOST)
    data = {"sheets": sheets.steps, "phases": phases}
    assets = (*CASE_ASSETS, "case-links.js")
    yield Page("checklists/index", words("page.checklists"), "checklists.html.j2", data, assets=assets, repeats=True)
    for key, sheet in sheets.steps.items():
        title = words("page.checklist", title=sheet.title.plain)
        data = {"sheet": sheet, "fingerprint": marks[f"steps/{key}"]}
        path, source = f"checklists/{key}", f"steps/{key}"
        assets = (*CASE_ASSETS, "checklist.js")
        short = sheet.title.plain
        yield Page(path, title, "checklist.html.j2", data, source, short=short, assets=assets, repeats=True)
    yield Page("cases", words("cases.title"), "cases.html.j2", assets=(*CASE_ASSETS, "cases.js"))


def _words(sheets: Sheets) -> Iterator[Page]:
    edition = sheets.edition
    sop, words = edition.sop, edition.words
    by_step = {step: [sheets.scripts[key] for key in keys] for step, keys in scripts_by_step(edition).items()}
    data: dict[str, object] = {"by_step": by_step}
    yield Page("scripts/index", words("page.scripts"), "scripts.html.j2", data, boost=HELP_BOOST, repeats=True)
    for key, box in sheets.scripts.items():
        data = {"box": box, "script": sop.scripts[key], "never": replaced_wording(edition, key)}
        yield Page(f"scripts/{key}", box.title, "script.html.j2", data, f"scripts/{key}", NEEDED_BOOST)
    yield from letter_pages(sheets, HELP_BOOST)
    yield Page(
        "wording", words("page.wording"), "wording.html.j2", {"sources": sources_of_wording(edition)}, boost=HELP_BOOST
    )
    title = words("page.customer-types")
    yield Page("customer-types/index", title, "customer_types.html.j2", boost=HELP_BOOST, repeats=True)
    for key, kind in sop.customer_types.items():
        data = {"id": key, "type": kind, "boxes": [sheets.scripts[script] for script in kind.say]}
        path = f"customer-types/{key}"
        yield Page(path, edition.plain(kind.title), "customer_type.html.j2", data, f"customer_types/{key}", HELP_BOOST)


def _people(sheets: Sheets) -> Iterator[Page]:
    edition, cards = sheets.edition, sheets.cards
    sop, words = edition.sop, edition.words
    data: dict[str, object] = {"cards": cards, "by_kind": roles_by_kind(edition)}
    yield Page("roles/index", words("page.roles"), "roles.html.j2", data, boost=HELP_BOOST)
    for key, role in sop.roles.items():
        data = {
            "role": role,
            "card": cards[key],
            "routes": routes_to(edition, key),
            "named_in": steps_naming(edition, key),
        }
        yield Page(f"roles/{key}", cards[key].title, "role.html.j2", data, f"roles/{key}")
    yield raci_page(sheets)
    yield Page("departments/index", words("page.departments"), "departments.html.j2", {"cards": cards}, repeats=True)
    for key, department in sop.departments.items():
        members = {role: card for role, card in cards.items() if sop.roles[role].department == key}
        data = {
            "id": key,
            "department": department,
            "cards": members,
            "has_people": has_people(edition, key),
            "steps": steps_of_department(edition, key),
        }
        title = edition.plain(department.title)
        yield Page(f"departments/{key}", title, "department.html.j2", data, f"departments/{key}")
    with_card = set(card_roles(edition))
    cards_of = {key: not with_card.isdisjoint(holder.roles) for key, holder in sop.holders.items()}
    data = {"reached": roles_reached(edition), "cards_of": cards_of}
    yield Page("contacts", words("page.contacts"), "contacts.html.j2", data, boost=NEEDED_BOOST)


def _tables(edition: Edition) -> Iterator[Page]:
    words = edition.words
    data: dict[str, object] = {"ladder": authority_ladder(edition.sop.authority), "authority": authority_table(edition)}
    title = words("page.decisions")
    yield Page("decisions", title, "decisions.html.j2", data, boost=NEEDED_BOOST, assets=("decisions.css",))
    yield from own_table_pages(edition)
    yield from clocks_page(edition)
    yield Page("records/index", words("page.records"), "records.html.j2", repeats=True)
    for key, record in edition.sop.records.items():
        data = {
            "id": key,
            "record": record,
            "when": in_words(edition, record.when),
            "units": units_of(edition, key),
            "steps": steps_writing(edition, key),
        }
        title, path = edition.plain(record.title), f"records/{key}"
        yield Page(path, title, "record.html.j2", data, path, HELP_BOOST, assets=FORM_ASSETS)


def _measures(edition: Edition) -> Iterator[Page]:
    words = edition.words
    yield Page("controls", words("page.controls"), "controls.html.j2")
    views = {key: metric_view(edition, key) for key in edition.sop.metrics}
    data = {"families": metrics_by_family(edition)}
    yield Page("metrics/index", words("page.metrics"), "metrics.html.j2", data, repeats=True)
    for key, view in views.items():
        yield Page(
            f"metrics/{key}",
            view.title,
            "metric.html.j2",
            {"view": view, "metric": edition.sop.metrics[key]},
            f"metrics/{key}",
        )
    printed = {"departments": [key for key in edition.sop.departments if has_people(edition, key)]}
    yield Page("document-control", words("page.document-control"), "document_control.html.j2", printed)


def _background(edition: Edition) -> Iterator[Page]:
    sop, words = edition.sop, edition.words
    yield Page("principles", words("page.principles"), "principles.html.j2")
    yield Page("glossary", words("page.glossary"), "glossary.html.j2")
    data = {"by_document": frameworks_by_document(edition), "applied": applied_counts(edition)}
    title = words("page.frameworks")
    yield Page("frameworks/index", title, "frameworks.html.j2", data, boost=BACKGROUND_BOOST, repeats=True)
    for key in sop.frameworks:
        view = framework_view(edition, key)
        path = f"frameworks/{key}"
        yield Page(path, view.title, "framework.html.j2", {"view": view}, path, BACKGROUND_BOOST)
    yield Page("settlements", words("page.settlements"), "settlements.html.j2", boost=BACKGROUND_BOOST)
    yield Page("sources", words("page.sources"), "sources.html.j2", data, boost=BACKGROUND_BOOST)
    yield from changes_page(edition)
