"""From a folder of YAML to a site: everything, at once, and always the same."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from amends.book import editions
from amends.site.build import start_page
from commands import amends, amends_without_rules
from hotel import FILES, Hotel
from made_once import MadeOnce


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def site(made_once: MadeOnce) -> Path:
    """The small SOP, built once; nobody may change it."""

    def make(folder: Path) -> None:
        hotel = Hotel(folder / "hotel")
        ended = amends(
            "build", hotel.folder, "-o", folder / "site", "--strict", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati"
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

    return made_once("small", make) / "site"


def left_by_an_earlier_build(site: Path) -> Path:
    (site / "en").mkdir(parents=True)
    (site / "en" / "obsolete.html").write_text("old", encoding="utf-8")
    (site / ".amends.json").write_text('{"files": ["en/obsolete.html"]}', encoding="utf-8")
    return site


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that an earlier build has left."""
    return left_by_an_earlier_build(tmp_path / "site")


# The site --------------------------------------------------------------------------------------------------------------


def test_a_site_has_a_handbook_for_each_locale_with_its_pdfs(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == {"index.html", "404.html", "en", "zh", "_headers", ".amends.json"}
    for locale in ("en", "zh"):
        pdfs = {path.relative_to(site / locale / "print").as_posix() for path in site.glob(f"{locale}/print/**/*.pdf")}
        assert pdfs == {
            *("checklists.pdf", "checklists/watch.pdf", "checklists/accept.pdf", "checklists/solve.pdf"),
            *("cards.pdf", "cards/front-desk.pdf", "cards/manager.pdf"),
            *("departments/reception.pdf", "departments/office.pdf"),
            *("pocket/scripts.pdf", "pocket/behaviour.pdf", "pocket/pause-points.pdf", "forms.pdf", "forms/form.pdf"),
            *("process-landscape.pdf", "process-portrait.pdf"),
            *("posters/first-minutes.pdf", "posters/severity.pdf", "posters/authority.pdf"),
        }


def test_both_locales_have_the_same_pages(site: Path) -> None:
    english, chinese = (
        {path.relative_to(site / locale).as_posix() for path in (site / locale).rglob("*.html")}
        for locale in ("en", "zh")
    )

    assert english == chinese
    assert len(english) > 30


def test_the_start_page_leads_to_the_default_locale_and_names_the_others(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path, {"sop.yml": FILES["sop.yml"].replace("default_locale: en", "default_locale: zh")})

    page = start_page(editions(hotel.sop()))

    assert re.findall(r'<a href="([^"]+)" data-locale="\w+" lang="(\w+)"', page) == [
        ("en/index.html", "en"),
        ("zh/index.html", "zh"),
    ]
    assert '<meta http-equiv="refresh" content="0; url=zh/index.html">' in page
    assert "<h1>酒店投诉处理</h1>" in page


def test_the_start_page_shows_titles_as_text(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path).replace('title: {en: "Complaints at the hotel"', 'title: {en: "Tom & Jerry: 1 < 2"')

    assert "<h1>Tom &amp; Jerry: 1 &lt; 2</h1>" in start_page(editions(hotel.sop()))


def test_every_page_is_dated_by_the_sop(site: Path) -> None:
    for locale in ("en", "zh"):
        sitemap = (site / locale / "sitemap.xml").read_bytes()
        assert set(re.findall(rb"<lastmod>(.*?)</lastmod>", sitemap)) == {b"2026-02-03"}
        assert gzip.decompress((site / locale / "sitemap.xml.gz").read_bytes()) == sitemap


def test_addresses_in_the_sitemap_are_those_of_the_published_site(site: Path) -> None:
    sitemap = (site / "zh" / "sitemap.xml").read_text(encoding="utf-8")

    assert "<loc>https://hotel.example/complaints/zh/steps/accept.html</loc>" in sitemap


# The same input --------------------------------------------------------------------------------------------------------


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_the_same_content_gives_the_same_bytes_in_another_process_another_zone_and_another_place(
    site: Path, tmp_path: Path
) -> None:
    hotel = Hotel(tmp_path / "elsewhere")
    left_by_an_earlier_build(hotel.folder / "site")

    ended = amends("build", cwd=hotel.folder, PYTHONHASHSEED="2", TZ="Pacific/Pago_Pago", AMENDS_CACHE="")

    again = files_of(hotel.folder / "site")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert different(files_of(site), again) == set()
    assert {"en/sitemap.xml.gz", "zh/print/cards.pdf", "zh/search/search_index.json"} <= again.keys()


# What goes wrong -------------------------------------------------------------------------------------------------------


@pytest.mark.site
def test_a_broken_sop_leaves_the_old_site_untouched(tmp_path: Path, old_site: Path) -> None:
    hotel = Hotel(tmp_path / "hotel").replace("phase: settle", "phase: setle")
    before = files_of(old_site)

    ended = amends("build", hotel.folder, "-o", old_site)

    assert ended.returncode == 1
    assert "error R101 unknown-reference" in ended.stdout
    assert files_of(old_site) == before
    assert {path.name for path in tmp_path.iterdir()} == {"hotel", "site"}


@pytest.mark.site
def test_a_build_that_fails_half_way_leaves_the_old_site_untouched(tmp_path: Path, old_site: Path) -> None:
    hotel = Hotel(tmp_path / "hotel").replace('zh: "提出方案。"', 'zh: "提出𓂀方案。"')
    before = files_of(old_site)

    ended = amends_without_rules("build", hotel.folder, "-o", old_site)  # a rule finds this earlier

    assert ended.returncode == 2
    assert ended.stderr.startswith("amends: zh/print/checklists/solve.pdf: the installed fonts have no sign for “")
    assert ended.stderr.count("\n") == 1
    assert files_of(old_site) == before
    assert {path.name for path in tmp_path.iterdir()} == {"hotel", "site"}


@pytest.mark.site
def test_a_folder_with_foreign_files_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("precious", encoding="utf-8")

    ended = amends("build", Hotel(tmp_path / "hotel").folder, "-o", tmp_path / "site")

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "holds files that amends did not make (thesis.txt)" in ended.stderr
    assert files_of(tmp_path / "site") == {"thesis.txt": b"precious"}


def project_around(hotel: Hotel, config: str = "") -> Path:
    """A project with the small SOP, an empty folder of pages, and these further lines in its mkdocs.yml."""
    home = hotel.folder.parent
    (home / "docs").mkdir()
    plugins = f"plugins: [search, amends: {{sop: {hotel.folder.name}}}]"
    (home / "mkdocs.yml").write_text(f"site_name: x\ntheme: {{name: material}}\n{plugins}\n{config}", encoding="utf-8")
    return home


@pytest.mark.site
@pytest.mark.parametrize("output", ["docs", "docs/site", "hotel", "hotel/site"])
def test_a_build_does_not_write_where_it_reads(hotel: Hotel, output: str) -> None:
    home = project_around(hotel)

    ended = amends("build", "-o", output, cwd=home)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"amends: {output}: this folder ")
    assert ended.stderr.endswith("name another folder for the output\n")
    assert sorted(path.name for path in home.iterdir()) == ["docs", "hotel", "mkdocs.yml"]


@pytest.mark.site
@pytest.mark.parametrize("is_strict", [True, False])
def test_strict_in_the_configuration_of_the_project_counts(hotel: Hotel, *, is_strict: bool) -> None:
    home = project_around(hotel, "strict: true\n" if is_strict else "")
    (home / "docs" / "own.md").write_text("# Our own\n\n[nowhere](gone.md)\n", encoding="utf-8")

    ended = amends("build", cwd=home)

    assert ended.returncode == (1 if is_strict else 0)
    assert "gone.md" in ended.stderr
    assert (home / "site").exists() is not is_strict
