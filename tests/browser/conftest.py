"""A browser, and the handbook on a server of its own."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from watching import DEVICES, Device, Watched

# A search index is a large file, and the machine may be busy: a test waits half a minute, not five seconds.
expect.set_options(timeout=30_000)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the test is skipped, or fails if AMENDS_REQUIRE_BROWSER=1."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        if os.environ.get("AMENDS_REQUIRE_BROWSER") == "1":
            pytest.fail("there is no chromium; install it with  apt-get install chromium")
        pytest.skip("there is no chromium")
    with sync_playwright() as playwright:
        # No sandbox, since CI runs as root and all opened pages are our own; no network beyond this machine.
        args = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=executable, args=args)
        yield browser
        browser.close()


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens a page on a device: `watched("http://127.0.0.1:8000/", "phone", color_scheme="dark")`."""
    contexts = []

    def opened(server: str, device: Device = "desktop", **more: Any) -> Watched:
        context = browser.new_context(**DEVICES[device], **more)
        contexts.append(context)
        return Watched(context.new_page(), server)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def server(reference_site: Path) -> Iterator[str]:
    """The address of a plain web server that holds the handbook below a folder, as an intranet would."""
    with serving(reference_site.parent) as address:
        yield f"{address}{reference_site.name}/"


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Puts a folder on a web server of its own: `serve(folder)` is its address."""
    with ExitStack() as servers:
        yield cache(lambda folder: servers.enter_context(serving(folder)))


@pytest.fixture(scope="session")
def while_serving() -> Callable[[Path], AbstractContextManager[str]]:
    """A server that goes away: `with while_serving(folder) as address`."""
    return serving


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a plain web server, as long as it is needed."""
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}/"
        listening.shutdown()
        thread.join()
