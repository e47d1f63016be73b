"""A person at a desk who ticks checklists: their actions in a browser, in one language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Locator, Page, expect

from amends.edition.words import read_words
from watching import Watched

SOP = "complaint-handling"


class Desk:
    """A browser page on which the person handles cases."""

    def __init__(self, seen: Watched, locale: str = "en") -> None:
        self.seen = seen
        self.page = seen.page
        self.locale = locale
        self.words = read_words(locale)

    def say(self, name: str, **values: object) -> str:
        return self.words(f"cases.{name}", **values)

    def checklist(self, step: str) -> Page:
        return self.seen.open(f"{self.locale}/checklists/{step}.html")

    def cases(self) -> Page:
        return self.seen.open(f"{self.locale}/cases.html")

    def new_case(self, number: str, severity: str = "", received: str = "", **facts: str) -> None:
        """Begin a case; `facts` are its kind and its channel, by their ids."""
        button = self.page.locator(".am-case > [data-do=new]")
        if button.is_visible():
            button.click()
        else:
            self.menu("new")
        dialog = self.page.get_by_role("dialog")
        dialog.locator("[name=number]").fill(number)
        dialog.get_by_label(self.say("severity")).select_option(severity)
        for fact, entry_id in facts.items():
            dialog.locator(f"select[name={fact}]").select_option(entry_id)
        if received:
            dialog.get_by_label(self.words("event.received")).fill(received)
        dialog.get_by_role("button", name=self.say("save")).click()

    def box(self, path: str) -> Locator:
        return self.page.locator(f"[data-tick='steps/{path}']")

    def tick(self, *paths: str) -> None:
        for path in paths:
            self.box(path).check()

    def tick_all(self) -> None:
        for box in self.page.locator(".am-ticks input:enabled").all():
            box.check()

    def go_on(self, step: str) -> None:
        """Follow the link to the next step at the end of the page."""
        self.page.locator(f"[data-ways] a[href$='/{step}.html'], [data-ways] a[href='{step}.html']").click()
        self.page.wait_for_url(f"**/checklists/{step}.html")

    def menu(self, name: str) -> None:
        self.page.get_by_role("button", name=self.say("more"), exact=True).click()
        self.page.locator(".am-menu").get_by_text(self.say(name), exact=True).click()

    def choose(self, word: str) -> None:
        """Answer the question that is being asked."""
        self.page.get_by_role("dialog").get_by_role("button", name=self.say(f"say.{word}"), exact=True).click()

    def close(self, reason: str, end: str = "") -> None:
        """Answer how the case ends, and why with parts of it open."""
        dialog = self.page.get_by_role("dialog")
        if end:
            dialog.locator("select").select_option(f"end/{end}")
        dialog.locator("textarea").fill(reason)
        dialog.get_by_role("button", name=self.say("say.close"), exact=True).click()

    def progress(self) -> str:
        return self.page.locator("[data-count]").inner_text()

    def notice(self) -> Locator:
        return self.page.locator(".am-notice")

    def is_on(self, number: str) -> None:
        expect(self.page.locator("[data-which]")).to_have_value(number)

    def prefix(self) -> str:
        """How each key of the stored cases begins; it names the address of the site and the SOP."""
        site = urlsplit(self.page.url).path.split(f"/{self.locale}/")[0] + "/"
        return f"amends:{quote(site, safe='')}:{SOP}:"

    def kept(self, case: str) -> dict[str, Any]:
        """All that the browser stores of a case, by path."""
        start = f"{self.prefix()}{case}:"
        everything: dict[str, str] = self.page.evaluate("({...localStorage})")
        return {key.removeprefix(start): json.loads(text) for key, text in everything.items() if key.startswith(start)}

    def keep(self, case: str, path: str, **changes: object) -> None:
        """Change the stored data of the browser to the state that an older handbook would have left."""
        key, value = f"{self.prefix()}{case}:{path}", self.kept(case)[path] | changes
        self.page.evaluate("([key, value]) => localStorage.setItem(key, JSON.stringify(value))", [key, value])

    def bring(self, file: Path) -> None:
        self.page.locator("input[type=file]").set_input_files(file)
