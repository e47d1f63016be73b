"""How much each level of authority may give, for whom who asks only this: the sum, and who decides the other cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from re import escape, search

from amends.edition.edition import Edition, Named, Phrase
from amends.model.tables import Authority


@dataclass(frozen=True)
class LevelRow:
    """One level: who decides, up to which sum, and for which severities `only`, if not for all.

    `others` says who decides the graver cases that this level may not.
    """

    id: str
    code: str
    roles: tuple[Named, ...]
    sum: str
    only: tuple[str, ...]
    others: str
    how: Phrase | None


def level_rows(edition: Edition) -> tuple[LevelRow, ...]:
    """Every level of sums, in the order of the SOP; what else a level may do is no answer to “how much”."""
    levels = edition.sop.authority.items()
    return tuple(_row(edition, key, level) for key, level in levels if level.may is None)


def levels_named_in(edition: Edition, texts: Iterable[str]) -> tuple[LevelRow, ...]:
    """The levels whose codes stand in `texts`: whoever reads “above L1” needs the sum beside it."""
    text = "\n".join(texts)
    # A code of one letter is a word of many languages. No \b: in Chinese no space stands before a code, and a Chinese
    # character counts as a part of a word.
    return tuple(
        row
        for row in level_rows(edition)
        if len(row.code) > 1 and search(rf"(?<![0-9A-Za-z]){escape(row.code)}(?![0-9A-Za-z])", text)
    )


def _row(edition: Edition, key: str, level: Authority) -> LevelRow:
    return LevelRow(
        id=key,
        code=level.code,
        roles=edition.all_named("roles", level.roles),
        sum=edition.money(level.limit) if level.limit else edition.words("duration.unlimited"),
        only=level.severities if edition.severities(level.severities) else (),
        others=_others(edition, key, level),
        how=edition.phrase(level.how) if level.how else None,
    )


def _others(edition: Edition, key: str, level: Authority) -> str:
    """Who decides the severities that this level may not, if the gravest of all is among them."""
    severities = list(edition.sop.severities)
    missing = [severity for severity in severities if level.severities and severity not in level.severities]
    if not missing or missing[0] != severities[0]:
        return ""
    levels = edition.sop.authority
    above = list(levels)[list(levels).index(key) + 1 :]
    deciding = next((levels[it] for it in above if not {*missing} - {*(levels[it].severities or severities)}), None)
    if deciding is None:
        return ""
    roles = edition.words("list-separator").join(edition.title(f"roles/{role}") for role in deciding.roles)
    return edition.words("asked.others", severities=edition.severities(missing), roles=roles)
