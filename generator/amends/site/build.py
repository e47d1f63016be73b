"""The site of one locale: whole, as `mkdocs build` makes it, or page by page for a preview."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.book import Manuscript
from amends.colours import own_colours, variables
from amends.content.place import Place
from amends.edition.edition import Edition
from amends.finding import Findings, Location
from amends.model.translated import hardly_translated, translated
from amends.output.inventory import Inventory, inventory_of
from amends.render.compiled_templates import compiled_templates
from amends.security.page_guard import PageGuard
from amends.shipped import shipped
from amends.site.choice import Choice
from amends.temporary import temporary_folder
from amends.terminal import harmless

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from amends.site.site_on_demand import SiteOnDemand

# Material's notice about MkDocs 2, which amends does not use, would stand above each of our own messages.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_locale(place: Place, manuscript: Manuscript, site: Path, locale: str, *, strict: bool) -> Inventory:
    """Build the site of one locale into `site/LOCALE`, from what was read at `place`; gives what was written there."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort

    from amends.site.clean_stop import usage_error_behind

    # MkDocs would look for a relative folder beside the configuration, not where the user is.
    output = {"site_dir": str(site.absolute()), **({"strict": True} if strict else {})}
    with own_pages(place) as settings:
        config = _configured(Choice(place, locale, manuscript), {**settings, **output})
        _show_only_problems()
        config.plugins.on_startup(command="build", dirty=False)
        _warn_of_gaps(manuscript, locale)
        try:
            build(config)
        except Abort as stop:
            if usage := usage_error_behind(stop.__context__):
                raise usage from None
            raise
    return inventory_of(site, locale)


def site_on_demand(place: Place, manuscript: Manuscript, locale: str, settings: Mapping[str, str]) -> SiteOnDemand:
    """The site of one locale for a preview; `settings` are those of `own_pages`."""
    from amends.site.site_on_demand import SiteOnDemand

    _show_only_problems()
    return SiteOnDemand(_configured(Choice(place, locale, manuscript, is_on_demand=True), settings))


@contextlib.contextmanager
def own_pages(place: Place) -> Iterator[dict[str, str]]:
    """Settings for a folder that has only content: it has no pages of its own, and uses the shipped mkdocs.yml."""
    if place.config:
        yield {}
    else:
        with temporary_folder() as empty:
            yield {"docs_dir": str(empty)}


def _configured(choice: Choice, settings: Mapping[str, Any]) -> MkDocsConfig:
    """The configuration of MkDocs, whose plugin knows what to build."""
    from amends.site.plugin import plugin_of
    from amends.site.settings import read_settings

    config = read_settings(Path(_config_file(choice.place)), settings)
    plugin_of(config).choose(choice)
    return config


def start_page(editions: Sequence[Edition], *, is_missing: bool = False) -> str:
    """The page at the root of the site: leads to the default locale, and names the others.

    If it `is_missing` a page, it is the 404.html that most servers send for addresses at which there is nothing.
    """
    guard = PageGuard()
    environment = Environment(
        loader=FileSystemLoader(shipped("templates")),
        bytecode_cache=compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
    )
    guard.mark_templates(environment)
    first = next((it for it in editions if it.locale == it.sop.default_locale), editions[0])
    shades = {
        scheme: variables(own_colours(first.sop.organisation.colours)["start"], scheme) for scheme in ("light", "dark")
    }
    root = f"{urlsplit(first.sop.organisation.site_url or '').path.rstrip('/')}/" if is_missing else ""
    html = environment.get_template("start.html.j2").render(
        first=first, editions=editions, sop=first.sop, is_missing=is_missing, root=root, **shades
    )
    guard.learn(html)  # no author's text stands in what acts here
    page = guard.guarded(html, Location("index.html"), None)
    if guard.findings:
        raise Findings(guard.findings)
    return page


def _config_file(place: Place) -> str:
    """The project's own mkdocs.yml, or the shipped one for a folder that has only content."""
    return str(place.config or shipped("templates") / "project" / "mkdocs.yml")


class _Harmless(logging.Formatter):
    """Writes what MkDocs says; it quotes mkdocs.yml and the pages of a project."""

    def format(self, record: logging.LogRecord) -> str:
        return harmless(super().format(record))


def _warn_of_gaps(manuscript: Manuscript, locale: str) -> None:
    """Say that most of a handbook is in another language: a list of branches asks for many, and nobody checks each.

    It does not count under `--strict`: a handbook may be published while it is being translated.
    """
    for sentence in hardly_translated(translated(manuscript.sop), [locale]).values():
        logging.getLogger("mkdocs").warning(sentence)


def _show_only_problems() -> None:
    """Let MkDocs report problems only, and not each of its steps."""
    from amends.site.clean_stop import is_told_by_the_command

    # The theme's plugin imports jieba where it happens to be installed; it sets its own level then, but a filter stays.
    logging.getLogger("jieba").addFilter(lambda record: record.levelno >= logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(_Harmless())
        handler.addFilter(lambda _: not is_told_by_the_command(sys.exc_info()[1]))
        logger.addHandler(handler)
