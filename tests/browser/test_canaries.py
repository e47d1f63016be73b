"""A handbook in which every text is an attack, in a browser: nothing runs, nothing is requested, all words are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from canaries import PAYLOADS
from watching import Watched

Opens = Callable[..., Watched]
Serves = Callable[[Path], str]

_TOUCH_EVERYTHING = """() => {
  for (const element of document.querySelectorAll("body *"))
    for (const type of ["mouseover", "mouseenter", "pointerdown", "focus", "toggle", "load", "error"])
      element.dispatchEvent(new Event(type, { bubbles: true }));
  return [window.__canary, document.querySelector("article").textContent];
}"""


@pytest.fixture(params=["from a server", "from a folder"])
def address(request: pytest.FixtureRequest, serve: Serves, canary_site: Path) -> str:
    return serve(canary_site) if request.param == "from a server" else f"{canary_site.as_uri()}/"


@pytest.mark.parametrize(
    ("address", "locale"), [("from a server", "en"), ("from a folder", "zh")], indirect=["address"]
)
def test_on_no_page_does_anything_run_and_every_attack_is_there_to_read(
    watched: Opens, canary_site: Path, address: str, locale: str
) -> None:
    seen = watched(address)
    read = ""
    pages = sorted(path.relative_to(canary_site).as_posix() for path in (canary_site / locale).rglob("*.html"))

    for path in pages:
        if path.endswith("404.html"):  # its links lead to the root of a server
            continue
        page = seen.open(path)
        ran, text = page.evaluate(_TOUCH_EVERYTHING)
        assert ran is None, path
        read += text

    page.wait_for_load_state("networkidle")
    assert len(pages) > 30
    assert (seen.errors, seen.asked_elsewhere) == ([], [])
    words = " ".join(read.split())
    assert [payload.written for payload in PAYLOADS if payload.visible not in words] == []


def test_titles_are_text_in_the_tab_the_path_and_the_navigation(watched: Opens, address: str) -> None:
    page = watched(address).open("en/steps/accept.html")

    heading = words_of(page, "h1")
    assert "window.__canary" in heading
    assert " ".join(page.title().split()).startswith(heading)
    assert heading in words_of(page, ".md-nav--primary")
    assert page.locator(".md-path").count() == 1


def words_of(page: Page, selector: str) -> str:
    return " ".join((page.locator(selector).first.text_content() or "").split())


@pytest.mark.parametrize("wish", ["script", "onerror", "javascript"])
def test_what_the_search_shows_is_text_with_the_found_words_marked(watched: Opens, address: str, wish: str) -> None:
    seen = watched(address)
    page = seen.open("en/index.html")

    page.locator(".md-search__input").click()
    page.keyboard.type(wish)

    results = page.locator(".md-search-result__list")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(results.locator("mark").first).to_be_visible()
    page.evaluate("document.querySelectorAll('.md-search-result__more').forEach((more) => (more.open = true))")
    assert results.locator("script, img, iframe, svg:not(.md-icon svg), style, object, embed, form, input").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**?h=*")
    expect(page.locator("mark").first).to_be_attached()
    assert page.evaluate("window.__canary ?? null") is None
    assert (seen.errors, seen.asked_elsewhere) == ([], [])


def test_what_got_past_every_gate_is_refused_by_the_browser(watched: Opens, address: str) -> None:
    seen = watched(address)
    page = seen.open("en/index.html")
    failed: dict[str, str | None] = {}
    page.on("requestfailed", lambda request: failed.update({request.url: request.failure}))

    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.__canary = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="window.__canary=2">
        <a href="javascript:window.__canary=3" id="run">x</a><iframe srcdoc="<script>parent.__canary=4</script>"></iframe>
        <p style="color: red" id="red">x</p><form action="https://evil.example/"><button id="send">x</button></form>
        <img src="https://evil.example/x.png">`);
      document.getElementById("run").click();
      document.getElementById("send").click();
    }""")
    page.wait_for_timeout(300)

    assert page.evaluate("window.__canary ?? null") is None
    assert page.evaluate("getComputedStyle(document.getElementById('red')).color") != "rgb(255, 0, 0)"
    refused = {error.split()[1] for error in seen.errors if error.startswith("refused: ")}
    assert {"script-src-elem", "script-src-attr", "style-src-attr", "form-action", "img-src"} <= refused
    # The browser reports the request, although the policy of the page stopped it before it was sent.
    assert {address: failed.get(address) for address in seen.asked_elsewhere} == {"https://evil.example/x.png": "csp"}
