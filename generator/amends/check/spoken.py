"""The words of an SOP that staff say aloud, and those that they write."""

from __future__ import annotations

from collections.abc import Iterator

from amends.model.sop import Sop
from amends.model.text import Text
from amends.model.walk import FieldPath


def script_lines(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every line of every script."""
    for script_id, script in sop.scripts.items():
        for line_id, line in script.lines.items():
            yield ("scripts", script_id, "lines", line_id, "text"), line.text


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
