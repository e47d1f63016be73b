"""Templates with marked elements, which cannot be confused with an author's elements on a finished page."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment
from markupsafe import Markup

from amends.model.acting import ACTING

_MARKED = ACTING | {"link"}  # one that loads a style sheet is judged by whether a template names the file
_OPEN = r"(?:<|\\u003c)"  # Material writes elements of strings so: "\u003cstyle\u003e"
_MARKED_TAG = re.compile(rf"{_OPEN}(?:{'|'.join(sorted(_MARKED))})(?=[\s/>]|\\u003e)", re.IGNORECASE)
# In these parts of a template, `{{ }}` would not be replaced.
_CODE = re.compile(rf"\{{%-?\+?\s*raw\b|\{{[{{%](?:(?![}}%]\}}).)*{_OPEN}\w", re.DOTALL)
_NAME = "amends_mark"


class MarkedTemplates(BaseLoader):
    """The templates of another loader, with a mark in every element that acts: `<script MARK>`.

    Why: on a rendered page, a script of the theme and one that an author smuggled in look alike. Their places prove
    nothing, since smuggled text may close any open element. A mark that no author can guess proves which one is ours.
    The mark is taken away before a page is written.
    """

    def __init__(self, loader: BaseLoader, mark: str) -> None:
        self._loader = loader
        self._mark = mark

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of a template, marked."""
        source, file, is_current = self._loader.get_source(environment, template)
        # A template with the name of the mark is the same in every build, and need be compiled only once.
        mark = self._mark if _CODE.search(source) else f"{{{{ {_NAME} }}}}"
        return _MARKED_TAG.sub(lambda tag: f"{tag[0]} {mark}", source), file, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()


def mark_elements(environment: Environment, mark: str) -> None:
    """Mark the elements of all templates that this environment will load."""
    if environment.loader is not None:
        environment.loader = MarkedTemplates(environment.loader, mark)
        environment.globals[_NAME] = Markup(mark)  # noqa: S704 - made by us
