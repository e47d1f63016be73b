"""The process as a picture: which one is shown, where its boxes lead, and what a keyboard does with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

SHOWN = {"desktop": ".am-lanes--landscape", "phone": ".am-lanes--portrait"}
HIDDEN = {"desktop": ".am-lanes--portrait", "phone": ".am-lanes--landscape"}
on_each_device = pytest.mark.parametrize("device", ["desktop", "phone"])
in_both_languages = pytest.mark.parametrize("locale", ["en", "zh"])

# Every text with the box around it, both as the browser sees them.
TEXTS_IN_BOXES = """picture => [...picture.querySelectorAll('.am-lane-box')].flatMap(box => {
  const edge = box.querySelector('.am-lane-shape').getBoundingClientRect()
  return [...box.querySelectorAll('text')].map(text => {
    const at = text.getBoundingClientRect()
    return [text.textContent, at.left >= edge.left && at.right <= edge.right + 1 && at.bottom <= edge.bottom + 2]
  })
})"""


def opened(watched: Opens, server: str, device: Device, locale: str = "en") -> Page:
    return watched(server, device).open(f"{locale}/process.html")


@on_each_device
@in_both_languages
def test_a_desk_sees_time_run_to_the_right_and_a_hand_sees_it_run_down(
    watched: Opens, server: str, device: Device, locale: str
) -> None:
    page = opened(watched, server, device, locale)

    expect(page.locator(SHOWN[device])).to_be_visible()
    expect(page.locator(HIDDEN[device])).to_be_hidden()
    assert not page.evaluate("document.scrollingElement.scrollWidth > window.innerWidth")


@on_each_device
@in_both_languages
def test_every_text_fits_its_box_in_the_font_of_the_browser(
    watched: Opens, server: str, device: Device, locale: str
) -> None:
    picture = opened(watched, server, device, locale).locator(SHOWN[device])
    found: list[Any] = picture.evaluate(TEXTS_IN_BOXES)

    assert len(found) > 80
    assert [text for text, fits in found if not fits] == []


@on_each_device
def test_a_box_leads_to_its_step_and_a_sign_to_its_target(watched: Opens, server: str, device: Device) -> None:
    page = opened(watched, server, device)
    picture = page.locator(SHOWN[device])

    picture.get_by_role("link", name="step 1, Accept the complaint").click()
    expect(page).to_have_url(f"{server}en/steps/accept.html")

    page.go_back()
    picture.locator("a.am-lane-sign[href^='steps/']").first.click()
    expect(page.locator("h1")).not_to_have_text("The process at a glance")


@in_both_languages
def test_every_link_of_the_picture_leads_somewhere(
    watched: Opens, server: str, reference_site: Path, locale: str
) -> None:
    page = opened(watched, server, "desktop", locale)
    links: list[str] = page.locator(".am-lanes a").evaluate_all("links => links.map(link => link.getAttribute('href'))")

    assert len(links) > 60
    for address in set(links):
        file, _, anchor = address.partition("#")
        html = (reference_site / locale / file).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html, address


@on_each_device
@in_both_languages
def test_the_picture_fits_the_width_until_somebody_wants_it_large(
    watched: Opens, server: str, device: Device, locale: str
) -> None:
    picture = opened(watched, server, device, locale).locator(SHOWN[device])
    hidden = "it => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]"

    assert max(picture.evaluate(hidden)) <= 1
    picture.page.locator(".am-lanes-size label").click()
    assert min(picture.evaluate(hidden)) > 100


def test_the_page_is_printed_with_its_picture_on_one_sheet(watched: Opens, server: str) -> None:
    page = opened(watched, server, "phone")
    page.locator(".am-lanes-size label").click()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # an A4 page without its margins

    picture = page.locator(".am-lanes--landscape").bounding_box()
    expect(page.locator(".am-lanes--portrait")).to_be_hidden()
    assert picture is not None
    assert picture["width"] <= 718
    assert picture["height"] < 1000


@on_each_device
def test_the_keyboard_scrolls_the_picture_and_the_roles_stay_in_view(
    watched: Opens, server: str, device: Device
) -> None:
    page = opened(watched, server, device)
    picture = page.locator(SHOWN[device])
    page.locator(".am-lanes-size label").click()
    side, edge = ("scrollLeft", "left") if device == "desktop" else ("scrollTop", "top")
    place = f"""picture => picture.querySelector('.am-lanes__heads').getBoundingClientRect().{edge}
        - picture.getBoundingClientRect().{edge}"""
    before = picture.evaluate(place)

    picture.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight" if device == "desktop" else "ArrowDown")
    # The policy of the page does not let the test wait inside the browser, so the test asks again and again.
    deadline = monotonic() + 30
    while picture.evaluate(f"(picture) => picture.{side}") <= 40 and monotonic() < deadline:
        page.wait_for_timeout(50)

    assert abs(picture.evaluate(place) - before) < 1


def test_a_box_shows_that_it_has_the_focus(watched: Opens, server: str) -> None:
    page = opened(watched, server, "desktop")
    box = page.locator(SHOWN["desktop"]).locator("a.am-lane-box").first
    stroke = "box => getComputedStyle(box.querySelector('.am-lane-shape')).strokeWidth"
    before = box.evaluate(stroke)

    page.locator(SHOWN["desktop"]).focus()
    page.keyboard.press("Tab")

    assert (before, box.evaluate(stroke)) == ("1.4px", "3.5px")
