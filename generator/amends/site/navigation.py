"""The navigation of the site: what is generated, and what is written by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from markupsafe import escape
from mkdocs.structure.files import File, Files

from amends.book import Handbook
from amends.documents.page import Section

MARK = "amends"
"""This entry in the `nav:` of mkdocs.yml stands for everything that is generated."""


def as_mkdocs_nav(given: Any, book: Handbook, written_by_hand: Collection[str]) -> list[Any]:
    """The generated tree in the place of `- amends` in the project's own `nav:`.

    Without a `nav:`, the generated tree, and after it a section with the pages written by hand.
    """
    # The theme escapes nothing by itself, so what an author wrote is handed over escaped.
    titles: dict[str, str] = {page.path: escape(page.short or page.title) for page in book.pages}
    titles["index"] = book.edition.words("nav.home")
    generated = [_item(child, titles) for child in book.navigation]
    if given:
        return [item for entry in given for item in (generated if entry == MARK else [entry])]
    more = sorted(path for path in written_by_hand if path.removesuffix(".md") not in titles)
    return [*generated, *([{book.edition.words("nav.more"): more}] if more else [])]


def titles_in(nav: Any) -> Iterator[tuple[str, str]]:
    """Each page to which a navigation of MkDocs gives a title, with that title: `("steps/accept.md", "Accept")`."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for title, child in item.items():
                if isinstance(child, str):
                    yield child, title
                else:
                    yield from titles_in(child)


def choose_locale(files: Files, locale: str, locales: Sequence[str]) -> None:
    """Let `NAME.LOCALE.md` stand for `NAME.md` in its locale, and take the other locales' pages away."""
    for file in list(files.documentation_pages()):
        stem, _, suffix = file.src_uri.removesuffix(".md").rpartition(".")
        if suffix not in locales or not stem:
            continue
        files.remove(file)
        if suffix == locale:
            plain = files.get_file_from_path(f"{stem}.md")
            if plain is not None:
                files.remove(plain)
            files.append(_renamed(file, f"{stem}.md"))


def _renamed(file: File, src_uri: str) -> File:
    """The same file under the name that it has in every locale."""
    renamed = File(src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
    renamed.abs_src_path = file.abs_src_path
    renamed.edit_uri = file.edit_uri
    return renamed


def _item(child: str | Section, titles: dict[str, str]) -> dict[str, Any]:
    if isinstance(child, str):
        return {titles[child]: f"{child}.md"}
    # A section's own page stands first in it, without a title, so that the theme makes the heading lead there.
    return {escape(child.title): [_page_or_section(inner, titles) for inner in child.children]}


def _page_or_section(child: str | Section, titles: dict[str, str]) -> Any:
    is_index = isinstance(child, str) and child.endswith("/index")
    return f"{child}.md" if is_index else _item(child, titles)
