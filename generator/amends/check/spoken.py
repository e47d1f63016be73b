"""The words of an SOP that staff say aloud, and those that they write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.check.phrases import PhraseList, sentences
from amends.model.markup import marks_in
from amends.model.sop import Sop
from amends.model.step import Step
from amends.model.text import Text
from amends.model.walk import FieldPath


def script_lines(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every line of every script, in the locales of the SOP; in the others only where it has none of these."""
    for script_id, script in sop.scripts.items():
        for line_id, line in script.lines.items():
            shown = {locale: string for locale, string in line.text.strings.items() if locale in sop.locales}
            yield ("scripts", script_id, "lines", line_id, "text"), Text(shown) if shown else line.text


def spoken_words(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every line of every script, and the `words` of actions, wording and customer types."""
    yield from script_lines(sop)
    for step_id, step in sop.steps.items():
        for action_id, action in step.actions.items():
            if action.words is not None:
                yield ("steps", step_id, "actions", action_id, "words"), action.words
    for wording_id, wording in sop.wording.items():
        if wording.words is not None:
            yield ("wording", wording_id, "words"), wording.words
    for type_id, customer_type in sop.customer_types.items():
        for point_id, point in customer_type.words.items():
            yield ("customer_types", type_id, "words", point_id, "text"), point.text


def letter_texts(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every text that stands in a letter."""
    for letter_id, letter in sop.letters.items():
        yield from ((("letters", letter_id, *below), text) for below, text in letter.texts().items())


def written_words(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every text of every letter."""
    for letter_id, letter in sop.letters.items():
        yield from ((("letters", letter_id, *path), text) for path, text in letter.texts().items())


def scripts_said_in(step: Step) -> frozenset[str]:
    """The ids of all scripts that a step uses: as a whole, in an action, in an answer, or instead of a don't."""
    in_actions = (script for action in step.actions.values() for script in action.say)
    answers = (answer for decision in step.decisions.values() for answer in decision.outcomes.values())
    in_answers = (script for answer in answers for script in answer.say)
    instead = (script for dont in step.avoid.values() for script in dont.say)
    return frozenset((*step.scripts, *in_actions, *in_answers, *instead))


def spoken_phrases(sop: Sop, name: str) -> Iterator[tuple[FieldPath, str, str]]:
    """Each phrase of a list that customers hear or read: the path of its string, the phrase, and its sentence."""
    phrases = PhraseList(sop, name)
    for path, text in (*spoken_words(sop), *written_words(sop)):
        for locale, string in text.strings.items():
            for sentence in sentences(string):
                yield from (((*path, locale), phrase, sentence) for phrase in phrases.found_in(sentence, locale))


def told_once(found: Iterable[tuple[FieldPath, str] | tuple[FieldPath, str, str]]) -> Iterator[tuple[FieldPath, str]]:
    """Each string once, with all of its phrases: “we guarantee” / “never happen again”."""
    by_path: dict[FieldPath, dict[str, None]] = {}
    for path, phrase, *_ in found:
        by_path.setdefault(path, {})[phrase] = None
    return ((path, " / ".join(f"“{it}”" for it in phrases)) for path, phrases in by_path.items())


def without_time(sop: Sop, name: str) -> Iterator[tuple[FieldPath, str]]:
    """Each phrase of a list that customers hear or read in a sentence with no time in it: its path, and the phrase."""
    when = PhraseList(sop, "says-when")
    for path, phrase, sentence in spoken_phrases(sop, name):
        if not has_time(sentence, str(path[-1]), when):
            yield path, phrase


def has_time(sentence: str, locale: str, says_when: PhraseList) -> bool:
    """Whether a sentence says by when: a figure, a slot, a placeholder, or a phrase of `says_when`."""
    has_figure = any(character.isdecimal() for character in sentence)
    has_slot = any(mark.kind in ("slot", "placeholder") for mark in marks_in(sentence))
    return has_figure or has_slot or bool(says_when.found_in(sentence, locale))
