"""Pictures of the handbook, for people to look at: each kind of page on each device, in each light and language.

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
from watching import DEVICES, Device

PAGES = """\
index process steps/inform checklists/verify scripts/thank-you customer-types/index
roles/front-line decisions document-control frameworks/s001-rapid-response
"""
LOCALES = ("en", "zh")
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DEVICES_SHOWN: tuple[Device, ...] = ("phone", "desktop")


def main(site: str, pictures: str, *pages: str) -> int:
    """Take every picture; gives 0."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for device, light in product(DEVICES_SHOWN, LIGHTS):
            context = browser.new_context(**DEVICES[device], color_scheme=light, reduced_motion="reduce")
            for name, picture in _pictures(context.new_page(), Path(site).resolve(), pages or PAGES.split()):
                target = Path(pictures) / f"{device}-{light}-{name}.png"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(picture)
            context.close()
        browser.close()
    return 0


def _pictures(page: Page, site: Path, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for locale, path in product(LOCALES, paths):
        page.goto((site / locale / f"{path}.html").as_uri())
        page.wait_for_timeout(300)  # scripts that show something have done so
        yield f"{locale}-{path.replace('/', '-')}", page.screenshot(full_page=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
