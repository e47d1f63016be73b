"""What long words and narrow screens must not do: cut, squeeze, shift or cover what somebody reads."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from desk import Desk
from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

in_both_languages = pytest.mark.parametrize("locale", ["en", "zh"])

# The parts of the bar of a case that stick out of it.
STICKING_OUT = """() => {
  const bar = document.querySelector(".am-case:not([hidden])"), frame = bar.getBoundingClientRect();
  return [...bar.querySelectorAll("select, button, a")]
    .filter((it) => it.getClientRects().length > 0 && !it.closest("[popover]"))
    .filter((it) => it.getBoundingClientRect().right > frame.right)
    .map((it) => it.outerHTML);
}"""
WORDS = re.compile(r"[\w'’]+")
LEFT_OF_WORDS = """(it) => {
  const range = document.createRange();
  range.selectNodeContents(it);
  return Math.round(range.getBoundingClientRect().left);
}"""


# The rows of each list of cards, as the right edges of their cards.
ROWS = """[...document.querySelectorAll(".md-content :is(ul, ol)")].flatMap((list) => {
  const framed = (it) => getComputedStyle(it).borderTopWidth !== "0px" && getComputedStyle(it).borderLeftWidth !== "0px";
  const isCard = (it) => framed(it) || (it.firstElementChild && framed(it.firstElementChild));
  const cards = [...list.children].filter((it) => it.offsetParent);
  if (cards.length < 2 || !cards.every(isCard)) return [];
  const boxes = cards.map((it) => it.getBoundingClientRect());
  return [{ list: list.className, rows: [...Map.groupBy(boxes, ({ top }) => Math.round(top)).values()].map((row) => row.map(({ right }) => right)) }];
})"""
BESIDE = f"() => Math.max(0, ...{ROWS}.flatMap(({{ rows }}) => rows.map((row) => row.length)))"
# Lists of which a row ends before another one.
SHORT_ROWS = f"""() => {ROWS}.filter(({{ rows }}) => {{
  const ends = rows.map((row) => Math.max(...row));
  return Math.min(...ends) < Math.max(...ends) - 2;
}}).map(({{ list }}) => list)"""
CARDS = [
    "index",
    "process",
    "steps/accept",
    "decisions",
    "contacts",
    "settlements",
    "metrics/complaint-ppm",
]


@pytest.mark.parametrize("path", CARDS)
def test_no_grid_of_cards_ends_in_a_hole(watched: Opens, server: str, path: str) -> None:
    page = watched(server, "desktop").open(f"en/{path}.html")

    short, most = {}, 0
    for width in (390, 700, 820, 1024, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        most, short[width] = max(most, page.evaluate(BESIDE)), page.evaluate(SHORT_ROWS)

    assert most > 1  # there were cards beside each other
    assert {width: names for width, names in short.items() if names} == {}


@pytest.mark.parametrize("path", ["checklists/verify", "records/registration"])
def test_a_long_word_on_the_button_of_a_new_case_stays_in_the_bar(watched: Opens, server: str, path: str) -> None:
    page = watched(server, "phone").open(f"en/{path}.html")
    button = page.locator(".am-case > :is([data-do=new], a)")
    for words in ("Nouveau dossier", "Neuen Vorgang anlegen"):
        button.evaluate("(it, words) => { it.textContent = words }", words)

        assert page.evaluate(STICKING_OUT) == [], words


@in_both_languages
def test_a_phone_says_first_how_long_is_left_until_the_next_limit(watched: Opens, server: str, locale: str) -> None:
    desk = Desk(watched(server, "phone"), locale)
    page = desk.checklist("accept")
    desk.new_case("2026-0117", "p2")

    # The time stands last: it shows, too.
    assert page.locator("[data-case-next] .am-clock").evaluate("(it) => it.scrollHeight <= it.clientHeight")
    clock = page.locator("[data-case-next] .am-clock")
    expect(clock).to_contain_text("left (" if locale == "en" else "还剩")
    expect(page.locator("[data-case-next]")).to_contain_text(desk.words("cases.due-next"))
    box, label = clock.bounding_box(), page.locator(".am-case__label").bounding_box()
    assert box is not None
    assert label is not None
    assert (label["width"], box["height"]) == (1, 36)  # the word “Next” is for screen readers; three lines of the time


def test_the_name_of_the_next_step_shows_with_room_or_not_at_all(watched: Opens, server: str) -> None:
    desk = Desk(watched(server, "desktop"))
    page = desk.checklist("accept")
    desk.new_case("1", "p2")
    name, bar = page.locator("[data-case-next] > span:last-child"), page.locator(".am-case__now")
    seen = []

    for words in (
        "2 h",
        "1 h 59 min left (Fri 27 Nov, 09:10)",
        "a long time left (on the day after tomorrow, 09:10)",
    ):
        page.locator("[data-case-next] .am-clock").evaluate("(it, words) => { it.textContent = words }", words)
        box, frame = name.bounding_box(), bar.bounding_box()
        assert box is not None
        assert frame is not None
        seen.append(box["y"] < frame["y"] + frame["height"] - 1)
        assert not seen[-1] or box["width"] > 80, words

    assert (seen[0], seen[-1]) == (True, False)


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_list_of_checklists_counts_boxes_once(watched: Opens, server: str, device: Device) -> None:
    desk = Desk(watched(server, device))
    desk.checklist("accept")
    desk.new_case("2026-1")
    desk.tick("accept/actions/greet")
    page = desk.seen.open("en/checklists/index.html")

    expect(page.locator("[data-share=accept]")).to_contain_text("1 of")
    expect(
        page.locator(".am-rows > li", has=page.locator("[data-share=accept]")).locator(".am-rows__boxes")
    ).to_be_hidden()


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_all_lines_of_the_menu_of_a_case_begin_at_one_edge(watched: Opens, server: str, device: Device) -> None:
    desk = Desk(watched(server, device))
    page = desk.checklist("accept")
    desk.new_case("1", "p2")
    page.get_by_role("button", name="More", exact=True).click()

    lines = page.locator(".am-menu > *:visible").all()
    assert len(lines) == 10
    assert len({line.evaluate(LEFT_OF_WORDS) for line in lines}) == 1


def test_a_reason_is_written_in_a_field_as_wide_as_its_dialog(watched: Opens, server: str) -> None:
    desk = Desk(watched(server, "desktop"))
    page = desk.checklist("accept")
    desk.new_case("1", "p2")
    desk.menu("close")

    field, dialog = page.locator("dialog[open] textarea").bounding_box(), page.locator("dialog[open]").bounding_box()
    assert field is not None
    assert dialog is not None
    assert field["width"] > dialog["width"] - 80
    assert field["height"] > 40


@in_both_languages
def test_nothing_that_scrolls_shows_through_the_header_of_a_phone(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "phone").open(f"{locale}/decisions.html")

    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".md-header").evaluate("(it) => getComputedStyle(it).backgroundColor") == ground


def test_a_way_to_the_page_that_is_too_long_ends_in_dots(watched: Opens, server: str) -> None:
    page = watched(server, "phone").open("en/frameworks/s001-rapid-response.html")
    path, last = page.locator(".md-path"), page.locator(".md-path__item").last

    assert last.locator(".md-ellipsis").evaluate("(it) => it.scrollWidth > it.clientWidth")
    assert path.evaluate("(it) => it.scrollWidth === it.clientWidth")


@in_both_languages
def test_what_stands_after_the_limits_of_a_step_is_not_squeezed(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "phone").open(f"{locale}/process.html")

    notes = page.locator(".am-flow .am-ref:has(.am-chips) > small")
    assert notes.count() > 5
    assert max(note.evaluate("(it) => it.getClientRects()[0].height") for note in notes.all()) < 24


def test_columns_of_time_limits_are_equally_wide(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/timeline.html")

    widths = [round(it.evaluate("(it) => it.offsetWidth")) for it in page.locator(".am-times thead th").all()]
    assert len(widths) == 5
    assert max(widths[1:]) - min(widths[1:]) <= 1


@pytest.mark.parametrize("path", ["controls", "records/registration"])
def test_a_table_takes_the_room_of_a_table_of_contents_that_is_empty(watched: Opens, server: str, path: str) -> None:
    page: Page = watched(server, "desktop").open(f"en/{path}.html")

    has_contents = page.locator(".md-sidebar--secondary .md-nav__item").count() > 0
    assert has_contents == (path != "controls")
    assert page.locator(".md-sidebar--secondary").is_visible() == has_contents


def test_the_text_of_an_answer_of_the_search_ends_with_a_whole_word(watched: Opens, server: str) -> None:
    page = watched(server, "desktop").open("en/index.html")
    page.locator(".md-search__input").fill("thank you")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    texts = page.locator(".md-search-result__article").all_text_contents()
    last = [WORDS.findall(text)[-1] for text in texts if text.endswith(" …")]
    index = page.evaluate("fetch('search/search_index.json').then((it) => it.text())")
    assert len(last) > 3
    assert set(last) - set(WORDS.findall(index)) == set()


def test_what_is_to_be_filled_in_is_a_whole_box_in_each_of_its_lines(watched: Opens, server: str) -> None:
    """Firefox draws the shadow of a box that a line break cuts right across the page."""
    page = watched(server, "phone").open("en/letters/decision.html")

    slots = page.locator(".slot")
    assert any(slot.evaluate("(it) => it.getClientRects().length") > 1 for slot in slots.all())
    assert slots.first.evaluate("(it) => getComputedStyle(it).boxDecorationBreak") == "clone"


@in_both_languages
def test_where_something_is_used_no_kind_is_cut_in_two(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "phone").open(f"{locale}/scripts/refusal.html")

    kinds = page.locator(".am-kind > span:not(.am-offstage)")
    assert kinds.count() > 4
    words = "(it) => it.getClientRects().length <= it.textContent.trim().split(/\\s+/).length"
    assert [it.text_content() for it in kinds.all() if not it.evaluate(words)] == []


@in_both_languages
def test_what_a_formula_counts_has_one_frame(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "phone").open(f"{locale}/metrics/complaint-ppm.html")

    frames = [it.evaluate("(it) => it.getClientRects().length") for it in page.locator(".am-variable").all()]
    assert frames == [1, 1]


def test_in_chinese_what_is_to_be_filled_in_breaks_after_a_mark_only(watched: Opens, server: str) -> None:
    page = watched(server, "phone").open("zh/letters/decision.html")

    lines = {
        slot.text_content(): slot.evaluate("(it) => it.getClientRects().length") for slot in page.locator(".slot").all()
    }
    assert lines["受理编号"] == 1
    assert len(lines) > 5
    assert {words for words, count in lines.items() if count > 1 and words and not re.search("[，、]", words)} == set()


@pytest.mark.parametrize(("path", "wide"), [("performance", ".md-typeset__scrollwrap"), ("format", "pre > code")])
def test_what_is_wider_than_the_screen_has_a_shadow_where_it_goes_on(
    watched: Opens, server: str, path: str, wide: str
) -> None:
    page = watched(server, "phone").open(f"en/{path}.html")

    first = page.locator(wide).filter(visible=True).first
    assert first.evaluate("(it) => it.scrollWidth > it.clientWidth")
    # The grounds that hide the two shadows scroll with the content, the shadows do not.
    assert first.evaluate("(it) => getComputedStyle(it).backgroundAttachment") == "local, local, scroll, scroll"


def test_a_phone_without_cases_offers_none_to_choose(watched: Opens, server: str) -> None:
    desk = Desk(watched(server, "phone"))
    page = desk.checklist("accept")
    expect(page.locator("[data-which]")).to_be_hidden()

    desk.new_case("1")

    expect(page.locator("[data-which]")).to_be_visible()


@in_both_languages
def test_nothing_that_scrolls_shows_through_the_header_of_a_desktop(watched: Opens, server: str, locale: str) -> None:
    page = watched(server, "desktop").open(f"{locale}/decisions.html")

    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".md-header").evaluate("(it) => getComputedStyle(it).backgroundColor") == ground


@pytest.mark.parametrize(
    ("device", "path", "sticking"),
    [
        ("phone", "checklists/accept", ".am-case"),
        ("desktop", "checklists/accept", ".am-case"),
        ("desktop", "decisions", ".am-table thead th"),
        ("desktop", "timeline", ".am-times thead th"),
        ("desktop", "responsibilities", ".am-raci__corner"),
    ],
)
def test_what_sticks_below_the_header_is_not_covered_by_it(
    watched: Opens, server: str, device: Device, path: str, sticking: str
) -> None:
    page = watched(server, device).open(f"en/{path}.html")
    stuck = page.locator(sticking).first

    stuck.evaluate("(it) => scrollTo({ top: it.getBoundingClientRect().top + scrollY + 200, behavior: 'instant' })")

    header = page.locator(".md-header").evaluate("(it) => it.getBoundingClientRect().bottom")
    assert stuck.evaluate("(it) => it.getBoundingClientRect().top") == pytest.approx(header, abs=0.5)


def test_beside_the_share_of_a_case_the_name_of_a_step_has_room(watched: Opens, server: str) -> None:
    desk = Desk(watched(server, "phone"))
    desk.checklist("accept")
    desk.new_case("2026-1")
    desk.tick("accept/actions/greet")
    page = desk.seen.open("en/checklists/index.html")
    row = page.locator(".am-rows > li", has=page.locator("[data-share=accept]"))
    expect(row.locator("[data-share]")).to_be_visible()

    name, button = row.locator(".am-rows__text").bounding_box(), row.locator(".am-button").bounding_box()
    assert name is not None
    assert button is not None
    assert name["width"] > 160
    assert button["width"] >= button["height"] > 30


@pytest.mark.parametrize("device", ["phone", "desktop"])
@in_both_languages
def test_kind_and_count_of_a_framework_stand_on_one_line(
    watched: Opens, server: str, device: Device, locale: str
) -> None:
    page = watched(server, device).open(f"{locale}/frameworks/index.html")

    lines = page.locator(".am-rows small").evaluate_all(
        "all => all.map((it) => new Set([...it.getClientRects()].map(({ bottom }) => Math.round(bottom))).size)"
    )
    assert len(lines) > 20
    assert set(lines) == {1}
    assert page.locator(".am-applied").count() == page.locator(".am-rows small .am-applied").count() == len(lines)
