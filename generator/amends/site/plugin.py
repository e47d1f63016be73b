"""MkDocs plugin `amends`: adds the handbook's pages and PDFs to the site of one locale."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from amends.book import Handbook, handbook, pdf_cache
from amends.content.layers import Resolved
from amends.content.place import DEFAULT_CONTENT, HEADER_FILE, Place
from amends.documents.page import Page
from amends.finding import Findings, Location, PlaceError
from amends.model.sop import Sop
from amends.nearest import nearest
from amends.printing.fonts import require_fonts
from amends.printing.pdf_cache import PdfCache
from amends.read import sop_below, usable_sop
from amends.report import report
from amends.security.page_guard import PageGuard
from amends.site.assets import make_assets_lean
from amends.site.navigation import as_mkdocs_nav, choose_locale
from amends.site.search import names_of, tuned, weigh_titles
from amends.site.theme import configure
from amends.write import refuse_foreign, write_file, write_marker


class AmendsConfig(base.Config):
    """Options of the plugin in mkdocs.yml."""

    sop = opt.Type(str, default=DEFAULT_CONTENT)
    """The content folder, seen from mkdocs.yml."""
    locale = opt.Optional(opt.Type(str))
    """The locale of this build; the SOP's default locale if absent. `amends build` builds each in turn."""


