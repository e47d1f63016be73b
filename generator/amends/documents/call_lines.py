"""Who to call, as paper says it: one line for each number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amends.documents.role_card import CallRow
from amends.edition.edition import Edition, Phrase
from amends.edition.inline import Run


@dataclass(frozen=True)
class CallLine:
    """What a number is for, who answers there, and the number; `how` is None where none is known."""

    when: Phrase
    who: str
    how: str | None


def call_lines(edition: Edition, calls: Iterable[CallRow]) -> list[CallLine]:
    """The calls in their order; those to the same number are one line, as many countries have one for all dangers."""
    by_number: dict[str, list[CallRow]] = {}
    for call in calls:
        by_number.setdefault(call.how or call.id, []).append(call)
    return [_line(edition, same) for same in by_number.values()]


def _line(edition: Edition, calls: Sequence[CallRow]) -> CallLine:
    between = Run(edition.words("chip-separator"))
    runs = [run for call in calls for run in (between, *call.when.runs)]
    names = dict.fromkeys(call.who.title.plain for call in calls if call.who)
    return CallLine(Phrase(tuple(runs[1:]), edition.locale), edition.words("list-separator").join(names), calls[0].how)
