from decimal import Decimal

import pytest

from amends.edition.locale_form import figure, language_name, weekday


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        ("0", "0", "0"),
        ("-1234.5", "-1,234.5", "-1\u202f234,5"),
        ("1.50", "1.50", "1,50"),
        ("1234567890123456789012345678901234.0001", "1,234,567,890,123,456,789,012,345,678,901,234.0001", None),
    ],
)
def test_a_figure_keeps_every_digit(number: str, english: str, french: str | None) -> None:
    assert figure(Decimal(number), "en-GB") == english
    if french is not None:
        assert figure(Decimal(number), "fr-FR") == french


def test_days_of_the_week_are_counted_from_monday() -> None:
    assert [weekday(0, locale) for locale in ("en-GB", "fr-FR", "zh-Hans-CN")] == ["Mon", "lun.", "周一"]
    assert weekday(6, "en-GB") == "Sun"


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("en", "English"),
        ("zh", "中文"),
        ("fr", "Français"),
        ("xx", "xx"),
        ("zh-TW", "中文 (繁體, 台灣)"),
        ("not/one", "not/one"),
    ],
)
def test_a_language_has_the_name_that_its_readers_give_it(locale: str, name: str) -> None:
    assert language_name(locale) == name
