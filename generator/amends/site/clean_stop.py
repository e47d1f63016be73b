"""An author's mistake as an error that stops MkDocs without a traceback."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from mkdocs.exceptions import PluginError

from amends.finding import Findings, UsageError
from amends.reporting.text import as_text


def usage_error_behind(error: BaseException | None) -> UsageError | None:
    """The UsageError that `as_plugin_error` has turned into this error, for a command that tells it by itself."""
    cause = error.__cause__ if isinstance(error, PluginError) else None
    return cause if isinstance(cause, UsageError) else None


def is_told_by_the_command(error: BaseException | None) -> bool:
    """Whether MkDocs need not report an error: a command names the disk that is full, not the page that was written."""
    return isinstance(error, OSError) or usage_error_behind(error) is not None


@contextlib.contextmanager
def as_plugin_error() -> Iterator[None]:
    """Turn Findings and UsageError into the error for which MkDocs shows no traceback."""
    try:
        yield
    except Findings as error:
        raise PluginError("amends:\n" + as_text(error.findings, lambda *_: "")) from error
    except UsageError as error:
        raise PluginError(f"amends: {error}") from error
