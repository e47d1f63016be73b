from __future__ import annotations

import pytest

from amends.check.explanation import Explanation, explanation_of

DOC = """A thing is wrong.

Why: it matters,
and not only a little.

Bad:
    steps:
      accept: wrong   # quite

Good:
    steps:
      accept: right
"""


def test_a_docstring_is_taken_apart_into_sentence_reason_and_examples() -> None:
    assert explanation_of(DOC) == Explanation(
        what="A thing is wrong.",
        why="it matters,\nand not only a little.",
        bad="steps:\n  accept: wrong   # quite\n",
        good="steps:\n  accept: right\n",
    )


@pytest.mark.parametrize("heading", ["Why", "Bad", "Good"])
def test_a_docstring_without_one_of_the_parts_is_refused(heading: str) -> None:
    with pytest.raises(ValueError, match="has Why, Bad, Good, in this order"):
        explanation_of(DOC.replace(f"{heading}:", "Also:"))
