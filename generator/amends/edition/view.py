"""All that one locale shows of an SOP, as one digest: the texts of other languages do not count."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from amends.edition.edition import Edition
from amends.model.base import Model
from amends.model.text import Text


def view_digest(edition: Edition) -> str:
    """The same digest means that the edition, and the one on which it stands, show the same."""
    below = edition.base
    views = [_seen(edition, edition.sop), _seen(below, below.sop) if below else None]
    return hashlib.sha256(json.dumps(views, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _seen(edition: Edition, value: Any) -> Any:
    if isinstance(value, Text):
        return edition.string_of(value)
    if isinstance(value, Model):
        return {name: _seen(edition, getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return [[key, _seen(edition, inner)] for key, inner in value.items()]
    if isinstance(value, list | tuple):
        return [_seen(edition, inner) for inner in value]
    return value if isinstance(value, str | int | None) else repr(value)
