"""Letters as plain text, to paste into an e-mail or a word processor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from amends.documents.letter_pages import text_path
from amends.documents.letter_sheet import LetterSheet
from amends.documents.sheets import Sheets
from amends.edition.edition import Phrase
from amends.edition.words import Words

_MARK = ">> "
"""Stands before a line that is no part of the letter."""


def letter_files(sheets: Sheets) -> Mapping[str, Callable[[], bytes]]:
    """What makes the file of each letter, by the file's path below the locale's site."""
    return {text_path(key): _maker(letter, sheets.edition.words) for key, letter in sheets.letters.items()}


def letter_text(letter: LetterSheet, words: Words) -> str:
    """The letter with its slots in brackets. A line with a mark before it says when the paragraph below is used.

    >> Delete the lines that begin with >>. Fill in what stands in [brackets].

    Dear [name of the customer]

    >> only P1/P2
    [doctor's name] will call you today.
    """
    blocks = [f"{_MARK}{words('letter.text-hint')}"] if letter.has_cases or letter.slots else []
    blocks += [_plain(phrase) for phrase in (letter.subject, letter.greeting) if phrase]
    for row in letter.paragraphs:
        blocks.append(f"{_MARK}{row.case}\n{_plain(row.text)}" if row.case else _plain(row.text))
    if letter.closing:
        blocks.append("\n".join(_plain(line) for _, line in letter.closing))
    return "\n\n".join(blocks) + "\n"


def _maker(letter: LetterSheet, words: Words) -> Callable[[], bytes]:
    # Windows' own editor takes a file without this mark for one in its old encoding.
    return lambda: letter_text(letter, words).encode("utf-8-sig")


def _plain(phrase: Phrase) -> str:
    return " ".join("".join(_words(phrase)).split())


def _words(phrase: Phrase) -> Iterator[str]:
    for run in phrase.runs:
        yield f"[{run.text}]" if run.style == "slot" else run.text
