"""A template that MkDocs cannot fill: a finding at its line, or the settings that the theme cannot use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig

from amends.codes.hand_written import BROKEN_TEMPLATE
from amends.finding import Findings, Location, UsageError
from amends.site.clean_stop import as_plugin_error

_MEND = "mend this line, or delete the template: the theme's own one then takes its place"


def refuse_broken_template(error: Exception, config: MkDocsConfig) -> None:
    """Raise the error for which MkDocs shows no traceback, if `error` happened in a template."""
    places = list(_places_in_templates(error))
    folder = config.theme.custom_dir
    own = [at for at in places if folder and Path(at.file).is_relative_to(folder)]
    with as_plugin_error():
        if own:
            raise Findings([BROKEN_TEMPLATE.finding(f"this template fails: {_said(error)}", _MEND, own[-1])])
        if places:
            raise UsageError(
                f"{places[-1]}: the theme fails: {_said(error)}; "
                f"correct the values under `theme:` and `extra:` in {config.config_file_path}"
            )


def _places_in_templates(error: Exception) -> Iterator[Location]:
    """The lines of templates that led to an error, from the outermost to the innermost."""
    for frame, line in walk_tb(error.__traceback__):
        # Jinja writes the template's own file and line into the traceback, and this name into its globals.
        if "__jinja_exception__" in frame.f_globals:
            yield Location(frame.f_code.co_filename, line, 1)
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield Location(error.filename, error.lineno, 1)


def _said(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template “{error.name}”"
    return str(error.message if isinstance(error, TemplateSyntaxError) else error)
