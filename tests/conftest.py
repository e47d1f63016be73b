"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from canaries import CanarySop
from commands import ROOT, amends, amends_without_rules
from golden_files import Golden
from hotel import Hotel


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden and generated files; review them as a diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with its committed file: `golden.check(path, text)`."""
    return Golden(update=bool(request.config.getoption("--update")), test=request.node.nodeid)


@pytest.fixture
def hotel(tmp_path: Path) -> Hotel:
    """The small SOP of tests/hotel.py; `hotel.replace(old, new)` writes one place of it otherwise."""
    return Hotel(tmp_path / "hotel")


@pytest.fixture(scope="session")
def reference_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of the shipped SOP with the pages of `docs/`, built once; nobody may change it."""
    site = tmp_path_factory.mktemp("reference") / "site"
    ended = amends("build", ROOT, "-o", site, "--strict", "--today", "2026-11-21")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return site


@pytest.fixture(scope="session")
def layer_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of a layer over a small SOP, with legal clocks: it has the kinds of page that the reference lacks."""
    folder = tmp_path_factory.mktemp("layer")
    branch = Hotel(folder / "hotel").branch()
    ended = amends("build", branch.content, "-o", folder / "site", "--strict", "--today", "2026-03-01")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return folder / "site"


@pytest.fixture(scope="session")
def canary_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of an SOP whose every text is an attack, built as if `amends check` had let it pass."""
    folder = tmp_path_factory.mktemp("canaries")
    place = CanarySop(folder / "sop").place
    ended = amends_without_rules("build", place.content, "-o", folder / "site", "--strict", "--today", "2026-03-01")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return folder / "site"
