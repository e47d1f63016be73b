"""One page of each kind, in both languages, on a desk and in a hand, light and dark, with and without a server.

No page has a problem for axe-core (WCAG 2.2 AA), writes an error, breaks its own policy, sends a request to another
server, or is wider than the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from accessibility import problems
from page_kinds import BY_HAND, LAYER, REFERENCE
from watching import Device, Watched

Opens = Callable[..., Watched]
Serves = Callable[[Path], str]
Sites = list[tuple[Path, Sequence[str]]]

_SCHEMES = {"light": "default", "dark": "slate"}
_TOO_WIDE = "document.scrollingElement.scrollWidth > window.innerWidth"

_OPPOSITES: list[list[tuple[str, Device, str]]] = [
    [("en", "desktop", "light"), ("zh", "phone", "dark")],
    [("zh", "desktop", "dark"), ("en", "phone", "light")],
    [("en", "phone", "dark"), ("zh", "desktop", "light")],
    [("zh", "phone", "light"), ("en", "desktop", "dark")],
]
"""Each page is looked at twice: in both languages, on both devices, in both lights. All eight would find the same."""


def looks(*, at_once: int) -> pytest.MarkDecorator:
    """For each test some of the pages, and one way to look at them; `at_once` is how often each page is looked at."""
    values = [(turn, *way) for turn, ways in enumerate(_OPPOSITES) for way in ways[:at_once]]
    return pytest.mark.parametrize(("turn", "locale", "device", "scheme"), values)


def part(paths: Sequence[str], turn: int) -> Sequence[str]:
    """The pages whose turn it is."""
    return paths[turn :: len(_OPPOSITES)]


def walked(seen: Watched, locale: str, paths: Sequence[str]) -> Iterator[tuple[str, Page]]:
    """Each page in turn, once it has loaded."""
    for path in paths:
        yield path, seen.open(f"{locale}/{path}.html")
    seen.page.wait_for_load_state("networkidle")


@pytest.fixture(scope="module")
def sites(reference_site: Path, layer_site: Path) -> Sites:
    return [(reference_site, (*REFERENCE.values(), *BY_HAND)), (layer_site, tuple(LAYER.values()))]


@looks(at_once=2)
def test_pages_are_accessible_fit_the_screen_and_ask_nobody(  # noqa: PLR0913, PLR0917 - one walk, all promises
    watched: Opens, serve: Serves, sites: Sites, turn: int, locale: str, device: Device, scheme: str
) -> None:
    broken: dict[str, list[str]] = {}

    for site, paths in sites:
        seen = watched(serve(site), device, color_scheme=scheme, reduced_motion="reduce")
        for path, page in walked(seen, locale, part(paths, turn)):
            found = problems(page)
            found += ["not one heading of the first level"] * (page.locator("h1").count() != 1)
            found += ["wider than the screen"] * bool(page.evaluate(_TOO_WIDE))
            found += ["the wrong colours"] * (colours_of(page) != _SCHEMES[scheme])
            if found:
                broken[path] = found
        assert (seen.errors, seen.asked_elsewhere) == ([], [])

    assert broken == {}


@looks(at_once=1)
def test_pages_open_from_a_folder_without_an_error_and_ask_nobody(  # noqa: PLR0913, PLR0917 - as above
    watched: Opens, sites: Sites, turn: int, locale: str, device: Device, scheme: str
) -> None:
    for site, paths in sites:
        seen = watched(f"{site.as_uri()}/", device, color_scheme=scheme)
        for path, page in walked(seen, locale, part(paths, turn)):
            assert colours_of(page) == _SCHEMES[scheme], path
        assert (seen.errors, seen.asked_elsewhere) == ([], [])


def colours_of(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_wrong_addresses_and_the_start_page_are_accessible(
    watched: Opens, serve: Serves, reference_site: Path, scheme: str
) -> None:
    wrong = watched(serve(reference_site / "en"), "phone", color_scheme=scheme, reduced_motion="reduce")
    # The page stands alone, so it names no icon; a browser then asks the server for one.
    wrong.page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    assert problems(wrong.open("404.html")) == []

    start = watched(serve(reference_site), "phone", color_scheme=scheme)
    start.page.route("**/index.html", _without_leading_on)
    assert problems(start.open("index.html")) == []
    assert start.page.url.endswith("/index.html")
    assert (wrong.errors, start.errors, wrong.asked_elsewhere, start.asked_elsewhere) == ([], [], [], [])


def _without_leading_on(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace('http-equiv="refresh"', 'name="refresh"'))


def test_axe_would_see_a_page_that_is_not_accessible(watched: Opens, server: str) -> None:
    page = watched(server).open("en/index.html")

    page.evaluate("""document.querySelector("h1").insertAdjacentHTML("afterend", "<img src='' alt><input>")""")

    assert [problem.partition(":")[0] for problem in problems(page)] == ["label"]
