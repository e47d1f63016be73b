"""The key of a kept page has everything that the page shows, and nothing is kept where that is not known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from amends.cache import Cache
from amends.documents.page import Page
from amends.site.generated_page import GeneratedPage
from amends.site.page_cache import PageCache, digest_of


class Site:
    """A site with the page `steps/solve`, in a section beside a page written by hand."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self._folder = folder
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        given: dict[str, Any] = {
            "theme": {"name": "material", "features": []},
            "plugins": ["search"],
            "use_directory_urls": False,
        }
        self.config = load_config(docs_dir=str(folder / "docs"), site_dir=str(folder / "site"), **(given | settings))
        self.page = GeneratedPage(
            Page("steps/solve", "Solve it", "step.html.j2"),
            lambda: "<h1>Solve</h1>",
            None,
            self.file("steps/solve.md"),
            self.config,
            colon=": ",
        )
        self.page.read_source(self.config)
        self.by_hand = MkDocsPage("By hand", self.file("more.md"), self.config)
        self.by_hand.content, self.by_hand.meta = "<p>more</p>", {}
        self.page.render(self.config, Files([]))
        self.section = Section("Steps", [self.page])
        self.page.parent = self.section
        self.items: list[Any] = [self.section, self.by_hand]

    def file(self, name: str) -> File:
        """A file in which a page may stand."""
        return File(name, None, self.config.site_dir, use_directory_urls=False)

    def cache(self, kept: Cache) -> PageCache:
        pages = [self.page, self.by_hand]
        return PageCache(kept, self.config, Navigation(self.items, pages), Files([page.file for page in pages]))

    def key(self, more: object = None) -> str:
        """The key of the page; empty if nothing is kept."""
        self.cache(Cache(self._folder / "empty")).fetch(self.page, more)
        return self.page.key


@pytest.fixture
def key(tmp_path: Path) -> Callable[..., str]:
    """The key of the page of a site with these settings."""
    return lambda **settings: Site(tmp_path, **settings).key()


def test_a_page_is_found_again_with_what_the_search_knows_of_it(tmp_path: Path) -> None:
    first, second = Site(tmp_path / "a"), Site(tmp_path / "b")
    cache = first.cache(Cache(tmp_path / "cache"))
    cache.fetch(first.page, None)
    assert first.page.kept is None

    first.page.kept = "<!doctype html>“é”"
    cache.keep(first.page)
    second.cache(Cache(tmp_path / "cache")).fetch(second.page, None)

    assert second.page.kept == "<!doctype html>“é”"
    assert list(second.page.search_entries) == list(first.page.search_entries)


def test_the_template_of_a_kept_page_is_nothing_but_a_word(tmp_path: Path) -> None:
    site, kept = Site(tmp_path), Cache(tmp_path / "cache")
    cache = site.cache(kept)
    cache.fetch(site.page, None)
    site.page.kept = "kept"
    cache.keep(site.page)
    env = Environment(loader=DictLoader({"main.html": "{{ costly() }}"}), autoescape=True)

    again = Site(tmp_path)
    again.cache(kept).fetch(again.page, None)
    again.cache(kept).add_stub(env)

    assert env.get_template(again.page.meta["template"]).render()


# What is in the key ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [
        {"site_name": "Other"},
        {"extra": {"status": {"new": "New"}}},
        {"extra": {1: "a number", "b": "a text"}},
        {"extra_javascript": ["a.js"]},
        {"plugins": []},
        {"plugins": [{"search": {"enabled": False}}]},
        {"plugins": ["search", "offline"]},
        {"theme": {"name": "material", "features": ["navigation.footer"]}},
        {"theme": {"name": "material", "features": [], "icon": {"logo": "material/car"}}},
        {"markdown_extensions": [{"toc": {"title": "Contents"}}]},
    ],
    ids=str,
)
def test_every_setting_that_a_page_may_show_counts(key: Callable[..., str], settings: dict[str, Any]) -> None:
    assert key(**settings) != key()


@pytest.mark.parametrize(
    "settings", [{"strict": True}, {"exclude_docs": "*.txt"}, {"dev_addr": "127.0.0.1:1"}], ids=str
)
def test_a_setting_that_no_page_shows_does_not_count(key: Callable[..., str], settings: dict[str, Any]) -> None:
    assert key(**settings) == key()


def test_where_the_project_lies_does_not_count(tmp_path: Path) -> None:
    assert Site(tmp_path / "here").key() == Site(tmp_path / "there").key()


def test_how_a_script_is_loaded_counts(key: Callable[..., str]) -> None:
    ways: list[dict[str, object]] = [{}, {"defer": True}, {"type": "module"}, {"async": True}]

    assert len({key(extra_javascript=[{"path": "a.mjs"} | way]) for way in ways}) == len(ways)


def test_the_order_of_icons_counts_since_the_theme_writes_them_in_it(key: Callable[..., str]) -> None:
    def icons(*names: str) -> str:
        icon = {"admonition": dict.fromkeys(names, "material/car")}
        return key(theme={"name": "material", "features": [], "icon": icon})

    assert icons("note", "tip") != icons("tip", "note")


def test_what_the_plugin_adds_counts(tmp_path: Path) -> None:
    assert Site(tmp_path).key("steps/solve") != Site(tmp_path).key(None)


