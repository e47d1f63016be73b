"""The fixtures that every test may use, and the marks that tests get from their fixtures."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from amends.cache import VARIABLE
from amends.content import loader
from amends.content.yaml_reader import read_yaml
from amends.edition import own_words
from amends.edition.words import read_words
from canaries import CanarySop
from commands import ROOT, amends, amends_without_rules
from golden_files import Golden
from hotel import Hotel
from made_once import MadeOnce
from shipped_sops import ShippedSops

# A busy machine is no failure. In CI the same examples are tried each time, so that a change is to blame, not chance.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("AMENDS_REQUIRE_BROWSER") == "1" else "anywhere")

# The marks of slow tests: the inner loop leaves them out (see CONTRIBUTING.md). A test that runs a build or reads
# a shipped SOP without one of these fixtures must be marked by hand.
MARKS = {
    "shipped_sops": "shipped",
    "unchanged_files_parsed_once": "shipped",
    "made_once": "site",
    "browser": "browser",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden and generated files; review them as a diff")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture in MARKS.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(MARKS[fixture])


def pytest_collection_finish() -> None:
    """Make garbage collection faster: it need not search three thousand test objects that stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with its committed file: `golden.check(path, text)`."""
    return Golden(update=bool(request.config.getoption("--update")), test=request.node.nodeid)


@pytest.fixture
def hotel(tmp_path: Path) -> Hotel:
    """The small SOP of tests/hotel.py; `hotel.replace(old, new)` gives it with one place changed."""
    return Hotel(tmp_path / "hotel")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """All builds of a test run share one cache, which is never that of the user: a key stands for all that went in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(_of_all_workers(tmp_path_factory) / "cache"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _fixed_words_read_once() -> Iterator[None]:
    """Hundreds of tests make an edition; its fixed words are always the same, so they are read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own_words, "read_words", cache(read_words))
        yield


@pytest.fixture(scope="session")
def shipped_sops() -> ShippedSops:
    """The SOPs that we ship, each read once; nobody may change what is given."""
    return ShippedSops()


_parsed_once = lru_cache(maxsize=1024)(read_yaml)


@pytest.fixture
def unchanged_files_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with the same path and bytes is parsed once, for tests that build a new SOP on a shipped one."""
    monkeypatch.setattr(loader, "read_yaml", _parsed_once)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Makes a folder once for all workers: `made_once(name, make)`; nobody may change it afterwards."""
    shared = _of_all_workers(tmp_path_factory) / "made-once"
    shared.mkdir(exist_ok=True)
    return MadeOnce(shared)


def _of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the test run, in which each worker has a folder of its own."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def reference_site(made_once: MadeOnce) -> Path:
    """The handbook of the shipped SOP with the pages of `docs/`; nobody may change it."""

    def make(folder: Path) -> None:
        ended = amends("build", ROOT, "-o", folder / "site", "--strict", "--today", "2026-11-21")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

    return made_once("reference", make) / "site"


@pytest.fixture(scope="session")
def french_site(made_once: MadeOnce) -> Path:
    """The handbook of `tests/french`, for the search in French; most of its texts are still in English."""

    def make(folder: Path) -> None:
        ended = amends("build", ROOT / "tests" / "french", "-o", folder / "site", "--today", "2026-11-21")
        assert ended.returncode == 0, ended.stderr

    return made_once("french", make) / "site"


@pytest.fixture(scope="session")
def layer_site(made_once: MadeOnce) -> Path:
    """The handbook of a layer over a small SOP, with legal clocks: it has the kinds of page that the reference lacks."""

    def make(folder: Path) -> None:
        branch = Hotel(folder / "hotel").branch()
        ended = amends("build", branch.content, "-o", folder / "site", "--strict", "--today", "2026-03-01")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

    return made_once("layer", make) / "site"


@pytest.fixture(scope="session")
def canary_site(made_once: MadeOnce) -> Path:
    """The handbook of an SOP in which every text is an attack, built as if `amends check` had accepted it."""

    def make(folder: Path) -> None:
        place = CanarySop(folder / "sop").place
        ended = amends_without_rules("build", place.content, "-o", folder / "site", "--strict", "--today", "2026-03-01")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

    return made_once("canaries", make) / "site"
