"""How far each level of authority reaches, in words: a sum, “without limit”, or what it may do."""

from __future__ import annotations

from dataclasses import dataclass

from amends.edition.edition import Edition, Phrase
from amends.edition.inline import Run
from amends.model.tables import Authority


@dataclass(frozen=True)
class AuthorityTable:
    """The words over the levels, which speak of sums only if all levels do; and how far each level reaches, by id."""

    title: str
    hint: str
    column: str
    reach: dict[str, Phrase]


def authority_table(edition: Edition) -> AuthorityTable:
    """The levels of authority in the reader's language."""
    levels, words = edition.sop.authority, edition.words
    has_powers = any(level.may for level in levels.values())
    kind, column = ("powers", "reach") if has_powers else ("authority", "limit")
    return AuthorityTable(
        words(f"decisions.{kind}"),
        words(f"decisions.{kind}-hint"),
        words(f"table.{column}"),
        {key: reach_of(edition, level) for key, level in levels.items()},
    )


def reach_of(edition: Edition, level: Authority) -> Phrase:
    """The highest sum of a level, or what it may do."""
    if level.may is not None:
        return edition.phrase(level.may)
    text = edition.words("duration.unlimited") if level.limit is None else edition.money(level.limit)
    return Phrase((Run(text),), edition.words.locale)
