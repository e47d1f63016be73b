"""The server of a preview answers every request, for this machine alone."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from amends.finding import UsageError
from amends.preview.preview import Preview
from amends.preview.server import PreviewServer
from amends.site.build import own_pages
from amends.site.site_on_demand import SiteOnDemand
from hotel import Hotel

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    hotel = Hotel(tmp_path_factory.mktemp("hotel") / "sop")
    with own_pages(hotel.place) as settings:
        preview = Preview(hotel.place, settings)
        preview.refresh()
        with PreviewServer(preview, "127.0.0.1:0", "zh") as listening:
            thread = Thread(target=listening.serve_forever)
            thread.start()
            yield listening
            listening.shutdown()
            thread.join()


def answer(server: PreviewServer, path: str, host: str = "localhost", method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=60)
    connection.request(method, path, headers={"Host": host})
    response = connection.getresponse()
    return response, response.read().decode()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", "/zh/"),
        ("/zh/", "/zh/index.html"),
        ("/en/steps/", "/en/steps/index.html"),
        ("/steps/accept.html", "/zh/steps/accept.html"),
        ("/x%0d%0aSet-Cookie:%20a=b", "/zh/x%0D%0ASet-Cookie%3A%20a%3Db"),
    ],
)
def test_an_address_without_a_page_leads_on_and_adds_no_header(server: PreviewServer, path: str, target: str) -> None:
    response, _ = answer(server, path)

    assert (response.status, response.headers["Location"]) == (302, target)
    assert response.headers["Set-Cookie"] is None


def test_a_page_carries_the_script_that_loads_it_anew(server: PreviewServer) -> None:
    response, page = answer(server, "/en/steps/accept.html")

    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    [script] = re.findall(r'src="(/_amends/reload\.js)"', page)
    assert answer(server, script)[0].headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer(server, "/_amends/version")[1] == "1"


def test_a_head_request_has_no_body(server: PreviewServer) -> None:
    response, body = answer(server, "/en/index.html", method="HEAD")

    assert (response.status, body) == (200, "")
    assert int(response.headers["Content-Length"]) > 1_000


@pytest.mark.parametrize(
    "path", ["/_amends/", "/_amends/../../etc/passwd", "/en/../../../etc/passwd", "/en/nothing.png"]
)
def test_what_is_not_there_is_not_found(server: PreviewServer, path: str) -> None:
    response, body = answer(server, path)

    assert response.status == 404
    assert "root:" not in body


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("192.168.1.7:8000", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
    ],
)
def test_only_who_means_this_server_gets_an_answer(server: PreviewServer, host: str, status: int) -> None:
    assert answer(server, "/_amends/version", host)[0].status == status


def test_a_fault_of_a_template_is_told_on_the_page(server: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_site: SiteOnDemand, _address: str) -> bytes:
        raise RuntimeError("the template <b>broke</b>")

    monkeypatch.setattr(SiteOnDemand, "content", fails)

    response, page = answer(server, "/en/index.html")

    assert response.status == 500
    assert "the template &lt;b&gt;broke&lt;/b&gt;" in page


@pytest.mark.parametrize("address", ["", "8000", "localhost:", ":8000", "localhost:x", "127.0.0.1:65536"])
def test_what_is_no_address_is_told_with_an_example(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"{address}: not an address; write HOST:PORT")):
        PreviewServer(_no_preview(tmp_path), address, None)


def test_a_busy_port_is_told_with_another_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"another program listens there; name another port:.*:{port + 1}"):
            PreviewServer(_no_preview(tmp_path), f"127.0.0.1:{port}", None)


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"192\.0\.2\.1:8000: this machine cannot listen there"):
        PreviewServer(_no_preview(tmp_path), "192.0.2.1:8000", None)


def _no_preview(folder: Path) -> Preview:
    return Preview(Hotel(folder / "sop").place, {})
