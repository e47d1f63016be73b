"""How long a reader waits: pages of the reference handbook on a slow phone, as Chrome's own tools imitate it.

    PYTHONPATH=generator python benchmarks/browser.py [--site DIR] [--runs 5] [--locale en]

The phone computes four times slower than this machine, over 1.6 Mbit/s down, 750 kbit/s up and 150 ms there and back.
Every page is opened with an empty cache, as by somebody who has just scanned the code on a sheet. Files that can be
compressed travel compressed, as from any usual server.
"""

from __future__ import annotations

import argparse
import gzip
import mimetypes
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PAGES = ("index", "steps/accept", "checklists/accept", "decisions")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
CPU = 4
USABLE_MS = 1000
_COMPRESSIBLE = (".html", ".css", ".js", ".json", ".svg", ".xml")
_OBSERVE = """
window.__seen = { largest: 0, long: [] };
new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.__seen.largest = it.startTime)))
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((it) => window.__seen.long.push(it.duration)))
  .observe({ type: "longtask", buffered: true });
"""
_FIGURES = """() => {
  const [way] = performance.getEntriesByType("navigation");
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  return { first: first ? first.startTime : NaN, largest: window.__seen.largest, ready: way.domContentLoadedEventEnd,
    loaded: way.loadEventEnd, longest: Math.max(0, ...window.__seen.long),
    blocked: window.__seen.long.reduce((sum, it) => sum + it - 50, 0) };
}"""


@dataclass(frozen=True)
class Visit:
    """What one opening of a page cost: times in milliseconds, and the bytes of each file as they travelled."""

    first: float
    largest: float
    ready: float
    loaded: float
    longest: float
    blocked: float
    files: dict[str, int]


class _Compressing(SimpleHTTPRequestHandler):
    """A plain server that keeps connections open and compresses, as nginx does with `gzip on`."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A file below the folder, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        if path.suffix in _COMPRESSIBLE:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server for a folder, as long as it is needed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def visit(browser: Browser, address: str) -> Visit:
    """One visit with an empty cache on the slow phone."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(_OBSERVE)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    files = _travelled(devtools)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    figures = _at_rest(page)
    context.close()
    return Visit(**figures, files=files)


def _travelled(devtools: CDPSession) -> dict[str, int]:
    addresses: dict[str, str] = {}
    files: dict[str, int] = {}
    devtools.on("Network.requestWillBeSent", lambda it: addresses.update({it["requestId"]: it["request"]["url"]}))
    devtools.on(
        "Network.loadingFinished",
        lambda it: files.update({addresses[it["requestId"]].rpartition("/")[2]: round(it["encodedDataLength"])}),
    )
    return files


def _at_rest(page: Page) -> dict[str, float]:
    page.wait_for_timeout(500)
    figures: dict[str, float] = page.evaluate(_FIGURES)
    return figures


def report(path: str, visits: list[Visit]) -> bool:
    """Print the best figures of one page, as other programs only add time; true if it can be read and used in time."""
    best = {
        name: float(min(getattr(visit, name) for visit in visits))
        for name in ("first", "largest", "ready", "loaded", "longest", "blocked")
    }
    size = sum(visits[-1].files.values())
    usable = max(best["largest"], best["ready"])
    print(
        f"{path:20} first paint {best['first']:5.0f}  largest {best['largest']:5.0f}  ready {best['ready']:5.0f}  "
        f"loaded {best['loaded']:5.0f}  longest task {best['longest']:4.0f}  blocked {best['blocked']:4.0f} ms  "
        f"{size / 1000:6.1f} kB  {'ok' if usable <= USABLE_MS else 'TOO SLOW'}"
    )
    return usable <= USABLE_MS


def build(folder: Path) -> Path:
    """The reference handbook, freshly built."""
    subprocess.run([sys.executable, "-m", "amends", "build", "reference", "-o", str(folder / "site")], check=True)
    return folder / "site"


def main() -> int:
    """Print what each page costs; 1 if one of them is too slow."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--locale", default="en")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = options.site or build(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with serving(site) as server:
            in_time = []
            for path in PAGES:
                visits = [visit(browser, f"{server}/{options.locale}/{path}.html") for _ in range(options.runs)]
                in_time.append(report(path, visits))
                for name, size in sorted(visits[-1].files.items(), key=lambda file: -file[1]):
                    print(f"    {size / 1000:7.1f} kB  {name}")
        browser.close()
    return not all(in_time)


if __name__ == "__main__":
    sys.exit(main())
