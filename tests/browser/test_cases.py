"""Checklists on the screen: a complaint from its receipt to its end, in the reader's own browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from accessibility import problems
from desk import Desk
from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

FINGERPRINT = "0123abcd"


@pytest.fixture
def desk(watched: Opens, server: str) -> Desk:
    """A desk in the English office."""
    return Desk(watched(server, "desktop"))


@pytest.mark.parametrize(("locale", "place", "device"), [("en", "folder", "phone"), ("zh", "server", "desktop")])
def test_a_complaint_goes_from_its_receipt_to_its_end(  # noqa: PLR0913, PLR0917 - one walk, the same in all places
    watched: Opens, server: str, reference_site: Path, tmp_path: Path, locale: str, place: str, device: Device
) -> None:
    address = server if place == "server" else f"{reference_site.as_uri()}/"
    desk = Desk(watched(address, device), locale)
    page = desk.checklist("accept")

    # Somebody complains on the telephone; it is a plain matter.
    desk.new_case("2026014", "p4")
    desk.tick("accept/actions/greet", "accept/actions/own", "accept/decisions/channel/outcomes/spoken")
    assert desk.progress() == desk.say("say.count", done=3, total=13)
    desk.go_on("calm")
    desk.is_on("2026014")
    desk.go_on("clarify")

    # An answer leads elsewhere, and the page leads there.
    desk.tick("clarify/decisions/solvable/outcomes/fast-lane")
    desk.go_on("propose")
    desk.tick("propose/decisions/authority/outcomes/on-the-spot")
    desk.go_on("implement")
    desk.tick("implement/decisions/course/outcomes/as-agreed")
    desk.go_on("thank")

    # Everything is done, thanks are said, and the sheet goes into the file on paper.
    desk.tick_all()
    paper = PdfReader(BytesIO(page.pdf())).pages
    assert "2026014" in " ".join(sheet.extract_text() for sheet in paper)
    ticked = sorted(path for path in desk.kept("2026014") if path.startswith("steps/thank/"))
    assert len(ticked) > 5
    desk.go_on("follow-up")
    desk.go_on("archive")

    # Ticks stay after the page is closed, and move to another browser.
    page.reload()
    desk.is_on("2026014")
    with page.expect_download() as download:
        desk.menu("export")
    file = tmp_path / "case.json"
    download.value.save_as(file)
    assert download.value.suggested_filename == "case-2026014.json"

    desk.tick("archive/decisions/file/outcomes/complete-agreed")
    page.locator("[data-ways]").get_by_role("button", name=desk.say("say.close")).click()
    desk.close("fast lane")
    expect(desk.notice()).to_contain_text("fast lane")
    closed = {"severity": "p4", "closed": "end/closed-agreed", "reason": "fast lane"}
    assert desk.kept("2026014")["case"]["state"] == closed

    elsewhere = Desk(watched(address, device), locale)
    other_page = elsewhere.cases()
    elsewhere.bring(file)
    expect(other_page.locator("[data-open] h2")).to_contain_text("2026014")
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert elsewhere.kept("2026014") == exported["entries"]
    other_page.get_by_role("link", name=elsewhere.say("say.continue")).click()
    other_page.wait_for_url("**/checklists/archive.html")
    elsewhere.is_on("2026014")

    steps = [
        entry["state"].get("to") for path, entry in sorted(exported["entries"].items()) if path.startswith("path/")
    ]
    assert steps == ["calm", "clarify", "propose", "implement", "thank", "follow-up", "archive"]
    assert [seen.errors + seen.asked_elsewhere for seen in (desk.seen, elsewhere.seen)] == [[], []]


def test_a_case_stands_where_it_was_led_to_even_if_all_was_done_in_one_second(desk: Desk) -> None:
    desk.page.clock.set_fixed_time("2026-11-21T09:00:00")
    desk.checklist("accept")
    desk.new_case("2026014", "p4")
    desk.tick("accept/actions/greet", "accept/decisions/channel/outcomes/spoken")
    desk.go_on("calm")

    link = desk.cases().get_by_role("link", name=desk.say("say.continue"))

    expect(link).to_have_attribute("href", re.compile(r"checklists/calm\.html"))


# Kind and channel -----------------------------------------------------------------------------------------------------


def running(desk: Desk) -> str:
    """The names of the time limits that the page counts for this case."""
    return desk.page.locator("[data-clocks]").inner_text()


def test_limits_of_other_channels_and_kinds_do_not_run(desk: Desk) -> None:
    page = desk.checklist("accept")
    assert all(word in running(desk) for word in ("Phone", "Chat", "Data leak"))

    desk.new_case("2026015", "p3", channel="telephone", kind="-")

    assert "Phone" in running(desk)
    assert not any(word in running(desk) for word in ("Chat", "Letter", "Public post", "Data leak"))
    assert desk.kept("2026015")["case"]["state"] == {"severity": "p3", "kind": "-", "channel": "telephone"}

    desk.menu("details")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("select[name=channel]")).to_have_value("telephone")
    dialog.locator("select[name=kind]").select_option("personal-data")
    dialog.get_by_role("button", name=desk.say("save")).click()
    assert "Data leak" in running(desk)

    card = desk.cases().locator("[data-open] li").first
    expect(card).to_contain_text("Personal data")
    expect(card.locator(".am-clocks__list")).to_contain_text("Data leak")
    # Twenty seconds for the telephone cannot be judged by a receipt that is known to the minute.
    expect(card.locator(".am-clocks__list")).not_to_contain_text("Phone")
    assert desk.seen.errors == []


def test_a_case_with_a_channel_that_the_handbook_lacks_is_not_imported(desk: Desk, tmp_path: Path) -> None:
    page = desk.checklist("accept")
    desk.new_case("2026016", "p3", channel="chat")
    with page.expect_download() as download:
        desk.menu("export")
    file = tmp_path / "case.json"
    download.value.save_as(file)
    file.write_text(file.read_text(encoding="utf-8").replace('"chat"', '"fax"'), encoding="utf-8")

    desk.cases()
    desk.bring(file)

    expect(desk.notice()).to_contain_text(desk.say("say.wrong-channel", found="fax"))


# Ticks ----------------------------------------------------------------------------------------------------------------


def test_a_tick_is_kept_with_its_time_the_version_and_the_fingerprint(desk: Desk) -> None:
    page = desk.checklist("accept")
    page.clock.set_fixed_time("2026-11-22T14:32:05")
    desk.tick("accept/actions/greet")

    kept = desk.kept("-")["steps/accept/actions/greet"]

    mark = page.locator("[data-fingerprint]").get_attribute("data-fingerprint")
    assert kept.pop("time")[:19] == "2026-11-22T14:32:05"
    assert kept == {"state": True, "version": "1.0", "fingerprint": f"en:{mark}"}
    expect(desk.box("accept/actions/greet").locator("xpath=..").locator(".am-time")).to_have_text("14:32")


def test_a_tick_taken_back_is_gone(desk: Desk) -> None:
    desk.checklist("accept")
    desk.tick("accept/actions/greet")
    desk.box("accept/actions/greet").uncheck()

    assert "steps/accept/actions/greet" not in desk.kept("-")
    expect(desk.page.get_by_role("status").last).to_contain_text("0 of")


def test_a_question_has_one_answer_that_can_be_taken_back(desk: Desk) -> None:
    desk.checklist("accept")
    desk.tick("accept/decisions/here/outcomes/here")
    desk.tick("accept/decisions/here/outcomes/elsewhere")
    answers = [path for path in desk.kept("-") if "/decisions/here/" in path]
    assert answers == ["steps/accept/decisions/here/outcomes/elsewhere"]

    desk.page.get_by_role("button", name="Clear the answer").click()

    assert not [path for path in desk.kept("-") if "/decisions/here/" in path]
    expect(desk.box("accept/decisions/here/outcomes/elsewhere")).not_to_be_checked()


def test_what_depends_on_an_answer_waits_for_it_and_says_so(desk: Desk) -> None:
    desk.checklist("accept")
    box = desk.box("accept/actions/introduce")
    expect(box).to_be_disabled()
    # The tag beside it names the answer that it needs, so nothing else does.
    expect(box.locator("xpath=..").locator(".am-tag")).to_contain_text("“No: hand over”")
    expect(box.locator("xpath=..").locator(".am-why")).to_be_empty()

    desk.tick("accept/decisions/here/outcomes/elsewhere")

    expect(box).to_be_enabled()


def test_what_is_for_another_severity_is_greyed_and_says_so(desk: Desk) -> None:
    desk.checklist("implement")
    desk.new_case("7", "p3")
    box = desk.box("implement/actions/on-the-spot")

    expect(box).to_be_disabled()
    expect(box.locator("xpath=..")).to_contain_text("Does not apply: severity P3 Ordinary.")


def test_the_ticks_of_one_language_show_in_the_other(desk: Desk) -> None:
    desk.checklist("accept")
    desk.new_case("2026-7")
    desk.tick("accept/actions/greet")

    Desk(desk.seen, "zh").checklist("accept")

    desk.is_on("2026-7")
    expect(desk.box("accept/actions/greet")).to_be_checked()


def test_two_tabs_stay_in_step(browser: Browser, server: str) -> None:
    context = browser.new_context()
    one, other = (Desk(Watched(context.new_page(), server)) for _ in range(2))
    one.checklist("accept")
    other.checklist("accept")

    one.tick("accept/actions/greet")

    expect(other.box("accept/actions/greet")).to_be_checked()
    context.close()


def test_each_tab_keeps_its_own_case(browser: Browser, server: str) -> None:
    context = browser.new_context()
    one, other = (Desk(Watched(context.new_page(), server)) for _ in range(2))
    one.checklist("accept")
    one.new_case("1")
    other.checklist("accept")
    other.new_case("2")

    one.page.reload()

    one.is_on("1")
    context.close()


def test_a_reset_asks_first_and_empties_only_this_step(desk: Desk) -> None:
    desk.checklist("calm")
    desk.tick_all()
    desk.checklist("accept")
    desk.tick("accept/actions/greet", "accept/decisions/here/outcomes/here")

    desk.menu("reset")
    desk.choose("cancel")
    expect(desk.box("accept/actions/greet")).to_be_checked()
    desk.menu("reset")
    desk.choose("reset")

    expect(desk.box("accept/actions/greet")).not_to_be_checked()
    assert {path.split("/")[1] for path in desk.kept("-") if path.startswith("steps/")} == {"calm"}


def test_the_ticks_made_without_a_number_go_with_the_new_case(desk: Desk) -> None:
    desk.checklist("accept")
    desk.tick("accept/actions/greet", "accept/actions/own")

    desk.new_case("2026-020", "p3")

    assert desk.kept("-") == {}
    assert {"steps/accept/actions/greet", "steps/accept/actions/own", "case"} <= set(desk.kept("2026-020"))
    expect(desk.box("accept/actions/greet")).to_be_checked()


@pytest.mark.parametrize("number", ["<img src=x onerror=alert(1)>", "a:b/c", "投诉 二〇二六", "50%", "__proto__"])
def test_any_characters_may_stand_in_a_case_number(desk: Desk, number: str) -> None:
    desk.checklist("accept")
    desk.new_case(number)
    desk.tick("accept/actions/greet")
    page = desk.cases()

    expect(page.locator("[data-open] h2")).to_have_text(number)
    page.get_by_role("link", name="Continue").click()
    page.wait_for_url("**/checklists/accept.html")
    desk.is_on(number)
    expect(desk.box("accept/actions/greet")).to_be_checked()
    assert desk.seen.errors == []
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("number", ["", " ", "-", "a\u00a0b", "\u3164", "a\u200d"])
def test_a_case_number_that_cannot_be_one_is_refused_in_words(desk: Desk, number: str) -> None:
    desk.checklist("accept")
    desk.new_case(number)

    expect(desk.page.get_by_role("alert")).to_contain_text("A case number has 1 to 60 characters")


# Ways -----------------------------------------------------------------------------------------------------------------


def test_a_way_back_may_be_taken_only_as_often_as_the_sop_says(desk: Desk) -> None:
    desk.checklist("inform")
    desk.new_case("loop", "p3")
    desk.tick("inform/decisions/answer/outcomes/counter-wish")
    desk.go_on("propose")
    desk.tick("propose/decisions/authority/outcomes/own-limit")
    desk.go_on("inform")

    desk.notice().get_by_role("button", name="Start again").click()
    desk.tick("inform/decisions/answer/outcomes/counter-wish")

    expect(desk.page.locator("[data-decision$='/answer'] .am-answer")).to_contain_text(
        "This way has been taken as often as it may be (1 in all). Carry on with this step."
    )
    assert desk.page.locator("[data-ways] a").count() == 0


def test_a_way_taken_too_often_leads_to_the_last_resort(desk: Desk) -> None:
    desk.checklist("approve")
    desk.new_case("again", "p3")
    desk.tick("approve/decisions/ruling/outcomes/returned")
    desk.go_on("propose")
    desk.tick("propose/decisions/authority/outcomes/submit")
    desk.go_on("approve")
    desk.notice().get_by_role("button", name="Keep my ticks").click()

    expect(desk.page.locator("[data-ways]")).to_contain_text("it now leads here")
    desk.go_on("inform")

    assert desk.kept("again")["path/0003"]["state"]["to"] == "inform"


def test_a_step_reached_again_asks_and_keeps_the_earlier_ticks_in_the_path(desk: Desk) -> None:
    desk.checklist("inform")
    desk.new_case("round", "p3")
    desk.tick("inform/decisions/answer/outcomes/counter-wish")
    desk.go_on("propose")
    desk.tick("propose/decisions/authority/outcomes/own-limit")
    desk.go_on("inform")

    expect(desk.notice()).to_contain_text("The case is back at this step.")
    desk.notice().get_by_role("button", name="Start again").click()

    expect(desk.box("inform/decisions/answer/outcomes/counter-wish")).not_to_be_checked()
    earlier = desk.kept("round")["path/0003"]["state"]["earlier"]
    assert list(earlier) == ["steps/inform/decisions/answer/outcomes/counter-wish"]
    expect(desk.notice()).to_have_count(0)


def test_who_comes_back_and_goes_another_way_has_taken_one_way(desk: Desk) -> None:
    desk.checklist("classify")
    desk.new_case("mind", "p3")
    desk.go_on("verify")
    desk.page.go_back()
    desk.tick("classify/decisions/grade/outcomes/p4")
    desk.go_on("propose")

    moves = [entry["state"]["to"] for path, entry in desk.kept("mind").items() if path.startswith("path/")]
    assert moves == ["propose"]


def test_going_on_says_how_much_is_open_and_sets_the_event_of_the_step(desk: Desk) -> None:
    desk.checklist("classify")
    desk.new_case("event", "p3")
    expect(desk.page.locator("[data-ways]")).to_contain_text("Boxes still open: 13")
    assert "events/assigned" not in desk.kept("event")

    desk.go_on("verify")

    assert desk.kept("event")["events/assigned"]["state"][:4].isdigit()


def test_an_end_closes_the_case_and_it_can_be_reopened(desk: Desk) -> None:
    desk.checklist("classify")
    desk.new_case("asked", "p4")
    desk.tick("classify/decisions/kind/outcomes/enquiry")
    desk.page.locator("[data-ways]").get_by_role("button", name="Close the case").click()
    desk.close("only a question")
    expect(desk.notice()).to_contain_text("This case is closed: Enquiry or request answered")
    expect(desk.box("classify/actions/nature")).to_be_disabled()

    desk.notice().get_by_role("button", name="Reopen").click()

    expect(desk.box("classify/actions/nature")).to_be_enabled()


def test_no_case_closes_in_silence_and_the_gravest_gap_comes_first(desk: Desk) -> None:
    page = desk.checklist("accept")
    desk.new_case("gaps", "p2")
    page.locator("[data-pause$='/items/person']").check()
    desk.tick("accept/decisions/danger/outcomes/safe")
    desk.go_on("calm")
    desk.menu("close")
    dialog = page.get_by_role("dialog")
    gaps = dialog.locator(".am-gaps li")

    # Of the checks, one is ticked, another one holds by its question; what the boxes of a step leave open comes last.
    expect(gaps.first).to_have_text("Let the customer finish.")
    expect(gaps.last).to_contain_text("step 2: Calm and empathise")
    expect(dialog.get_by_role("link", name="step 13: Archive the file")).to_be_visible()
    dialog.get_by_role("button", name="Close the case").click()
    expect(dialog.get_by_role("alert")).to_have_text("How does the case end?")
    desk.close(" ", "withdrawn")
    expect(dialog.get_by_role("alert")).to_have_text("Say why it closes with this open.")
    dialog.get_by_role("button", name="Cancel").click()
    assert desk.kept("gaps")["case"]["state"] == {"severity": "p2"}

    desk.menu("close")
    desk.close('moved away, "gone"', "withdrawn")

    expect(desk.notice()).to_contain_text('moved away, "gone"')
    assert desk.kept("gaps")["pause_points/before-speak/items/person"]["state"] is True


@pytest.mark.parametrize("way", ["menu", "answer"])
def test_a_case_is_closed_and_exported_at_once_with_how_it_ended(desk: Desk, way: str) -> None:
    page = desk.checklist("classify")
    desk.new_case("at-once", "p4")
    if way == "menu":
        desk.menu("close")
    else:
        desk.tick("classify/decisions/kind/outcomes/enquiry")
        page.locator("[data-ways]").get_by_role("button", name="Close the case").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Close and export").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    if way == "menu":
        dialog.locator("select").select_option("end/answered")
    dialog.locator("textarea").fill("only a question")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Close and export").click()

    expect(desk.notice()).to_contain_text("This case is closed: Enquiry or request answered")
    entries = json.loads(download.value.path().read_text(encoding="utf-8"))["entries"]
    state = entries["case"]["state"]
    assert (state["closed"], state["reason"]) == ("end/answered", "only a question")


def test_a_changed_step_is_noticed_and_the_ticks_can_be_kept(desk: Desk) -> None:
    desk.checklist("accept")
    desk.tick("accept/actions/greet")
    desk.keep("-", "steps/accept/actions/greet", fingerprint=FINGERPRINT, version="0.9")
    time = desk.kept("-")["steps/accept/actions/greet"]["time"]
    page = desk.checklist("accept")
    expect(desk.notice()).to_contain_text(
        "This step has changed since you ticked it (version 0.9 then, 1.0 now). Look through it again."
    )

    desk.notice().get_by_role("button", name="Keep my ticks").click()

    expect(desk.notice()).to_have_count(0)
    kept = desk.kept("-")["steps/accept/actions/greet"]
    assert kept["fingerprint"] == f"en:{page.locator('[data-fingerprint]').get_attribute('data-fingerprint')}"
    assert (kept["version"], kept["time"]) == ("1.0", time)


def test_a_tick_that_the_step_no_longer_has_is_named_and_kept(desk: Desk) -> None:
    desk.checklist("accept")
    desk.tick("accept/actions/greet")
    value = desk.kept("-")["steps/accept/actions/greet"] | {"fingerprint": FINGERPRINT}
    key = f"{desk.prefix()}-:steps/accept/actions/bow"
    desk.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
    desk.checklist("accept")

    expect(desk.notice()).to_contain_text("steps/accept/actions/bow")
    desk.notice().get_by_role("button", name="Keep my ticks").click()

    assert "steps/accept/actions/bow" in desk.kept("-")


# Clocks ---------------------------------------------------------------------------------------------------------------


def test_a_limit_in_minutes_runs_down_and_then_says_how_late_it_is(desk: Desk) -> None:
    page = desk.page
    page.clock.install(time="2026-11-22T10:00:00")
    desk.checklist("clarify")
    desk.new_case("clock", "p1", "2026-11-22T10:00")
    status = page.get_by_role("status").last
    next_due, late = (page.locator(f"[data-case-{name}] .am-clock") for name in ("next", "late"))
    expect(next_due).to_have_text("30 min left (Sun 22 Nov, 10:30)")
    expect(late).to_be_hidden()

    page.clock.run_for(16 * 60_000)
    expect(page.locator("[data-clocks] li .am-clock")).to_have_text("by Sun 22 Nov, 10:30 · 14 min left")
    expect(status).to_contain_text("Step 3: Clarify and record: 15 min left")
    page.clock.run_for(12 * 60_000)
    expect(next_due).to_have_attribute("data-tone", "soon")
    page.clock.run_for(14 * 60_000)

    expect(late).to_have_text("12 min late (was due Sun 22 Nov, 10:30)")
    expect(next_due).to_have_text("18 min left (Sun 22 Nov, 11:00)")
    expect(page.locator("[data-clocks] li .am-clock")).to_have_text("was due Sun 22 Nov, 10:30 · 12 min late")
    expect(status).to_contain_text(re.compile(r"Step 3: Clarify and record: \d s late"))


def test_without_a_calendar_a_limit_in_business_days_is_words_and_says_why(desk: Desk) -> None:
    page = desk.checklist("classify")
    desk.new_case("days", "p3", "2026-11-20T09:00")

    expect(page.locator("[data-clocks] li .am-clock").first).to_have_text(
        "1 business day from receipt (since 20 Nov 2026, 09:00)", use_inner_text=True
    )
    expect(page.locator("[data-clocks] [data-notes]")).to_have_text(desk.say("say.no-calendar"))
    expect(page.locator("[data-case-more]")).to_contain_text("without a date: ")


def test_a_limit_that_depends_on_an_unknown_severity_says_so(desk: Desk) -> None:
    page = desk.checklist("classify")

    expect(page.locator("[data-clocks] li .am-clock").first).to_contain_text("depends on the severity: P1 1 hour")


def test_a_further_limit_stops_when_it_is_ticked_off(desk: Desk) -> None:
    page = desk.page
    page.clock.install(time="2026-11-22T10:00:00")
    desk.checklist("verify")
    desk.new_case("hours", "p1", "2026-11-22T09:00")
    row = page.locator("[data-clocks] li").nth(1)
    expect(row).to_contain_text("23 h left")

    row.get_by_role("checkbox").check()

    expect(row).to_contain_text("done 10:00, in time")


def test_the_times_of_a_case_may_be_corrected(desk: Desk) -> None:
    desk.checklist("classify")
    desk.new_case("times", "p1", "2026-11-20T09:00")

    desk.menu("details")
    desk.page.get_by_role("dialog").get_by_label("complaint received").fill("2026-11-20T11:30")
    desk.page.get_by_role("dialog").get_by_role("button", name="Save").click()

    assert desk.kept("times")["events/received"]["state"].startswith("2026-11-20T11:30")


def test_the_answer_and_not_the_decision_ends_the_limit_for_the_answer(desk: Desk) -> None:
    page = desk.checklist("inform")
    desk.new_case("answer", "p1", "2026-11-20T09:00")
    limit = page.locator("[data-clocks] li").filter(has_text="Decision told").locator(".am-clock")

    for event, told in (("decision made", False), ("answer sent", True)):
        desk.menu("details")
        page.get_by_role("dialog").get_by_label(event).fill("2026-11-23T10:00")
        page.get_by_role("dialog").get_by_role("button", name="Save").click()
        expect(limit).to_contain_text("10 business days from receipt")
        assert ("done 23 Nov 2026, 10:00" in limit.inner_text()) == told

    assert desk.kept("answer")["events/answered"]["state"].startswith("2026-11-23T10:00")


# Paper and text -------------------------------------------------------------------------------------------------------


def test_a_blank_print_shows_neither_ticks_nor_the_case(desk: Desk) -> None:
    page = desk.checklist("accept")
    desk.new_case("2026-099")
    desk.tick("accept/actions/greet")
    page.evaluate("window.print = () => { window.asked = document.body.className }")
    page.emulate_media(media="print")
    number = page.locator("[data-print=case]")
    expect(number).to_have_text("2026-099")
    expect(number).to_be_visible()
    page.emulate_media(media="screen")

    desk.menu("print-blank")

    assert page.evaluate("window.asked").split()[-1] == "am-blank"
    page.emulate_media(media="print")
    expect(number).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(number).to_be_visible()


def test_a_step_is_copied_as_text_for_the_case_file(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    desk = Desk(Watched(context.new_page(), server))
    desk.page.clock.set_fixed_time("2026-11-22T14:32:05")
    page = desk.checklist("accept")
    mark = page.locator("[data-fingerprint]").get_attribute("data-fingerprint")
    desk.new_case("2026014", "p2")
    desk.tick("accept/actions/greet", "accept/decisions/here/outcomes/here")

    desk.menu("copy")

    expect(page.get_by_role("status").filter(has_text="Copied.")).to_have_count(1)
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    moment = "22 Nov 2026, 14:32"
    assert lines[:6] == [
        "Case 2026014",
        "Severity: P2 Serious",
        f"Received: {moment}",
        "",
        "Step 1: Accept the complaint",
        f"[x] {moment}  Greet the customer and give your name.",
    ]
    assert lines[-2:] == [f"Can you deal with it yourself? Yes: keep it ({moment})", f"SOP-CMP 1.0, fingerprint {mark}"]
    assert any(line.startswith("[-] Acknowledge in writing") for line in lines)
    context.close()


# The page of cases ----------------------------------------------------------------------------------------------------


def test_the_page_of_cases_says_where_each_stands(desk: Desk) -> None:
    desk.checklist("accept")
    desk.new_case("2026-1", "p2")
    desk.go_on("calm")
    page = desk.cases()

    card = page.locator("[data-open] > li")
    expect(card).to_contain_text("now at step 2: Calm and empathise")
    expect(card.locator(".am-bars li")).to_have_count(13)
    card.get_by_text("Path so far").click()
    expect(card.locator(".am-trail li")).to_contain_text("step 1: Accept the complaint → step 2: Calm and empathise")


def test_a_case_is_deleted_only_after_asking(desk: Desk) -> None:
    desk.checklist("accept")
    desk.new_case("old")
    page = desk.cases()
    page.get_by_role("button", name="Delete").click()
    desk.choose("cancel")
    assert desk.kept("old") != {}

    page.get_by_role("button", name="Delete").click()
    desk.choose("delete")

    expect(page.locator("[data-open] > li")).to_have_count(0)
    assert desk.kept("old") == {}


def test_home_and_the_checklists_tell_of_open_cases(desk: Desk) -> None:
    page = desk.seen.open("en/index.html")
    expect(page.locator("[data-open-cases]")).to_be_hidden()
    desk.checklist("accept")
    desk.new_case("2026-1")
    desk.tick("accept/actions/greet")

    page = desk.seen.open("en/index.html")
    expect(page.get_by_role("link", name="My open cases: 1")).to_be_visible()
    page = desk.seen.open("en/checklists/index.html")

    expect(page.locator("[data-share=accept]")).to_have_text("1 of 14")
    expect(page.locator("[data-current]")).to_contain_text("Case 2026-1: 1 of")


def exported(**changes: object) -> dict[str, Any]:
    tick = {"state": True, "time": "2026-11-22T14:32:05+01:00", "version": "1.0", "fingerprint": FINGERPRINT}
    entries = {"case": tick | {"state": {"severity": "p3"}}, "steps/accept/actions/greet": tick}
    head = {"format": "amends-case", "format_version": 1, "sop": "complaint-handling", "version": "1.0"}
    return head | {"case": "2026-5", "exported": tick["time"], "entries": entries} | changes


def entry(path: str, **changes: object) -> dict[str, Any]:
    whole = exported()
    whole["entries"][path] = whole["entries"]["steps/accept/actions/greet"] | changes
    return whole


BROKEN: list[tuple[str, str]] = [
    ("{", "This is not a case file"),
    ("[]", "no case exported from a handbook"),
    (json.dumps(exported(format="x")), "no case exported from a handbook"),
    (json.dumps(exported(entries=[])), "no case exported from a handbook"),
    (json.dumps(exported(format_version=2)), "Its format is version 2"),
    (json.dumps(exported(sop="<b>other</b>")), "It belongs to another handbook: “<b>other</b>”"),
    (json.dumps(exported(sop={"toString": 1})), 'It belongs to another handbook: “{"toString":1}”'),
    (json.dumps(exported(format_version={"toString": 1})), 'Its format is version {"toString":1}'),
    (json.dumps(exported(case="\u00a0")), "Its case number cannot be used"),
    (json.dumps(exported(case="-" * 61)), "Its case number cannot be used"),
    (json.dumps(exported(case=7)), "Its case number cannot be used"),
    (json.dumps(exported(case="\ud800")), "Its case number cannot be used"),
    (json.dumps(exported(entries={})), "more than 5,000 entries, or none"),
    (json.dumps(entry("steps/../x")), "“steps/../x” is no entry of a case"),
    (json.dumps(entry("__proto__x")), "“__proto__x” is no entry of a case"),
    (json.dumps(entry("steps/accept/actions/own", state="yes")), "“steps/accept/actions/own” does not hold"),
    (json.dumps(entry("steps/accept/actions/own", time="yesterday")), "does not hold state, time"),
    (json.dumps(entry("steps/accept/actions/own", time="2026-13-41T25:00:00+01:00")), "does not hold state, time"),
    (json.dumps(entry("steps/accept/actions/own", version=1)), "does not hold state, time"),
    (json.dumps(entry("steps/accept/actions/own", fingerprint="<script>")), "does not hold state, time"),
    (json.dumps(entry("steps/accept/actions/own", more=1)), "does not hold state, time"),
    (
        json.dumps(entry("path/0001", state={"step": "accept", "to": "javascript:alert(1)"})),
        "“path/0001” does not hold",
    ),
    (json.dumps(entry("path/0001", state=None)), "“path/0001” does not hold"),
    (json.dumps(entry("case", state={"severity": "p9"})), "a severity that this handbook does not know: “p9”"),
    (json.dumps(entry("case", state={"severity": "constructor"})), "does not know: “constructor”"),
    (json.dumps(entry("case", state={"severity": {"toString": 1}})), "“case” does not hold"),
    (" " * 1_000_001, "larger than 1 MB"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_a_broken_file_is_refused_in_words_and_changes_nothing(
    desk: Desk, tmp_path: Path, text: str, said: str
) -> None:
    page = desk.cases()
    (tmp_path / "case.json").write_text(text, encoding="utf-8")

    desk.bring(tmp_path / "case.json")

    expect(desk.notice()).to_contain_text("The file “case.json” was not imported:")
    expect(desk.notice()).to_contain_text(said)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('2026-5'))") == []
    assert desk.seen.errors == []


def test_an_import_of_a_case_that_is_there_says_which_is_newer_and_asks(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(exported()), encoding="utf-8")
    desk.cases()
    desk.bring(file)
    expect(desk.notice()).to_contain_text("Case 2026-5 is imported.")
    older = exported(
        entries={"case": entry("case", time="2020-01-01T00:00:00+00:00", state={"severity": "p1"})["entries"]["case"]}
    )
    file.write_text(json.dumps(older), encoding="utf-8")

    desk.bring(file)
    expect(desk.page.locator("dialog[open]")).to_contain_text("The one here is newer.")
    desk.choose("cancel")
    assert desk.kept("2026-5")["case"]["state"] == {"severity": "p3"}
    desk.bring(file)
    desk.choose("replace")

    expect(desk.page.locator("[data-open] .am-chip")).to_have_text("P1 Critical")
    assert desk.kept("2026-5") == older["entries"]


def test_a_good_file_may_be_dropped_on_the_page(desk: Desk) -> None:
    page = desk.cases()
    page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "case.json", {type: "application/json"}));
          document.body.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
        }""",
        json.dumps(exported()),
    )

    expect(page.locator("[data-open] h2")).to_contain_text("2026-5")


