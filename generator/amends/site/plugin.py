"""MkDocs plugin `amends`: adds the handbook's pages and PDFs to the site of one locale."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from amends.cache import user_cache
from amends.printing.pdf_cache import PdfCache
from amends.render.compiled_templates import compiled_templates
from amends.site.assets import add_logo, make_assets_lean
from amends.site.choice import Choice
from amends.site.clean_stop import as_plugin_error
from amends.site.front_matter import escape_front_matter
from amends.site.generated_page import GeneratedPage
from amends.site.guard import GuardedTemplates, guarded_page, guarded_template, refuse_foreign_markup
from amends.site.hand_written import refuse_slips, refuse_unusable_files
from amends.site.handbook_files import add_handbook, date_pages, encode_edit_links, entry_to_copy
from amends.site.installable import make_installable
from amends.site.navigation import as_mkdocs_nav, choose_locale, titles_in
from amends.site.options import AmendsConfig, choice_in
from amends.site.output_folder import choose_folder, claim, mark_finished, mark_unfinished, refuse_incomplete, sizes_of
from amends.site.own_look import refuse_another_look
from amends.site.page_cache import PageCache
from amends.site.search import complete_index
from amends.site.search_words import search_words
from amends.site.site_build import SiteBuild, begin_build
from amends.site.template_errors import refuse_broken_template
from amends.site.theme import configure


class AmendsPlugin(BasePlugin[AmendsConfig]):
    """A thin adapter: each build makes its own `build` and `pages`; what was chosen stays for all of `mkdocs serve`."""

    _chosen: Choice | None = None
    _cache: PdfCache | None = None
    _config: MkDocsConfig | None = None
    _is_serving = False
    build: SiteBuild
    _templates: GuardedTemplates
    pages: Sequence[GeneratedPage]
    _page_cache: PageCache
    _written: dict[str, int]
    """The files that MkDocs has written in this build, by their paths below the site, with their sizes in bytes."""

    @property
    def _is_alone(self) -> bool:
        """Whether `mkdocs build` runs, without `amends build` around it."""
        return self._chosen is None and not self._is_serving

    def choose(self, choice: Choice) -> None:
        """Build this choice, and ignore the one in mkdocs.yml."""
        self._chosen, self._cache = choice, None

    # Defining on_startup keeps this one instance over all rebuilds of `mkdocs serve`, and with it the cache of PDFs.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names it
        """Remember which command runs."""
        self._is_serving = command == "serve"

    @event_priority(100)  # before the search plugin, which takes its language from the theme
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the SOP, and set up the site for its locale."""
        self._config = config
        with as_plugin_error():
            choice = self._chosen or choice_in(self.config, config.config_file_path)
            self._cache = self._cache or PdfCache(user_cache())
            config.watch.append(str(choice.place.content))
            self.build = begin_build(choice, self._cache, is_serving=self._is_serving)
            if self._is_alone:
                claim(config, self.build)
        if not self._is_serving:
            choose_folder(config, self.build)
        with as_plugin_error():
            refuse_another_look(config, self.build.sop, self.build.place)
        is_preview = self._is_serving or self.build.is_on_demand
        configure(config, self.build.sop, self.build.locale, is_alone=self._is_serving, is_preview=is_preview)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Mark what MkDocs is about to fill, once it can read all of docs/."""
        with as_plugin_error():
            refuse_unusable_files(Path(config.docs_dir), self.build.place.home)
            if self._is_alone:
                mark_unfinished(config, self.build)

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and PDF, and the navigation that leads to them."""
        with as_plugin_error():
            refuse_slips(files, config)
        choose_locale(files, self.build.locale, self.build.sop.locales)
        written_by_hand = {file.src_uri for file in files.documentation_pages()}
        config.nav = as_mkdocs_nav(config.nav, self.build.handbook, written_by_hand)
        with as_plugin_error():
            self.pages = add_handbook(files, config, self.build, written_by_hand, dict(titles_in(config.nav)))
        encode_edit_links(files, config)
        organisation = self.build.sop.organisation
        make_assets_lean(files, config, organisation.colours)
        add_logo(files, config, organisation.logo)
        return files

    @event_priority(-200)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which every page shows."""
        self._page_cache = PageCache(user_cache(), config, nav, files)
        return nav

    @event_priority(-200)  # after all other plugins, so that nothing comes after what is kept
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Date every page, mark what is ours, and look for pages that are finished already."""
        date_pages(files, self.build.sop.document.effective)
        self._written = {} if self._is_serving else sizes_of(files)
        self._templates = GuardedTemplates(env, config, self.build.guard)
        env.bytecode_cache = compiled_templates()
        self._page_cache.add_stub(env)
        for page in () if self.build.is_on_demand else self.pages:
            self._page_cache.fetch(page, [entry_to_copy(page.file, config, self.build), self._is_serving])
        return env

    @event_priority(-100)  # after other plugins, which may add values
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Escape what the author of a page wrote by hand gives to the templates."""
        if page.file.generated_by is None:
            escape_front_matter(page.meta)
        return markdown

    def on_build_error(self, *, error: Exception) -> None:
        """Say which line of a template is broken, instead of a traceback."""
        if self._config is not None:
            refuse_broken_template(error, self._config)

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: object) -> None:  # noqa: ARG002
        """Name the command that copies a page of the base, where other pages have a link for editing."""
        if not (isinstance(page, GeneratedPage) and page.kept):
            self._templates.learn(page, context)
        context["amends_copy"] = entry_to_copy(page.file, config, self.build)  # type: ignore[typeddict-unknown-key]  # our template's own

    @event_priority(-200)  # after all other plugins, so that the guard sees what they add
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Let only our own elements act on the page; a page that is kept has been through this."""
        return self._noted(page.file.dest_uri, self._guarded(output, page))

    def _guarded(self, output: str, page: MkDocsPage) -> str:
        if not isinstance(page, GeneratedPage):
            return guarded_page(output, page.file, self.build.guard)
        if page.kept is None:
            page.kept = guarded_page(output, page.file, self.build.guard)
            if not self.build.guard.findings and not self.build.is_on_demand:
                self._page_cache.keep(page)
        return page.kept

    @event_priority(-200)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Guard 404.html, and other pages that only the theme has."""
        return self._noted(template_name, guarded_template(output_content, template_name, self.build.guard))

    def _noted(self, name: str, output: str) -> str:
        if output.strip():  # MkDocs writes no empty page
            self._written[name] = len(output.encode("utf-8", "xmlcharrefreplace"))
        return output

    @event_priority(200)  # before all other plugins, which may change what MkDocs has written
    def _refuse_incomplete(self, *, config: MkDocsConfig) -> None:
        """Stop if somebody removed a page while the next ones were written."""
        if not self._is_serving:
            with as_plugin_error():
                refuse_incomplete(config, self._written)

    @event_priority(-50)  # after the theme's plugin `search` has written the index, before `offline` copies it
    def _complete_search(self, *, config: MkDocsConfig) -> None:
        """Put the generated pages into the search index."""
        with as_plugin_error():
            complete_index(config.site_dir, self.pages, search_words(self.build.handbook.edition))

    @event_priority(-200)  # after the theme's plugins, `offline` among them, have written their files
    def _finish_output(self, *, config: MkDocsConfig) -> None:
        """Stop if a page holds foreign markup; else mark the output as ours."""
        with as_plugin_error():
            refuse_foreign_markup(self.build.guard)
            if config.extra["amends"]["manifest"]:
                make_installable(config, self.build.handbook.edition)
            if self._is_alone:
                mark_finished(config)

    on_post_build = CombinedEvent(_refuse_incomplete, _complete_search, _finish_output)


def plugin_of(config: MkDocsConfig) -> AmendsPlugin:
    """Our plugin in a configuration, which find_place has seen there."""
    plugin = config.plugins["amends"]
    if not isinstance(plugin, AmendsPlugin):
        raise TypeError(f"the plugin “amends” is {type(plugin)}")
    return plugin
