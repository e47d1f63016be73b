"""Cards for the pocket beside those of the roles: a script, a kind of behaviour, a pause point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.documents.pause_points import PauseSheet, pause_sheets
from amends.documents.point_rows import DontRow, dont_rows
from amends.documents.script_places import replaced_wording
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import ScriptBox
from amends.edition.edition import Edition, Phrase
from amends.edition.inline import Run
from amends.model.text import Points
from amends.model.words import CustomerType


@dataclass(frozen=True)
class CardList:
    """A list under a heading; what is `forbidden` is marked as such."""

    title: str
    points: tuple[Phrase, ...]
    is_forbidden: bool = False


@dataclass(frozen=True)
class PocketCard:
    """One card; `entry` is the full name of what it shows, `kind` the word for it, `code` a label of it, perhaps empty.

    The lists `before` stand before what to say, and those `after` below it.
    """

    entry: str
    kind: str
    code: str
    title: str
    summary: Phrase | None = None
    before: tuple[CardList, ...] = ()
    never: tuple[DontRow, ...] = ()
    pauses: tuple[PauseSheet, ...] = ()
    scripts: tuple[ScriptBox, ...] = ()
    after: tuple[CardList, ...] = ()


def script_cards(sheets: Sheets) -> Iterator[PocketCard]:
    """A card for each script, with what must not be said in its place."""
    edition = sheets.edition
    for key, box in sheets.scripts.items():
        wording = edition.sop.wording
        never = [phrase for it in replaced_wording(edition, key) for phrase in _phrases(edition, wording[it].never)]
        after = _list(edition.words("script.never"), never, is_forbidden=True)
        kind = edition.words("kind.scripts")
        yield PocketCard(f"scripts/{key}", kind, box.code, box.title, box.use, scripts=(box,), after=after)


def behaviour_cards(sheets: Sheets) -> Iterator[PocketCard]:
    """A card for each kind of difficult behaviour."""
    edition = sheets.edition
    for key, behaviour in edition.sop.customer_types.items():
        words = edition.words
        before = (
            *_list(words("customer-type.recognise"), _phrases(edition, behaviour.recognise)),
            *_list(words("customer-type.do"), _phrases(edition, behaviour.do)),
            *_list(words("words.here"), _phrases(edition, behaviour.words)),
        )
        yield PocketCard(
            entry=f"customer_types/{key}",
            kind=words("page.customer-types"),
            code="",
            title=edition.plain(behaviour.title),
            before=before,
            never=dont_rows(edition, behaviour.avoid),
            scripts=tuple(sheets.scripts[script] for script in behaviour.say),
            after=_list(words("customer-type.escalate"), _escalation(edition, behaviour)),
        )


def pause_cards(sheets: Sheets) -> Iterator[PocketCard]:
    """A card for each pause point."""
    edition = sheets.edition
    for key, pause in pause_sheets(edition).items():
        kind = edition.words("kind.pause_points")
        yield PocketCard(f"pause_points/{key}", kind, "", pause.title.plain, pause.summary, pauses=(pause,))


def _phrases(edition: Edition, points: Points) -> list[Phrase]:
    return [edition.phrase(point.text) for point in points.values()]


def _list(title: str, points: list[Phrase], *, is_forbidden: bool = False) -> tuple[CardList, ...]:
    """The list, or nothing if it has no points."""
    return (CardList(title, tuple(points), is_forbidden),) if points else ()


def _escalation(edition: Edition, behaviour: CustomerType) -> list[Phrase]:
    told = [edition.phrase(behaviour.escalate)] if behaviour.escalate else []
    if behaviour.escalate_to:
        text = edition.words("hand-to", role=edition.title(f"roles/{behaviour.escalate_to}"))
        told.append(Phrase((Run(text),), edition.locale))
    return told
