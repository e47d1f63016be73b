"""Accessibility problems of a page, found by axe-core: WCAG 2.2, levels A and AA."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = """async (tags) => {
  // Scripts that look at the finished page, such as the theme's for wide samples of code, have had their turn.
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => 0)));
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return found.violations.flatMap((broken) => broken.nodes.map((node) => `${broken.id}: ${node.html.slice(0, 200)}`));
}"""


def problems(page: Page) -> list[str]:
    """The problems that axe-core finds on a page."""
    page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(_RUN, _TAGS)
    return found
