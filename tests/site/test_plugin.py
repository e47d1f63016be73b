"""`mkdocs build` by itself, and what a project adds to the handbook by hand."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser

from amends.book import Handbook
from amends.cache import Cache
from amends.documents.page import Page, Section
from amends.documents.sheets import Sheets
from amends.printing.pdf_cache import PdfCache
from amends.site.navigation import as_mkdocs_nav
from built_pages import read_pages
from commands import Ended, amends, mkdocs
from hotel import Hotel
from made_once import MadeOnce

CONFIG = """\
site_name: Handbook
repo_url: https://git.example/hotel
edit_uri: edit/main/docs/
theme:
  name: material
plugins:
  - search
  - amends:
      sop: content
nav:
  - Before: before.md
  - amends
  - Our branches: branches.md
"""
CANARY = "`<img src=x onerror=alert(1)>` & **more**"
"""A text that an author may write, and that must never become an element of a page."""
FRONT_MATTER = "\n".join(
    f"{field}: '{value}'"
    for field in ("title", "subtitle", "description", "author", "custom")
    for value in ('0;url=x" http-equiv="refresh"><img src=x onerror=alert(1)>',)
)
PAGES = {
    "before.md": f"---\n{FRONT_MATTER}\n---\n\n# Read this first\n",
    "branches.md": "# Branches\n\n[To the step](steps/accept.md)\n",
    "branches.zh.md": "# 分店\n",
    "principles.md": "# Our own principles\n",
    "本店规定.md": "# 本店规定\n\n[往下](#退货期限)\n\n## 退货期限\n\n七天。\n",
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def make_project(folder: Path) -> Hotel:
    """A project with pages of its own around the small SOP."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name, page in PAGES.items():
        (folder / "docs" / name).write_text(page, encoding="utf-8")
    return Hotel(folder / "content")


def assert_clean_stop(ended: Ended, said: str) -> None:
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.fixture(scope="module")
def built(made_once: MadeOnce) -> Path:
    """The project after `amends build`; nobody may change it."""
    return made_once("project", build_project) / "project"


