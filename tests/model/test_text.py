"""A text: one string, or one per locale; and points, which are texts with a name."""

from __future__ import annotations

import pytest

from amends.model.markup import marks_in
from amends.model.text import Point, Points, Text
from values import accepted, refused


def test_a_bare_text_belongs_to_the_default_locale() -> None:
    assert accepted(Text, "受理投诉", default_locale="zh") == Text({"zh": "受理投诉"})


def test_a_text_may_be_written_once_for_each_locale() -> None:
    text = accepted(Text, {"en": "Accept", "zh-Hant": "受理"})

    assert text.strings == {"en": "Accept", "zh-Hant": "受理"}


def test_two_texts_are_equal_when_their_strings_are_whatever_their_order() -> None:
    one, same = Text({"en": "Yes", "zh": "是"}), Text({"zh": "是", "en": "Yes"})

    assert one == same
    assert hash(one) == hash(same)
    assert one != Text({"en": "Yes"})
    assert repr(Text({"en": "Yes"})) == "Text({'en': 'Yes'})"


def test_a_text_does_not_change_with_the_mapping_it_was_made_from() -> None:
    strings = {"en": "Yes"}
    text = Text(strings)
    strings["en"] = "No"

    assert text == Text({"en": "Yes"})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "the text is empty"),
        ("  \n ", "the text is empty"),
        (None, "a text is needed here, not nothing"),
        ({}, "a text is needed here, not an empty block"),
        (["a"], "a text is needed here, not a list"),
        ({"title": "Accept"}, "“title” is not a locale, so this block is not a text"),
        ({"EN": "Accept"}, "“EN” is not a locale, so this block is not a text"),
        ({"en": None}, "the text for “en” is empty"),
        ({"en": "   "}, "the text for “en” is empty"),
        ({"en": ["a"]}, "the text for “en” must be one string"),
        ({"en": {"zh": "a"}}, "the text for “en” must be one string"),
    ],
)
def test_what_is_no_text_is_told_so_with_a_way_out(value: object, message: str) -> None:
    told, hint = refused(Text, value)

    assert told == message
    assert hint


@pytest.mark.parametrize(
    ("string", "names"),
    [
        ("Tell the {{ customer }} of {{step:verify}}.", ["customer", "step:verify"]),
        ("告知{{ a  customer\u3000}}。", ["a  customer"]),
        ("{{}}", [""]),
        ("{{ \n }}", [""]),
        ("{{{ customer }}}", ["customer"]),
    ],
)
def test_placeholders_are_named_without_the_blanks_around_them(string: str, names: list[str]) -> None:
    assert [mark.value for mark in marks_in(string)] == names


@pytest.mark.parametrize("string", ["{ customer }", "{{ customer }", "{ { customer } }", "{{ a { b } }}"])
def test_what_is_not_in_two_pairs_of_brackets_is_no_placeholder(string: str) -> None:
    assert list(marks_in(string)) == []


# Points ---------------------------------------------------------------------------------------------------------------


def test_a_point_may_be_a_bare_text_or_one_per_locale_or_the_long_form() -> None:
    points = accepted(
        Points, {"a": "Argue.", "b": {"en": "Shout.", "zh": "大喊。"}, "c": {"text": "Lie.", "sources": ["book/1"]}}
    )

    assert [point.text for point in points.values()] == [
        Text({"en": "Argue."}),
        Text({"en": "Shout.", "zh": "大喊。"}),
        Text({"en": "Lie."}),
    ]
    assert points["c"].sources == ("book/1",)


def test_points_keep_the_order_of_their_author() -> None:
    assert list(accepted(Points, {"z": "1", "a": "2", "m": "3"})) == ["z", "a", "m"]


def test_a_point_that_is_one_already_stays_the_same() -> None:
    point = accepted(Point, {"text": "Argue."})

    assert accepted(Points, {"a": point})["a"] == point


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "a text is needed here, not nothing"),
        ([], "a text is needed here, not a list"),
        ({"wrong": "x"}, "“wrong” is not a locale, so this block is not a text"),
    ],
)
def test_a_point_that_is_no_text_is_told_so(value: object, message: str) -> None:
    assert refused(Points, {"a": value})[0] == message


def test_a_text_in_some_locales_is_the_same_text_if_it_has_no_others() -> None:
    thanks = Text({"en": "Thank you.", "zh": "谢谢。"})

    assert thanks.in_locales(["zh", "en", "fr"]) is thanks
    assert thanks.in_locales(["zh"]) == Text({"zh": "谢谢。"})
    assert thanks.in_locales(["fr"]).strings == {}
