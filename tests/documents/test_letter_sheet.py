"""A letter says of each paragraph, in the reader's words, in which case it is used."""

from __future__ import annotations

import pytest

from amends.documents.letter_sheet import LetterSheet, letter_sheet
from hotel import Hotel


@pytest.fixture
def hotel(hotel: Hotel) -> Hotel:
    return hotel.with_letters()


def cases(letter: LetterSheet) -> dict[str, str | None]:
    return {row.id: row.case for row in letter.paragraphs}


@pytest.mark.parametrize(
    ("locale", "praise", "call"),
    [
        ("en", "if “Is it a complaint?” is answered “No, praise”", "only HI, if the telephone works"),
        ("zh", "“是投诉吗？”的答案是“不是，是表扬”时", "仅限高、电话畅通时"),
    ],
)
def test_a_paragraph_names_its_case(hotel: Hotel, locale: str, praise: str, call: str) -> None:
    letter = letter_sheet(hotel.edition(locale), "thanks")

    assert cases(letter) == {"thanks": None, "praise": praise, "call": call}
    assert letter.has_cases


def test_several_answers_are_named_together(hotel: Hotel) -> None:
    answers = "{outcome: steps/accept/decisions/kind/outcomes/praise}"
    both = "{outcome: [steps/accept/decisions/kind/outcomes/praise, steps/solve/decisions/happy/outcomes/content]}"
    letter = letter_sheet(hotel.replace(answers, both).edition(), "thanks")

    assert (
        cases(letter)["praise"]
        == "if “Is it a complaint?” is answered “No, praise” / if “Is the guest content?” is answered “Yes”"
    )


def test_slots_stand_in_every_part_in_words(hotel: Hotel) -> None:
    letter = letter_sheet(hotel.edition(), "thanks")

    assert letter.greeting is not None
    assert letter.greeting.plain == "Dear name of the guest"
    assert letter.paragraphs[2].text.plain == "name of the guest, you may call the Manager."
    assert [line.plain for _, line in letter.closing] == ["Yours sincerely", "Grand Hotel"]
