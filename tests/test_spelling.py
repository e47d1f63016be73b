"""What a language says, as its regions spell it."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from amends.finding import UsageError
from amends.shipped import shipped
from amends.spelling import parents, respelled

AMERICAN = yaml.safe_load((shipped("templates") / "spelling" / "en-US.yml").read_text(encoding="utf-8"))["words"]
KEPT = ["{{ organisation }}", "`colour`", "[behaviour]", "{{ role:adviser }}", "{{organisation}}"]


@pytest.mark.parametrize(
    ("locale", "above"),
    [("en", []), ("en-US", ["en"]), ("zh-Hant-HK", ["zh-Hant", "zh"]), ("de-CH-1996", ["de-CH", "de"])],
)
def test_a_region_stands_on_its_language(locale: str, above: list[str]) -> None:
    assert list(parents(locale)) == above


@pytest.mark.parametrize(
    ("written", "american"),
    [
        ("We apologise. Organisation", "We apologize. Organization"),
        ("REPAIR-CENTRE, neighbours’ favourite", "REPAIR-CENTER, neighbors’ favorite"),
        ("A postcode, an enquiry, a fortnight", "A ZIP code, an inquiry, a two weeks"),
        ("an organism, Parisian, analyses", "an organism, Parisian, analyses"),
        ("[colour](colour/behaviour.html)", "[color](colour/behaviour.html)"),
        ("[behaviour] is behaviour", "[behaviour] is behavior"),
    ],
)  # fmt: skip
def test_american_words_stand_for_british_ones_with_their_capitals(written: str, american: str) -> None:
    assert respelled(written, "en-US") == american


@pytest.mark.parametrize(
    ("written", "traditional"),
    [
        ("“你好”，里面请", "「你好」，裡面請"),
        ("干燥的后院", "乾燥的後院"),
        ("打印{{ customer }}的文件夹", "列印{{ customer }}的資料夾"),
        ("权限与项目", "權限與項目"),
    ],
)
def test_traditional_characters_come_with_their_own_signs_and_words(written: str, traditional: str) -> None:
    assert respelled(written, "zh-Hant") == traditional


def test_a_region_that_spells_like_its_language_changes_nothing() -> None:
    assert respelled("colour, “organise”", "en-GB") == "colour, “organise”"
    assert respelled("“打印”", "zh-Hans") == "“打印”"


def test_a_further_region_takes_the_spelling_of_the_one_on_which_it_stands() -> None:
    assert respelled("colour", "en-US-x-bank") == "color"
    assert respelled("“你”", "zh-Hant-HK") == "「你」"


@given(st.lists(st.sampled_from([*KEPT, "colour ", "“organise” ", "里面", "x"]), max_size=12).map("".join))
def test_what_is_no_prose_keeps_its_letters(string: str) -> None:
    pattern = "|".join(map(re.escape, KEPT))

    for locale in ("en-US", "zh-Hant"):
        assert re.findall(pattern, respelled(string, locale)) == re.findall(pattern, string)


def test_each_american_word_is_another_one_and_is_not_changed_again() -> None:
    assert [word for word, other in AMERICAN.items() if word == other or respelled(other, "en-US") != other] == []
    assert list(AMERICAN) == sorted(AMERICAN)


def test_without_the_package_for_traditional_characters_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amends.spelling.find_spec", lambda _: None)

    with pytest.raises(UsageError, match="install it with  pip install opencc"):
        respelled("你", "zh-Hant-MO")
