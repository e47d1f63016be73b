"""Name, logo and colours of the organisation: sop.yml gives them to site and paper, and mkdocs.yml gives no others."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from amends.content.place import Place
from amends.finding import UsageError
from amends.model.sop import Sop
from amends.nearest import nearest
from amends.site.settings import place_of_setting

_ANY_NAME = "Handbook"
_PLACEHOLDERS = frozenset({"custom", "default"})
_FIELDS = ("scheme", "primary", "accent", "media", "toggle")
_SCHEMES = ("default", "slate")


def refuse_another_look(config: MkDocsConfig, sop: Sop, place: Place) -> None:
    """Raise UsageError where mkdocs.yml sets colours or a second logo; warn about a name that no page will show.

    Why: readers would see one look on the site and another one on paper, or a name in one language only. The theme
    passes over a palette that it cannot read: pages would have no dark mode, or no colours.
    """
    file = Path(config.config_file_path)
    if config.theme.get("logo") and sop.organisation.logo is not None:
        message = "sop.yml names a logo, too, which is on the printed sheets as well; delete this one"
        raise UsageError(f"{place_of_setting(file, 'theme')}: `theme.logo`: {message}")
    _refuse_unreadable_palette(config, place_of_setting(file, "theme"))
    for name, colour in _colours(config.theme.get("palette")):
        wanted = f'organisation: {{colours: {{{name}: "#......"}}}}'
        raise UsageError(
            f"{place_of_setting(file, 'theme')}: `theme.palette`: "
            "colours come from sop.yml, for the site and for paper; "
            f"delete `{name}`, and write there  {wanted}  instead of “{colour}”"
        )
    names = {_ANY_NAME, *sop.organisation.name.strings.values()}
    if place.config and place.variant is None and config.site_name not in names:
        logging.getLogger("mkdocs").warning(
            "%s: `site_name` is not shown: the name comes from sop.yml, in each language; write  site_name: %s",
            place_of_setting(file, "site_name"),
            _ANY_NAME,
        )


def _refuse_unreadable_palette(config: MkDocsConfig, at: str) -> None:
    """Raise UsageError for what the theme would pass over in its palette, which begins `at` this place."""
    palette = config.theme.get("palette") or []
    for scheme in palette if isinstance(palette, list) else [palette]:
        if not isinstance(scheme, dict):
            raise UsageError(
                f"{at}: `theme.palette`: “{scheme}” is no palette; "
                "write  palette: {scheme: slate}  or leave it out for both modes"
            )
        for name in scheme:
            if name not in _FIELDS:
                raise UsageError(f"{at}: `theme.palette`: there is no `{name}`; {nearest(str(name), _FIELDS)}")
        # The project's own style sheets may have schemes of their own.
        named = scheme.get("scheme", "default")
        if named not in _SCHEMES and not (config.extra_css or config.theme.custom_dir):
            raise UsageError(f"{at}: `theme.palette`: there is no scheme “{named}”; {nearest(str(named), _SCHEMES)}")


def _colours(palette: Any) -> Iterator[tuple[str, str]]:
    """The colours that a palette of the theme sets, one or several of them."""
    for scheme in palette if isinstance(palette, list) else [palette]:
        for name in ("primary", "accent") if isinstance(scheme, dict) else ():
            if scheme.get(name) and scheme[name] not in _PLACEHOLDERS:
                yield name, str(scheme[name])
