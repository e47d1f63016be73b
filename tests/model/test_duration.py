"""A time limit always names its unit, and may differ by severity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from amends.model.duration import BySeverity, Duration
from amends.model.units import OPEN, UNITS
from values import accepted, refused


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("20 seconds", 20, "second"),
        ("1 minute", 1, "minute"),
        ("4 hours", 4, "hour"),
        ("4 working hours", 4, "working hour"),
        ("1 business day", 1, "business day"),
        ("10 calendar days", 10, "calendar day"),
        ("2 weeks", 2, "week"),
        ("3 months", 3, "month"),
        ("1 year", 1, "year"),
        ("at once", 0, "at once"),
        ("same day", 0, "same day"),
        ("unlimited", 0, "unlimited"),
    ],
)
def test_a_duration_is_read_with_its_unit_and_written_as_it_was(text: str, count: int, unit: str) -> None:
    duration = accepted(Duration, text)

    assert (duration.count, duration.unit) == (count, unit)
    assert str(duration) == text


@given(st.integers(0, 999_999), st.sampled_from(UNITS))
def test_every_duration_survives_being_written_and_read(count: int, unit: str) -> None:
    assert str(Duration.parse(f"{count} {unit}")) == str(Duration.parse(str(Duration.parse(f"{count} {unit}s"))))


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("5", "“5” has no unit", "say of what: 5 minutes, 5 working hours, 5 business days"),
        ("5 days", "“days” is not a unit of time", "write one of: 5 calendar days, 5 business days"),
        ("1 working day", "“working day” is not a unit of time", "write  1 business day"),
        ("2 h", "“h” is not a unit of time", "write one of: 2 hours, 2 working hours"),
        ("30 s", "“s” is not a unit of time", "write  30 seconds"),
        ("5minutes", "“5minutes” is not written as a time limit", "write  5 minutes  with one space between"),
        (" 5  minutes", "“ 5  minutes” is not written as a time limit", "write  5 minutes  with one space between"),
        ("2 Hours", "“2 Hours” is not written as a time limit", "write  2 hours  in small letters"),
        ("1000000 hours", "“1000000 hours” is too long for a time limit", "use a larger unit, or write  unlimited"),
    ],
)
def test_a_duration_that_is_nearly_right_is_told_what_is_missing(value: str, message: str, hint: str) -> None:
    assert refused(Duration, value) == (message, hint)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("soon", "“soon” is not a time limit"),
        ("", "an empty text is not a time limit"),
        ("-5 minutes", "“-5 minutes” is not a time limit"),
        ("1.5 hours", "“1.5 hours” is not a time limit"),
        ("5-10 minutes", "“5-10 minutes” is not a time limit"),
        ("５ minutes", "“５ minutes” is not a time limit"),
        ("At once", "“At once” is not a time limit"),
        (None, "a time limit is needed here, not nothing"),
        ([], "a time limit is needed here, not a list"),
        ({"p1": "1 hour"}, "a time limit is needed here, not a block"),
        (5, "a time limit is needed here, not “5”"),
    ],
)
def test_what_is_no_duration_is_told_so_with_examples(value: object, message: str) -> None:
    told, hint = refused(Duration, value)

    assert told == message
    assert hint.startswith("write one of: 5 minutes, 4 working hours, 2 business days")


def test_a_long_text_in_the_place_of_a_duration_is_told_in_short() -> None:
    message, _ = refused(Duration, "word " * 10_000)

    assert len(message) < 100


def test_every_open_form_is_a_duration() -> None:
    assert [str(accepted(Duration, form)) for form in OPEN] == ["at once", "same day", "unlimited"]


# By severity ----------------------------------------------------------------------------------------------------------


def test_one_limit_holds_for_every_severity() -> None:
    limit = accepted(BySeverity, "1 hour")

    assert limit.for_severity("p1") == limit.for_severity("p4") == Duration(1, "hour")
    assert limit.durations() == (("*", Duration(1, "hour")),)


def test_a_severity_that_is_not_named_has_no_limit() -> None:
    limit = accepted(BySeverity, {"p1": "1 hour", "p3": "at once"})

    assert limit.for_severity("p1") == Duration(1, "hour")
    assert limit.for_severity("p2") is None
    assert limit.durations() == (("p1", Duration(1, "hour")), ("p3", Duration(0, "at once")))


def test_a_wrong_limit_of_one_severity_names_that_severity() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        BySeverity._validate({"p1": "1 hour", "p2": "soon"})

    assert caught.value.context is not None
    assert caught.value.context["at"] == ("p2",)
    assert caught.value.context["message"] == "“soon” is not a time limit"


@pytest.mark.parametrize("value", [{}, None, []])
def test_a_limit_that_names_nothing_is_no_limit(value: object) -> None:
    assert refused(BySeverity, value)[0].startswith("a time limit is needed here, not ")


@pytest.mark.parametrize("value", ["2 weeks", {"p1": "1 hour", "p2": "same day"}])
def test_a_limit_is_exported_as_it_was_written(value: object) -> None:
    adapter = TypeAdapter(BySeverity)

    assert adapter.dump_python(adapter.validate_python(value)) == value


def test_a_limit_that_is_one_already_stays_the_same() -> None:
    limit = BySeverity(Duration(1, "hour"))

    assert accepted(BySeverity, limit) is limit


@pytest.mark.parametrize("value", ["0 hours", "0 business days", "000 months"])
def test_no_time_at_all_is_said_in_words(value: str) -> None:
    shown = str(Duration.parse(value))
    assert refused(Duration, value) == (f"“{shown}” is no time", "write  at once  or  same day")
    assert refused(BySeverity, value)[0] == f"“{shown}” is no time"
    assert refused(BySeverity, {"p1": "1 hour", "p2": value})[0] == f"“{shown}” is no time"
