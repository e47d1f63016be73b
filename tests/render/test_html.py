import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from amends.edition.edition import Phrase
from amends.edition.inline import Run
from amends.render.html import entry_href, phrase_html, relative, relative_file, safe_text, script_json

# What MkDocs and the plugin switch on; an SOP's texts must mean nothing to any of them.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
HOSTILE = [
    "<script>alert(1)</script>",
    "# no heading",
    "1. no list",
    "2) no list",
    "- no list",
    "+ no list",
    "* no list",
    "    no code",
    "```\nno fence\n```",
    "~~~ no fence",
    "> no quotation",
    "**not strong** _not emphasis_ `no code`",
    "[no link](https://e.example) [no]: https://e.example",
    "![no image](x.png)",
    "https://no.link.example <https://no.link.example>",
    "name {: #anchor onclick=alert(1) } {#anchor}",
    "no | table\n--- | ---\na | b",
    "heading\n=======",
    "---",
    "&amp; &lt; &#42; \\*",
    "{{ no_macro }} {% no %}",
    "H~2~O x^2^ ==no mark== ~~no~~ :no_emoji: $no$",
    "!!! no admonition",
    "[TOC]",
    "*[HTML]: no abbreviation",
    "a\u2028b\x0bc",
]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *(name for name, _ in attrs)]))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markdown: str) -> tuple[list[str], str]:
    """What a browser makes of a page: its tags with the names of their attributes, and its text."""
    reader = _Reader()
    reader.feed(Markdown(extensions=EXTENSIONS).convert(markdown))
    reader.close()
    return reader.tags, " ".join(reader.text.split())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("before", "after", "tags"),
    [
        ("", "", ["p"]),
        ("## ", "", ["h2 id"]),
        ("<p>", "</p>", ["p"]),
        ("<div>\n<p>", "</p>\n</div>", ["div", "p"]),
        ("A sentence: ", ".", ["p"]),
    ],
    ids=["paragraph", "heading", "HTML", "block", "sentence"],
)
def test_a_text_is_nothing_but_text_wherever_it_stands(text: str, before: str, after: str, tags: list[str]) -> None:
    found, shown = read(f"{before}{safe_text(text)}{after}")

    assert found == tags
    assert " ".join(text.split()) in shown


@given(st.text(alphabet=st.characters(exclude_categories=["C"])))
def test_any_text_is_nothing_but_text(text: str) -> None:
    tags, shown = read(safe_text(text))

    assert tags == (["p"] if text.strip() else [])
    assert shown == " ".join(text.split())


def test_the_runs_of_a_phrase_become_the_tags_of_their_styles() -> None:
    phrase = Phrase(
        (
            Run("a < b "),
            Run("now", "strong"),
            Run("soft", "emphasis"),
            Run("R_1", "code"),
            Run("name", "slot"),
            Run("law", link="https://law.example/?a=1&b=2"),
            Run("Verify", entry="steps/verify/actions/ask"),
        ),
        "en",
    )

    assert phrase_html(phrase, "roles/finance") == (
        "a &lt; b <strong>now</strong><em>soft</em><code>R&#95;1</code>"
        '<span class="slot">name</span>'
        '<a href="https://law.example/?a&#61;1&amp;b&#61;2">law</a>'
        '<a href="../steps/verify.html#action--ask">Verify</a>'
    )


def test_a_text_in_another_language_than_its_page_says_so() -> None:
    phrase = Phrase((Run("Ask."),), "en", is_fallback=True)

    assert phrase_html(phrase, "index") == '<span class="fallback" lang="en">Ask.</span>'


@pytest.mark.parametrize(
    ("target", "page", "href"),
    [
        ("steps/accept", "index", "steps/accept.html"),
        ("steps/accept", "steps/solve", "accept.html"),
        ("index", "steps/solve", "../index.html"),
        ("roles/index", "customer-types/shouting", "../roles/index.html"),
    ],
)
def test_addresses_are_relative_so_that_pages_open_without_a_server(target: str, page: str, href: str) -> None:
    assert relative(target, page) == href


def test_files_and_entries_have_relative_addresses_too() -> None:
    assert relative_file("print/cards.pdf", "roles/finance") == "../print/cards.pdf"
    assert entry_href("glossary/complaint", "steps/accept") == "../glossary.html#glossary--complaint"
    assert entry_href("steps/accept", "steps/accept") == "accept.html"


def test_data_for_a_script_cannot_end_its_element_and_stays_the_same_data() -> None:
    value = {"text": "</script><!-- & 投诉\u2028", "count": 1}

    text = script_json(value)

    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == value
