"""The language in which the authors of an SOP are told what is wrong and what was done."""

from __future__ import annotations

from pathlib import Path

from amends.content.chain import header_of, layer_folders
from amends.finding import UsageError
from amends.telling.languages import ENGLISH, language


def locale_of_authors(folder: Path) -> str:
    """The locale that `check` in sop.yml names, in this layer or the nearest one below; English if none can be told.

    It is read before anything else, since it must be known when the rest cannot be read.
    """
    for layer in layer_folders(folder):
        wish = header_of(layer).get("check")
        if isinstance(wish, dict) and isinstance(wish.get("locale"), str):
            return told_in(wish["locale"])
    return ENGLISH


def told_in(locale: str) -> str:
    """This locale, or English if nothing can be told in it."""
    try:
        language(locale)
    except UsageError:  # `check` says so
        return ENGLISH
    return locale
