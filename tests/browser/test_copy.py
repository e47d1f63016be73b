"""Words to say can be copied on every page that has them, by a finger too, exactly as they are spoken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from watching import Device, Watched

Opens = Callable[[str, Device], Watched]

FINGER = 44
"""Pixels: the smallest target for a finger."""

PAGES = """\
scripts/index scripts/promise steps/inform checklists/clarify customer-types/irritable roles/front-line wording letters/decision
"""


@pytest.mark.parametrize("path", PAGES.split())
def test_all_words_on_a_page_can_be_copied_by_a_finger(watched: Opens, server: str, path: str) -> None:
    page = watched(server, "phone").open(f"zh/{path}.html")

    heights = page.eval_on_selector_all(
        "[data-line]",
        "lines => lines.map(line => line.closest('[data-copy-from]')"
        "?.querySelector('[data-copy]')?.getBoundingClientRect().height ?? 0)",
    )

    assert len(heights) > 0
    assert min(heights) >= FINGER


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "en/scripts/index",
            (
                "Hello, my name is [your name]. Thank you for telling us about this.\n"
                "I'll stay with this until the right person has it."
            ),
        ),
        (
            "zh/scripts/index",
            "您好，我是[本人姓名]。谢谢您把这件事告诉我们。\n您这件事我先接下来，交到合适的人手上之前，我一直跟着。",
        ),
        (
            "zh/roles/front-line",
            "您好，我是[本人姓名]。谢谢您把这件事告诉我们。\n您这件事我先接下来，交到合适的人手上之前，我一直跟着。",
        ),
        ("zh/wording", "我这就给您办。需要先核实[核实的事项]，[时间]前一定答复您。"),
    ],
)
def test_what_is_copied_are_the_words_with_their_blanks_in_brackets(
    browser: Browser, server: str, path: str, words: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}{path}.html")

    page.locator("[data-copy]").first.click()
    page.locator(".am-copy--done").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == words
    context.close()


@pytest.mark.parametrize("letter", ["en/letters/decision", "zh/letters/public-reply"])
def test_a_letter_is_copied_as_its_text_file_has_it(
    browser: Browser, server: str, reference_site: Path, letter: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}{letter}.html")

    page.locator("[data-copy]").click()
    page.locator(".am-copy--done").wait_for()

    text = (reference_site / f"{letter}.txt").read_text(encoding="utf-8-sig")
    about, _, words = text.partition("\n\n")
    assert about.startswith(">> ")
    assert page.evaluate("navigator.clipboard.readText()") == words.rstrip("\n")
    context.close()
