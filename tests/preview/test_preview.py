"""A preview shows what a build would publish, and goes on when the files hold a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from amends.build import build_site
from amends.preview.panel import trouble_page, with_panel
from amends.preview.preview import Preview
from amends.site.build import own_pages
from hotel import TODAY, Hotel

pytestmark = pytest.mark.site


@pytest.fixture
def hotel(tmp_path: Path) -> Hotel:
    return Hotel(tmp_path / "sop")


@pytest.fixture
def preview(hotel: Hotel) -> Iterator[Preview]:
    with own_pages(hotel.place) as settings:
        yield Preview(hotel.place, settings)


def shown(preview: Preview, address: str, locale: str = "en") -> str:
    assert preview.last_good is not None
    content = preview.last_good.site(locale).content(address)
    assert content is not None
    return content.decode()


def test_each_page_picture_and_sheet_of_a_preview_is_that_of_a_build(
    hotel: Hotel, preview: Preview, tmp_path: Path
) -> None:
    built = tmp_path / "site"
    build_site(hotel.place, built, TODAY, strict=False, say=lambda _: None)
    preview.refresh()
    assert preview.last_good is not None

    different = []
    for locale in preview.last_good.locales:
        site = preview.last_good.site(locale)
        files = [path for path in (built / locale).rglob("*") if path.is_file()]
        names = [path.relative_to(built / locale).as_posix() for path in files]
        different += [
            f"{locale}/{name}"
            for name, path in zip(names, files, strict=True)
            # The rest is written for web servers and search engines, once all pages are there.
            if not name.startswith(("sitemap", "404", "search/")) and site.content(name) != path.read_bytes()
        ]

    assert different == []


def test_a_mistake_is_told_and_the_last_good_page_stays(hotel: Hotel, preview: Preview) -> None:
    assert preview.refresh() == ()
    hotel.replace("Accept the complaint", "Accept {{ nobody }}")

    trouble = preview.refresh()

    assert not isinstance(trouble, str)
    [finding] = trouble
    assert finding.location.file.endswith(".yml")
    assert "nobody" in finding.message
    assert "Accept the complaint" in shown(preview, "steps/accept.html")
    hotel.replace("Accept {{ nobody }}", "Listen first")
    assert preview.refresh() == ()
    assert "Listen first" in shown(preview, "steps/accept.html")
    assert preview.version == 3


def test_without_a_good_handbook_there_is_only_what_is_wrong(hotel: Hotel, preview: Preview) -> None:
    (hotel.folder / "sop.yml").write_text("id: [", encoding="utf-8")

    trouble = preview.refresh()

    assert preview.last_good is None
    assert "sop.yml:1:" in trouble_page(trouble, preview.version)


def test_only_the_languages_that_somebody_looks_at_are_made_ready(hotel: Hotel, preview: Preview) -> None:
    preview.refresh()
    assert preview.last_good is not None
    assert list(preview.last_good.sites) == ["en"]

    assert "受理投诉" in shown(preview, "steps/accept.html", "zh")
    hotel.replace("受理投诉", "先听后受理")
    preview.refresh()

    assert list(preview.last_good.sites) == ["en", "zh"]
    assert "先听后受理" in shown(preview, "steps/accept.html", "zh")


def test_what_an_author_wrote_is_text_in_the_panel() -> None:
    page = with_panel("<html><head></head><body>as it was</body></html>", "<script>alert(1)</script> is wrong", 7)

    assert "as it was" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; is wrong" in page


def test_the_panel_speaks_the_language_of_the_author(hotel: Hotel, preview: Preview) -> None:
    hotel.replace("Accept the complaint", "Accept {{ nobody }}")
    page = trouble_page(preview.refresh(), 1, "zh")

    assert '<aside id="amends-trouble" role="alert" lang="zh" data-alone>' in page
    assert "<h2>有1处要改</h2>" in page
    assert "`{{ nobody }}`没有声明" in page
    assert "磁盘已满" in trouble_page("site: cannot be written: No space left on device", 1, "zh-Hans")


def test_without_trouble_there_is_no_panel() -> None:
    assert "amends-trouble" not in with_panel("<html><head></head><body></body></html>", (), 7)
