import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from jinja2 import UndefinedError
from selectolax.lexbor import LexborHTMLParser

from amends.documents.page import Page
from amends.edition.edition import Edition
from amends.edition.words import read_words
from amends.render.pages import PageRenderer
from amends.shipped import shipped
from hotel import FILES, Hotel
from page_html import html_of_pages


def rendered(edition: Edition, folder: Path, template: str, page: Page | None = None) -> str:
    """What a template of our own makes of a page."""
    (folder / "handbook").mkdir(exist_ok=True)
    (folder / "handbook" / "own.html.j2").write_text(template, encoding="utf-8")
    return PageRenderer(folder, edition).html(page or Page("steps/solve", "Solve it", "own.html.j2"))


def body(edition: Edition, folder: Path, template: str, **data: object) -> str:
    return rendered(edition, folder, template, Page("steps/solve", "T", "own.html.j2", data))


def test_a_template_sets_texts_phrases_and_plain_words_in_the_language_of_the_page(
    hotel: Hotel, tmp_path: Path
) -> None:
    edition = hotel.edition("zh")
    phrase = edition.phrase(edition.sop.steps["accept"].purpose)

    template = "{{ sop.steps.accept.title | t }} {{ phrase | t }} {{ '1 * 2' | t }} {{ w('hand-to', role='A*B') }}"
    assert body(edition, tmp_path, template, phrase=phrase) == "受理投诉 让客人被倾听。 1 * 2 移交：A*B。"


def test_a_template_leads_to_entries_pages_and_files_from_where_it_is(hotel: Hotel, tmp_path: Path) -> None:
    edition = hotel.edition()

    assert body(edition, tmp_path, "{{ entry('roles/manager') }}") == '<a href="../roles/manager.html">Manager</a>'
    assert body(edition, tmp_path, "{{ entry_href('steps/solve/actions/offer') }}") == "solve.html#action--offer"
    assert (
        body(edition, tmp_path, "{{ href('index') }} {{ file('print/cards.pdf') }}")
        == "../index.html ../print/cards.pdf"
    )
    assert body(edition, tmp_path, "{{ anchor('actions', 'offer') }}") == "action--offer"


def test_a_title_in_another_language_than_the_page_says_so(hotel: Hotel, tmp_path: Path) -> None:
    french = Edition(hotel.edition().sop, "fr", read_words("fr"))
    template = "{% import 'ui.html.j2' as ui %}{{ entry('roles/manager') }}<h1{{ ui.lang_of('roles/manager') }}>"
    (tmp_path / "handbook").mkdir()
    shutil.copy(shipped("templates") / "handbook" / "ui.html.j2", tmp_path / "handbook")

    assert body(french, tmp_path, template) == '<a href="../roles/manager.html" lang="en">Manager</a><h1 lang="en">'
    assert body(hotel.edition(), tmp_path, template) == '<a href="../roles/manager.html">Manager</a><h1>'


def test_a_link_to_a_source_bears_the_words_of_the_source(hotel: Hotel, tmp_path: Path) -> None:
    link = body(hotel.edition(), tmp_path, "{{ entry('frameworks/old-book') }}")

    assert link == '<a href="../frameworks/old-book.html">Three rules {{ here }}</a>'


def test_what_a_template_is_given_is_escaped_even_where_it_forgets_to_ask(hotel: Hotel, tmp_path: Path) -> None:
    assert body(hotel.edition(), tmp_path, "{{ value }}", value="<b>") == "&lt;b&gt;"


def test_a_text_of_the_author_is_never_a_template(hotel: Hotel, tmp_path: Path) -> None:
    text = "{{ 7 * 7 }}{% raw %}"

    assert "49" not in body(hotel.edition(), tmp_path, "{{ value | t }}", value=text)


def test_a_template_that_asks_for_what_is_not_there_fails(hotel: Hotel, tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        body(hotel.edition(), tmp_path, "{{ nothing }}")


def test_one_renderer_sets_many_pages_each_from_its_own_place(hotel: Hotel, tmp_path: Path) -> None:
    (tmp_path / "handbook").mkdir()
    (tmp_path / "handbook" / "a.html.j2").write_text("{{ href('index') }}", encoding="utf-8")
    renderer = PageRenderer(tmp_path, hotel.edition())

    pages = [renderer.html(Page(path, "T", "a.html.j2")) for path in ("index", "steps/solve")]
    assert [page.splitlines()[-1] for page in pages] == ["index.html", "../index.html"]


class _Links(HTMLParser):
    """Finds links that stand inside a link: a browser tears the outer one apart there."""

    def __init__(self) -> None:
        super().__init__()
        self.open, self.nested = 0, 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the signature of the parser
        self.open += tag == "a"
        self.nested += tag == "a" and self.open > 1

    def handle_endtag(self, tag: str) -> None:
        self.open -= tag == "a"


def test_a_text_that_names_a_role_makes_no_link_inside_a_link(tmp_path: Path) -> None:
    def holds_none(path: tuple[str, ...]) -> bool:
        """Names of the house, lines to say, and titles that are put into other texts name no role."""
        is_put_into_others = path[0] in {"steps", "roles", "scripts", "records"} and path[2:] == ("title",)
        return is_put_into_others or bool({"organisation", "variables", "vocabulary", "lines", "slots"} & {*path})

    def everywhere(value: object, within: tuple[str, ...] = ()) -> object:
        """The SOP with the name of a role in every text that may have one."""
        if not isinstance(value, dict):
            return value
        if value.keys() == {"en", "zh"} and all(isinstance(text, str) for text in value.values()):
            added = "" if holds_none(within) else " {{ role:manager }}"
            return {locale: f"{text}{added}" for locale, text in value.items()}
        return {key: everywhere(inner, (*within, key)) for key, inner in value.items()}

    files = {
        name: yaml.safe_dump(everywhere(yaml.safe_load(text)), allow_unicode=True, sort_keys=False)
        for name, text in FILES.items()
    }
    pages = html_of_pages(Hotel(tmp_path, files).sheets())

    assert sum(html.count("roles/manager.html") for html in pages.values()) > 80
    torn = set()
    for path, html in pages.items():
        links = _Links()
        links.feed(html)
        torn |= {path} if links.nested else set()
    assert torn == set()


def test_no_attribute_holds_a_tag_even_where_a_text_is_not_translated(tmp_path: Path) -> None:
    in_french = {"sop.yml": FILES["sop.yml"].replace("locales: [en, zh]", "locales: [en, zh, fr]")}
    pages = html_of_pages(Hotel(tmp_path / "hotel", dict(FILES) | in_french).sheets(), "fr")

    found = {
        (path, name)
        for path, page in pages.items()
        for node in LexborHTMLParser(page).css("*")
        for name, value in node.attributes.items()
        if "<" in name or "<" in (value or "") or '"' in name
    }

    assert any('class="fallback"' in page for page in pages.values())
    assert found == set()


def test_of_several_places_of_one_kind_one_shows_the_kind(hotel: Hotel, tmp_path: Path) -> None:
    (tmp_path / "handbook").mkdir()
    shutil.copy(shipped("templates") / "handbook" / "ui.html.j2", tmp_path / "handbook")
    template = "{% import 'ui.html.j2' as ui %}{{ ui.places(['steps/accept', 'steps/solve', 'roles/manager']) }}"

    places = LexborHTMLParser(body(hotel.edition(), tmp_path, template))

    assert [it.text() for it in places.css(".am-kind")] == ["Step", "Step", "Role"]
    assert [it.css_first(".am-offstage") is None for it in places.css(".am-kind")] == [True, False, True]
