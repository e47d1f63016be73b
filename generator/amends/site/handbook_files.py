"""The handbook among the files of MkDocs: pages with their dates, edit links and commands to copy, and PDFs."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from amends.documents.page import Page
from amends.site.site_build import SiteBuild

_PLUGIN = "amends"
"""The name of the plugin in mkdocs.yml; MkDocs signs the plugin's files with it."""


def add_handbook(files: Files, config: MkDocsConfig, build: SiteBuild, written_by_hand: Collection[str]) -> None:
    """Add every page and PDF; a hand-written page of the same name wins."""
    for page, markdown in build.handbook.pages:
        if f"{page.path}.md" not in written_by_hand:
            files.append(_generated(config, build, page, markdown))
    for path, content in build.handbook.downloads:
        files.append(File.generated(config, path, content=content))


def date_pages(files: Files, effective: date) -> None:
    """Date every page by the SOP, never by today: the same input gives the same sitemap."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = effective.isoformat()


def entry_to_copy(file: File, config: MkDocsConfig, build: SiteBuild) -> str | None:
    """For a generated page of the base, the entry that `amends copy` copies into the project.

    None if pages have no link for editing, since the command stands in the place of that link.
    """
    if file.generated_by != _PLUGIN or not (config.edit_uri or config.repo_url):
        return None
    return build.to_copy.get(file.src_uri.removesuffix(".md"))


def _generated(config: MkDocsConfig, build: SiteBuild, page: Page, markdown: str) -> File:
    """A page in memory, with an edit link to its YAML where that is the project's own."""
    file = File.generated(config, f"{page.path}.md", content=markdown)
    at = build.origins[page.path]
    yaml = Path(os.path.relpath(at.file, config.docs_dir)).as_posix()
    file.edit_uri = None if page.path in build.to_copy else f"{yaml}#L{at.line}"
    return file
