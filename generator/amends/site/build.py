"""`mkdocs build` for one locale after another."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.book import Manuscript
from amends.colours import colours, variables
from amends.content.place import Place
from amends.edition.edition import Edition
from amends.finding import Findings, Location
from amends.security.page_guard import PageGuard
from amends.shipped import shipped
from amends.site.choice import Choice

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# Material's notice about MkDocs 2, which amends does not use, would stand above each of our own messages.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_locale(place: Place, manuscript: Manuscript, locale: str, site: Path, *, strict: bool) -> None:
    """Build the site of one locale into `site/LOCALE`, from what was read at `place`."""
    from mkdocs.commands.build import build

    # MkDocs would look for a relative folder beside the configuration, not where the user is.
    output = {"site_dir": str(site.absolute()), "strict": strict}
    with _own_pages(place) as settings:
        config = _configured(Choice(place, locale, manuscript), {**settings, **output})
        _show_only_problems()
        config.plugins.on_startup(command="build", dirty=False)
        build(config)


def serve_locale(place: Place, locale: str | None, address: str, *, open_in_browser: bool) -> None:
    """Serve the site of one locale, and build it again when a file of the project changes."""
    from mkdocs.commands.serve import serve

    with _own_pages(place) as settings:
        # MkDocs loads the configuration again for each rebuild but keeps the plugin, and with it the choice.
        _configured(Choice(place, locale), settings)
        serve(config_file=_config_file(place), dev_addr=address, open_in_browser=open_in_browser, **settings)


@contextlib.contextmanager
def _own_pages(place: Place) -> Iterator[dict[str, Any]]:
    """Settings for a folder that has only content: it has no pages of its own, and uses the shipped mkdocs.yml."""
    if place.config:
        yield {}
    else:
        with tempfile.TemporaryDirectory() as empty:
            yield {"docs_dir": empty}


def _configured(choice: Choice, settings: dict[str, Any]) -> MkDocsConfig:
    """The configuration of MkDocs, whose plugin knows what to build."""
    from amends.site.plugin import AmendsPlugin
    from amends.site.settings import read_settings

    config = read_settings(Path(_config_file(choice.place)), settings)
    plugin = config.plugins["amends"]
    if not isinstance(plugin, AmendsPlugin):
        raise TypeError(f"the plugin “amends” is {type(plugin)}")
    plugin.choose(choice)
    return config


def start_page(editions: Sequence[Edition]) -> str:
    """The page at the root of the site: leads to the default locale, and names the others."""
    guard = PageGuard()
    templates = guard.templates(FileSystemLoader(shipped("templates") / "handbook"))
    environment = Environment(loader=templates, autoescape=True, undefined=StrictUndefined)
    first = next((it for it in editions if it.locale == it.sop.default_locale), editions[0])
    shades = {scheme: variables(colours()["start"], scheme) for scheme in ("light", "dark")}
    html = environment.get_template("start.html.j2").render(first=first, editions=editions, sop=first.sop, **shades)
    guard.learn(html)  # no author's text stands in what acts here
    page = guard.guarded(html, Location("index.html"), None)
    if guard.findings:
        raise Findings(guard.findings)
    return page


def _config_file(place: Place) -> str:
    """The project's own mkdocs.yml, or the shipped one for a folder that has only content."""
    return str(place.config or shipped("templates") / "project" / "mkdocs.yml")


def _show_only_problems() -> None:
    """Let MkDocs report problems only, and not each of its steps."""
    # jieba, which cuts Chinese for the search, sets its own level when it is imported; a filter stays.
    logging.getLogger("jieba").addFilter(lambda record: record.levelno >= logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
