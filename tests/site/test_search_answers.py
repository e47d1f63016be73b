"""What staff type leads to what they mean: the page that answers is among the first three."""

from __future__ import annotations

from pathlib import Path

import pytest

from finder import answers, missed, questions_of


@pytest.mark.parametrize(
    ("name", "most"),
    [("en", 2), ("zh", 2), ("en-desk", 3), ("zh-desk", 3)],
)
def test_the_page_that_answers_is_among_the_first_three(reference_site: Path, name: str, most: int) -> None:
    questions = questions_of(name)

    wrong = missed(reference_site / name[:2], questions)

    assert len(questions) in {30, 60}
    assert len(wrong) <= most, wrong


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ambulence", "contacts.html"),  # a wrong letter
        ("reciept", "policy.html"),  # two letters that have changed places
        ("refunds", "index.html"),  # another form
        ("e-mail", "letters/acknowledgement.html"),  # another spelling
        ("won't go", "scripts/closing-time.html"),  # other words for the same
        ("can I give 1,350", "decisions.html"),  # a sum that stands nowhere
    ],
)
def test_a_word_is_found_as_people_type_it(reference_site: Path, typed: str, meant: str) -> None:
    [pages] = answers(reference_site / "en", [typed], 5)

    assert meant in {address.partition("#")[0] for page in pages for address in page}
