"""`amends serve`: an author sees each saved file in the open page, and a mistake does not stop the server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import expect

from hotel import Hotel
from watching import Device, Watched

pytestmark = pytest.mark.site

BUILD_SECONDS = 90
CONFIG = "site_name: Handbook\ntheme: {name: material}\nplugins: [search, amends]\n"


@dataclass
class Preview:
    """A running `amends serve` over a small project of its own."""

    address: str
    hotel: Hotel
    process: subprocess.Popen[bytes]
    log: Path

    def wait_for_log(self, words: str) -> None:
        """Wait until the server has logged these words."""
        self._wait(lambda: words in self.log.read_text(encoding="utf-8"), f"“{words}”")

    def wait_for_answer(self) -> None:
        """Wait until the first build is done and the server listens."""
        port = int(self.address.rpartition(":")[2].strip("/"))

        def listens() -> bool:
            with socket.socket() as client:
                return client.connect_ex(("127.0.0.1", port)) == 0

        self._wait(listens, "an answer")

    def _wait(self, has_come: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + BUILD_SECONDS
        while not has_come():
            assert self.process.poll() is None, f"the server has ended:\n{self.log.read_text(encoding='utf-8')}"
            assert time.monotonic() < end, f"waited in vain for {what}:\n{self.log.read_text(encoding='utf-8')}"
            time.sleep(0.1)


def free_port() -> int:
    """A port that no other worker takes between our look at it and the start of the server.

    Each worker has a hundred ports of its own, below those that a system gives out when any port will do.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    ports = range(20_000 + 100 * worker, 20_100 + 100 * worker)
    return next(port for port in ports if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a project's Chinese handbook: not the default locale, so that each rebuild must remember it."""
    folder = tmp_path_factory.mktemp("preview")
    project = folder / "project"
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    hotel = Hotel(project / "sop")
    port, log = free_port(), folder / "log.txt"
    options = ["--locale", "zh", "--address", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "amends", "serve", str(project), *options]
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        running = Preview(f"http://127.0.0.1:{port}/", hotel, process, log)
        try:
            running.wait_for_answer()
            yield running
        finally:
            process.terminate()


def test_a_saved_file_is_seen_in_the_open_page_and_a_broken_one_does_not_end_the_preview(
    preview: Preview, watched: Callable[[str, Device], Watched]
) -> None:
    page = watched(preview.address, "desktop").open("steps/accept.html")
    title = page.locator("h1")
    expect(title).to_have_text("受理投诉")

    preview.hotel.replace('zh: "受理投诉"', 'zh: "倾听客人"')
    expect(title).to_have_text("倾听客人", timeout=BUILD_SECONDS * 1000)

    preview.hotel.replace("responsible: front-desk", "responsible: front-dest")
    preview.wait_for_log("steps/accept: there is no `front-dest` in `roles`")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("there is no `front-dest` in `roles`")
    expect(trouble).to_contain_text("steps.yml:22:5")
    expect(title).to_have_text("倾听客人")

    preview.hotel.replace("responsible: front-dest", "responsible: front-desk")
    preview.hotel.replace('zh: "倾听客人"', 'zh: "受理并倾听"')
    expect(title).to_have_text("受理并倾听", timeout=BUILD_SECONDS * 1000)
    assert preview.process.poll() is None
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


def test_a_preview_leaves_no_site_behind(preview: Preview) -> None:
    assert {path.name for path in preview.hotel.folder.parent.iterdir()} == {"docs", "mkdocs.yml", "sop"}


def test_the_search_of_a_preview_finds_pages_and_its_policy_refuses_nothing(
    preview: Preview, watched: Callable[[str, Device], Watched]
) -> None:
    reader = watched(preview.address, "desktop")
    page = reader.open("zh/index.html")
    page.keyboard.press("/")
    page.keyboard.type("经理")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=BUILD_SECONDS * 1000)

    assert reader.errors == []
    assert reader.asked_elsewhere == []


def test_an_address_of_nothing_shows_the_page_for_that_and_other_hosts_get_no_page(preview: Preview) -> None:
    port = preview.address.rpartition(":")[2].strip("/")

    def status(path: str, host: str) -> int:
        connection = HTTPConnection("127.0.0.1", int(port))
        connection.request("GET", path, headers={"Host": host})
        return connection.getresponse().status

    assert status("/zh/index.html", f"localhost:{port}") == 200
    assert status("/zh/nothing.html", f"127.0.0.1:{port}") == 404
    assert status("/zh/index.html", "evil.example") == 421
