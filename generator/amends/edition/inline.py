"""Author's text -> runs: the limited Markdown and the placeholders, read once for both screen and paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from amends.model.markup import TOKEN, is_safe_link

Style = Literal["plain", "strong", "emphasis", "code", "slot"]


@dataclass(frozen=True)
class Run:
    """A piece of text in one style; `link` is an address, `entry` the full name of the entry that it names."""

    text: str
    style: Style = "plain"
    link: str | None = None
    entry: str | None = None


Fill = Callable[[str], Run]
"""Gives the run for the name of a placeholder or slot."""


def runs_of(string: str, placeholder: Fill, slot: Fill | None = None) -> tuple[Run, ...]:
    """The runs of one string. `[slots]` are read only if `slot` is given; otherwise brackets are plain text."""
    return tuple(run for run in _runs(string, "plain", placeholder, slot) if run.text)


def _runs(string: str, style: Style, placeholder: Fill, slot: Fill | None) -> Iterator[Run]:
    at = 0
    for match in TOKEN.finditer(string):
        if match["slot"] is not None and slot is None:
            continue
        yield Run(string[at : match.start()], style)
        yield from _token(match, style, placeholder, slot)
        at = match.end()
    yield Run(string[at:], style)


def _token(match: re.Match[str], style: Style, placeholder: Fill, slot: Fill | None) -> Iterator[Run]:
    if match["strong"] is not None:
        yield from _runs(match["strong"], "strong", placeholder, slot)
    elif match["emphasis"] is not None:
        yield from _runs(match["emphasis"], "emphasis", placeholder, slot)
    elif match["code"] is not None:
        yield Run(match["code"], "code")
    elif match["link"] is not None:
        link = match["link"] if is_safe_link(match["link"]) else None
        for run in _runs(match["label"], style, placeholder, None):
            yield replace(run, link=link, entry=None)
    elif match["slot"] is not None and slot is not None:
        yield slot(match["slot"])
    else:
        yield replace(placeholder(match["placeholder"]), style=style)
