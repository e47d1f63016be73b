"""What every part of the model shares: ids, flags, whole numbers, where it comes from, and no unknown field."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from amends.model.base import ID_PATTERN, MAX_ID_LENGTH, Citable, Flag, Id, Order, whole_number
from amends.model.people import Contact
from values import accepted, refused


@pytest.mark.parametrize("value", ["a", "accept", "front-desk-2", "p1", "console", "x" * MAX_ID_LENGTH])
def test_small_letters_digits_and_single_hyphens_make_an_id(value: str) -> None:
    assert accepted(Id, value) == value


@pytest.mark.parametrize(
    "value",
    ["", "Accept", "1st", "front_desk", "front--desk", "-a", "a-", "a b", "受理", "a/b", "..", "a\n", "ａ", "x" * 61],
)
def test_anything_else_is_no_id(value: str) -> None:
    message, hint = refused(Id, value)

    assert message.endswith(" is not an id")
    assert hint.rpartition("; ")[2] == "small letters, digits and single hyphens, a letter first, at most 60 characters"


@pytest.mark.parametrize("value", ["con", "aux", "nul", "prn", "com1", "lpt9", "index"])
def test_an_id_is_never_a_name_that_some_system_keeps_for_itself(value: str) -> None:
    assert refused(Id, value) == (
        f"“{value}” cannot be an id: files cannot be named so everywhere",
        "choose another id",
    )


@settings(max_examples=30)
@given(st.from_regex(ID_PATTERN, fullmatch=True).filter(lambda name: len(name) > 5))
def test_what_the_pattern_describes_is_accepted_up_to_its_length(value: str) -> None:
    if len(value) <= MAX_ID_LENGTH:
        assert accepted(Id, value) == value
    else:
        assert refused(Id, value)[0].endswith(" is not an id")


# Flags and numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("false", False), (True, True), (False, False)])
def test_a_flag_is_true_or_false(value: object, expected: bool) -> None:  # noqa: FBT001 - it is what is expected
    assert accepted(Flag, value) is expected


@pytest.mark.parametrize("value", ["yes", "no", "True", "1", "", None, 1, ["true"], {"true": "true"}])
def test_a_flag_is_nothing_else(value: object) -> None:
    assert refused(Flag, value) == ("this field takes `true` or `false`", "write  true  or  false  without quotes")


@pytest.mark.parametrize(("value", "expected"), [("1", 1), ("007", 7), (3, 3), ("999999999", 999_999_999)])
def test_a_whole_number_is_digits(value: object, expected: int) -> None:
    assert accepted(Order, value) == expected


@pytest.mark.parametrize(
    "value", ["", "1.0", "one", "1e3", "1_000", "--5", "-", "３", "²", "9" * 10, None, [], {}, True]
)
def test_a_whole_number_is_nothing_else(value: object) -> None:
    assert refused(Order, value) == ("a whole number is needed here", "write digits only, for example  3")


@pytest.mark.parametrize("value", ["0", "-1", 0])
def test_a_whole_number_that_is_too_small_is_told_the_least(value: object) -> None:
    assert refused(Order, value) == ("the number must be at least 1", "write 1 or more")


def test_where_nothing_else_is_said_zero_is_a_whole_number() -> None:
    assert whole_number()("0") == 0


# Where it comes from --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("added", "expected", "is_added"),
    [("true", ("*",), True), (["within", "records"], ("within", "records"), False), ([], (), False)],
)
def test_added_is_all_of_it_or_some_fields(added: object, expected: tuple[str, ...], is_added: bool) -> None:  # noqa: FBT001
    citable = accepted(Citable, {"added": added})

    assert (citable.added, citable.is_added) == (expected, is_added)


@pytest.mark.parametrize("added", ["false", "within", None, {}, [["within"]], [None]])
def test_added_is_nothing_else(added: object) -> None:
    assert refused(Citable, {"added": added}) == (
        "`added` is `true` or a list of field names",
        "write  added: true  or  added: [within, records]",
    )


def test_without_sources_nothing_is_said_of_them() -> None:
    citable = accepted(Citable, {})

    assert (citable.sources, citable.added, citable.is_added) == ((), (), False)


def test_what_was_validated_cannot_be_changed() -> None:
    contact = accepted(Contact, {"title": "Porter"})

    with pytest.raises(ValidationError, match="frozen"):
        contact.phone = "9"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"title": "Porter", "fone": "9"}, "extra_forbidden"),
        ({}, "missing"),
        ({"title": "Porter", "phone": ""}, "string_too_short"),
        ({"title": "Porter", "phone": ["9"]}, "string_type"),
    ],
)
def test_a_block_refuses_unknown_missing_empty_and_structured_fields(data: object, kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        accepted(Contact, data)

    assert [error["type"] for error in caught.value.errors()] == [kind]


@pytest.mark.parametrize(
    ("written", "near"),
    [("Night Desk", "night-desk"), ("front_desk", "front-desk"), ("Café d’accueil", ""), ("夜班", ""), ("3 steps", "")],
)
def test_a_few_words_are_told_the_id_that_is_nearest(written: str, near: str) -> None:
    _, hint = refused(Id, written)

    assert hint.startswith(f"write  {near}; " if near else "for example  night-desk; small letters")