def build_project(where: Path) -> None:
    folder = where / "project"
    hotel = make_project(folder)
    for title in ("Shouting", "Watch the ratings", "Receive", "Grand Hotel", "Is it a complaint?", "The old book"):
        hotel.replace(f'en: "{title}"', f'en: "{title} {CANARY}"')
    hotel.replace("office@hotel.example", '"office@hotel.example?bcc=else@b.example"')
    hotel.replace("number: HTL", "number: HTL & 'more' \"here\"")
    ended = amends("build", "--strict", cwd=folder)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of the project, with the PDFs of the first build in its cache, and without a site."""
    return Path(shutil.copytree(built, tmp_path / "project", ignore=shutil.ignore_patterns("site")))


# mkdocs by itself ------------------------------------------------------------------------------------------------------


def test_mkdocs_alone_builds_the_default_locale_byte_for_byte_as_amends_does(built: Path, project: Path) -> None:
    ended = mkdocs("build", "--strict", "--quiet", cwd=project, AMENDS_CACHE="")

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    alone, whole = files_of(project / "site" / "en"), files_of(built / "site" / "en")
    assert {name for name in alone.keys() | whole.keys() if alone.get(name) != whole.get(name)} == set()
    assert {path.name for path in (project / "site").iterdir()} == {"en", ".amends.json"}


def test_the_plugin_builds_another_locale_where_it_is_told_to(built: Path, project: Path) -> None:
    config = text(project / "mkdocs.yml").replace("sop: content", "sop: content\n      locale: zh")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")

    assert mkdocs("build", "--strict", "--quiet", cwd=project, AMENDS_CACHE="").returncode == 0
    assert files_of(project / "site" / "zh") == files_of(built / "site" / "zh")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("sop: content\n      locale: de", "amends: the SOP has no locale “de”; known are: `en`, `zh`"),
        ("sop: contents", "contents; name the content folder:  - amends: {sop: FOLDER}"),
    ],
)
def test_a_wrong_option_is_a_clean_stop_with_the_way_out(project: Path, option: str, said: str) -> None:
    config = text(project / "mkdocs.yml").replace("sop: content", option)
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")

    assert_clean_stop(mkdocs("build", cwd=project), said)


def test_a_broken_sop_is_a_clean_stop_that_leaves_the_old_site(built: Path, project: Path) -> None:
    shutil.copytree(built / "site", project / "site")
    steps = text(project / "content" / "steps.yml").replace("phase: settle", "phase: setle")
    (project / "content" / "steps.yml").write_text(steps, encoding="utf-8")

    ended = mkdocs("build", cwd=project)

    assert_clean_stop(ended, "error R101 unknown-reference")
    assert "steps/solve: there is no `setle` in `phases`" in ended.stderr
    assert files_of(project / "site") == files_of(built / "site")


def test_mkdocs_never_cleans_a_folder_with_files_of_somebody_else(project: Path) -> None:
    (project / "site" / "en").mkdir(parents=True)
    (project / "site" / "en" / "thesis.txt").write_text("precious", encoding="utf-8")

    ended = mkdocs("build", cwd=project)

    assert_clean_stop(ended, "holds files that amends did not make (en/thesis.txt)")
    assert files_of(project / "site") == {"en/thesis.txt": b"precious"}


def test_a_build_of_mkdocs_that_was_stopped_half_way_can_be_repeated(project: Path) -> None:
    (project / "docs" / "branches.md").write_bytes(b"# Caf\xe9\n")
    assert_clean_stop(mkdocs("build", cwd=project), "the byte 0xe9 is not UTF-8 text")
    (project / "site" / "en").mkdir(parents=True)
    (project / "site" / "en" / "half.html").write_text("<html>", encoding="utf-8")

    (project / "docs" / "branches.md").write_text("# Branches\n", encoding="utf-8")

    assert mkdocs("build", "--strict", "--quiet", cwd=project).returncode == 0
    assert not (project / "site" / "en" / "half.html").exists()


# Pages of one's own ----------------------------------------------------------------------------------------------------


def test_a_page_written_by_hand_takes_the_place_of_the_generated_one(built: Path) -> None:
    page = text(built / "site" / "en" / "principles.html")

    assert "Our own principles" in page
    assert "Be kind." not in page


def test_a_page_for_one_locale_stands_for_the_plain_one_there_and_nowhere_else(built: Path) -> None:
    english, chinese = (text(built / "site" / locale / "branches.html") for locale in ("en", "zh"))

    assert ("Branches</h1>" in english, "分店</h1>" in english) == (True, False)
    assert ("Branches</h1>" in chinese, "分店</h1>" in chinese) == (False, True)
    assert not list((built / "site").glob("*/branches.zh*"))


def test_pages_of_ones_own_may_lead_to_generated_ones(built: Path) -> None:
    assert '<a href="steps/accept.html">To the step</a>' in text(built / "site" / "en" / "branches.html")


def test_in_a_navigation_of_ones_own_the_entry_amends_stands_for_everything_generated(built: Path) -> None:
    page = text(built / "site" / "en" / "branches.html")

    tabs = re.findall(r'<li class="md-tabs__item.*?>\s*([^<>]*?)\s*</a>', page, re.DOTALL)
    assert tabs[:3] == ["Before", "Home", "Process"]
    assert tabs[-2:] == ["Background", "Our branches"]


class BookOf(Handbook):
    """A handbook with this navigation, its pages called by their paths."""

    def __init__(self, folder: Path, *tree: str | Section) -> None:
        super().__init__(Sheets(Hotel(folder).edition()), PdfCache(Cache(None)))
        paths = ("index", "glossary", "roles/index", "roles/manager")
        self.__dict__.update(pages=tuple(Page(path, path.upper(), "none") for path in paths), navigation=tree)


def test_without_a_navigation_own_pages_stand_in_a_last_section(tmp_path: Path) -> None:
    book = BookOf(tmp_path, "index", "glossary")

    assert as_mkdocs_nav(None, book, {"glossary.md", "branches.md", "about/us.md"}) == [
        {"Home": "index.md"},
        {"GLOSSARY": "glossary.md"},
        {"More": ["about/us.md", "branches.md"]},
    ]
    assert as_mkdocs_nav(None, book, {"glossary.md"}) == [{"Home": "index.md"}, {"GLOSSARY": "glossary.md"}]


def test_the_page_of_a_section_stands_first_in_it_and_the_heading_leads_there(tmp_path: Path) -> None:
    roles = Section("Roles", ("roles/index", "roles/manager"))

    assert as_mkdocs_nav(None, BookOf(tmp_path, Section("People", (roles, "glossary"))), ()) == [
        {"People": [{"Roles": ["roles/index.md", {"ROLES/MANAGER": "roles/manager.md"}]}, {"GLOSSARY": "glossary.md"}]}
    ]


# Words of the author ---------------------------------------------------------------------------------------------------


def test_nothing_that_an_author_writes_becomes_an_element_of_a_page(built: Path) -> None:
    pages = read_pages(built / "site")

    assert "Watch the ratings <img src=x onerror=alert(1)> & more" in pages["en/steps/watch.html"].text
    assert [path for path, page in pages.items() if "x" in page.loads] == []
    assert [
        path for path, page in pages.items() if "onerror=alert(1)" not in page.text and path.startswith("en/")
    ] == []
    assert [path for path, page in pages.items() if "&lt;" in page.text or "&amp;" in page.text] == []


def test_front_matter_is_text_in_the_head_of_a_page_too(built: Path) -> None:
    page = LexborHTMLParser(text(built / "site" / "en" / "before.html"))

    refreshing = [it.attributes["http-equiv"] for it in page.css("meta[http-equiv]")]
    assert refreshing == ["Content-Security-Policy"]
    described = page.css_first("meta[name=description]").attributes["content"]  # type: ignore[union-attr]
    assert described == '0;url=x" http-equiv="refresh"><img src=x onerror=alert(1)>'


def test_titles_in_the_search_are_text_too(built: Path) -> None:
    index = json.loads(text(built / "site" / "en" / "search" / "search_index.json"))

    titles = {entry["title"] for entry in index["docs"] if "onerror" in entry["title"]}
    assert len(titles) > 3
    assert [title for title in titles if "<img" in title] == []


def test_an_email_address_adds_nobody_else_to_a_message(built: Path) -> None:
    page = text(built / "site" / "en" / "contacts.html")

    assert 'href="mailto:office@hotel.example%3Fbcc%3Delse@b.example"' in page


# Edit links ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "file", "begins"),
    [
        ("steps/solve", "steps.yml", "  solve:"),
        ("checklists/solve", "steps.yml", "  solve:"),
        ("scripts/sorry", "words.yml", "  sorry:"),
        ("customer-types/shouting", "words.yml", "  shouting:"),
        ("decisions", "sop.yml", "id: hotel"),
    ],
)
def test_each_page_leads_to_the_line_of_yaml_from_which_it_comes(
    built: Path, page: str, file: str, begins: str
) -> None:
    html = text(built / "site" / "en" / f"{page}.html")

    [line] = set(re.findall(rf'href="https://git.example/hotel/edit/main/content/{file}#L(\d+)"', html))
    assert text(built / "content" / file).splitlines()[int(line) - 1].startswith(begins)


def test_a_page_in_chinese_has_anchors_of_its_own_words_and_an_edit_link_that_is_an_address(built: Path) -> None:
    page = text(built / "site" / "zh" / "本店规定.html")  # the build was strict, so its link to the anchor leads there

    assert 'id="退货期限"' in page
    assert f'href="https://git.example/hotel/edit/main/docs/{quote("本店规定.md")}"' in page


def test_a_page_written_by_hand_leads_to_its_own_file(built: Path) -> None:
    assert 'href="https://git.example/hotel/edit/main/docs/branches.zh.md"' in text(
        built / "site" / "zh" / "branches.html"
    )


@pytest.mark.site
def test_a_page_of_the_base_names_the_command_that_makes_it_ones_own(tmp_path: Path) -> None:
    Hotel(tmp_path / "base")
    site = tmp_path / "lake"
    (site / "content").mkdir(parents=True)
    (site / "docs" / "steps").mkdir(parents=True)
    (site / "docs" / "steps" / "watch.md").write_text("# How we watch\n", encoding="utf-8")
    (site / "mkdocs.yml").write_text(CONFIG.partition("nav:")[0], encoding="utf-8")
    ours = 'id: lake\nextends: ../../base\nsteps:\n  solve: {title: {en: "Make it good", zh: "妥善解决"}}\n'
    (site / "content" / "sop.yml").write_text(ours, encoding="utf-8")

    assert mkdocs("build", "--quiet", cwd=site).returncode == 0

    assert "<code>amends copy steps/accept</code>" in text(site / "site" / "en" / "steps" / "accept.html")
    changed = text(site / "site" / "en" / "steps" / "solve.html")
    assert "amends copy" not in changed
    assert "edit/main/content/sop.yml#L4" in changed
    by_hand = text(site / "site" / "en" / "steps" / "watch.html")
    assert "amends copy" not in by_hand
    assert "edit/main/docs/steps/watch.md" in by_hand


# What a page may do ----------------------------------------------------------------------------------------------------


def test_every_page_carries_a_policy_before_its_first_script_and_style(built: Path) -> None:
    pages = {path: text(path) for path in (built / "site").rglob("*.html")}

    assert {"index.html", "404.html", "accept.html"} <= {path.name for path in pages}
    late = [
        path
        for path, html in pages.items()
        if not 0
        < html.find('<meta http-equiv="Content-Security-Policy"')
        < re.search("<(script|style|link)", html).start()  # type: ignore[union-attr]
    ]
    assert late == []
    assert [path for path, html in pages.items() if "data-own" in html or "unsafe" in html] == []


def test_a_script_or_a_frame_in_a_page_of_ones_own_stops_the_build_with_the_way_out(project: Path) -> None:
    (project / "docs" / "branches.md").write_text(
        "# Branches\n\n<script>alert(1)</script>\n\n<iframe src='https://maps.example/'></iframe>\n\n<script src=own.js></script>",
        encoding="utf-8",
    )

    for ended in (amends("build", cwd=project), mkdocs("build", cwd=project)):
        assert_clean_stop(ended, f"{project}/docs/branches.md:3:1: error X901 foreign-markup")
        assert "<script> would act on its own" in ended.stderr
        assert "name that in extra_javascript" in ended.stderr
        assert "docs/branches.md:5:14: error X901 foreign-markup\n  <iframe src=…> asks" in ended.stderr
        assert "<iframe src=…> asks “https://maps.example/”" in ended.stderr
        assert "<script src=…> loads “own.js”, which the handbook does not name" in ended.stderr


def test_every_slip_in_a_page_of_ones_own_is_shown_at_once(project: Path) -> None:
    (project / "docs" / "branches.md").write_bytes("# Café\n".encode("latin-1"))
    (project / "docs" / "before.md").write_text("---\nhide: true\ntemplate: redirect.html\n---\n", encoding="utf-8")

    ended = amends("build", cwd=project)

    assert_clean_stop(ended, "docs/branches.md:1:6: error Y003 not-utf-8")
    assert "docs/before.md:2:7: error H002 wrong-front-matter" in ended.stderr
    assert "docs/before.md:3:11: error H002 wrong-front-matter" in ended.stderr


def test_what_the_project_names_in_its_configuration_and_its_templates_may_run(project: Path) -> None:
    config = text(project / "mkdocs.yml").replace("name: material", "name: material\n  custom_dir: own")
    (project / "mkdocs.yml").write_text(f"{config}extra_javascript: [own.js]\n", encoding="utf-8")
    (project / "docs" / "own.js").write_text("let own;\n", encoding="utf-8")
    (project / "own" / "partials").mkdir(parents=True)
    (project / "own" / "partials" / "copyright.html").write_text("<script>let ours</script>\n", encoding="utf-8")

    ended = mkdocs("build", "--strict", "--quiet", cwd=project)

    assert (ended.returncode, ended.stderr) == (0, "")
    page = text(project / "site" / "en" / "branches.html")
    ours = b64encode(sha256(b"let ours").digest()).decode()
    assert "<script>let ours</script>" in page
    assert f"'sha256-{ours}'" in page
    assert '<script src="own.js"></script>' in page


def test_a_column_of_figures_in_a_page_of_ones_own_needs_no_style(project: Path) -> None:
    (project / "docs" / "branches.md").write_text("| a | b |\n|---|--:|\n| 1 | 2 |\n", encoding="utf-8")

    assert mkdocs("build", "--strict", "--quiet", cwd=project).returncode == 0
    assert '<td align="right">2</td>' in text(project / "site" / "en" / "branches.html")
