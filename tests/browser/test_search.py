"""The search as staff use it: with and without a server, by keys and by touch, with all storage blocked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from watching import DEVICES, Device, Watched

FIRST = 3

Opens = Callable[[str, Device], Watched]


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, server: str, reference_site: Path) -> str:
    """The address of the handbook on a server, and in a folder."""
    return server if request.param == "http" else reference_site.as_uri() + "/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(**DEVICES["desktop"])
    yield page
    page.close()


def found(page: Page, locale: str) -> list[set[str]]:
    """For each of the first results, the addresses to which it leads: its page, and the parts of it."""
    links = page.evaluate(
        "Array.from(document.querySelectorAll('.md-search-result__item'))"
        ".map(item => Array.from(item.querySelectorAll('a'), link => link.href))"
    )
    return [{address.split(f"/{locale}/")[1].split("?")[0] + _anchor(address) for address in item} for item in links]


def _anchor(address: str) -> str:
    return f"#{address.split('#')[1]}" if "#" in address and "?" in address else ""


def look_for(page: Page, wish: str) -> None:
    """Type the whole wish at once, so that nothing else was searched for before."""
    field = page.locator(".md-search__input")
    field.fill("")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    field.fill(wish)


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".md-search__input").click()


@pytest.mark.parametrize(("wish", "wanted"), [("thank you", "scripts/thank-you"), ("2000", "decisions")])
def test_the_search_answers_with_and_without_a_server(page: Page, site: str, wish: str, wanted: str) -> None:
    open_search(page, f"{site}en/index.html")

    look_for(page, wish)

    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert any(f"{wanted}.html" in item for item in found(page, "en")[:FIRST])


def test_the_index_comes_when_somebody_opens_the_search(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}en/steps/verify.html")
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "search_index" in address or "/workers/" in address]

    with page.expect_request_finished(lambda request: "search_index" in request.url):
        page.locator(".md-search__input").click()

    assert not [address for address in asked if "/workers/" in address]


def test_words_not_to_say_are_marked_and_the_phrase_comes_first(page: Page, server: str) -> None:
    open_search(page, f"{server}zh/index.html")

    look_for(page, "是我们的错")

    first = page.locator(".md-search-result__item").first
    expect(first.locator(".am-find-kind[data-kind=never]").first).to_have_text("不要说")
    assert "wording.html#wording--our-fault" in found(page, "zh")[0]


def test_a_browser_that_refuses_all_storage_searches_too(page: Page, server: str) -> None:
    blocked = "Object.defineProperty(window, '{0}', {{configurable: true, get() {{ throw new DOMException('no') }}}});"
    page.add_init_script("".join(blocked.format(name) for name in ("localStorage", "sessionStorage")))
    open_search(page, f"{server}en/index.html")

    look_for(page, "letters")

    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_half_a_chinese_word_is_enough(page: Page, server: str) -> None:
    open_search(page, f"{server}zh/index.html")

    look_for(page, "投诉登")

    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert any("records/registration.html" in item for item in found(page, "zh"))


def test_what_is_composed_with_an_input_method_is_looked_for_once_it_is_chosen(page: Page, server: str) -> None:
    open_search(page, f"{server}zh/index.html")
    hand = page.context.new_cdp_session(page)

    # An input method does the same: letters first, then the characters that are picked by mouse, without a key.
    hand.send("Input.imeSetComposition", {"text": "gan xie", "selectionStart": 7, "selectionEnd": 7})
    hand.send("Input.insertText", {"text": "感谢"})

    expect(page.locator(".md-search__input")).to_have_value("感谢")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert "scripts/thank-you.html" in found(page, "zh")[0]


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_the_search_arrows_walk_through_it_and_escape_closes_it(page: Page, server: str, key: str) -> None:
    page.goto(f"{server}en/steps/verify.html")
    field = page.locator(".md-search__input")
    expect(page.locator(".am-key")).to_be_visible()

    page.keyboard.press(key)
    expect(field).to_be_focused()
    expect(page.locator(".am-key")).to_be_hidden()

    page.keyboard.type("thank you")
    first = page.locator(".md-search-result__item a").first
    # Wait for the last results: when they replace earlier ones, the focus would be lost.
    expect(first).to_have_attribute("href", re.compile(r"[?]h=thank[+]you$"))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_on_a_phone_the_large_field_of_the_home_page_opens_the_search(watched: Opens, server: str) -> None:
    seen = watched(server, "phone")
    page = seen.open("en/index.html")

    page.locator("[data-find]").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("refund")
    expect(page.locator(".md-search-result__item").first).to_be_in_viewport()

    assert seen.errors == []
    assert seen.asked_elsewhere == []


def test_on_a_desk_the_field_of_the_home_page_is_the_search_even_with_all_storage_blocked(
    watched: Opens, server: str
) -> None:
    seen = watched(server, "desktop")
    blocked = "Object.defineProperty(window, '{0}', {{configurable: true, get() {{ throw new DOMException('no') }}}});"
    seen.page.add_init_script("".join(blocked.format(name) for name in ("localStorage", "sessionStorage")))
    page = seen.open("en/index.html")

    page.locator(".am-hero .md-search__input").click()
    page.keyboard.type("refund")
    first = page.locator(".am-hero .md-search-result__item").first
    expect(first).to_be_in_viewport()
    assert first.locator("h1").evaluate("it => parseFloat(getComputedStyle(it).fontSize)") < 20
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("header .md-search__input")).to_have_count(1)

    assert seen.errors == []
    assert seen.asked_elsewhere == []


NOTHING = {
    "en": ("Nothing found for “<qqq> zzz”", "What has happened?"),
    "zh": ("没有找到“<qqq> zzz”", "遇到什么情况了？"),
}


@pytest.mark.parametrize("locale", NOTHING)
def test_a_search_that_finds_nothing_says_so_and_shows_where_else_to_look(
    watched: Opens, server: str, reference_site: Path, locale: str
) -> None:
    said, first = NOTHING[locale]
    seen = watched(server, "phone")
    page = seen.open(f"{locale}/steps/verify.html")
    page.locator(".md-header__button[for=__search]").click()

    look_for(page, "<qqq> zzz")

    expect(page.locator(".md-search-result__meta")).to_have_text(said)
    ways = page.locator(".am-find-none a")
    expect(ways.first).to_have_text(first)
    assert 3 <= ways.count() <= 6
    for way in ways.all():
        expect(way).to_be_in_viewport()
        address = way.evaluate("it => it.href").removeprefix(server).split("#")[0]
        assert (reference_site / address).is_file()
    page.keyboard.press("ArrowDown")
    expect(ways.first).to_be_focused()

    look_for(page, "R01")

    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.locator(".am-find-none")).to_have_count(0)
    assert seen.errors == []


@pytest.mark.parametrize("lost", ["**/search_index.json", "**/find.js"])
def test_a_search_that_cannot_load_says_so(page: Page, server: str, lost: str) -> None:
    page.route(lost, lambda route: route.abort())
    open_search(page, f"{server}en/steps/verify.html")

    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("^The search has not loaded"))
