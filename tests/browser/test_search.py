"""Staff find what they mean among the first three results, in both languages, with and without a server."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from watching import DEVICES, Device, Watched

FIRST = 3

# What is typed, and what to find; one of these must be among the first three: a page, or a card of the home page.
ENGLISH = {
    "refund": "steps/propose index.html#situation--money-back",
    "money back": "index.html#situation--money-back",
    "angry customer": "customer-types/irritable scripts/empathy",
    "rude staff": "index.html#situation--colleague scripts/about-a-colleague",
    "who decides": "index.html#situation--who-decides steps/approve",
    "which department": "index.html#situation--whose-matter steps/classify",
    "please wait": "scripts/instead-of-wait",
    "say sorry": "scripts/apology-regret",
    "journalist": "index.html#situation--press",
    "deadline passed": "index.html#situation--date-passed",
    "thank you": "scripts/thank-you",
    "complaint form": "records/registration",
    "phone number": "contacts",
    "swearing": "scripts/boundary",
}
CHINESE = {
    "退钱": "index.html#situation--money-back",
    "骂人": "scripts/boundary index.html#situation--insults",
    "发火": "customer-types/irritable scripts/empathy",
    "谁负责": "index.html#situation--whose-matter steps/classify",
    "谁说了算": "index.html#situation--who-decides steps/approve",
    "请稍等": "scripts/instead-of-wait",
    "道歉": "scripts/apology-fault",
    "记者": "index.html#situation--press",
    "超期": "scripts/progress index.html#situation--date-passed",
    "感谢": "scripts/thank-you",
    "投诉登记表": "records/registration",
    "电话": "contacts",
    "角色卡": "roles/index",
    "态度差": "index.html#situation--colleague scripts/about-a-colleague",
}

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


def is_found(wanted: str, page: Page, locale: str) -> bool:
    pages = [one if ".html" in one else f"{one}.html" for one in wanted.split()]
    return any(one in item for item in found(page, locale)[:FIRST] for one in pages)


def look_for(page: Page, wish: str) -> None:
    """Type the whole wish at once, so that nothing else was searched for before."""
    field = page.locator(".md-search__input")
    field.fill("")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    field.fill(wish)


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".md-search__input").click()


@pytest.mark.parametrize(("locale", "wishes"), [("en", ENGLISH), ("zh", CHINESE)])
def test_what_staff_would_type_leads_to_what_they_mean(
    page: Page, site: str, locale: Literal["en", "zh"], wishes: dict[str, str]
) -> None:
    open_search(page, f"{site}{locale}/index.html")
    missed = {}

    for wish, wanted in wishes.items():
        look_for(page, wish)
        until = time.monotonic() + 10
        while not is_found(wanted, page, locale) and time.monotonic() < until:
            page.wait_for_timeout(50)
        if not is_found(wanted, page, locale):
            missed[wish] = found(page, locale)[:FIRST]

    assert missed == {}


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


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_large_field_of_the_home_page_opens_the_search(watched: Opens, server: str, device: Device) -> None:
    seen = watched(server, device)
    page = seen.open("en/index.html")

    page.locator("[data-find]").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("refund")
    expect(page.locator(".md-search-result__item").first).to_be_in_viewport()

    assert seen.errors == []
    assert seen.asked_elsewhere == []
