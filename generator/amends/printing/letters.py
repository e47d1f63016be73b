"""Letters on the organisation's letterhead: one PDF for each, and a pack of all."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.letter_sheet import LetterSheet
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Selector, Sheet, page_address
from amends.printing.plain_data import all_runs_data, runs_data

_LETTER = Selector("letter", "letter", "letters", "Only this letter; repeatable.")


def _marks(sheets: Sheets) -> Fingerprints:
    return {f"letters/{key}": fingerprint(_shown(sheets.edition, letter)) for key, letter in sheets.letters.items()}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    words = sheets.edition.words
    printed = {key: _sheet(sheets.edition, letter, marks) for key, letter in sheets.letters.items()}
    if printed:
        yield PrintJob(LETTERS, "print/letters.pdf", words("page.letters"), tuple(printed.values()))
    for key, sheet in printed.items():
        title = words("page.letter", title=sheets.letters[key].title)
        yield PrintJob(LETTERS, f"print/letters/{key}.pdf", title, (sheet,), (_LETTER.option, key))


def _sheet(edition: Edition, letter: LetterSheet, marks: Fingerprints) -> Sheet:
    name = f"letters/{letter.id}"
    number = f"{edition.sop.document.number}-{letter.code or letter.id.upper()}"
    return Sheet(letter, number, marks[name], page_address(edition, name))


def _data(edition: Edition, letter: LetterSheet, paper: Paper) -> Data:  # noqa: ARG001 - the same on any
    return {"id": letter.id, **_shown(edition, letter)}


def _shown(edition: Edition, letter: LetterSheet) -> Data:
    return {
        "code": letter.code or None,
        "kind": edition.words("kind.letters"),
        "title": letter.title,
        "hint": edition.words("letter.paper-hint"),
        "recipient": None if letter.kind == "public-reply" else edition.words("letter.recipient"),
        "use": runs_data(letter.use),
        "when": letter.when,
        "facts": [{"name": edition.words("letter.by"), "value": letter.by.title.plain}] if letter.by else [],
        "subject": runs_data(letter.subject),
        "greeting": runs_data(letter.greeting),
        "paragraphs": [{"text": runs_data(row.text), "case": row.case} for row in letter.paragraphs],
        "closing": all_runs_data(line for _, line in letter.closing),
    }


LETTERS = PrintedKind("letters", "letter.typ", (_LETTER,), _marks, _jobs, _data, is_fitted=True)
