"""What somebody has ticked or written is not lost: two sites, two tabs, a full storage, no network, a new build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desk import Desk
from watching import Device, Watched

Opens = Callable[[str, Device], Watched]
Serves = Callable[[Path], str]

_FILL = """() => {
  for (let size = 1 << 20; size > 0; size >>= 1) {
    try { for (let turn = 0; turn < 64; turn++) localStorage.setItem(`filler-${size}-${turn}`, "x".repeat(size)); } catch {}
  }
}"""
_IS_KEPT = """async () => (await navigator.serviceWorker.ready).active.state === "activated"
  && navigator.serviceWorker.controller !== null && Boolean(await caches.match("steps/accept.html"))"""


@pytest.fixture
def desk(watched: Opens, server: str) -> Desk:
    return Desk(watched(server, "desktop"))


def test_two_handbooks_at_one_address_have_cases_of_their_own(
    watched: Opens, serve: Serves, reference_site: Path, tmp_path: Path
) -> None:
    for name in ("north", "south"):
        (tmp_path / name).symlink_to(reference_site, target_is_directory=True)
    address = serve(tmp_path)
    north = Desk(watched(f"{address}north/", "desktop"))
    north.checklist("accept")
    north.new_case("1", "p3")
    north.tick("accept/actions/greet")

    north.page.goto(f"{address}south/en/checklists/accept.html")
    north.is_on("-")
    south = Desk(north.seen)
    south.new_case("1", "p1")
    assert "steps/accept/actions/greet" not in south.kept("1")
    south.page.goto(f"{address}south/en/cases.html")
    south.page.get_by_role("button", name=south.say("say.delete")).click()
    south.choose("delete")
    expect(south.page.locator("[data-open] > li")).to_have_count(0)
    assert south.kept("1") == {}

    north.page.goto(f"{address}north/en/checklists/accept.html")
    expect(north.box("accept/actions/greet")).to_be_checked()


_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("engine", "forgets"),
    [
        (f"{_IPHONE} Version/18.0 Mobile/15E148 Safari/604.1", True),
        (f"{_IPHONE} Mobile/15E148 MicroMessenger/8.0.49", True),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", False),
    ],
    ids=["safari", "app-on-iphone", "firefox"],
)
def test_a_browser_that_may_forget_says_so_in_one_line_beside_the_way_out(
    watched: Callable[..., Watched], server: str, engine: str, *, forgets: bool
) -> None:
    desk = Desk(watched(server, "phone", user_agent=engine))
    page = desk.checklist("accept")
    desk.new_case("1", "p2")

    notice = desk.notice()
    expect(notice).to_have_count(int(forgets))
    if forgets:
        expect(notice).to_contain_text(desk.say("say.forget"))
        assert notice.evaluate("it => it.offsetHeight") < 90
        with page.expect_download():
            notice.get_by_role("button", name=desk.say("say.export")).click()


def test_two_tabs_tick_one_case_and_lose_nothing(desk: Desk) -> None:
    page = desk.checklist("accept")
    desk.new_case("2", "p3")
    other = Desk(Watched(page.context.new_page(), desk.seen.server))
    other.checklist("accept")
    other.is_on("2")

    desk.tick("accept/actions/greet")
    other.tick("accept/actions/own")

    for each in (desk, other):
        expect(each.box("accept/actions/greet")).to_be_checked()
        expect(each.box("accept/actions/own")).to_be_checked()
    assert {"steps/accept/actions/greet", "steps/accept/actions/own"} <= desk.kept("2").keys()


def test_a_full_storage_is_told_in_one_line_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    page = desk.checklist("accept")
    desk.new_case("3", "p3")
    desk.tick("accept/actions/greet")
    page.evaluate(_FILL)

    desk.tick("accept/actions/own")

    expect(desk.notice()).to_contain_text(desk.say("say.full"))
    expect(desk.box("accept/actions/greet")).to_be_checked()
    expect(desk.box("accept/actions/own")).to_be_checked()
    with page.expect_download() as download:
        desk.notice().get_by_role("button", name=desk.say("say.export")).click()
    download.value.save_as(tmp_path / "case.json")
    assert "steps/accept/actions/own" in (tmp_path / "case.json").read_text(encoding="utf-8")

    page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('filler')).forEach((key) => localStorage.removeItem(key))"
    )
    desk.box("accept/actions/greet").uncheck()
    expect(desk.notice()).to_have_count(0)
    assert "steps/accept/actions/own" in desk.kept("3")
    assert desk.seen.errors == []


def installed(page: Page, address: str) -> None:
    """Wait until the browser has kept the handbook."""
    page.goto(f"{address}en/index.html")
    page.wait_for_function(_IS_KEPT)


def test_an_installed_handbook_works_without_a_network_and_says_so(
    watched: Opens, while_serving: Callable[[Path], AbstractContextManager[str]], layer_site: Path
) -> None:
    with while_serving(layer_site) as address:
        desk = Desk(watched(address, "phone"))
        installed(desk.page, address)
        expect(desk.page.locator("[data-kept-page]")).to_be_hidden()
        desk.checklist("accept")
        desk.new_case("4")

    page = desk.checklist("solve")
    expect(page.locator("[data-kept-page]")).to_contain_text("version 2.1-b")
    desk.is_on("4")
    page.locator(".am-ticks input:enabled").first.check()
    desk.menu("details")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("Object.keys(localStorage).some((key) => key.includes(':4:steps/solve/'))")
    page.goto(f"{address}en/records/stay.html")
    expect(page.locator("h1")).to_contain_text("Stay of the guest")
    assert desk.seen.asked_elsewhere == []


def test_a_new_build_is_read_at_once_and_takes_the_place_of_the_old_one(
    watched: Opens, serve: Serves, layer_site: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(layer_site, site)
    address = serve(site)
    page = watched(address, "desktop").page
    installed(page, address)
    [before] = page.evaluate("caches.keys()")

    contacts, worker = site / "en" / "contacts.html", site / "en" / "service-worker.js"
    contacts.write_text(contacts.read_text(encoding="utf-8").replace("</h1>", " anew</h1>"), encoding="utf-8")
    written = worker.read_text(encoding="utf-8")
    worker.write_text(written.replace('const KEPT = "', 'const KEPT = "new'), encoding="utf-8")
    page.goto(f"{address}en/contacts.html")

    expect(page.locator("h1")).to_contain_text("anew")
    page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.update())")
    page.wait_for_function(
        "(before) => caches.keys().then((names) => names.length === 1 && names[0] !== before)", arg=before
    )


def test_a_handbook_that_may_not_be_installed_takes_its_worker_back(
    watched: Opens, serve: Serves, layer_site: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(layer_site, site)
    address = serve(site)
    page = watched(address, "desktop").page
    installed(page, address)

    contacts = site / "en" / "contacts.html"
    plain = contacts.read_text(encoding="utf-8").replace(' rel="manifest"', ' rel="other"')
    contacts.write_text(plain.replace("assets/amends/offline.js", "assets/amends/handbook.js"), encoding="utf-8")
    page.goto(f"{address}en/contacts.html")

    page.wait_for_function("navigator.serviceWorker.getRegistrations().then((found) => found.length === 0)")
