"""A browser page that is watched: its errors, and its requests to other servers."""

from __future__ import annotations

from typing import Any, Literal

from playwright.sync_api import Dialog, Page

Device = Literal["desktop", "phone"]
DEVICES: dict[Device, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


_PATIENCE = 120_000
"""Milliseconds for what a page does, since the machine may be busy."""

_WATCH_THE_POLICY = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


class Watched:
    """A page in the browser, its console errors, and its requests to other servers than ours.

    Anything that its policy refuses, and any dialog, counts as an error. `server` may be a folder: `file:///site/`.
    """

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server
        self.errors: list[str] = []
        self.asked_elsewhere: list[str] = []
        page.set_default_timeout(_PATIENCE)
        page.on("request", lambda request: self._note(request.url))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._refuse)
        page.add_init_script(_WATCH_THE_POLICY)

    def open(self, path: str) -> Page:
        """Go to a page of our server."""
        self.page.goto(self.server + path)
        return self.page

    def _refuse(self, dialog: Dialog) -> None:
        self.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, address: str) -> None:
        if not address.startswith((self.server, "data:", "blob:")):
            self.asked_elsewhere.append(address)
