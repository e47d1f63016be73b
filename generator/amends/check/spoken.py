"""The texts of an SOP that staff say aloud, and those that they write."""

from __future__ import annotations

from collections.abc import Iterator

from amends.model.sop import Sop
from amends.model.step import Step
from amends.model.text import Text
from amends.model.walk import FieldPath


def script_lines(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every line of every script, in the locales of the SOP; in the others only where it has none of these."""
    for script_id, script in sop.scripts.items():
        for line_id, line in script.lines.items():
            shown = line.text.in_locales(sop.locales)
            yield ("scripts", script_id, "lines", line_id, "text"), shown if shown.strings else line.text


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


def scripts_said_in(step: Step) -> frozenset[str]:
    """The ids of all scripts that a step uses: as a whole, in an action, in an answer, or instead of a don't."""
    in_actions = (script for action in step.actions.values() for script in action.say)
    answers = (answer for decision in step.decisions.values() for answer in decision.outcomes.values())
    in_answers = (script for answer in answers for script in answer.say)
    instead = (script for dont in step.avoid.values() for script in dont.say)
    return frozenset((*step.scripts, *in_actions, *in_answers, *instead))
