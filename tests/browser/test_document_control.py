"""Every page says who owns the handbook, and whether it is still valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import expect

from watching import Device, Watched

Opens = Callable[..., Watched]


@pytest.mark.parametrize(
    ("path", "begin"),
    [
        ("en/scripts/promise.html", "This handbook was due for review by 15 October 2027"),
        ("zh/index.html", "本手册应于2027年10月15日前"),
    ],
)
def test_every_page_says_when_its_review_is_overdue(watched: Opens, server: str, path: str, begin: str) -> None:
    seen = watched(server)
    seen.page.clock.set_fixed_time(datetime(2031, 1, 1))  # noqa: DTZ001 - the reader's own time
    seen.open(path)

    expect(seen.page.locator(".am-overdue")).to_contain_text(begin)


def test_nothing_is_overdue_on_the_last_day(watched: Opens, server: str) -> None:
    seen = watched(server)
    seen.page.clock.set_fixed_time(datetime(2026, 11, 20))  # noqa: DTZ001 - the reader's own time
    seen.open("en/index.html")

    expect(seen.page.locator(".am-overdue")).to_be_hidden()


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_the_foot_of_every_page_leads_to_document_control(watched: Opens, server: str, device: Device) -> None:
    seen = watched(server, device)
    seen.open("en/steps/thank.html")
    seen.page.locator(".md-copyright a").click()

    expect(seen.page).to_have_url(f"{server}en/document-control.html")