class AmendsPlugin(BasePlugin[AmendsConfig]):
    """A thin adapter over `amends.book.handbook`."""

    _chosen: tuple[Place, str | None] | None = None
    _read: tuple[Sop, Resolved] | None = None
    _is_serving = False
    _cache: PdfCache | None = None
    _place: Place
    _sop: Sop
    _content: Resolved
    _locale: str
    _to_copy: dict[str, str]
    """The full name of the entry behind each page that the project has not touched, by the page's source."""
    _guard: PageGuard
    _book: Handbook

    def choose(self, place: Place, locale: str | None, read: tuple[Sop, Resolved] | None = None) -> None:
        """Build this place and locale, whatever mkdocs.yml says; `read` is what was read of the place just now."""
        self._chosen, self._read = (place, locale), read
        self._cache = pdf_cache(place)

    # Defining on_startup keeps this one instance over all rebuilds of `mkdocs serve`, and with it the cache of PDFs.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names it
        """Remember which command runs."""
        self._is_serving = command == "serve"

    @event_priority(100)  # before the search plugin, which takes its language from the theme
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the SOP, and set up the site for its locale."""
        self._place, locale = self._chosen or (_place(config, self.config.sop), self.config.locale)
        self._cache = self._cache or pdf_cache(self._place)
        config.watch.append(str(self._place.content))
        with _as_plugin_error():
            self._sop, self._content = self._read or usable_sop(self._place, date.min)  # no error depends on the day
            self._locale = self._known(locale)
            require_fonts([self._locale])
            if not self._is_serving:
                refuse_foreign(Path(config.site_dir), (self._place.content, self._place.home))
                config.site_dir = str(Path(config.site_dir) / self._locale)
        configure(config, self._sop, self._locale, is_alone=self._is_serving)
        weigh_titles(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Mark what MkDocs is about to fill as ours, so that a build that was stopped half-way can be repeated."""
        if not self._is_serving:
            write_marker(Path(config.site_dir).parent, unfinished=self._locale)

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and PDF; a hand-written page of the same name wins."""
        with _as_plugin_error():
            book = handbook(self._sop, self._locale, self._cache or pdf_cache(self._place), sop_below(self._content))
        self._to_copy = {}
        choose_locale(files, self._locale, self._sop.locales)
        self._book = book
        written_by_hand = {file.src_uri for file in files.documentation_pages()}
        for page, markdown in book.pages:
            if f"{page.path}.md" not in written_by_hand:
                files.append(self._generated(config, page, markdown))
        for path, content in book.downloads:
            files.append(File.generated(config, path, content=content))
        config.nav = as_mkdocs_nav(config.nav, book, written_by_hand)
        make_assets_lean(files, config)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Date every page by the SOP, never by today: the same input gives the same sitemap. And mark what is ours."""
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = self._sop.document.effective.isoformat()
        self._guard = PageGuard(is_preview=self._is_serving)
        if env.loader is not None:
            env.loader = self._guard.templates(env.loader)
        return env

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: object) -> None:  # noqa: ARG002
        """Name the command that makes a page of the base one's own, where others have a link for editing."""
        if config.edit_uri or config.repo_url:
            context["amends_copy"] = self._to_copy.get(page.file.src_uri)  # type: ignore[typeddict-unknown-key]  # our template's own

    @event_priority(-200)  # no plugin may add anything behind the guard's back
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Let nothing act on the page but what is ours."""
        return self._guard.guarded(output, _written_at(page.file))

    @event_priority(-200)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Guard 404.html, and other pages of the theme alone."""
        is_page = template_name.endswith(".html")
        return self._guard.guarded(output_content, Location(template_name)) if is_page else output_content

    @event_priority(-50)  # after the theme's plugin `search` has written the index, before `offline` copies it
    def _tune_search(self, *, config: MkDocsConfig) -> None:
        """Let readers find what they mean."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            repeating = {f"{page.path}.html" for page, _ in self._book.pages if page.repeats}
            written = index.read_text(encoding="utf-8")
            write_file(index, tuned(written, names_of(self._book.edition), repeating).encode())

    @event_priority(-200)  # after the theme's plugins, `offline` among them, have written their files
    def _mark_output(self, *, config: MkDocsConfig) -> None:
        """Stop where a page holds what is not ours; else mark the output as ours: the next build may replace it."""
        with _as_plugin_error():
            if self._guard.findings:
                raise Findings(self._guard.findings)
        if not self._is_serving:
            write_marker(Path(config.site_dir).parent)

    on_post_build = CombinedEvent(_tune_search, _mark_output)

    def _known(self, locale: str | None) -> str:
        """The locale to build; raises PlaceError where the SOP does not have it."""
        if locale is None:
            return self._sop.default_locale
        if locale not in self._sop.locales:
            raise PlaceError(f"the SOP has no locale “{locale}”; {nearest(locale, self._sop.locales)}")
        return locale

    def _generated(self, config: MkDocsConfig, page: Page, markdown: str) -> File:
        """A page in memory, with an edit link to the topmost line of the project's YAML that says anything of it."""
        file = File.generated(config, f"{page.path}.md", content=markdown)
        path = page.source.split("/") if page.source else ("id",)
        at = self._content.topmost_location(path) or self._content.location(path)
        yaml = Path(os.path.relpath(at.file, config.docs_dir)).as_posix()
        is_of_the_project = Path(at.file).resolve().is_relative_to(self._place.home.resolve())
        if is_of_the_project:
            file.edit_uri = f"{yaml}#L{at.line}"
        else:
            file.edit_uri = None
            self._to_copy[file.src_uri] = page.source
        return file


def _written_at(file: File) -> Location:
    """Where an author finds what a page holds: the file written by hand, or the address of a generated page."""
    is_by_hand = file.generated_by is None and file.abs_src_path is not None
    return Location(str(file.abs_src_path) if is_by_hand else file.dest_uri)


def _place(config: MkDocsConfig, sop: str) -> Place:
    home = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    content = home / sop
    if not (content / HEADER_FILE).is_file():
        raise PluginError(f"amends: no {HEADER_FILE} in {content}; name the content folder:  - amends: {{sop: FOLDER}}")
    return Place(home=home, content=content, config=home / "mkdocs.yml")


class _as_plugin_error:  # noqa: N801 - reads as a statement where it is used
    """Turns an author's mistake into the clean stop that MkDocs knows."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Findings):
            raise PluginError("amends:\n" + report(error.findings, "text", lambda *_: "")) from error
        if isinstance(error, PlaceError):
            raise PluginError(f"amends: {error}") from error