# Where nothing can be kept, and without a mouse -----------------------------------------------------------------------


def test_without_storage_the_page_says_so_works_and_exports(desk: Desk, tmp_path: Path) -> None:
    blocked = "Object.defineProperty(window, '{0}', {{get() {{ throw new DOMException('no', 'SecurityError') }}}});"
    desk.page.add_init_script("".join(blocked.format(name) for name in ("localStorage", "sessionStorage")))
    page = desk.checklist("accept")
    expect(desk.notice()).to_contain_text("This browser keeps nothing from this page")

    desk.new_case("2026-3", "p3")
    desk.tick("accept/actions/greet")
    with page.expect_download() as download:
        desk.menu("export")
    download.value.save_as(tmp_path / "case.json")

    assert "steps/accept/actions/greet" in json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["entries"]


def test_what_others_left_in_the_storage_breaks_nothing(desk: Desk) -> None:
    desk.checklist("accept")
    start = desk.prefix()
    rubbish = {
        f"{start}-:steps/accept/actions/greet": "{",
        f"{start}%:x": "1",
        f"{start}7:case": "null",
        f"{start}": "x",
    }
    desk.page.evaluate(
        "(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", rubbish
    )

    desk.checklist("accept")
    desk.cases()

    assert desk.seen.errors == []


