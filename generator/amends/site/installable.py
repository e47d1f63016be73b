"""What a handbook needs to be installed on a device and read without a network: a manifest and a worker."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from amends.edition.edition import Edition
from amends.shipped import shipped

MANIFEST = "manifest.webmanifest"
WORKER = "service-worker.js"
SCRIPT = "assets/amends/offline.js"
_GROUND = "#ffffff"
_KEPT = frozenset((".css", ".html", ".ico", ".js", ".json", ".png", ".svg", ".txt", ".webmanifest", ".woff2"))
_NEVER_ASKED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Folders of the theme's own search, in whose place ours stands."""


def make_installable(config: MkDocsConfig, edition: Edition) -> None:
    """Write both into a finished site. The worker keeps pages and what they load, and printed sheets once opened."""
    site = Path(config.site_dir)
    (site / MANIFEST).write_text(_manifest(config, edition), encoding="utf-8")
    files = dict(_digests(site))
    kept = sha256(json.dumps(files).encode()).hexdigest()[:16]
    worker = (shipped("templates") / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text(_filled(worker, files, kept), encoding="utf-8")


def _filled(worker: str, files: Mapping[str, str], kept: str) -> str:
    return worker.replace("FILES = {}", f"FILES = {json.dumps(files)}").replace('KEPT = ""', f'KEPT = "{kept}"')


def _digests(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.suffix in _KEPT and path != WORKER and not path.startswith(_NEVER_ASKED):
            yield path, sha256(file.read_bytes()).hexdigest()[:16]


def _manifest(config: MkDocsConfig, edition: Edition) -> str:
    organisation = edition.plain(edition.sop.organisation.name)
    icon = config.theme["favicon"]
    kinds = {".svg": "image/svg+xml", ".png": "image/png"}
    manifest = {
        "id": "./index.html",
        "name": f"{organisation} · {edition.plain(edition.sop.title)}",
        "short_name": organisation,
        "lang": edition.locale,
        "start_url": "./index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _GROUND,
        "theme_color": _GROUND,
        "icons": [{"src": icon, "sizes": "any", "type": kinds.get(Path(icon).suffix, "image/png")}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1)
