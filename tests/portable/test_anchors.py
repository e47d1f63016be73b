from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from amends.portable.anchors import mark_anchors
from amends.portable.markdown import markdown


def marked(content: str, *wanted: str) -> tuple[str, dict[str, str]]:
    page = BeautifulSoup(content, "html.parser")
    instead = mark_anchors(page, wanted)
    return markdown(page), dict(instead)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<h2 id="a">Title</h2>', "## Title {: #a }\n"),
        ('<p id="a">Text.</p>', "Text.\n{: #a }\n"),
        ('<ul><li id="a">One</li></ul>', "-   One\n    {: #a }\n"),
        ('<ul><li id="a">One<ul><li>in</li></ul></li></ul>', "-   One\n    {: #a }\n    -   in\n"),
        ('<ul><li id="a"><p>One</p><p>Two</p></li></ul>', "-   One\n    {: #a }\n\n    Two\n"),
        ('<div id="a"><p>Text.</p></div>', "Text.\n{: #a }\n"),
        ("<table><tr id='a'><td>x</td><td>y</td></tr></table>", "| | |\n| --- | --- |\n| x {: #a } | y |\n"),
    ],
)
def test_an_id_stands_where_markdown_can_give_one(content: str, expected: str) -> None:
    assert marked(content, "a") == (expected, {})


def test_an_id_to_which_nobody_links_is_left_out() -> None:
    assert marked('<h2 id="a">Title</h2>') == ("## Title\n", {})


def test_where_an_id_stands_already_it_stands_for_a_second_one() -> None:
    assert marked('<div id="a"><p id="b">Text.</p></div>', "a", "b") == ("Text.\n{: #a }\n", {"b": "a"})
