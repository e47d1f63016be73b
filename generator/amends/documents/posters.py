"""What hangs on the wall: the first five minutes, how serious it is, who may give how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from amends.documents.authority_words import authority_table, reach_of
from amends.documents.call_lines import CallLine, call_lines
from amends.documents.point_rows import DontRow
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import ScriptBox
from amends.edition.edition import Edition, Phrase
from amends.model.flow import case_steps
from amends.model.tables import Authority

_SCRIPTS = 2
"""So many scripts of a step stand on the poster for the counter, since it is read from some way off."""


@dataclass(frozen=True)
class PosterBlock:
    """One part of a poster: a badge (perhaps empty) and a title, what to know or do, and beside it the words to say.

    `aside` is a figure at the end of the line of the title. `grade` is the rank of a severity, of so many.
    """

    badge: str
    title: str
    colour: str
    lead: Phrase | None = None
    points: tuple[Phrase, ...] = ()
    scripts: tuple[ScriptBox, ...] = ()
    aside: str | None = None
    foot: str | None = None
    grade: tuple[int, int] | None = None


@dataclass(frozen=True)
class Poster:
    """A poster; a large one has twice the size of the paper. `page` is where the same stands in the handbook."""

    id: str
    title: str
    page: str
    hint: str | None
    blocks: tuple[PosterBlock, ...]
    never: tuple[DontRow, ...] = ()
    calls: tuple[CallLine, ...] = ()
    is_large: bool = False


def posters(sheets: Sheets) -> Iterator[Poster]:
    """The posters for which the SOP has something to say."""
    first = _first_minutes(sheets)
    if first.blocks:
        yield first
    if sheets.edition.sop.severities:
        yield _severity(sheets.edition)
    if sheets.edition.sop.authority:
        yield _authority(sheets.edition)


def _first_minutes(sheets: Sheets) -> Poster:
    """The talk with the customer, from the first word on: what is done in every case, and the first words for it."""
    edition = sheets.edition
    steps = edition.sop.steps
    talk = list(takewhile(lambda step: steps[step].conversation, case_steps(edition.sop)))
    speaker = steps[edition.sop.start].responsible
    card = sheets.cards[speaker] if speaker else None
    title = edition.words("page.first-minutes")
    blocks = tuple(_talk(sheets, step) for step in talk)
    never, calls = (card.never, tuple(call_lines(edition, card.calls))) if card else ((), ())
    return Poster("first-minutes", title, "process", None, blocks, never, calls, is_large=True)


def _talk(sheets: Sheets, step_id: str) -> PosterBlock:
    sheet = sheets.steps[step_id]
    always = [action for action in sheet.actions if action.when is None]
    said = list(dict.fromkeys(script.id for action in always for script in action.say))
    return PosterBlock(
        badge=str(sheet.number),
        title=sheet.title.plain,
        colour=sheet.colour,
        points=tuple(action.text for action in always),
        scripts=tuple(sheets.scripts[script] for script in said[:_SCRIPTS]),
    )


def _severity(edition: Edition) -> Poster:
    blocks = []
    severities = edition.sop.severities.values()
    for rank, severity in enumerate(severities, start=1):
        short, title = edition.plain(severity.short), edition.plain(severity.title)
        names = edition.words("list-separator").join(edition.title(f"roles/{role}") for role in severity.inform)
        blocks.append(
            PosterBlock(
                badge="" if title.startswith(short) else short,
                title=title,
                colour="slate",
                lead=edition.phrase(severity.summary) if severity.summary else None,
                points=tuple(edition.phrase(trigger.text) for trigger in severity.triggers.values()),
                foot=edition.words("inform", roles=names) if names else None,
                grade=(rank, len(severities)),
            )
        )
    title, hint = edition.words("decisions.severities"), edition.words("decisions.severities-hint")
    return Poster("severity", title, "decisions", hint, tuple(blocks))


def _authority(edition: Edition) -> Poster:
    table = authority_table(edition)
    blocks = tuple(_level(edition, level) for level in edition.sop.authority.values())
    return Poster("authority", table.title, "decisions", table.hint, blocks)


def _level(edition: Edition, level: Authority) -> PosterBlock:
    roles = edition.words("list-separator").join(edition.title(f"roles/{role}") for role in level.roles)
    only = edition.severities(level.severities)
    aside = "" if level.may else reach_of(edition, level).plain
    return PosterBlock(
        badge=level.code,
        title=roles,
        aside=aside + (edition.words("authority.severities", severities=only) if only else ""),
        colour="slate",
        lead=edition.phrase(level.how) if level.how else None,
        points=(edition.phrase(level.may),) if level.may else (),
    )
