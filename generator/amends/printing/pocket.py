"""Decks of cards for the pocket: scripts, difficult behaviour, pause points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from amends.documents.pocket_card import CardList, PocketCard, behaviour_cards, pause_cards, script_cards
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.address import address_of
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet, page_address
from amends.printing.plain_data import all_runs_data, donts_data, pause_data, runs_data, script_data

_DECKS: Mapping[str, Callable[[Sheets], Iterator[PocketCard]]] = {
    "scripts": script_cards,
    "behaviour": behaviour_cards,
    "pause-points": pause_cards,
}


def _marks(sheets: Sheets) -> Fingerprints:
    edition = sheets.edition
    return {card.entry: fingerprint(_data(edition, card)) for deck in _DECKS.values() for card in deck(sheets)}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition = sheets.edition
    for name, deck in _DECKS.items():
        cards = tuple(_sheet(edition, card, marks) for card in deck(sheets))
        if cards:
            yield PrintJob(POCKET, f"print/pocket/{name}.pdf", edition.words(f"page.pocket-{name}"), cards)


def _sheet(edition: Edition, card: PocketCard, marks: Fingerprints) -> Sheet:
    name = card.code or card.entry.rpartition("/")[2].upper()
    number = f"{edition.sop.document.number}-{name}"
    return Sheet(card, number, marks[card.entry], page_address(edition, address_of(card.entry).page))


def _data(edition: Edition, card: PocketCard, paper: Paper = "a4") -> Data:  # noqa: ARG001 - the same on any
    return {
        "id": card.entry,
        "title": card.title,
        "holders": "",
        "department": card.kind,
        "colour": "slate",
        "summary": runs_data(card.summary),
        "before": [_list(it) for it in card.before],
        "never": donts_data(card.never),
        "pauses": [pause_data(pause) for pause in card.pauses],
        "say": [script_data(script) for script in card.scripts],
        "after": [_list(it) for it in card.after],
        **dict.fromkeys(("steps", "filled", "duties", "limits", "may", "calls"), ()),
    }


def _list(it: CardList) -> Data:
    return {"title": it.title, "points": all_runs_data(it.points), "forbidden": it.is_forbidden}


POCKET = PrintedKind("pocket", "cards.typ", (), _marks, _jobs, _data, is_fitted=True, has_frame=True, shape="faces")
