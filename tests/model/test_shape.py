"""What merging must know of the model: long forms, needed fields, texts."""

from __future__ import annotations

import pytest

from amends.model.shape import is_text, needed_fields, written_out
from amends.model.sop import COLLECTIONS
from shipped_sops import ShippedSops


@pytest.mark.parametrize(
    ("collection", "short", "long"),
    [
        ("contacts", {"desk": {"title": "Desk"}}, {"desk": {"title": {"zh": "Desk"}}}),
        ("contacts", {"desk": {"title": {"en": "Desk"}}}, {"desk": {"title": {"en": "Desk"}}}),
        ("contacts", {"desk": None}, {"desk": None}),
        ("steps", {"accept": {"tips": {"gift": {"after": "calm"}}}}, {"accept": {"tips": {"gift": {"after": "calm"}}}}),
        ("contacts", {"desk": {"title": None}}, {"desk": {"title": None}}),
        ("contacts", {"desk": {"titel": "kept"}}, {"desk": {"titel": "kept"}}),
        ("roles", {"r": {"duties": {"d": "Smile."}}}, {"r": {"duties": {"d": {"text": {"zh": "Smile."}}}}}),
        ("roles", {"r": {"duties": {"d": None}}}, {"r": {"duties": {"d": None}}}),
        ("records", {"log": {"fields": {"what": "What"}}}, {"log": {"fields": {"what": {"title": {"zh": "What"}}}}}),
        ("steps", {"s": {"within": {"p1": "1 hour"}}}, {"s": {"within": {"p1": "1 hour"}}}),
        (
            "scripts",
            {"s": {"when": {"kind": "safety", "channel": ["chat"]}}},
            {"s": {"when": {"kind": ["safety"], "channel": ["chat"]}}},
        ),
        ("steps", {"s": ["not", "a", "step"]}, {"s": ["not", "a", "step"]}),
    ],
)
def test_short_forms_are_written_out(collection: str, short: dict[str, object], long: dict[str, object]) -> None:
    assert written_out(short, "zh", collection) == long


def test_a_word_of_one_form_gets_all_three() -> None:
    assert written_out({"vocabulary": {"customer": {"zh": "客人"}}}, "en") == {
        "vocabulary": {"customer": {"zh": {"one": "客人", "a": "客人", "many": "客人"}}}
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_writing_out_twice_is_writing_out_once(shipped_sops: ShippedSops, collection: str) -> None:
    content = shipped_sops.content("reference")
    once = written_out(content.collections[collection], "en", collection)

    assert written_out(once, "en", collection) == once


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("contacts/desk", {"title"}),
        ("steps/accept", {"title", "purpose", "phase", "accountable", "actions"}),
        ("steps/accept/actions/greet", {"do"}),
        ("end_states/settled", {"title"}),
        ("steps", None),
        ("steps/accept/actions", None),
        ("steps/accept/title", None),
        ("variables/quiet-place", None),
        ("nothing/there", None),
    ],
)
def test_a_new_entry_needs_what_the_model_needs(path: str, fields: set[str] | None) -> None:
    assert needed_fields(path.split("/")) == fields


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("contacts/desk/title", True),
        ("steps/accept/tips/calm/text", True),
        ("variables/quiet-place", True),
        ("contacts/desk", False),
        ("contacts/desk/phone", False),
        ("contacts/desk/title/en", False),
    ],
)
def test_texts_are_known_by_their_place(path: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_text(path.split("/")) is expected
