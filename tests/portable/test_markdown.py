from __future__ import annotations

import html

import markdown as python_markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from amends.portable.markdown import markdown

EXTENSIONS = ["attr_list", "tables", "admonition", "toc", "pymdownx.tasklist"]
IN = ["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>", '<p><a href="x.md">{}</a></p>', "<p><strong>{}</strong></p>"]
TABLE = "<table><thead><tr><th>{0}</th><th>b</th></tr></thead><tbody><tr><td>{0}</td><td></td></tr></tbody></table>"
texts = st.lists(
    st.sampled_from([*"abc1 .)(][{}#:+-*_`~=|\\<>&!\"'/;，。", "amp", "TOC", "[x]", "](", "1.", "  "]), min_size=1
)


def written(content: str) -> str:
    return markdown(BeautifulSoup(content, "html.parser"))


def read_back(text: str) -> str:
    return BeautifulSoup(python_markdown.markdown(text, extensions=EXTENSIONS), "html.parser").get_text()


@pytest.mark.parametrize("around", [*IN, TABLE])
@given(parts=texts)
@example(parts=["[TOC]"])
@example(parts=["[a](b)"])
@example(parts=["&lt;b&gt;"])
@example(parts=["<script>"])
@example(parts=["a: b {: .c }"])
@example(parts=["!!! note"])
@example(parts=["2026. "])
@example(parts=["[x]: y"])
@example(parts=["]:"])
@example(parts=[" ", ">"])
@example(parts=["x]: y"])
def test_text_is_read_back_unchanged(around: str, parts: list[str]) -> None:
    content = around.format(html.escape("".join(parts)))

    expected = BeautifulSoup(content, "html.parser").get_text()
    assert "".join(read_back(written(content)).split()) == "".join(expected.split())


def test_what_belongs_to_an_item_stands_four_columns_further_in() -> None:
    steps = (
        "<ol><li><p>Listen.</p><blockquote>Go on.</blockquote><ul><li>a</li><li>b</li></ul></li><li>Thank.</li></ol>"
    )

    assert written(steps) == "1.  Listen.\n\n    > Go on.\n\n    -   a\n    -   b\n\n2.  Thank.\n"


def test_the_tenth_item_keeps_its_distance() -> None:
    assert written(f"<ol>{'<li><p>a</p><p>b</p></li>' * 10}</ol>").endswith("10. a\n\n    b\n")


def test_chinese_text_gets_no_spaces() -> None:
    assert written("<p>请<strong>记下</strong>所说的<em>话</em>。</p>") == "请**记下**所说的*话*。\n"


def test_a_cell_keeps_its_lines() -> None:
    rows = "<tr><th>a</th></tr></thead><tbody><tr><td>x <br> y|z</td></tr>"

    assert written(f"<table><thead>{rows}</tbody></table>") == "| a |\n| --- |\n| x<br>y\\|z |\n"
