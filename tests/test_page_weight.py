"""What a page costs a phone at its first visit, in bytes as they travel; times are measured by `benchmarks/browser.py`."""

from __future__ import annotations

import gzip
import posixpath
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from built_pages import read_page
from page_kinds import LAYER, REFERENCE

KILOBYTE = 1000
EACH_PAGE = 150 * KILOBYTE
"""All that a page names, without the search: the theme asks for its worker and its index once the page is there."""
PICTURES_NEAR = 24
"""So many small pictures a phone fetches before anybody scrolls: two beside one another, 2,500 pixels ahead."""
OWN_SCRIPTS = 25 * KILOBYTE
"""What our scripts of one page weigh as a phone must read them, unpacked; what comes on demand is not among them."""


def travelling(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def first_load(site: Path, path: str) -> int:
    page = read_page(site, path)
    loads = [it for it in page.loads if it not in page.loads_late[PICTURES_NEAR:]]
    files = {posixpath.normpath(posixpath.join(posixpath.dirname(path), it)) for it in loads if ":" not in it}
    return travelling(site / path) + sum(travelling(site / file) for file in files)


@pytest.mark.parametrize("kinds", [REFERENCE, LAYER], ids=["reference", "layer"])
def test_a_first_visit_to_a_page_of_any_kind_is_light(
    kinds: dict[str, str], reference_site: Path, layer_site: Path
) -> None:
    site = reference_site if kinds is REFERENCE else layer_site

    paths = [f"{locale}/{kind}.html" for locale in ("en", "zh") for kind in kinds.values()]
    weights = {path: first_load(site, path) for path in paths}

    assert min(weights.values()) > 50 * KILOBYTE  # style sheets and scripts were counted
    assert {path: weight for path, weight in weights.items() if weight > EACH_PAGE} == {}


def test_no_page_comes_before_somebody_wants_it(reference_site: Path) -> None:
    """Firefox loads what a page calls its next one, and reports that the policy forbids it."""
    heads = {
        path: LexborHTMLParser((reference_site / f"en/{path}.html").read_text("utf-8")) for path in REFERENCE.values()
    }

    assert {path for path, page in heads.items() if page.css_first("link[rel=icon]") is None} == set()
    assert {
        path for path, page in heads.items() if page.css("link[rel=next], link[rel=prev], link[rel=prefetch]")
    } == set()


def own_scripts(site: Path, path: str) -> dict[str, int]:
    """The scripts of ours that a page names, with their bytes; not the process itself, which is data."""
    loads = {posixpath.normpath(posixpath.join(posixpath.dirname(path), it)) for it in read_page(site, path).loads}
    ours = [it for it in loads if "/assets/amends/" in it and it.endswith(".js") and not it.endswith("case-data.js")]
    return {it: (site / it).stat().st_size for it in ours}


@pytest.mark.parametrize("kinds", [REFERENCE, LAYER], ids=["reference", "layer"])
def test_our_own_scripts_are_light_on_a_page_of_any_kind(
    kinds: dict[str, str], reference_site: Path, layer_site: Path
) -> None:
    site = reference_site if kinds is REFERENCE else layer_site

    weights = {kind: sum(own_scripts(site, f"en/{kind}.html").values()) for kind in kinds.values()}

    assert min(weights.values()) > KILOBYTE
    assert {kind: weight for kind, weight in weights.items() if weight > OWN_SCRIPTS} == {}


def test_what_only_searching_needs_comes_after_the_page(reference_site: Path) -> None:
    loads = {it for path in REFERENCE.values() for it in read_page(reference_site / "en", f"{path}.html").loads}

    assert len(loads) > 5
    assert [it for it in loads if "search/" in it or "workers/" in it or "lunr" in it] == []
