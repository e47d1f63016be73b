"""The record of translations, renewed: what fits today, what an author has looked at, and nothing that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amends.content.translation_record import UNKNOWN_SOURCE, Direction, Pair, Record, pair_of
from amends.finding import UsageError
from amends.nearest import nearest
from amends.translating.units import Texts, Unit


def renewed(record: Record, languages: Sequence[Texts], accepted: Sequence[str] = ()) -> Record:
    """The record with a pair for each translation that is not older than its source, or whose id is among `accepted`.

    An id stands for all texts below it. Raises UsageError if it stands for none. Texts that are gone, go.
    """
    known = {unit.id for texts in languages for unit in texts.units}
    for name in accepted:
        if not any(_is_at(it, name) for it in known):
            raise UsageError(f"there is no text “{name}”; {nearest(name, known, 'texts')}")
    found: dict[Direction, frozenset[Pair]] = {}
    for texts in languages:
        for unit in texts.units:
            direction = Direction(unit.id, texts.of, texts.into)
            if pairs := _pairs(record, direction, unit, is_accepted=any(_is_at(unit.id, it) for it in accepted)):
                found[direction] = pairs
    others = {(texts.of, texts.into) for texts in languages}
    kept = {key: pairs for key, pairs in record.pairs.items() if (key.of, key.into) not in others}
    return Record(kept | found)


def with_pairs(record: Record, pairs: Iterable[tuple[Direction, Pair]]) -> Record:
    """The record in which these texts have these pairs and no others."""
    return Record({**record.pairs, **{direction: frozenset([pair]) for direction, pair in pairs}})


def unfinished(target: str) -> Pair:
    """The pair of a translation that its translator has not finished: it counts as older, whatever its source."""
    return Pair(UNKNOWN_SOURCE, pair_of("", target).target)


def _pairs(record: Record, direction: Direction, unit: Unit, *, is_accepted: bool) -> frozenset[Pair]:
    if not unit.target:
        return frozenset()
    if unit.state == "older" and not is_accepted:
        return record.pairs.get(direction, frozenset())
    return frozenset([pair_of(unit.source, unit.target)])


def _is_at(name: str, above: str) -> bool:
    return name == above or name.startswith(f"{above}/")
