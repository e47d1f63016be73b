"""The index has every page, and is the same whatever is installed beside us."""

from __future__ import annotations

import json

import pytest

from amends.site.search import completed
from amends.site.search_words import search_words
from shipped_sops import ShippedSops


def index(*entries: tuple[str, str, str]) -> str:
    """An index as the theme's plugin writes it, in escapes."""
    return json.dumps(
        {
            "config": {"separator": "x"},
            "docs": [dict(zip(("location", "title", "text"), entry, strict=True)) for entry in entries],
        }
    )


def test_generated_pages_stand_before_the_pages_of_the_plugin() -> None:
    own = {"location": "a.html", "title": "全部角色卡", "text": "", "boost": 3}

    docs = json.loads(completed(index(("b.html", "B", "Greet.")), [own], {}))["docs"]

    assert [(entry["location"], entry["title"], entry.get("boost")) for entry in docs] == [
        ("a.html", "全部角色卡", 3),
        ("b.html", "B", None),
    ]


def test_what_the_plugin_cuts_where_it_can_is_whole_again() -> None:
    cut = index(("a.html", "登记\u200b投诉", "<p>\u200b登\u200b记\u200b</p> P1 form"))

    assert completed(cut, (), {}) == completed(index(("a.html", "登记投诉", "<p>登记</p> P1 form")), (), {})


def test_chinese_is_written_as_itself() -> None:
    assert "“受理”" in completed(index(("a.html", "Promise", "“受理”")), (), {})


def test_a_heading_that_many_pages_have_with_nothing_below_it_is_left_out() -> None:
    used = [(f"{at}.html#used", "Where it is used", "" if at else "Step 1") for at in range(5)]
    entries = [("0.html", "Opening", ""), ("0.html#authority", "Who may give how much", ""), *used]

    docs = json.loads(completed(index(*entries), (), {}))["docs"]

    assert [entry["location"] for entry in docs] == ["0.html", "0.html#authority", "0.html#used"]


@pytest.mark.parametrize(("locale", "alike"), [("en", "customer|guest|client"), ("zh", "客户|客人|顾客")])
def test_words_that_mean_the_same_come_with_bars_between_them(
    shipped_sops: ShippedSops, locale: str, alike: str
) -> None:
    words = search_words(shipped_sops.edition("reference", locale))

    assert words["alike"][0][0].startswith(alike)
    assert {len(sides) for sides in words["alike"]} == {1, 2}
    assert words["little"] != ""
    assert words["figure"] != ()
