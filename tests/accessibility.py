"""Accessibility problems of a page, found by axe-core: WCAG 2.2, levels A and AA."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = """async (tags) => {
  // The theme lets the keyboard into samples of code that are too wide. On a busy machine that takes a while.
  const waits = () => [...document.querySelectorAll("pre > code")]
    .some((code) => code.scrollWidth > code.clientWidth && code.tabIndex < 0);
  for (let tries = 0; tries < 200 && waits(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
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
