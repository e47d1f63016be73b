"""How many taps and seconds somebody needs at the desk who has never seen the site, for the tasks of the reference handbook.

    PYTHONPATH=generator python benchmarks/tasks.py --site DIR [--against DIR] [--write]

Each task begins on the home page. A tap is a click, or typing something; a sheet to print needs one more for its PDF. The seconds are those of the
browser and its pages alone: from the first tap until the answer is in view. People need longer, since they read, and scroll where the answer
stands further down. `--against` is the first handbook, built at 732a98b: what it could not do is marked.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from measured import write_table
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from playwright.sync_api import TimeoutError as TimedOut

DEVICES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "desktop": {"viewport": {"width": 1440, "height": 900}},
}


@dataclass(frozen=True)
class Way:
    """A task, the taps that lead to its answer (selectors, or `?word` for the search), and where the answer stands."""

    task: str
    taps: tuple[str, ...]
    answer: str
    before: tuple[tuple[str, ...], str] | None = None
    """The taps and the answer in the first handbook; None if it had no answer that somebody could be led to."""


SHOUTING = "#situation--shouting"
LEVELS = "#authority"
CASE = "1001"
WAYS = (
    Way(
        "A customer shouts: what do I say?",
        (SHOUTING, f"li:has({SHOUTING}) a[href*='scripts/empathy']"),
        ".am-line",
        ((SHOUTING, f"li:has({SHOUTING}) a[href*='scripts/empathy']"), ".am-line"),
    ),
    Way(
        "What may I give without asking?",
        (".am-task[href='questions/give.html']",),
        ".am-levels__sum",
        ((".am-task[href='decisions.html']",), LEVELS),
    ),
    Way(
        "A P2 is received now: by when must they hear?",
        (".am-task[href='timeline.html']",),
        ".am-times",
        (
            (
                ".am-way a[href='process.html#phase--receive'], .am-way__phase",
                "a[href='timeline.html'], a[href*='timeline']",
            ),
            "table",
        ),
    ),
    Way(
        "I work in storage: what is my part?",
        ("a.am-role[href='roles/storage-transport.html']",),
        "#duties",
        (("a.am-role[href='roles/storage-transport.html']",), "#duties"),
    ),
    Way(
        "Print “Verify the facts”",
        (".am-way a[href='steps/verify.html']",),
        "a[href$='print/checklists/verify.pdf']",
        ((".am-way a[href='steps/verify.html']",), "a[href$='print/checklists/verify.pdf']"),
    ),
    Way(
        "Print my card",
        ("a.am-role[href='roles/front-line.html']",),
        "a[href$='print/cards/front-line.pdf']",
        (("a.am-role[href='roles/front-line.html']",), "a[href$='print/cards/front-line.pdf']"),
    ),
    Way(
        "The four sentences of thanks",
        ("?thank", "a[href*='scripts/thank-you']"),
        ".am-lines",
        (("?thank", "a[href*='scripts/thank-you']"), ".am-line"),
    ),
    Way(
        "May I say “it was our fault”?",
        ("?fault", "a[href*='wording.html']"),
        "#wording--our-fault",
        (("?fault", "a[href*='wording.html']"), "#wording--our-fault"),
    ),
    Way(
        "Who approves 2,000?",
        (".am-task[href='questions/give.html']",),
        ".am-levels li:nth-child(2)",
        ((".am-task[href='decisions.html']",), LEVELS),
    ),
    Way("What has changed?", (".am-more a[href='document-control.html']",), "#changes"),
    Way("Is it ours?", (".am-task[href='questions/ours.html']",), ".am-verdicts"),
    Way("Can I close the case?", (".am-task[href='questions/ended.html']",), ".am-pause__checks"),
)
COLUMNS = [(locale, device) for locale in ("en", "zh") for device in DEVICES]
WORDS = {
    "en": {"?thank": "thank you", "?fault": "it was our fault"},
    "zh": {"?thank": "感谢四句话", "?fault": "是我们的错"},
}


CASE_TASK = "Case 1001: tick three boxes, go on tomorrow, export, close"


@dataclass(frozen=True)
class Done:
    """One task done: how many taps, how many seconds, and how many screens further down the answer stands."""

    taps: int
    seconds: float
    screens: float = 0

    def __str__(self) -> str:
        """A cell of the table."""
        taps = f"{self.taps} tap{'' if self.taps == 1 else 's'}, {self.seconds:.1f} s"
        return f"{taps}, {self.screens:.1f} screens down" if self.screens else taps


class Hand:
    """Somebody's finger on a page, and how often it has tapped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, target: str) -> None:
        """Press the first of the elements that can be seen."""
        first_shown(self.page, target).click()
        self.taps += 1

    def write(self, target: str, text: str) -> None:
        """Type into a field."""
        first_shown(self.page, target).fill(text)
        self.taps += 1

    def search(self, text: str) -> None:
        """Type into the search, and wait for what it finds."""
        field = self.page.locator("[data-find]")
        if field.is_visible():
            field.click()
        self.page.locator(".md-search__input").press_sequentially(text)
        self.page.locator(".md-search-result__item").first.wait_for()
        self.taps += 1


