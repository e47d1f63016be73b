"""A letter on the Friday before a bank holiday: what is red, what is not and what is next, by a clock that stands still.

Monday 31 August 2026 is the summer bank holiday of England (gov.uk/bank-holidays). People work from nine to six, with a
break from half past twelve to half past one; what comes by five counts as received on that day.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import desk as desks
from commands import amends
from desk import Desk
from made_once import MadeOnce
from watching import Watched

HEADER = """\
id: complaint-handling
extends: reference
locales: [en, zh]
document: {version: "1.0", effective: 2026-08-01, last_review: 2026-08-01}
calendar:
  country: GB
  subdivision: ENG
  time_zone: Europe/London
  working_hours: {start: "09:00", end: "18:00", breaks: [{start: "12:30", end: "13:30"}]}
  cut_off: "17:00"
"""

FRIDAY = "2026-08-28T16:40"


@pytest.fixture(scope="session")
def dated_site(made_once: MadeOnce) -> Path:
    """The handbook of the shipped SOP in an English house with a calendar."""

    def make(folder: Path) -> None:
        (folder / "sop").mkdir()
        (folder / "sop" / "sop.yml").write_text(HEADER, encoding="utf-8")
        ended = amends("build", folder / "sop", "-o", folder / "site", "--today", "2026-08-28")
        assert ended.returncode == 0, ended.stderr

    return made_once("dated", make) / "site"


@pytest.fixture
def opened(watched: Callable[..., Watched], serve: Callable[[Path], str], dated_site: Path) -> Callable[..., Desk]:
    """A desk in London at some hour: `opened("2026-08-28T16:45:00+01:00", "zh")`."""

    def opened(now: str, locale: str = "en", time_zone: str = "Europe/London", **more: Any) -> Desk:
        desk = Desk(watched(serve(dated_site), more.pop("device", "desktop"), timezone_id=time_zone, **more), locale)
        desk.page.clock.set_fixed_time(now)
        return desk

    return opened


def later(desk: Desk, now: str, step: str) -> Page:
    """The checklist as it looks at a later hour."""
    desk.page.clock.set_fixed_time(now)
    return desk.checklist(step)


def bar(desk: Desk, name: str) -> Locator:
    """What the bar of the case says that is `late` or due `next`."""
    return desk.page.locator(f"[data-case-{name}]")


def listed(desk: Desk) -> list[str]:
    """Each limit of the first case on the page of cases, in one line."""
    rows = desk.page.locator("[data-open] > li").first.locator(".am-clocks__list li")
    expect(rows.first).to_be_visible()
    return [text.replace("\n", " ") for text in rows.all_inner_texts()]


def test_a_letter_before_a_bank_holiday_continued_on_tuesday(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-08-28T16:45:00+01:00")
    page = desk.checklist("accept")

    # Friday, 16:45. It is serious, so the facts must be on paper within two hours: that is tonight.
    desk.new_case("2026-0117", "p2", FRIDAY, channel="written", kind="-")
    expect(bar(desk, "late")).to_be_hidden()
    expect(bar(desk, "next")).to_have_text("Next: 1 h 55 min left (Fri 28 Aug, 18:40) Step 3: Clarify and record")
    # The letter is to be acknowledged in one business day, and Monday is none.
    expect(page.locator("[data-clocks] li")).to_contain_text("by Tue 1 Sept, 18:00")
    desk.go_on("calm")
    desk.go_on("clarify")

    # Tuesday, 09:30. The two hours are over since Friday evening; of the four working hours for the next step,
    # 80 minutes passed on Friday, and the other 160 begin on Tuesday at nine.
    page = later(desk, "2026-09-01T09:30:00+01:00", "clarify")
    expect(bar(desk, "late")).to_have_text("3 days late (was due Fri 28 Aug, 18:40) Step 3: Clarify and record")
    expect(bar(desk, "late").locator(".am-clock")).to_have_attribute("data-tone", "late")
    expect(bar(desk, "next")).to_have_text(
        "Next: 2 h 10 min left (Tue 1 Sept, 11:40) Step 4: Classify, assign, promise"
    )
    expect(page.locator("[data-clocks] li .am-clock")).to_have_text("was due Fri 28 Aug, 18:40 · 3 days late")

    # On the page of cases, the breach comes first, and what is next comes by its hour.
    desk.cases()
    assert listed(desk) == [
        "Step 3: Clarify and record was due Fri 28 Aug, 18:40 · 3 days late",
        "Step 4: Classify, assign, promise by Tue 1 Sept, 11:40 · 2 h 10 min left",
        "Letter, email, web form: acknowledged step 1: Accept the complaint by Tue 1 Sept, 18:00 · 8 h 30 min left",
    ]

    # The facts are on paper at last: nothing is red any more, but the step remembers that it was late.
    desk.checklist("clarify")
    desk.go_on("classify")
    expect(bar(desk, "late")).to_be_hidden()
    page = later(desk, "2026-09-01T10:00:00+01:00", "clarify")
    expect(page.locator("[data-clocks] li .am-clock")).to_have_text("done 09:30, late")

    # Assigned at ten: five business days from now are those of 2, 3, 4, 7 and 8 September.
    desk.checklist("classify")
    desk.go_on("verify")
    expect(page.locator("[data-clocks] li .am-clock").first).to_have_text("by Tue 8 Sept, 18:00")
    # News every two business days: after Wednesday, 2 September, on Friday the 4th.
    expect(page.locator("[data-clocks] li .am-clock").last).to_have_text("next by Wed 2 Sept, 18:00")
    expect(bar(desk, "next")).to_contain_text("Next: 8 h left (Tue 1 Sept, 18:00)")

    # The final answer is due in ten business days from Friday: 1-4, 7-11 and 14 September.
    page = desk.checklist("inform")
    expect(page.locator("[data-clocks]")).to_contain_text("by Mon 14 Sept, 18:00")
    assert desk.seen.errors == []


def test_at_the_counter_the_page_of_cases_shows_the_real_breach_and_no_telephone(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-08-25T10:00:00+01:00")
    desk.checklist("accept")
    desk.new_case("counter", "p1", "2026-08-25T10:00", channel="counter", kind="-")
    desk.page.clock.set_fixed_time("2026-08-26T23:00:00+01:00")

    desk.cases()

    assert listed(desk)[0] == "Step 3: Clarify and record was due Tue 25 Aug, 10:30 · 36 h 30 min late"
    assert not any("Phone" in row for row in listed(desk))


def test_chinese_dates_are_written_as_in_china(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-08-28T16:45:00+01:00", "zh", device="phone")
    page = desk.checklist("accept")
    desk.new_case("2026-0117", "p2", FRIDAY, channel="written", kind="-")

    expect(page.locator("[data-clocks] li .am-clock")).to_have_text("9月1日（周二）18:00前")
    expect(bar(desk, "next").locator(".am-clock")).to_have_text("还剩1小时55分钟，8月28日（周五）18:40")


def test_dates_are_those_of_the_house_and_say_so_elsewhere(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-08-28T16:45:00+01:00", time_zone="Asia/Shanghai")
    page = desk.checklist("accept")
    desk.new_case("abroad", "p2", "2026-08-28T23:40", channel="written", kind="-")  # 16:40 in London

    expect(page.locator("[data-clocks] li .am-clock")).to_have_text("by Tue 1 Sept, 18:00 BST")


def test_a_year_that_the_handbook_does_not_know_gets_words(opened: Callable[..., Desk]) -> None:
    desk = opened("2031-03-03T10:00:00+00:00")
    page = desk.checklist("accept")
    desk.new_case("later", "p2", "2031-03-03T09:00", channel="written", kind="-")

    expect(page.locator("[data-clocks] li .am-clock")).to_contain_text("1 business day from receipt (since")
    expect(page.locator("[data-notes]")).to_have_text(desk.say("say.no-year", year=2031))
    expect(bar(desk, "next")).to_contain_text("(Mon 3 Mar, 11:00)")  # two hours need no working days
    expect(page.locator("[data-case-more]")).to_contain_text("without a date: ")


def test_a_time_that_the_clocks_skip_is_not_taken(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-03-29T10:00:00+01:00")
    page = desk.checklist("accept")
    desk.new_case("skipped", "p2", "2026-03-29T01:30")

    expect(page.get_by_role("alert")).to_have_text(desk.say("say.no-such-time", time="2026-03-29 01:30"))
    assert desk.kept("skipped") == {}
    assert desks.SOP == "complaint-handling"  # `kept` looked at this handbook's cases


def test_what_an_answer_leads_past_does_not_run(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-08-25T10:00:00+01:00")
    page = desk.checklist("clarify")
    desk.new_case("fast", "p4", "2026-08-25T09:50", channel="counter", kind="-")
    desk.tick("clarify/decisions/solvable/outcomes/fast-lane")
    desk.go_on("propose")
    desk.tick("propose/decisions/authority/outcomes/on-the-spot")
    desk.go_on("implement")

    later(desk, "2026-08-27T10:00:00+01:00", "implement")

    # The final answer of step 9 was due on the same day; the case has gone past that step.
    expect(bar(desk, "late")).to_be_hidden()
    assert "Step 9" not in page.locator(".am-case").inner_text()


def test_looking_ahead_begins_no_limit_of_the_whole_case(opened: Callable[..., Desk]) -> None:
    desk = opened("2026-08-25T10:00:00+01:00")
    desk.checklist("accept")
    desk.new_case("ahead", "p2", "2026-08-25T10:00", channel="counter", kind="-")
    page = desk.checklist("inform")
    # On its own page, step 9 has four working hours from now, with a break in between.
    expect(page.locator("[data-clocks] li .am-clock").first).to_have_text("by Tue 25 Aug, 15:00 · 5 h left")

    later(desk, "2026-08-26T10:00:00+01:00", "accept")
    expect(bar(desk, "late")).to_contain_text("Step 3: Clarify and record")
    desk.cases()

    assert not any(row.startswith("Step 9") for row in listed(desk))
