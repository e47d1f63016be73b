"""The build before the present one can be put back, and no build throws it away for nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.output import exchange
from amends.output.inventory import MARKER
from amends.output.previous import roll_back
from amends.output.workplace import workplace
from published import PREVIOUS, beside, message_of, publish, read


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that amends has made twice."""
    publish(tmp_path / "site", version="1.1", page="first")
    publish(tmp_path / "site", version="1.2", page="second")
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "exchanged", lambda *_: False)


@pytest.mark.usefixtures("_way")
def test_a_rollback_puts_the_previous_build_back_and_a_second_one_the_newer_one(site: Path) -> None:
    back = roll_back(site)
    assert read(site) == {"page": "first"}
    again = roll_back(site)
    assert read(site) == {"page": "second"}

    day = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
    for said, here, there in ((back, "1.1", "1.2"), (again, "1.2", "1.1")):
        assert said.name == "rolled-back.again"
        assert (said.values["version"], said.values["of_other"]) == (here, there)
        assert day.fullmatch(said.values["made"])
        assert day.fullmatch(said.values["other"])
    assert sorted(os.listdir(site.parent)) == [PREVIOUS, "site"]


def test_each_build_keeps_the_one_that_it_replaces(site: Path) -> None:
    publish(site, page="third")

    assert read(site.parent / PREVIOUS) == {"page": "second"}
    roll_back(site)
    assert read(site) == {"page": "second"}


def test_a_build_of_the_same_bytes_changes_nothing(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (site, *site.iterdir())}

    publish(site, version="1.2", page="second")

    assert {path: path.stat().st_mtime_ns for path in (site, *site.iterdir())} == before
    assert read(site.parent / PREVIOUS) == {"page": "first"}


def test_a_build_mends_a_file_that_somebody_has_changed_in_the_output(site: Path) -> None:
    (site / "page").write_text("mine", encoding="utf-8")

    publish(site, version="1.2", page="second")

    assert read(site) == {"page": "second"}


def test_nobody_else_may_read_the_previous_build_and_everybody_the_one_that_is_put_back(site: Path) -> None:
    def modes() -> list[str]:
        return [f"{path.stat().st_mode & 0o777:o}" for path in (site, site.parent / PREVIOUS)]

    site.chmod(0o751)
    publish(site, page="third")
    site.chmod(0o751)
    assert modes() == ["751", "700"]

    roll_back(site)
    assert modes() == ["751", "700"]


def test_a_site_that_was_deleted_comes_back(site: Path) -> None:
    for path in site.iterdir():
        path.unlink()
    site.rmdir()

    said = roll_back(site)
    assert (said.name, said.values["version"], said.values["folder"]) == ("rolled-back.alone", "1.1", str(site))
    assert read(site) == {"page": "first"}
    assert os.listdir(site.parent) == ["site"]


def test_without_a_previous_build_nothing_is_put_back(tmp_path: Path) -> None:
    publish(tmp_path / "site", page="first")

    with pytest.raises(UsageError) as caught:
        roll_back(tmp_path / "site")

    assert str(caught.value) == (
        f"{tmp_path / 'site'}: no previous build is kept for this folder; a build keeps the one that it replaces"
    )
    assert read(tmp_path / "site") == {"page": "first"}


def lose_a_page(kept: Path) -> None:
    (kept / "page").unlink()


def shorten_a_page(kept: Path) -> None:
    os.truncate(kept / "page", 1)


@pytest.mark.parametrize(("fault", "said"), [(lose_a_page, "page is missing"), (shorten_a_page, "page was changed")])
def test_a_previous_build_that_is_not_whole_is_not_put_back(
    site: Path, fault: Callable[[Path], None], said: str
) -> None:
    fault(site.parent / PREVIOUS)

    with pytest.raises(UsageError, match=rf"the previous build is not whole any more \({said}\)"):
        roll_back(site)
    assert read(site) == {"page": "second"}
    assert beside(site) == ["site"]


def test_what_somebody_keeps_in_the_place_of_the_previous_build_is_neither_deleted_nor_published(site: Path) -> None:
    (site.parent / PREVIOUS / "thesis.txt").write_text("precious", encoding="utf-8")

    for said in (message_of(site), rollback_refused(site)):
        assert said == (f"{site.parent / PREVIOUS}: holds files that amends did not make (thesis.txt); move them away")
    assert read(site.parent / PREVIOUS) == {"page": "first", "thesis.txt": "precious"}


def test_a_file_that_stands_where_the_previous_build_is_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / PREVIOUS).write_text("precious", encoding="utf-8")

    assert "this is no folder; move it away" in message_of(tmp_path / "site")
    assert (tmp_path / PREVIOUS).read_text(encoding="utf-8") == "precious"


def test_an_empty_folder_is_not_kept_as_a_build(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", page="first")

    assert os.listdir(tmp_path) == ["site"]


def test_a_rollback_leaves_foreign_files_in_the_output(site: Path) -> None:
    (site / "CNAME").write_text("hotel.example", encoding="utf-8")

    assert "holds files that amends did not make (CNAME)" in rollback_refused(site)
    assert read(site) == {"page": "second", "CNAME": "hotel.example"}


def test_a_rollback_gives_way_to_a_build_that_is_running(site: Path) -> None:
    with workplace(site):
        assert "another amends command is writing here" in rollback_refused(site)
    assert read(site) == {"page": "second"}


def test_a_build_of_an_older_amends_whose_marker_only_lists_names_can_be_put_back(site: Path) -> None:
    (site / MARKER).write_text('{"files": ["page"]}', encoding="utf-8")
    publish(site, page="third")

    roll_back(site)

    assert read(site) == {"page": "second"}


def rollback_refused(site: Path) -> str:
    with pytest.raises(UsageError) as caught:
        roll_back(site)
    return str(caught.value)
