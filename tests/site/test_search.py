"""The index has every page, and is the same whatever is installed beside us."""

from __future__ import annotations

import json

from amends.site.search import completed


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
