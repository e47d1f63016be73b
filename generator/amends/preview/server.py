"""A web server for one reader: pages of the preview, which load themselves anew when a file was saved."""

from __future__ import annotations

import errno
import ipaddress
import json
import mimetypes
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from amends.colours import colours, variables
from amends.finding import UsageError
from amends.preview.panel import trouble_page, with_panel
from amends.preview.preview import Preview, Snapshot, Trouble, trouble_of
from amends.shipped import shipped
from amends.site.site_on_demand import is_page
from amends.telling.languages import ENGLISH

OWN = "/_amends/"
"""Addresses below this one belong to the preview, and to no handbook."""

_OWN_FILES = ("reload.js", "preview.css")
_TEXT = {".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml"}


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview at an address such as `127.0.0.1:8000`. Raises UsageError if it cannot listen there."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, preview: Preview, address: str, locale: str | None, reads: str = ENGLISH) -> None:
        self.preview = preview
        self.locale = locale
        self.reads = reads
        host, port = _host_and_port(address)
        self._named = host.lower()
        if ":" in host:
            self.address_family = socket.AF_INET6
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise UsageError(f"{address}: {_reason(error, port)}") from None

    @property
    def url(self) -> str:
        """Where a browser finds the preview."""
        host = f"[{self._named}]" if ":" in self._named else self._named
        return f"http://{host}:{self.server_address[1]}/"

    def is_meant(self, host: str) -> bool:
        """Whether a request names this server. A foreign page may lead its own name here, but not a bare address."""
        name = urlsplit(f"//{host}").hostname or ""
        return name in ("localhost", self._named) or _is_address(name)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer a request for a page or a file."""
        if not self.server.is_meant(self.headers.get("Host", "")):
            self._send("this preview does not belong to that address", HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = unquote(urlsplit(self.path).path)
        if path.startswith(OWN):
            self._send_own(path.removeprefix(OWN))
        else:
            self._send_of_handbook(path)

    do_HEAD = do_GET  # noqa: N815

    def _send_own(self, name: str) -> None:
        if name == "version":
            self._send(json.dumps(self.server.preview.version), kind="application/json")
        elif name in _OWN_FILES:
            text = (shipped("templates") / "preview" / name).read_text(encoding="utf-8")
            self._send(_colours() + text if name.endswith(".css") else text, kind=_kind(name))
        else:
            self._send("there is nothing here", HTTPStatus.NOT_FOUND)

    def _send_of_handbook(self, path: str) -> None:
        preview = self.server.preview
        snapshot, trouble, version = preview.last_good, preview.trouble, preview.version
        if snapshot is None:
            self._send(trouble_page(trouble, version, self.server.reads), HTTPStatus.INTERNAL_SERVER_ERROR, "text/html")
            return
        _, locale, *rest = [*path.split("/", 2), ""][:3]
        address = rest[0] if rest else ""
        if locale not in snapshot.locales:
            asked, default = self.server.locale, snapshot.manuscript.sop.default_locale
            wanted = asked if asked in snapshot.locales else default
            self._redirect(f"/{wanted}/{path.lstrip('/')}")
        elif not address or address.endswith("/"):
            self._redirect(f"/{locale}/{address}index.html")
        else:
            self._send_from(snapshot, locale, address, trouble, version)

    def _send_from(self, snapshot: Snapshot, locale: str, address: str, trouble: Trouble, version: int) -> None:
        try:
            site = snapshot.site(locale)
            content = site.content(address)
            status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
            if content is None:
                content = site.not_found()
        except Exception as error:  # noqa: BLE001 - a template of the project may raise anything
            page = trouble_page(trouble_of(error), version, self.server.reads)
            self._send(page, HTTPStatus.INTERNAL_SERVER_ERROR, "text/html")
            return
        if is_page(address) or status is HTTPStatus.NOT_FOUND:
            page = with_panel(content.decode(), trouble or site.findings, version, self.server.reads)
            self._send(page, status, "text/html")
        else:
            self._send(content, status, _kind(address))

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(target))  # a line end in it would begin a header of its own
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, content: str | bytes, status: HTTPStatus = HTTPStatus.OK, kind: str = "text/plain") -> None:
        body = content.encode() if isinstance(content, str) else content
        is_text = kind.startswith("text/") or kind in _TEXT.values()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server names it so
        """Say nothing: the terminal is for what is wrong with the files."""

    def handle(self) -> None:
        """Answer; a browser that has gone away meanwhile is no error."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


def _colours() -> str:
    shades = {scheme: variables(colours()["preview"], scheme) for scheme in ("light", "dark")}
    dark = f"@media (prefers-color-scheme: dark) {{ #amends-trouble {{ {shades['dark']} }} }}"
    return f"#amends-trouble {{ {shades['light']} }}\n{dark}\n"


def _kind(address: str) -> str:
    suffix = f".{address.rpartition('.')[2]}"
    return _TEXT.get(suffix) or mimetypes.guess_type(address)[0] or "application/octet-stream"


def _host_and_port(address: str) -> tuple[str, int]:
    """`127.0.0.1:8000` or `[::1]:8000` in its two parts; raises UsageError for anything else."""
    host, separator, port = address.rpartition(":")
    if not (separator and host and port.isdecimal() and int(port) < 2**16):
        raise UsageError(f"{address}: not an address; write HOST:PORT, such as 127.0.0.1:8000")
    return host.removeprefix("[").removesuffix("]"), int(port)


def _reason(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"another program listens there; name another port:  --address 127.0.0.1:{port + 1}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "this port is not for everybody; name one above 1023"
    return f"this machine cannot listen there ({error.strerror}); write  --address 127.0.0.1:8000"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
