"""Chinese is found by the words that people type, and no site learns from another."""

from __future__ import annotations

import json
from pathlib import Path

import jieba
import pytest

from amends.site.search import names_of, tuned, words_in
from hotel import Hotel


def index(*entries: tuple[str, str, str]) -> str:
    """An index as the theme's plugin writes it, in escapes and with its own marks."""
    return json.dumps(
        {
            "config": {"separator": "x"},
            "docs": [dict(zip(("location", "title", "text"), entry, strict=True)) for entry in entries],
        }
    )


def cut(text: str, *names: str) -> str:
    """How a text stands in the index, with `|` for the marks between words."""
    [entry] = json.loads(tuned(index(("a.html", "", text)), (), names or ("无",)))["docs"]
    return str(entry["text"]).replace("\u200b", "|")


@pytest.mark.parametrize(
    ("name", "word"),
    [("首访", "首访"), ("全部角色卡", "角色卡"), ("“请稍等”", "请稍等"), ("联系谁", "联系谁"), ("现场核实记录", None)],
)
def test_a_short_name_and_the_end_of_a_long_one_are_words(name: str, word: str | None) -> None:
    assert list(words_in([name], jieba.lcut)) == ([word] if word else [])


def test_a_name_of_the_site_stays_whole_and_what_stands_around_it_is_cut() -> None:
    assert cut("打印全部角色卡。") == "打印|全部|角色|卡|。"
    assert cut("打印全部角色卡。", "角色卡") == "打印|全部|角色卡|。"


def test_each_half_of_a_word_of_four_characters_is_found() -> None:
    assert cut("查法定时限") == "查|法定|时限"


def test_what_the_plugin_has_cut_is_cut_anew_and_markup_and_latin_stay() -> None:
    assert cut("<p>\u200b登\u200b记\u200b</p> P1 form", "登记") == "<p>|登记|</p> P1 form"


def test_one_site_teaches_another_nothing() -> None:
    assert cut("角色卡", "角色卡") == "角色卡"
    assert cut("角色卡") == "角色|卡"
    assert jieba.lcut("角色卡") == ["角色", "卡"]


def test_the_same_index_gives_the_same_bytes_in_any_order_of_names() -> None:
    written = index(("a.html", "全部角色卡", "首访"))

    assert tuned(written, (), ["角色卡", "首访"]) == tuned(written, (), ["首访", "角色卡"])


def test_chinese_is_written_as_itself_and_other_languages_are_left_alone() -> None:
    english = index(("a.html", "Promise", "“yes”"))

    assert json.loads(tuned(english, (), ())) == json.loads(english)
    assert "“yes”" in tuned(english, (), ())


def test_generated_pages_stand_before_the_pages_of_the_plugin_and_are_cut_too() -> None:
    own = {"location": "a.html", "title": "全部角色卡", "text": "", "boost": 3}

    docs = json.loads(tuned(index(("b.html", "B", "Greet.")), [own], ["角色卡"]))["docs"]

    assert [(entry["location"], entry["title"].replace("\u200b", "|"), entry.get("boost")) for entry in docs] == [
        ("a.html", "全部|角色卡", 3),
        ("b.html", "B", None),
    ]


def test_the_names_of_a_chinese_handbook_are_its_titles_and_the_words_for_kinds(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path)

    assert {"受理投诉", "致歉", "投诉", "门房", "话术", "检查表"} <= set(names_of(hotel.edition("zh")))
    assert list(names_of(hotel.edition("en"))) == []
