"""Templates whose elements can be told from those of an author, wherever the text of either ends up."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment

# What runs, embeds, sends, or changes how the rest of a page is read.
ACTING = frozenset(
    {"script", "style", "iframe", "frame", "object", "embed", "applet", "base", "form", "meta", "noscript", "portal"}
)
_ACTING_TAG = re.compile(rf"<(?:{'|'.join(sorted(ACTING))})(?=[\s/>])", re.IGNORECASE)


class MarkedTemplates(BaseLoader):
    """The templates of another loader, with a mark in every element that acts: `<script MARK>`.

    Why: once a page is rendered, a script of the theme and one that an author smuggled in look alike, and the place
    where it stands proves nothing, since smuggled text may close whatever is open. A mark that no author can guess
    does. It is taken away before a page is written.
    """

    def __init__(self, loader: BaseLoader, mark: str) -> None:
        self._loader = loader
        self._mark = mark

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of a template, marked."""
        source, file, is_current = self._loader.get_source(environment, template)
        return _ACTING_TAG.sub(rf"\g<0> {self._mark}", source), file, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()