def first_shown(page: Page, target: str) -> Locator:
    """The first of the elements that can be seen."""
    return page.locator(target).locator("visible=true").first


def done(page: Page, locale: str, way: Way) -> Done:
    """Somebody does one task on a page that shows the home page."""
    height = (page.viewport_size or {"height": 0})["height"]
    # On a desk all ways of a card show at once, so nobody opens it.
    is_open = page.locator(f"[data-situation][open] {SHOUTING}").count() > 0
    hand, begun = Hand(page), perf_counter()
    for target in way.taps[1:] if is_open and way.taps[0] == SHOUTING else way.taps:
        if target.startswith("?"):
            hand.search(WORDS[locale][target])
        else:
            hand.tap(target)
    answer = first_shown(page, way.answer)
    answer.wait_for()
    seconds = perf_counter() - begun
    top = answer.evaluate("it => it.getBoundingClientRect().top")
    return Done(hand.taps, seconds, top / height if top > height else 0)


def case_done(page: Page, home: str) -> Done:
    """Somebody begins a case, comes back to it on a new page as on the next day, closes it and exports it."""
    hand, begun = Hand(page), perf_counter()
    hand.tap(".am-task[href='checklists/index.html']")
    hand.tap(".md-content a[href='accept.html']")
    hand.tap(".am-case > [data-do=new]")
    hand.write("[name=number]", CASE)
    hand.tap("dialog[open] .am-button--main")
    for box in range(3):
        hand.tap(f"[data-tick] >> nth={box}")
    page.goto(home)
    hand.tap("[data-open-cases] a")
    hand.tap("[data-open] .am-button--main")
    hand.tap("[popovertarget=am-menu]:not([data-do])")
    hand.tap("[data-do=close]")
    _close(hand)
    page.locator(".am-notice").first.wait_for()
    return Done(hand.taps, perf_counter() - begun)


def _close(hand: Hand) -> None:
    ends = first_shown(hand.page, "dialog[open] :is(select, .am-button)")
    if ends.evaluate("it => it.tagName") != "SELECT":
        # The first handbook: it asks nothing, and exports from its menu.
        hand.tap("dialog[open] .am-button")
        hand.tap("[popovertarget=am-menu]:not([data-do])")
        with hand.page.expect_download():
            hand.tap("[data-do=export]")
        return
    ends.select_option(index=1)
    hand.taps += 1
    hand.write("dialog[open] textarea", "Answered at once.")
    with hand.page.expect_download():
        hand.tap("dialog[open] [value=close-export]")


def measured(browser: Browser, site: Path, ways: Sequence[Way]) -> dict[str, list[Done | None]]:
    """Each task in each language on each device; None where the handbook could not do it."""
    found: dict[str, list[Done | None]] = {}
    for locale, device in COLUMNS:
        home = f"{site.resolve().as_uri()}/{locale}/index.html"
        for way in ways:
            act = partial(done, locale=locale, way=way)
            found.setdefault(way.task, []).append(_tried(browser, home, device, act) if way.taps else None)
        act = partial(case_done, home=home)
        found.setdefault(CASE_TASK, []).append(_tried(browser, home, device, act))
    return found


def _tried(browser: Browser, home: str, device: str, act: Callable[[Page], Done]) -> Done | None:
    context = browser.new_context(**DEVICES[device], reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.goto(home)
    try:
        return act(page)
    except TimedOut:
        return None
    finally:
        context.close()


def in_first_handbook(way: Way) -> Way:
    """The same task in the handbook before; without taps if it had no way to an answer."""
    taps, answer = way.before or ((), "")
    return Way(way.task, taps, answer)


def table(now: Mapping[str, list[Done | None]], before: Mapping[str, list[Done | None]] | None) -> Iterator[str]:
    """The lines of the table; in brackets how it was before."""
    yield "| task | " + " | ".join(f"{locale}, {device}" for locale, device in COLUMNS) + " |"
    yield "|---|" + "---|" * len(COLUMNS)
    for task, cells in now.items():
        earlier = before[task] if before else [None] * len(cells)
        shown = (_said(it) + (f" ({_said(old)})" if before else "") for it, old in zip(cells, earlier, strict=True))
        yield f"| {task} | " + " | ".join(shown) + " |"


def _said(cell: Done | None) -> str:
    return "–" if cell is None else str(cell)


def main() -> int:
    """Print the table, or write it; 1 if a task cannot be done."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--site", type=Path, required=True)
    options.add_argument("--against", type=Path, help="the first handbook, built")
    options.add_argument("--write", action="store_true", help="into docs/performance.md")
    given = options.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        now = measured(browser, given.site, WAYS)
        before = measured(browser, given.against, [in_first_handbook(way) for way in WAYS]) if given.against else None
        browser.close()
    lines = "\n".join(table(now, before))
    if given.write:
        write_table("tasks", lines)
    print(lines)
    return int(any(cell is None for cells in now.values() for cell in cells))


if __name__ == "__main__":
    sys.exit(main())
