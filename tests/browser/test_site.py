"""The handbook in a browser, on a desk and in a hand, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from watching import Watched

Opens = Callable[..., Watched]


@pytest.fixture(params=["from a server", "from a folder"])
def address(request: pytest.FixtureRequest, server: str, reference_site: Path) -> str:
    """Where the handbook is: everything must work in both places."""
    return server if request.param == "from a server" else f"{reference_site.as_uri()}/"


on_each_device = pytest.mark.parametrize("device", ["desktop", "phone"])


def test_a_request_to_elsewhere_and_an_error_would_be_seen(watched: Opens, server: str) -> None:
    seen = watched(server, "desktop")
    page = seen.open("en/index.html")

    page.evaluate("new Promise((end) => Object.assign(new Image(), { onerror: end, src: 'https://fonts.example/x' }))")
    page.evaluate("console.error('oops')")

    assert seen.asked_elsewhere == ["https://fonts.example/x"]
    assert "oops" in seen.errors
    assert any(error.startswith("refused: img-src https://fonts.example/x") for error in seen.errors)


@on_each_device
def test_the_switch_of_language_stays_on_the_page(watched: Opens, address: str, device: str) -> None:
    seen = watched(address, device)
    page = seen.open("en/steps/accept.html")
    expect(page.locator("h1")).to_have_text("Accept the complaint")

    page.get_by_role("button", name="Select language").hover()
    page.get_by_role("link", name="中文").click()

    expect(page).to_have_url(f"{address}zh/steps/accept.html")
    expect(page.locator("h1")).to_have_text("受理投诉")

    page.locator("header .md-select").hover()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{address}en/steps/accept.html")
    assert (seen.errors, seen.asked_elsewhere) == ([], [])


def test_the_start_page_leads_to_the_default_language(watched: Opens, address: str) -> None:
    page = watched(address, "desktop").open("index.html")

    expect(page).to_have_url(f"{address}en/index.html")


def test_words_to_say_are_copied_as_they_are_spoken(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}zh/scripts/thank-you.html")

    page.locator("[data-copy]").first.click()
    page.locator(".am-copy--done").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == (
        "这次给您添麻烦了，再跟您说声对不起。\n"
        "谢谢您一直信任我们、选择我们。\n"
        "感谢您发现并告诉我们这个问题，让我们看到了自己的不足。\n"
        "我们一定努力改进工作，把服务做得更好。"
    )
    context.close()


def test_pages_and_links_work_from_a_shared_folder_without_a_server(browser: Browser, reference_site: Path) -> None:
    page = browser.new_page()
    page.goto((reference_site / "index.html").as_uri(), wait_until="networkidle")

    page.get_by_role("link", name="Verify the facts").first.click()

    expect(page.locator("h1")).to_have_text("Verify the facts")
    assert page.url == (reference_site / "en" / "steps" / "verify.html").as_uri()
    page.close()


@pytest.mark.parametrize(
    ("page", "homes"), [("en/404.html", ["en"]), ("zh/404.html", ["zh"]), ("404.html", ["en", "zh"])]
)
def test_the_page_for_a_missing_address_stands_alone_and_leads_home_from_any_depth(
    watched: Opens, reference_site: Path, page: str, homes: list[str]
) -> None:
    seen = watched("http://handbook.invalid/", "desktop")
    html = (reference_site / page).read_text(encoding="utf-8")
    seen.page.route("**/*", lambda route: route.fulfill(status=200, content_type="text/html", body=html))
    seen.page.goto(
        "http://handbook.invalid/of/us/zh/steps/deep/gone.html"
        if "zh" in homes
        else "http://handbook.invalid/of/us/en/gone"
    )

    links = seen.page.locator("a[data-locale]").evaluate_all("links => links.map(link => link.href)")
    assert sorted(links) == [f"http://handbook.invalid/of/us/{locale}/index.html" for locale in homes]
    assert seen.page.locator("link[rel=stylesheet], script[src]").count() == 0
    assert seen.page.locator("main").evaluate("it => getComputedStyle(it).borderTopWidth") == "6px"


GONE = {"en": "Not in this handbook", "zh": "手册中没有这一页"}


@pytest.mark.parametrize(
    ("path", "wish", "locale"),
    [
        ("zh/steps/gone.html", "en-US", "zh"),
        ("en/gone", "zh-CN", "en"),
        ("gone", "zh-TW", "zh"),
        ("gone", "en-AU", "en"),
        ("gone", "fr-FR", "en"),
    ],
)
def test_the_page_for_a_missing_address_speaks_first_as_its_reader_does(
    watched: Opens, reference_site: Path, path: str, wish: str, locale: str
) -> None:
    seen = watched("http://handbook.invalid/", "phone", locale=wish)
    html = (reference_site / "404.html").read_text(encoding="utf-8")
    seen.page.route("**/*", lambda route: route.fulfill(status=200, content_type="text/html", body=html))
    page = seen.open(path)

    expect(page.locator("h1")).to_have_text(GONE[locale])
    expect(page.locator("html")).to_have_attribute("lang", locale)
    expect(page.locator("a").first).to_have_attribute("data-locale", locale)
    assert [it for it in GONE.values() if page.locator("a").first.inner_text().count(it)] == []
    assert page.locator("a").last.inner_text().count(next(text for it, text in GONE.items() if it != locale)) == 1
    assert (seen.errors, seen.asked_elsewhere) == ([], [])
