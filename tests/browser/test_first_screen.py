"""What somebody sees first on a phone, with a customer in front of them: what to do, what to say, the first box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from desk import Desk
from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

SCREEN = 844
BAR = 56
TOP = """(selector) => {
  const seen = [...document.querySelectorAll(selector)].find((it) => it.getClientRects().length > 0);
  return seen ? seen.getBoundingClientRect().top + scrollY : Infinity;
}"""

in_both_languages = pytest.mark.parametrize("locale", ["en", "zh"])


def top(page: Page, selector: str) -> float:
    return float(page.evaluate(TOP, selector))


@in_both_languages
def test_a_step_shows_its_first_action_and_its_words_at_once(watched: Opens, server: str, locale: str) -> None:
    seen = watched(server, "phone")

    for step in ("accept", "calm", "clarify", "thank"):
        page = seen.open(f"{locale}/steps/{step}.html")
        assert top(page, ".am-actions .am-do") < SCREEN * 2 / 3, step
        assert top(page, ".am-actions .am-line") < SCREEN, step


@in_both_languages
def test_a_checklist_shows_a_box_and_the_case_in_one_line(watched: Opens, server: str, locale: str) -> None:
    desk = Desk(watched(server, "phone"), locale)
    page = desk.checklist("accept")
    desk.new_case("1001", "p2")

    for step in ("accept", "clarify", "propose", "inform"):
        desk.checklist(step)
        bar = page.locator(".am-case").bounding_box()
        assert bar is not None
        assert bar["height"] < BAR, step
        assert top(page, ".am-ticks input") < SCREEN * 2 / 3, step
        assert top(page, ".am-ticks:not(.am-ticks--pause) .am-do") < SCREEN, step


def test_limits_are_those_of_the_severity_of_the_case(watched: Opens, server: str) -> None:
    desk = Desk(watched(server, "phone"))
    page = desk.checklist("propose")
    limits = page.locator("[data-step-limit] .am-chip:visible")
    expect(limits).to_have_count(4)

    desk.new_case("1001", "p2")

    expect(limits).to_have_text(["P2 1 business day"])


def test_sources_show_only_to_who_asks_and_the_browser_remembers(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/scripts/thank-you.html")
    sources = page.locator(".am-trace").first
    expect(sources).to_be_hidden()

    page.get_by_role("button", name="Show sources").click()
    expect(sources).to_be_visible()
    page.reload()

    expect(sources).to_be_visible()
    page.get_by_role("button", name="Show sources").click()
    expect(sources).to_be_hidden()


def test_a_new_case_begins_on_the_page_of_cases(watched: Opens, server: str) -> None:
    desk = Desk(watched(server, "desktop"))
    page = desk.cases()

    page.get_by_role("link", name="New case").click()

    expect(page.get_by_role("dialog").locator("[name=number]")).to_be_focused()
