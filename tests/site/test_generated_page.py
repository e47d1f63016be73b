"""A generated page stands among the pages of MkDocs with its HTML, its headings and its facts, and no Markdown."""

from __future__ import annotations

from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from amends.documents.page import Page
from amends.site.generated_page import GeneratedPage

HTML = """\
<h1>Solve it</h1>
<h2 id="do">What to <em>do</em> &amp; say</h2>
<ul><li><h3 id="loud">Loud</h3>angry</li></ul>
<h3 id="then">Then</h3>
<p id="last">**End**</p>
"""


def page_of(page: Page, title: str | None = None) -> GeneratedPage:
    config = load_config(docs_dir="docs", use_directory_urls=False)
    file = File(f"{page.path}.md", None, config.site_dir, use_directory_urls=False)
    made = GeneratedPage(page, lambda: HTML, title, file, config, colon=": ")
    made.read_source(config)
    made.render(config, Files([]))
    return made


def test_its_html_stays_as_it_is_and_its_headings_make_the_table_of_contents() -> None:
    page = page_of(Page("steps/solve", "Solve it", "step.html.j2"))

    assert page.content == HTML
    assert [(item.title, item.url, [it.title for it in item.children]) for item in page.toc] == [
        ("What to do &amp; say", "#do", ["Then"])
    ]
    assert page.present_anchor_ids == {"do", "loud", "then", "last"}


def test_the_title_of_the_navigation_wins_over_its_own_which_is_safe_in_the_head() -> None:
    page = Page("steps/solve", 'Say "<b>"', "step.html.j2", assets=("step.css",))

    assert page_of(page).title == 'Say "&lt;b&gt;"'
    assert page_of(page, "Solve").title == "Solve"
    assert page_of(page).meta["assets"] == ("step.css",)


def test_the_search_finds_its_sections_and_a_page_that_repeats_others_by_its_title_alone() -> None:
    page = Page("steps/solve", "Solve it", "step.html.j2", boost=3)
    whole = {"location": "steps/solve.html", "title": "Solve it", "text": "", "boost": 3}

    assert [entry["location"] for entry in page_of(page).search_entries] == [
        "steps/solve.html",
        "steps/solve.html#do",
        "steps/solve.html#loud",
        "steps/solve.html#then",
    ]
    repeating = Page("steps/solve", "Solve it", "step.html.j2", boost=3, repeats=True)
    assert page_of(repeating).search_entries == (whole,)
