"""What an editor shows of the word under the mouse: the entry that it names, its layer, the text as readers get it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from amends.codes.code import Code
from amends.content.origin import shown
from amends.edition.edition import Edition
from amends.edition.own_words import words_of
from amends.editor.caret import Spot
from amends.editor.known import Known
from amends.finding import UsageError
from amends.model import shape
from amends.model.text import LOCALE, Text

_MOST_LINES = 24
_FENCE = "~~~~"
_SIGNS = re.compile(r"([\\`*_\[\]<>#~])")


def about(known: Known, spot: Spot, index: int) -> str:
    """Markdown: the meaning of a field, the entry that a word names, a text with its placeholders filled in."""
    parts = [*_of_field(spot), *_of_text(known, spot), *_of_entry(known, spot, index)]
    return "\n\n".join(parts)


def about_code(code: Code) -> str:
    """Markdown: what a finding means and why it matters, where it is underlined."""
    told = code.explanation
    return f"**{code.code} {code.name}**: {told.what}\n\n{told.why}"


def _of_field(spot: Spot) -> Iterator[str]:
    above = shape.place_at(spot.path[:-1]) if spot.is_key else None
    fields = above.model.model_fields if above is not None and above.model is not None else {}
    for name, info in fields.items():
        if spot.word == (info.alias or name) and info.description:
            yield f"`{spot.word}`: {info.description}"


def _of_entry(known: Known, spot: Spot, index: int) -> Iterator[str]:
    path = known.named(spot, index)
    if path is None:
        path = tuple(map(str, spot.path)) if spot.is_key and known.value(spot.path) is not None else None
    if path is None:
        return
    title, name = known.title(path), "/".join(path)
    layer, at = known.content.layer_of(path), known.content.location(path)
    file = _without_folders(known, at.file)
    head = f"**{_plain(title)}**  \n" if title else ""
    yield f"{head}`{name}` — {_plain(layer.name)}: {_plain(file)}:{at.line}"
    try:
        lines = _without_folders(known, shown(known.content, name)).splitlines()
    except UsageError:  # no part of it has that full name
        return
    more = ["…"] if len(lines) > _MOST_LINES else []
    yield "\n".join([f"{_FENCE}yaml", *lines[:_MOST_LINES], *more, _FENCE])


def _without_folders(known: Known, text: str) -> str:
    """The text with files as seen from the folders of their layers, which have names of their own."""
    for layer in known.content.layers:
        text = text.replace(f"{layer.content.folder}{os.sep}", "")
    return text


def _of_text(known: Known, spot: Spot) -> Iterator[str]:
    """The text as a handbook shows it; nothing if that is how it is written."""
    if spot.is_key or known.sop is None or "{{" not in spot.word:
        return
    locale = _locale_of(known, spot.path)
    if locale in known.sop.locales:
        edition = Edition(known.sop, locale, words_of(known.sop, locale))
        yield f"> {_plain(edition.plain(Text({locale: spot.word})))}"


def _locale_of(known: Known, path: Sequence[str | int]) -> str:
    last = str(path[-1]) if path else ""
    if LOCALE.fullmatch(last) and shape.is_text(path[:-1]):
        return last
    return str((known.content.header or {}).get("default_locale", "en"))


def _plain(text: str) -> str:
    """A text in which no sign has a meaning in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
