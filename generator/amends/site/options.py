"""The options of the plugin in a project's mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as opt

from amends.content.place import DEFAULT_CONTENT, HEADER_FILE, Place
from amends.finding import UsageError
from amends.site.choice import Choice


class AmendsConfig(base.Config):
    """Options of the plugin in mkdocs.yml."""

    sop = opt.Type(str, default=DEFAULT_CONTENT)
    """The content folder, relative to mkdocs.yml."""
    locale = opt.Optional(opt.Type(str))
    """The locale of this build; the SOP's default locale if absent. `amends build` builds each in turn."""


def choice_in(options: AmendsConfig, config_file: str | None) -> Choice:
    """The choice that the options make if no command made one; raises UsageError if they name no content folder."""
    home = Path(config_file).parent if config_file else Path.cwd()
    content = home / options.sop
    if not (content / HEADER_FILE).is_file():
        raise UsageError(f"no {HEADER_FILE} in {content}; name the content folder:  - amends: {{sop: FOLDER}}")
    return Choice(Place(home=home, content=content, config=home / "mkdocs.yml"), options.locale)
