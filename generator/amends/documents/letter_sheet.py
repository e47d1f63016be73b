"""One letter for the people who write it: paragraph by paragraph, with the cases in which each is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.documents.step_sheet import answers_in_words, in_words
from amends.edition.edition import Edition, Named, Phrase
from amends.model.base import Citable
from amends.model.letters import Letter, Paragraph
from amends.model.text import Text


@dataclass(frozen=True)
class ParagraphRow:
    """One paragraph; `case` says in words when it is used, and is None if it always is."""

    id: str
    text: Phrase
    case: str | None
    cited: Citable


@dataclass(frozen=True)
class LetterSheet:
    """A letter, ready to be set: every text in the reader's language, every slot in words."""

    id: str
    code: str
    title: str
    kind: str
    use: Phrase | None
    when: str | None
    by: Named | None
    subject: Phrase | None
    greeting: Phrase | None
    paragraphs: tuple[ParagraphRow, ...]
    closing: tuple[tuple[str, Phrase], ...]
    slots: tuple[Phrase, ...]
    cited: Citable

    @property
    def has_cases(self) -> bool:
        """Whether some paragraph is used only in some cases."""
        return any(row.case for row in self.paragraphs)


def letter_sheet(edition: Edition, letter_id: str) -> LetterSheet:
    """The sheet of one letter."""
    letter = edition.sop.letters[letter_id]
    return LetterSheet(
        id=letter_id,
        code=letter.code or "",
        title=edition.plain(letter.title),
        kind=letter.kind,
        use=edition.phrase(letter.use) if letter.use else None,
        when=in_words(edition, letter.when),
        by=edition.named(f"roles/{letter.by}") if letter.by else None,
        subject=_filled(edition, letter, letter.subject),
        greeting=_filled(edition, letter, letter.greeting),
        paragraphs=tuple(_row(edition, letter, key, it) for key, it in letter.paragraphs.items()),
        closing=tuple((key, edition.phrase(line.text, letter.slots)) for key, line in letter.closing.items()),
        slots=tuple(edition.phrase(text) for text in letter.slots.values()),
        cited=letter,
    )


def _filled(edition: Edition, letter: Letter, text: Text | None) -> Phrase | None:
    return edition.phrase(text, letter.slots) if text else None


def _row(edition: Edition, letter: Letter, key: str, paragraph: Paragraph) -> ParagraphRow:
    case = edition.words("list-separator").join(_cases(edition, paragraph)) or None
    return ParagraphRow(key, edition.phrase(paragraph.text, letter.slots), case, paragraph)


def _cases(edition: Edition, paragraph: Paragraph) -> Iterator[str]:
    """In which cases a paragraph is used: “if “Does it hold?” is answered “Partly””, “if money is paid”."""
    yield from edition.scope(paragraph.when)
    if paragraph.when and paragraph.when.outcome:
        asked = ((name.rpartition("/outcomes/")[0], name) for name in paragraph.when.outcome)
        yield answers_in_words(
            edition, ((edition.title(question), edition.title(answer)) for question, answer in asked)
        )
    if paragraph.use:
        yield edition.plain(paragraph.use)
