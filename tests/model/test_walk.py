"""The walk meets every text and every id that an author wrote, at the path at which it stands in the files."""

from __future__ import annotations

from typing import Any

import pytest

from amends.model.base import Model
from amends.model.sop import COLLECTIONS, Sop
from amends.model.text import Text
from amends.model.walk import Use, entries, full_names, labels, references, targets, texts, walk
from amends.read import read_sop
from builders import TODAY
from hotel import Hotel


@pytest.fixture
def sop(hotel: Hotel) -> Sop:
    return hotel.sop()


def below(start: str, found: dict[str, Any]) -> dict[str, Any]:
    return {path: value for path, value in found.items() if path.startswith(start)}


def test_every_id_that_a_step_names_is_met_with_its_collection(sop: Sop) -> None:
    uses = {"/".join(map(str, use.path)): (use.collection, use.id) for use in references(sop)}

    assert below("steps/accept/", uses) == {
        "steps/accept/phase": ("phases", "receive"),
        "steps/accept/responsible": ("roles", "front-desk"),
        "steps/accept/accountable": ("roles", "manager"),
        "steps/accept/informed/0": ("roles", "manager"),
        "steps/accept/sets": ("events", "received"),
        "steps/accept/within/high": ("severities", "high"),
        "steps/accept/within/low": ("severities", "low"),
        "steps/accept/actions/greet/sources/0": ("sources", "old-book/listen"),
        "steps/accept/actions/greet/say/0": ("scripts", "welcome"),
        "steps/accept/actions/note/by": ("roles", "manager"),
        "steps/accept/actions/note/when/severity/0": ("severities", "high"),
        "steps/accept/actions/note/records/0": ("records", "form"),
        "steps/accept/decisions/kind/outcomes/praise/next": ("ways", "end/closed"),
        "steps/accept/decisions/kind/outcomes/real/hand_to": ("roles", "case-owner"),
        "steps/accept/decisions/kind/outcomes/real/inform/0": ("roles", "manager"),
        "steps/accept/decisions/kind/outcomes/real/say/0": ("scripts", "sorry"),
        "steps/accept/avoid/argue/say/0": ("scripts", "sorry"),
    }


def test_ids_in_the_header_and_in_the_background_are_met_too(sop: Sop) -> None:
    uses = {"/".join(map(str, use.path)): (use.collection, use.id) for use in references(sop)}

    assert uses["start"] == ("steps", "accept")
    assert uses["document/owner"] == ("roles", "manager")
    assert uses["end_states/closed/sources/0"] == ("sources", "old-book/thank")
    assert uses["steps/solve/decisions/happy/outcomes/again/at_most/then"] == ("ways", "end/closed")
    assert uses["settlements/c1/carried_by/0"] == ("entries", "steps/solve")
    assert uses["settlements/c1/positions/fast/sources/0"] == ("sources", "old-book/thank")


def test_texts_are_met_at_the_keys_that_authors_write(sop: Sop) -> None:
    found = {"/".join(map(str, path)): text.strings["en"] for path, text in texts(sop)}

    assert below("steps/accept/actions/", found) == {
        "steps/accept/actions/greet/do": "Lead the {{ customer }} to {{ quiet-place }}.",
        "steps/accept/actions/note/do": "**Write down** what is said.",
        "steps/accept/actions/note/hint": "Use *their* words.",
    }
    assert found["organisation/name"] == "Grand Hotel"
    assert found["steps/accept/avoid/argue/text"] == "Argue."
    assert found["steps/accept/avoid/argue/instead"] == "Listen to the end."


def test_nothing_is_met_twice(sop: Sop) -> None:
    paths = [path for path, value in walk(sop) if not isinstance(value, Use)]

    assert len(paths) == len(set(paths)) > 100


def test_every_path_of_a_text_or_an_id_leads_to_a_line_of_its_own(hotel: Hotel) -> None:
    """What the walk calls a path, the files call so too: findings would stand in a wrong place otherwise."""
    reading = read_sop(hotel.place, TODAY)
    assert reading.sop is not None
    [layer] = reading.content.layers
    content = layer.content

    lost = []
    for path, value in walk(reading.sop):
        document = content.header_file
        if len(path) > 1:
            document = content.origins.get((str(path[0]), str(path[1])), document)
        assert document is not None
        # A point that was written as a bare text has no field `text` of its own, nor has a short field a `title`.
        known = path if document.holds(path) else path[:-1]
        if isinstance(value, Text | Use) and not document.holds(known):
            lost.append(path)

    assert lost == []


def test_entries_are_the_blocks_of_fields_by_their_full_names(sop: Sop) -> None:
    names = full_names(sop)

    assert {
        "steps/accept",
        "steps/accept/actions/greet",
        "scripts/sorry/lines/short",
        "frameworks/old-book/items/listen",
    } <= names
    assert "steps/accept/title" not in names
    assert {name.partition("/")[0] for name in names} <= set(COLLECTIONS)
    assert all(isinstance(part, Model) for _, part in entries(sop))


def test_targets_are_the_ids_that_exist_by_kind_of_reference(sop: Sop) -> None:
    found = targets(sop)

    assert found["steps"] == {"watch", "accept", "solve"}
    assert found["ways"] == {"watch", "accept", "solve", "end/closed"}
    assert found["sources"] == {"old-book", "old-book/listen", "old-book/thank", "old-book/never"}
    assert found["record fields"] == {"what", "how"}
    assert found["entries"] == full_names(sop)
    assert set(COLLECTIONS) <= set(found)


def test_every_reference_of_a_clean_sop_has_its_target(sop: Sop) -> None:
    found = targets(sop)

    uses = list(references(sop))
    assert len(uses) > 50
    assert [use for use in uses if use.id not in found[use.collection]] == []


def test_labels_are_every_string_that_is_neither_a_text_nor_an_id(sop: Sop) -> None:
    found = {"/".join(map(str, path)): label for path, label in labels(sop)}

    assert {
        "document/number": "HTL",
        "document/version": "2.1",
        "organisation/site_url": "https://hotel.example/complaints/",
        "vocabulary/customer/en/many": "guests",
        "contacts/office/email": "office@hotel.example",
        "scripts/sorry/code": "S2",
        "frameworks/old-book/at": "1",
    }.items() <= found.items()
    assert [path for path in found if path.endswith(("/en", "/responsible", "/to", "document/owner", "/next"))] == []
