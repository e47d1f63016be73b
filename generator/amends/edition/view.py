"""All that one locale shows of an SOP, as one digest: the texts of other languages do not count."""

from __future__ import annotations

import hashlib
import json
from functools import partial
from typing import Any

from amends.edition.edition import Edition
from amends.model.base import Model
from amends.model.text import Text


def view_digest(edition: Edition) -> str:
    """The same digest means that the edition, and the one on which it stands, show the same."""
    views = map(_view, (edition, edition.base) if edition.base else (edition,))
    return hashlib.sha256("\n".join(views).encode("utf-8", "surrogatepass")).hexdigest()


def _view(edition: Edition) -> str:
    return json.dumps(edition.sop, default=partial(_seen, edition), ensure_ascii=False)


def _seen(edition: Edition, value: Any) -> Any:
    """What stands for a value that is no plain data."""
    if isinstance(value, Text):
        return edition.string_of(value)
    if isinstance(value, Model):
        return vars(value)
    return repr(value)
