"""Pictures of the handbook, for people to look at: each kind of page on each device, light and dark, in each language.

    python tests/browser/screenshots.py site pictures [PAGE ...]

Takes a site that `amends build` has written; `pictures/phone-dark-zh-steps-accept.png` is one of what it makes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))  # pytest does so for its own
from desk import Desk
from watching import DEVICES, Device, Watched

PAGES = """\
index process steps/inform checklists/clarify cases scripts/thank-you
roles/front-line decisions responsibilities timeline document-control frameworks/s001-rapid-response
"""
LOCALES = ("en", "zh")
_UNSTICK = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".md-header, .md-tabs, .am-case { position: static !important }");
  document.adoptedStyleSheets.push(sheet);
}"""
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DEVICES_SHOWN: tuple[Device, ...] = ("phone", "desktop")


def main(site: str, pictures: str, *pages: str) -> int:
    """Take every picture; gives 0."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for device, light in product(DEVICES_SHOWN, LIGHTS):
            context = browser.new_context(**DEVICES[device], color_scheme=light, reduced_motion="reduce")
            page = context.new_page()
            _open_a_case(Desk(Watched(page, f"{Path(site).resolve().as_uri()}/")))
            for name, picture in _pictures(page, Path(site).resolve(), pages or PAGES.split()):
                target = Path(pictures) / f"{device}-{light}-{name}.png"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(picture)
            context.close()
        browser.close()
    return 0


def _open_a_case(desk: Desk) -> None:
    """Open a case, so that the pages of cases have something to show."""
    desk.checklist("accept")
    desk.new_case("2026-0117", "p2")
    desk.tick_all()
    desk.checklist("clarify")
    desk.tick("clarify/actions/notes", "clarify/actions/consent")


def _pictures(page: Page, site: Path, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for locale, path in product(LOCALES, paths):
        page.goto((site / locale / f"{path}.html").as_uri())
        page.wait_for_timeout(300)  # by then the scripts have shown their parts
        # In a picture of the whole page, parts that stick to the top of the screen would cover its middle.
        page.evaluate(_UNSTICK)
        yield f"{locale}-{path.replace('/', '-')}", page.screenshot(full_page=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
