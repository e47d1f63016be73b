"""The header of an SOP: locales, dates, words that may be renamed, document control and the next review."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from amends.model.day import Date
from amends.model.sop import COLLECTIONS, DocumentControl, Forms, Header, SiteUrl, Sop, Word
from amends.model.text import Locale, Text
from values import accepted, refused

CONTROL = {
    "number": "SOP-CMP",
    "version": "1.0",
    "owner": "manager",
    "approver": "manager",
    "effective": "2026-11-01",
    "last_review": "2026-10-15",
    "review_every": "1 year",
}


@pytest.mark.parametrize(
    ("last_review", "review_every", "next_review"),
    [
        ("2026-10-15", "1 year", date(2027, 10, 15)),
        ("2026-10-15", "6 months", date(2027, 4, 15)),
        ("2026-10-15", "2 weeks", date(2026, 10, 29)),
        ("2026-10-15", "90 calendar days", date(2027, 1, 13)),
        ("2026-08-31", "6 months", date(2027, 2, 28)),
        ("2024-02-29", "1 year", date(2025, 2, 28)),
        ("2024-02-29", "4 years", date(2028, 2, 29)),
        ("9999-12-31", "1 calendar day", date.max),
        ("2026-10-15", "999999 years", date.max),
    ],
)
def test_the_next_review_is_one_interval_after_the_last(last_review: str, review_every: str, next_review: date) -> None:
    control = accepted(DocumentControl, CONTROL | {"last_review": last_review, "review_every": review_every})

    assert control.next_review == next_review


@pytest.mark.parametrize("value", ["3 hours", "5 business days", "4 working hours", "at once", "unlimited", "0 months"])
def test_a_review_interval_is_a_stretch_of_the_calendar(value: str) -> None:
    assert refused(DocumentControl, CONTROL | {"review_every": value}) == (
        f"“{value}” is not an interval between reviews",
        "write for example  6 months  or  1 year",
    )


def test_a_review_interval_needs_its_unit_like_any_duration() -> None:
    assert refused(DocumentControl, CONTROL | {"review_every": "12"})[0] == "“12” has no unit"


def test_the_change_list_keeps_its_order() -> None:
    control = accepted(DocumentControl, CONTROL | {"changes": {"1.1": "Second issue.", "1.0": "First issue."}})

    assert [(version, point.text) for version, point in control.changes.items()] == [
        ("1.1", Text({"en": "Second issue."})),
        ("1.0", Text({"en": "First issue."})),
    ]


@pytest.mark.parametrize("field", CONTROL)
def test_document_control_is_complete_or_refused(field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        accepted(DocumentControl, {key: value for key, value in CONTROL.items() if key != field})

    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", (field,))]


def test_a_date_is_year_month_day() -> None:
    assert accepted(Date, "2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2026-1-1", "“2026-1-1” is not a date"),
        ("01.11.2026", "“01.11.2026” is not a date"),
        ("20261101", "“20261101” is not a date"),
        ("２０２６-11-01", "“２０２６-11-01” is not a date"),
        ("2026-11-01T00:00", "“2026-11-01T00:00” is not a date"),
        ("", "an empty text is not a date"),
        (None, "nothing is not a date"),
        (["2026-11-01"], "a list is not a date"),
    ],
)
def test_a_date_is_nothing_else(value: object, message: str) -> None:
    assert refused(Date, value) == (message, "write year-month-day: 2026-11-01")


@pytest.mark.parametrize("value", ["2026-02-29", "2026-13-01", "2026-11-31"])
def test_a_day_that_no_calendar_has_is_told_as_such(value: str) -> None:
    assert refused(Date, value)[0] == f"there is no day {value}"


@pytest.mark.parametrize("value", ["en", "zh", "zh-Hant", "pt-BR", "gsw"])
def test_a_locale_is_a_language_code(value: str) -> None:
    assert accepted(Locale, value) == value


@pytest.mark.parametrize("value", ["EN", "english", "e", "../en", "en/..", "zh_CN", "", None, ["en"], {}])
def test_a_locale_is_nothing_that_could_lead_to_another_folder(value: object) -> None:
    assert refused(Locale, value)[0].endswith(" is not a locale")


def test_no_locale_is_named_twice() -> None:
    with pytest.raises(ValidationError) as caught:
        Header.model_validate({"locales": ["en", "zh", "en"]})
    messages = [error["ctx"]["message"] for error in caught.value.errors() if error["loc"] == ("locales",)]
    assert messages == ["a locale is named twice"]


def test_a_word_has_three_forms_or_one_that_serves_for_all() -> None:
    word = accepted(Word, {"en": {"one": "guest", "a": "a guest", "many": "guests"}, "zh": "客人"})

    assert word["en"] == Forms(one="guest", a="a guest", many="guests")
    assert word["zh"] == Forms(one="客人", a="客人", many="客人")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({}, "the word is given in no locale"),
        ({"EN": "guest"}, "“EN” is not a locale"),
        ({"en": {"one": " ", "a": "a guest", "many": "guests"}}, "the word is empty"),
        ({"en": {"one": None, "a": "a guest", "many": "guests"}}, "the word is empty"),
    ],
)
def test_a_word_that_says_nothing_is_refused(value: object, message: str) -> None:
    assert refused(Word, value)[0] == message


def test_the_collections_are_all_that_is_no_header() -> None:
    assert COLLECTIONS[:4] == ("phases", "steps", "pause_points", "departments")
    assert {*COLLECTIONS} | {*Header.model_fields} == {*Sop.model_fields}
    assert not {*COLLECTIONS} & {*Header.model_fields}


@pytest.mark.parametrize(
    "value", ["https://a.example", "http://a.example:8080/x/", "https://内网.example/投诉/?a=b&c=d#e"]
)
def test_a_site_has_an_address_of_the_web(value: str) -> None:
    assert accepted(SiteUrl, value) == value


@pytest.mark.parametrize(
    "value",
    [
        "a.example",
        "ftp://a.example/",
        "javascript:alert(1)",
        'https://a/"><script>',
        "https://a/'x",
        "https://a\\b",
        "https://a b/",
    ],
)
def test_no_sign_of_an_address_could_end_an_attribute_of_a_page(value: str) -> None:
    assert refused(SiteUrl, value)[1] == "write it in full: https://handbook.example.org/"