def test_functions_count_by_their_names_which_are_the_same_in_each_process() -> None:
    assert digest_of({"slugify": partial(sorted, reverse=True), "type": str}) == digest_of(
        {"slugify": partial(sorted, reverse=True), "type": str}
    )
    assert digest_of(test_what_the_plugin_adds_counts) != digest_of(pytest.fixture)
    assert digest_of(partial(sorted, reverse=True)) != digest_of(partial(sorted, reverse=False))


# What the navigation shows ---------------------------------------------------------------------------------------------


def more_pages(site: Site, *names: str) -> list[Any]:
    return [MkDocsPage(name, site.file(f"{name}.md"), site.config) for name in names]


def renamed(site: Site) -> None:
    site.by_hand.title = "Another name"


def marked(site: Site) -> None:
    site.by_hand.meta = {"status": "new"}


def given_an_icon(site: Site) -> None:
    site.by_hand.meta = {"icon": "material/car"}


def beside(site: Site) -> None:
    site.section.children.extend(more_pages(site, "new"))


def in_another_section(site: Site) -> None:
    """The theme leaves white space for each page of a section that is closed."""
    site.items.append(Section("More", more_pages(site, "one")))


def before(site: Site) -> None:
    [site.page.previous_page] = more_pages(site, "before")


def after(site: Site) -> None:
    [site.page.next_page] = more_pages(site, "after")


def without_a_section(site: Site) -> None:
    site.page.parent = None


@pytest.mark.parametrize(
    "change", [renamed, marked, given_an_icon, beside, in_another_section, before, after, without_a_section]
)
def test_what_stands_around_a_page_counts(tmp_path: Path, change: Callable[[Site], None]) -> None:
    site = Site(tmp_path)

    change(site)

    assert site.key() != Site(tmp_path).key()


def closed(site: Site, *names: str) -> Site:
    """The site with one more section, in which these pages stand."""
    site.items.append(Section("Closed", more_pages(site, *names)))
    return site


def test_of_a_closed_section_the_first_page_counts_and_how_many_there_are(tmp_path: Path) -> None:
    one = closed(Site(tmp_path), "one", "two").key()

    assert closed(Site(tmp_path), "one", "other").key() == one
    assert closed(Site(tmp_path), "other", "two").key() != one
    assert closed(Site(tmp_path), "one", "two", "three").key() != one


def test_with_open_sections_inside_the_one_that_is_open_all_pages_count(tmp_path: Path) -> None:
    theme = {"name": "material", "features": ["navigation.sections"]}

    keys = {closed(Site(tmp_path, theme=theme), "one", name).key() for name in ("two", "three")}

    assert len(keys) == 2


def test_which_of_two_equal_sections_is_open_counts(tmp_path: Path) -> None:
    first, second = Site(tmp_path), Site(tmp_path)
    for site in (first, second):
        other = Section("Steps", [site.page])
        site.items.insert(0, other) if site is first else site.items.insert(1, other)

    assert first.key() != second.key()


# Templates of the project ----------------------------------------------------------------------------------------------


def with_template(folder: Path, text: str, name: str = "main.html") -> Site:
    path = folder / ".overrides" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Site(folder, theme={"name": "material", "features": [], "custom_dir": str(folder / ".overrides")})


def test_every_file_of_the_templates_counts_also_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    site = with_template(tmp_path, "a")
    (tmp_path / ".overrides" / "partials").symlink_to(tmp_path / "shared")
    keys = {site.key()}

    for text in ("one", "two"):
        (tmp_path / "shared" / "own.html").write_text(text, encoding="utf-8")
        keys.add(with_template(tmp_path, "a").key())
    keys.add(with_template(tmp_path, "b").key())

    assert len(keys) == 4


@pytest.mark.parametrize(
    ("template", "counts"),
    [
        ("{{ page.content }}", False),
        ("{% for item in nav %}{{ item.title }}{% endfor %}", False),
        ("{% for it in pages %}{{ it.page.content }}{% endfor %}", True),
        ("{{ page.next_page.toc }}", True),
        ("a word about pages and content", False),
    ],
)
def test_the_text_of_other_pages_counts_where_a_template_may_show_it(
    tmp_path: Path, template: str, *, counts: bool
) -> None:
    keys = set()
    for text in ("one", "two"):
        site = with_template(tmp_path, template)
        site.by_hand.content = text
        keys.add(site.key())

    assert (len(keys) > 1) is counts


def test_the_facts_of_all_pages_count_where_a_template_looks_around(tmp_path: Path) -> None:
    keys = set()
    for author in ("one", "two"):
        site = with_template(tmp_path, "{% for it in pages %}{{ it.page.meta.author }}{% endfor %}")
        site.by_hand.meta = {"author": author}
        keys.add(site.key())

    assert len(keys) == 2


# Where nothing is kept -------------------------------------------------------------------------------------------------


def test_without_a_cache_no_key_is_made(tmp_path: Path) -> None:
    site = Site(tmp_path)

    site.cache(Cache(None)).fetch(site.page, None)

    assert site.page.key == ""


def test_with_code_that_may_change_a_page_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "hook.py").write_text("", encoding="utf-8")

    assert Site(tmp_path, plugins=["search", "tags"]).key() == ""
    assert Site(tmp_path, theme={"name": "mkdocs"}, plugins=[]).key() == ""
    assert Site(tmp_path, hooks=[str(tmp_path / "hook.py")]).key() == ""


def test_a_page_with_the_moment_of_its_build_is_not_kept(tmp_path: Path) -> None:
    assert with_template(tmp_path, "Built on {{ build_date_utc }}").key() == ""
