from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.edition.edition import Phrase
from amends.edition.inline import Run
from amends.render.html import entry_href, heading_html, phrase_html, relative, relative_file, safe_text

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></div><h1>",
    "<!-- no comment -->",
    '" onclick="alert(1)',
    "' onclick='alert(1)",
    "&amp; &lt; &#42; \\*",
    "{{ no_macro }} {% no %}",
    "# 1. - **no Markdown** {: #anchor }",
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


def read(html: str) -> tuple[list[str], str]:
    """What a browser makes of a page: its tags with the names of their attributes, and its text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tags, " ".join(reader.text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_nothing_but_text_in_an_element_and_in_an_attribute(text: str) -> None:
    tags, shown = read(f'<p title="{safe_text(text)}">{safe_text(text)}</p>')

    assert tags == ["p title"]
    assert shown == " ".join(text.split())


@given(st.text(alphabet=st.characters(exclude_categories=["C"])))
def test_any_text_is_nothing_but_text(text: str) -> None:
    tags, shown = read(safe_text(text))

    assert tags == []
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
        "a &lt; b <strong>now</strong><em>soft</em><code>R_1</code>"
        '<span class="slot">name</span>'
        '<a href="https://law.example/?a=1&amp;b=2">law</a>'
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


def test_no_line_of_a_title_ends_inside_a_word_with_a_hyphen() -> None:
    assert heading_html("The four thank-you sentences") == 'The four <span class="am-whole">thank-you</span> sentences'
    assert (
        heading_html("Combien puis-je <b> - R&D?")
        == 'Combien <span class="am-whole">puis-je</span> &lt;b&gt; - R&amp;D?'
    )
    assert heading_html("Puis\u2011je clore") == '<span class="am-whole">Puis-je</span> clore'
    assert heading_html("Donaudampfschifffahrts-Gesellschaft") == "Donaudampfschifffahrts-Gesellschaft"
