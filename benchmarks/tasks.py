"""How many taps and seconds somebody needs at the desk who has never seen the site, for the tasks of the reference handbook.

    PYTHONPATH=generator python benchmarks/tasks.py --site DIR [--write]

Each task begins on the home page. A tap is a click, or typing a word into the search; a sheet to print needs one more for its PDF. The seconds are those of the
browser and its pages alone: from the first tap until the answer is in view. People need longer, since they read.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from measured import write_table
from playwright.sync_api import Browser, Locator, Page, sync_playwright

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


SHOUTING = "#situation--shouting"
WAYS = (
    Way("A customer shouts: what do I say?", (SHOUTING, f"li:has({SHOUTING}) a[href*='scripts/empathy']"), ".am-line"),
    Way("What may I give without asking?", (".am-task[href='questions/give.html']",), ".am-levels__sum"),
    Way("A P2 is received now: by when must they hear?", (".am-task[href='timeline.html']",), ".am-times"),
    Way("I work in storage: what is my part?", ("a.am-role[href='roles/storage-transport.html']",), "#duties"),
    Way("Print “Verify the facts”", (".am-way a[href='steps/verify.html']",), "a[href$='print/checklists/verify.pdf']"),
    Way("Print my card", ("a.am-role[href='roles/front-line.html']",), "a[href$='print/cards/front-line.pdf']"),
    Way("The four sentences of thanks", ("?thank", "a[href*='scripts/thank-you']"), ".am-lines"),
    Way("May I say “it was our fault”?", ("?fault", "a[href*='wording.html']"), "#wording--our-fault"),
    Way("Who approves 2,000?", (".am-task[href='questions/give.html']",), ".am-levels li:nth-child(2)"),
    Way("Is it ours?", (".am-task[href='questions/ours.html']",), ".am-verdicts"),
    Way("Can I close the case?", (".am-task[href='questions/ended.html']",), ".am-pause__checks"),
)
WORDS = {
    "en": {"?thank": "thank you", "?fault": "it was our fault"},
    "zh": {"?thank": "感谢四句话", "?fault": "是我们的错"},
}


@dataclass(frozen=True)
class Done:
    """One task done: how many taps, how many seconds, and whether the answer was in view without scrolling."""

    taps: int
    seconds: float
    in_view: bool


def tap(page: Page, target: str, locale: str) -> int:
    """One step of a way; gives how many taps it took. What is in view already needs none."""
    if not target.startswith("?"):
        link = first_shown(page, target)
        link.click()
        return 1
    field = page.locator("[data-find]")
    if field.is_visible():
        field.click()
    page.locator(".md-search__input").fill(WORDS[locale][target])
    page.locator(".md-search-result__item").first.wait_for()
    return 1


def first_shown(page: Page, target: str) -> Locator:
    """The first of the elements that can be seen."""
    return page.locator(target).locator("visible=true").first


def done(browser: Browser, site: str, locale: str, device: str, way: Way) -> Done:
    """Somebody does one task."""
    context = browser.new_context(**DEVICES[device], reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}/{locale}/index.html")
    begun = perf_counter()
    # On a desk all ways of a card show at once, so nobody opens it.
    taps = way.taps[1:] if device == "desktop" and way.taps[0].startswith("#") else way.taps
    count = sum(tap(page, target, locale) for target in taps)
    answer = first_shown(page, way.answer)
    answer.wait_for()
    seconds = perf_counter() - begun
    box = answer.bounding_box()
    height = DEVICES[device]["viewport"]["height"]
    context.close()
    return Done(count, seconds, box is not None and box["y"] < height)


def table(measure: Callable[[Way, str, str], Done]) -> Iterator[str]:
    """The lines of the table."""
    columns = [(locale, device) for locale in WORDS for device in DEVICES]
    yield "| task | " + " | ".join(f"{locale}, {device}" for locale, device in columns) + " |"
    yield "|---|" + "---|" * len(columns)
    for way in WAYS:
        cells = [measure(way, locale, device) for locale, device in columns]
        said = (f"{it.taps} taps, {it.seconds:.1f} s{'' if it.in_view else ', then scroll'}" for it in cells)
        yield f"| {way.task} | " + " | ".join(said).replace("1 taps", "1 tap") + " |"


def main() -> int:
    """Print the table, or write it; gives 0."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--site", required=True)
    options.add_argument("--write", action="store_true", help="into docs/performance.md")
    given = options.parse_args()
    site = Path(given.site).resolve().as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        lines = "\n".join(table(lambda way, locale, device: done(browser, site, locale, device, way)))
        browser.close()
    if given.write:
        write_table("tasks", lines)
    print(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
