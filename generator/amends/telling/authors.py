"""The language in which the authors of an SOP are told what is wrong and what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from amends.content.chain import header_of, layer_folders
from amends.finding import UsageError
from amends.telling.languages import ENGLISH, language

_ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says in which language to speak to its user; the first that says anything counts."""


def locale_of_authors(folder: Path, otherwise: str = ENGLISH) -> str:
    """The locale that `check` in sop.yml names, in this layer or the nearest one below; `otherwise` if there is none.

    It is read before anything else, since it must be known when the rest cannot be read.
    """
    for layer in layer_folders(folder):
        wish = header_of(layer).get("check")
        if isinstance(wish, dict) and isinstance(wish.get("locale"), str):
            return told_in(wish["locale"])
    return otherwise


def locale_of_user(environment: Mapping[str, str]) -> str:
    """The language of whoever sits at this system, such as `zh`; English if nothing can be told in it."""
    named = next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    return told_in(re.split("[-_.@]", named)[0])


def told_in(locale: str) -> str:
    """This locale, or English if nothing can be told in it."""
    try:
        language(locale)
    except UsageError:  # `check` says so
        return ENGLISH
    return locale
