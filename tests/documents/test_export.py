import json
from typing import Any

import pytest

from amends.documents.export import exported
from amends.model.sop import COLLECTIONS
from hotel import Hotel


@pytest.fixture
def data(hotel: Hotel) -> dict[str, Any]:
    return exported(hotel.edition())


def test_the_export_is_plain_json_with_every_collection(data: dict[str, Any]) -> None:
    assert json.loads(json.dumps(data)) == data
    assert [name for name in COLLECTIONS if name not in data] == [
        "holders",
        "letters",
        "policy",
        "kinds",
        "channels",
        "events",
        "validity",
        "remedies",
        "compensation",
        "goodwill",
        "tables",
        "clocks",
    ]
    assert (data["id"], data["start"], data["document"]["effective"]) == ("hotel", "accept", "2026-02-03")


def test_every_text_is_there_in_every_locale_as_the_author_wrote_it(data: dict[str, Any]) -> None:
    assert data["steps"]["accept"]["actions"]["greet"] == {
        "do": {"en": "Lead the {{ customer }} to {{ quiet-place }}.", "zh": "请{{ customer }}到{{ quiet-place }}。"},
        "say": ["welcome"],
        "sources": ["old-book/listen"],
    }


def test_fields_have_the_names_that_the_author_used(data: dict[str, Any]) -> None:
    solve = data["steps"]["solve"]

    assert (solve["from"], solve["within"]) == ("received", "3 calendar days")
    assert solve["limits"]["news"]["within"] == {"high": "1 hour", "low": "1 hour"}
    assert data["authority"]["l1"]["limit"] == {"amount": "2000", "currency": "CNY"}
    assert data["metrics"]["ppm"]["formula"] == "complaints / nights * 1000000"
    assert data["metrics"]["ppm"]["examples"]["march"]["values"] == {"complaints": "7", "nights": "350000"}


def test_every_item_of_a_framework_says_where_it_is_applied_or_why_nowhere(data: dict[str, Any]) -> None:
    book = data["frameworks"]["old-book"]

    assert book["applied_in"] == ["steps/solve"]
    assert book["items"]["thank"]["applied_in"] == ["end_states/closed", "scripts/sorry/lines/short", "authority/l2"]
    assert book["items"]["never"] == {
        "text": {"en": "Never shout.", "zh": "不要大喊。"},
        "under": "listen",
        "polarity": "avoid",
        "not_applied": {"en": "Nobody here shouts.", "zh": "这里没有人大喊。"},
    }


def test_an_item_that_nobody_applies_says_so(hotel: Hotel) -> None:
    hotel.replace("    items:\n      listen:", "    items:\n      rest: {text: Rest on Sundays.}\n      listen:")

    items = exported(hotel.edition())["frameworks"]["old-book"]["items"]
    assert items["rest"] == {"text": {"en": "Rest on Sundays."}, "applied_in": []}
