"""An author's mistake as an error that stops MkDocs without a traceback."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from mkdocs.exceptions import PluginError

from amends.finding import Findings, UsageError
from amends.report import report


@contextlib.contextmanager
def as_plugin_error() -> Iterator[None]:
    """Turn Findings and UsageError into the error for which MkDocs shows no traceback."""
    try:
        yield
    except Findings as error:
        raise PluginError("amends:\n" + report(error.findings, "text", lambda *_: "")) from error
    except UsageError as error:
        raise PluginError(f"amends: {error}") from error
