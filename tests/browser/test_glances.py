"""What managers look up at a glance, in a real browser: nothing touches, nothing is cut, the keyboard reaches it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from page_kinds import REFERENCE
from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

in_both_languages = pytest.mark.parametrize("locale", ["en", "zh"])

HEIGHT = "document.scrollingElement.scrollHeight"

# For each picture, the pairs of words that touch and the words that leave it, measured as they are set.
WORDS = """() => [...document.querySelectorAll(".am-timeline svg[role]")].flatMap(svg => {
  const frame = svg.getBoundingClientRect()
  const words = [...svg.querySelectorAll("text")].map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }))
  const deep = box => ({ left: box.left, right: box.right, top: box.top + box.height * .2, bottom: box.bottom - box.height * .2 })
  const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const cut = words.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1).map(({ text }) => text)
  return cut.concat(words.flatMap((one, at) => words.slice(at + 1)
    .filter(other => touch(deep(one.box), deep(other.box))).map(other => `${one.text} / ${other.text}`)))
})"""


@in_both_languages
def test_no_words_of_the_timeline_touch_as_the_browser_sets_them(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "phone").open(f"{locale}/timeline.html")

    assert page.locator(".am-timeline svg[role] text").count() > 100
    assert page.evaluate(WORDS) == []


@in_both_languages
def test_the_page_of_a_question_fits_three_screens_of_a_phone(watched: Opens, server: str, locale: str) -> None:
    seen = watched(server, "phone")
    questions = [path for path in REFERENCE.values() if path.startswith("questions/")]
    heights = {path: seen.open(f"{locale}/{path}.html").evaluate(HEIGHT) for path in questions}

    assert len(heights) == 5
    assert {path: height for path, height in heights.items() if height > 3 * 844} == {}


def test_the_keyboard_follows_a_bar_to_its_step(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/timeline.html")

    bar = page.locator(".am-timeline a.am-time").first
    target = bar.get_attribute("href")
    assert target is not None
    assert target.startswith("steps/")

    bar.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")


@in_both_languages
def test_the_whole_matrix_fits_a_desk_and_its_head_stays_in_view(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "desktop").open(f"{locale}/responsibilities.html")
    page.set_viewport_size({"width": 1440, "height": 900})
    region, role = page.locator(".am-raci"), page.locator(".am-raci__role").nth(1)

    assert region.evaluate("it => it.scrollWidth - it.clientWidth") <= 0
    page.evaluate(f"scrollTo(0, {region.evaluate('it => it.getBoundingClientRect().top + scrollY')} + 60)")
    below = page.locator(".md-header").evaluate("it => it.getBoundingClientRect().bottom")
    head, last = role.bounding_box(), page.locator(".am-raci tbody tr").last.bounding_box()
    assert head is not None
    assert last is not None
    assert head["y"] == pytest.approx(below + 30, abs=4), "the head stays below that of the site"
    assert last["y"] + last["height"] <= 900, "every step stands on the same screen"


@in_both_languages
def test_a_phone_shows_the_matrix_step_by_step(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "phone").open(f"{locale}/responsibilities.html")
    steps = page.locator(".am-raci-list > li")

    assert page.locator(".am-raci").is_hidden()
    assert steps.count() == page.locator(".am-raci tbody tr").count()
    assert all(step.locator("[data-letter=A]").is_visible() for step in steps.all())


@in_both_languages
def test_the_table_of_time_limits_has_a_column_for_each_severity_and_comes_first(
    watched: Opens, server: str, locale: str
) -> None:
    page = watched(server, "desktop").open(f"{locale}/timeline.html")
    table, picture = page.locator(".am-times").bounding_box(), page.locator(".am-timeline").bounding_box()

    assert table is not None
    assert picture is not None
    assert table["y"] < picture["y"]
    assert page.locator(".am-times thead th[data-severity]").count() == 4


def test_the_matrix_prints_on_one_landscape_page(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/responsibilities.html")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1050, "height": 740})  # a landscape A4 page without its margins

    frame = page.locator(".am-raci").bounding_box()
    table = page.locator(".am-raci__table").bounding_box()
    assert frame is not None
    assert table is not None
    assert table["width"] <= frame["width"] + 1
    assert table["y"] + table["height"] < 740
