"""The home page leads readers on by what has happened, by role and by step; on a phone too, and without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

CARDS = 26


def test_on_a_desk_all_ways_show_at_once_and_a_click_on_a_card_takes_the_first(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/index.html")
    cards = page.locator(".am-situations > li")

    expect(cards).to_have_count(CARDS)
    ways = page.locator(".am-ways__way").all()
    assert len(ways) > CARDS
    assert all(way.is_visible() for way in ways)

    cards.filter(has_text="The customer wants money back").click(position={"x": 8, "y": 8})
    expect(page).to_have_url(f"{server}en/decisions.html#remedy--return")


def test_each_further_way_of_a_card_leads_where_it_says(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/index.html")

    page.locator(".am-situations").get_by_text("Explore and propose a solution").click()

    expect(page.locator("h1")).to_have_text("Explore and propose a solution")


def test_on_a_phone_a_card_opens_at_a_tap_or_by_the_keyboard(watched: Opens, server: str) -> None:
    page = watched(server, "phone").open("zh/index.html")
    way = page.get_by_text("情绪易激动")
    expect(way).to_be_hidden()

    page.get_by_text("客户大发脾气").tap()
    expect(way).to_be_visible()

    page.keyboard.press("Enter")
    expect(way).to_be_hidden()


@pytest.mark.parametrize(("locale", "said"), [("en", "Front-line staff: CNY 200"), ("zh", "一线客服：200元")])
def test_the_card_of_sums_says_the_first_one_before_anybody_opens_it(
    watched: Opens, server: str, locale: str, said: str
) -> None:
    page = watched(server, "phone").open(f"{locale}/index.html")

    expect(page.locator(".am-situation:has(#situation--who-decides)").get_by_text(said, exact=True)).to_be_visible()


def test_no_row_of_tasks_or_cards_ends_in_a_hole(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/index.html")

    for items in (".am-task", ".am-situations > li"):
        boxes = [box for it in page.locator(items).all() if (box := it.bounding_box())]
        ends = {round(box["y"]): box["x"] + box["width"] for box in sorted(boxes, key=lambda box: box["x"])}
        assert len(ends) > 1
        assert max(ends.values()) - min(ends.values()) < 2


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_address_of_a_situation_shows_it_open(watched: Opens, server: str, device: Device) -> None:
    page = watched(server, device).open("en/index.html#situation--money-back")

    expect(page.locator("#situation--money-back")).to_be_in_viewport()
    expect(page.locator(".am-ways__way").get_by_text("Return", exact=False).first).to_be_visible()


def test_who_picks_a_role_gets_its_page_and_its_card(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/index.html")

    card = page.get_by_role("link", name="Card of Front-line staff (PDF)")
    assert card.get_attribute("href") == "print/cards/front-line.pdf"

    page.get_by_role("link", name="Front-line staff Customer service").click()
    expect(page.locator("h1")).to_have_text("Front-line staff")


@pytest.mark.parametrize("width", [360, 390, 768, 1280, 1920])
def test_the_home_page_fits_every_screen(watched: Opens, server: str, width: int) -> None:
    seen = watched(server, "desktop")
    seen.page.set_viewport_size({"width": width, "height": 900})
    page = seen.open("en/index.html")

    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert seen.errors == []
