"""The handbook among the files of MkDocs: pages with their dates, edit links and commands to copy, and PDFs."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from amends.documents.page import Page
from amends.site.generated_page import GeneratedPage
from amends.site.site_build import SiteBuild


def add_handbook(
    files: Files, config: MkDocsConfig, build: SiteBuild, written_by_hand: Collection[str], titles: Mapping[str, str]
) -> list[GeneratedPage]:
    """Add every page and PDF; a hand-written page of the same name wins. `titles` are those of the navigation."""
    pages = [page for page in build.handbook.pages if f"{page.path}.md" not in written_by_hand]
    for path, make in build.handbook.downloads.items():
        files.append(File.generated(config, path, content=b"" if build.is_on_demand else make()))
    return [_generated(files, config, build, page, titles) for page in pages]


def date_pages(files: Files, effective: date) -> None:
    """Date every page by the SOP, never by today: the same input gives the same sitemap."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = effective.isoformat()


def encode_edit_links(files: Files, config: MkDocsConfig) -> None:
    """Let the links for editing have no signs that an address may not have: `docs/本店规定.md`.

    A template for these links (`edit_uri_template`) encodes them itself.
    """
    if config.edit_uri_template:
        return
    for file in files.documentation_pages():
        if file.edit_uri:
            file.edit_uri = quote(file.edit_uri, safe="/.#")


def entry_to_copy(file: File, config: MkDocsConfig, build: SiteBuild) -> str | None:
    """For a generated page of the base, the entry that `amends copy` copies into the project.

    None if pages have no link for editing, since the command stands in the place of that link.
    """
    if not isinstance(file.page, GeneratedPage) or not (config.edit_uri or config.repo_url):
        return None
    return build.to_copy.get(file.page.handbook_page.path)


def _generated(
    files: Files, config: MkDocsConfig, build: SiteBuild, page: Page, titles: Mapping[str, str]
) -> GeneratedPage:
    """A page in memory, with an edit link to its YAML where that is the project's own."""
    file = File.generated(config, f"{page.path}.md", content="")
    at = build.origins[page.path]
    yaml = Path(os.path.relpath(at.file, config.docs_dir)).as_posix()
    file.edit_uri = None if page.path in build.to_copy else f"{yaml}#L{at.line}"
    files.append(file)
    finished = partial(build.handbook.html, page)
    return GeneratedPage(
        page, finished, titles.get(file.src_uri), file, config, colon=build.handbook.edition.words("colon")
    )
