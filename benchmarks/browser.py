"""How long a reader waits: pages of the reference handbook on a slow phone, as Chrome's own tools imitate it.

    PYTHONPATH=generator python benchmarks/browser.py [--site DIR] [--against DIR] [--runs 5] [--locale en] [--write]

The phone computes four times slower than this machine, over 1.6 Mbit/s down, 750 kbit/s up and 150 ms there and back.
Every page is opened with an empty cache, as by somebody who has just scanned the code on a sheet. Files that can be
compressed travel compressed, as from any usual server. A page is usable once it is drawn and our own scripts have run; what the theme adds
after that is the search and the menus. With `--against`, an older site is opened in turn. The machine must have nothing else to do.
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
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from measured import write_table
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PAGES = ("index", "steps/accept", "checklists/accept", "records/registration", "decisions")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
CPU = 4
USABLE_MS = 1200
_COMPRESSIBLE = (".html", ".css", ".js", ".json", ".svg", ".xml")
_OBSERVE = """
window.__seen = { largest: 0, own: 0, long: [] };
document.addEventListener("load", ({ target }) => {
  if (/\\/assets\\/amends\\//.test(target.src ?? "")) window.__seen.own = performance.now();
}, true);
new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.__seen.largest = it.startTime)))
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((it) => window.__seen.long.push(it.duration)))
  .observe({ type: "longtask", buffered: true });
"""
_FIGURES = """() => {
  const [way] = performance.getEntriesByType("navigation");
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  return { first: first ? first.startTime : NaN, largest: window.__seen.largest, own: window.__seen.own, ready: way.domContentLoadedEventEnd,
    loaded: way.loadEventEnd, longest: Math.max(0, ...window.__seen.long),
    blocked: window.__seen.long.reduce((sum, it) => sum + it - 50, 0) };
}"""


@dataclass(frozen=True)
class Visit:
    """What one opening of a page cost: times in milliseconds, and the bytes of each file as they travelled."""

    first: float
    largest: float
    own: float
    ready: float
    loaded: float
    longest: float
    blocked: float
    files: dict[str, int]

    @property
    def usable(self) -> float:
        """When the page was drawn and our own scripts had run."""
        return max(self.largest, self.own)


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


def report(path: str, visits: list[Visit]) -> None:
    """Print the medians of one page, and what each of its files weighs."""
    names = ("first", "largest", "usable", "ready", "loaded", "longest", "blocked")
    print(
        f"{path:20}",
        "  ".join(f"{name} {middle(visits, name):5.0f}" for name in names),
        f"ms  {weight(visits):5.1f} kB",
    )
    for name, size in sorted(visits[-1].files.items(), key=lambda file: -file[1]):
        print(f"    {size / 1000:7.1f} kB  {name}")


def middle(visits: list[Visit], name: str) -> float:
    """The median of one figure over all visits."""
    figures: list[float] = [getattr(visit, name) for visit in visits]
    return median(figures)


def weight(visits: list[Visit]) -> float:
    """What travelled for one visit, in kilobytes."""
    return sum(visits[-1].files.values()) / 1000


def table(sites: Mapping[str, Mapping[str, list[Visit]]]) -> Iterator[str]:
    """The rows of the page: each page of each site."""
    yield "| page | site | usable | from | to | theme's script too | kB | n |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for path in PAGES:
        for site, pages in sites.items():
            visits = pages[path]
            usable = [visit.usable / 1000 for visit in visits]
            times = (median(usable), min(usable), max(usable), middle(visits, "ready") / 1000)
            cells = " | ".join(f"{seconds:.2f} s" for seconds in times)
            yield f"| {path} | {site} | {cells} | {weight(visits):.0f} | {len(visits)} |"


def build(folder: Path) -> Path:
    """The reference handbook, freshly built."""
    subprocess.run([sys.executable, "-m", "amends", "build", "reference", "-o", str(folder / "site")], check=True)
    return folder / "site"


def measured(browser: Browser, servers: Mapping[str, str], locale: str, runs: int) -> dict[str, dict[str, list[Visit]]]:
    """The visits of each site by page: all sites in turn, after a round that nobody counts."""
    found: dict[str, dict[str, list[Visit]]] = {site: {path: [] for path in PAGES} for site in servers}
    for path in PAGES:
        for run in range(runs + 1):
            for site, server in servers.items():
                seen = visit(browser, f"{server}/{locale}/{path}.html")
                if run:
                    found[site][path].append(seen)
    return found


def main() -> int:
    """Print what each page costs, or write it into docs/performance.md; 1 if one of them is too slow."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--against", type=Path, help="an older site, built already")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--locale", default="en")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as servers:
        sites = {"before": options.against, "now": options.site or build(Path(folder))}
        addresses = {name: servers.enter_context(serving(site)) for name, site in sites.items() if site}
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = measured(browser, addresses, options.locale, options.runs)
        browser.close()
    for path, visits in found["now"].items():
        report(path, visits)
    lines = "\n".join(table(found))
    print(lines)
    if options.write:
        write_table("browser", lines)
    return any(middle(visits, "usable") > USABLE_MS for visits in found["now"].values())


if __name__ == "__main__":
    sys.exit(main())