def test_a_case_is_opened_and_ticked_with_the_keyboard_alone(desk: Desk) -> None:
    page = desk.checklist("accept")
    new = page.get_by_role("button", name="New case", exact=True)
    new.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog [name=number]")).to_be_focused()
    page.keyboard.type("2026-8")
    page.keyboard.press("Enter")
    desk.is_on("2026-8")
    expect(page.locator("[data-which]")).to_be_focused()

    desk.box("accept/actions/greet").focus()
    page.keyboard.press("Space")
    desk.box("accept/decisions/here/outcomes/here").focus()
    page.keyboard.press("ArrowDown")
    expect(desk.box("accept/decisions/here/outcomes/elsewhere")).to_be_checked()
    page.get_by_role("button", name="More", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Print blank")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Print blank")).to_be_hidden()
    assert desk.progress() == "2 of 15"


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_what_has_the_focus_is_never_under_the_bar(watched: Opens, server: str, device: Device) -> None:
    desk = Desk(watched(server, device))
    page = desk.checklist("classify")
    desk.new_case("2026-8", "p2")
    page.locator("[data-ways] a").focus()
    hidden = []

    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        name = page.evaluate(
            """() => {
              const seen = document.activeElement, bar = document.querySelector(".am-case");
              if (bar.contains(seen) || !seen.closest(".md-content")) return "";
              const middle = seen.getBoundingClientRect().bottom;
              return middle <= bar.getBoundingClientRect().bottom && bar.getBoundingClientRect().top >= 0 &&
                getComputedStyle(bar).position === "sticky" && bar.getBoundingClientRect().top < 60 ? seen.outerHTML : "";
            }"""
        )
        if name:
            hidden.append(name)

    assert hidden == []


def test_without_scripts_the_checklist_is_a_plain_one(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}en/checklists/accept.html")

    expect(page.locator(".am-case")).to_be_hidden()
    expect(page.locator("[data-ways]")).to_be_hidden()
    page.locator("[data-tick]").first.check()
    page.goto(f"{server}en/cases.html")
    expect(page.get_by_text("This page needs JavaScript.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["checklists/classify", "cases", "checklists/index"])
def test_the_pages_of_cases_keep_to_wcag(browser: Browser, server: str, path: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    desk = Desk(Watched(context.new_page(), server))
    desk.checklist("accept")
    desk.new_case("2026-8", "p2")
    desk.go_on("calm")
    page = desk.seen.open(f"en/{path}.html")
    page.wait_for_timeout(300)

    assert problems(page) == []
    context.close()
