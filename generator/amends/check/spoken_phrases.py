"""Phrases of a list in what customers hear or read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.check.phrases import PhraseList, sentences
from amends.check.rule import Subject
from amends.model.markup import marks_in
from amends.model.walk import FieldPath


def spoken_phrases(subject: Subject, name: str) -> Iterator[tuple[FieldPath, str, str]]:
    """Each phrase of a list that customers hear or read: the path of its string, the phrase, and its sentence."""
    phrases = PhraseList(subject.sop, name)

    def found_in(string: str, locale: str) -> list[tuple[str, str]]:
        return [(phrase, it) for it in sentences(string) for phrase in phrases.found_in(it, locale)]

    for path, found in phrases.texts_where(subject.said, found_in):
        yield from ((path, phrase, sentence) for phrase, sentence in found)


def told_once(found: Iterable[tuple[FieldPath, str] | tuple[FieldPath, str, str]]) -> Iterator[tuple[FieldPath, str]]:
    """Each string once, with all of its phrases: “we guarantee” / “never happen again”."""
    by_path: dict[FieldPath, dict[str, None]] = {}
    for path, phrase, *_ in found:
        by_path.setdefault(path, {})[phrase] = None
    return ((path, " / ".join(f"“{it}”" for it in phrases)) for path, phrases in by_path.items())


def without_time(subject: Subject, name: str) -> Iterator[tuple[FieldPath, str]]:
    """Each phrase of a list that customers hear or read in a sentence with no time in it: its path, and the phrase."""
    when = PhraseList(subject.sop, "says-when")
    for path, phrase, sentence in spoken_phrases(subject, name):
        if not has_time(sentence, str(path[-1]), when):
            yield path, phrase


def has_time(sentence: str, locale: str, says_when: PhraseList) -> bool:
    """Whether a sentence says by when: a figure, a slot, a placeholder, or a phrase of `says_when`."""
    has_figure = any(character.isdecimal() for character in sentence)
    has_slot = any(mark.kind in ("slot", "placeholder") for mark in marks_in(sentence))
    return has_figure or has_slot or bool(says_when.found_in(sentence, locale))
