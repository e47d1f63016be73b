from __future__ import annotations

import pytest

from amends.codes.explanation import Explanation, explanation_of

DOC = """A thing is wrong.

Why: it matters,
and not only a little.

Bad:
    steps:
      accept: wrong   # quite

Good:
    steps:
      accept: right

Way out: Do it right.
Then check again.
"""


def test_an_explanation_is_taken_apart_into_sentence_reason_examples_and_way_out() -> None:
    assert explanation_of(DOC) == Explanation(
        what="A thing is wrong.",
        why="it matters,\nand not only a little.",
        bad="steps:\n  accept: wrong   # quite\n",
        good="steps:\n  accept: right\n",
        way_out="Do it right.\nThen check again.",
    )


@pytest.mark.parametrize("heading", ["Why", "Bad", "Good", "Way out"])
def test_an_explanation_without_one_of_the_parts_is_refused(heading: str) -> None:
    with pytest.raises(ValueError, match="has Why, Bad, Good, Way out, in this order"):
        explanation_of(DOC.replace(f"{heading}:", "Also:"))
