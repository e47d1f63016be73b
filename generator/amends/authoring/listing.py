"""What an SOP holds: its collections, or the entries of one, each with its title and the layer from which it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from amends.content.layers import Resolved
from amends.finding import UsageError
from amends.model.placeholder import vocabulary_forms
from amends.model.validate import validated
from amends.nearest import nearest
from amends.text_width import columns, padded

_NAMES = ("title", "name", "term", "case", "about", "when", "code", "grounds", "never")
"""The fields by which people know an entry, the best first."""
_LONGEST = 60


def listed(content: Resolved, collection: str | None) -> str:
    """The collections with the number of their entries, or the entries of one; raises UsageError for another name.

    steps/accept    Accept the complaint    reference
    steps/lounge    Lead to the lounge      pinewood-hotel
    """
    if collection is None:
        rows = [(name, str(len(entries))) for name, entries in content.collections.items() if entries]
        return _table(rows)
    name = collection.removesuffix("/").replace("-", "_")
    if name not in content.collections:
        raise UsageError(f"there is no collection “{collection}”; {nearest(name, content.collections, few=99)}")
    locale = str((content.header or {}).get("default_locale", "en"))
    words = _words(content, locale)
    entries = content.collections[name].items()
    titles = {
        key: _MARK.sub(lambda mark: words.get(mark[1].strip(), mark[0]), title_of(it, locale)) for key, it in entries
    }
    return _table([(f"{name}/{key}", title, content.layer_of((name, key)).name) for key, title in titles.items()])


_MARK = re.compile(r"\{\{([^{}]*)\}\}")


def _words(content: Resolved, locale: str) -> dict[str, str]:
    """What stands for each placeholder that a title may have; nothing where the head of the SOP is broken."""
    sop = validated(content.header, {}, content.location).sop
    if sop is None:
        return {}
    variables = {name: text.strings[locale] for name, text in sop.variables.items() if locale in text.strings}
    return variables | vocabulary_forms(sop, locale)


def title_of(entry: Any, locale: str) -> str:
    """What people call an entry of plain data, in the locale or in any other; empty if it has no such text."""
    fields = entry if isinstance(entry, dict) else {}
    named = (_first(fields[field], locale) for field in _NAMES if field in fields)
    line = " ".join(next(filter(None, named), "").split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _first(value: Any, locale: str) -> str:
    """The string in the locale, or else the first one, however deep: a list of points has texts in it."""
    while isinstance(value, dict) and value:
        value = value.get(locale) or next(iter(value.values()))
    return value if isinstance(value, str) else ""


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(padded, row, widths)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
