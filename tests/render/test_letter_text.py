"""A letter as a text that people paste: slots in brackets, and a mark before what is no part of it."""

from __future__ import annotations

import pytest

from amends.documents.sheets import Sheets
from amends.render.letter_text import letter_files
from hotel import Hotel


@pytest.fixture
def hotel(hotel: Hotel) -> Hotel:
    return hotel.with_letters()


def text(hotel: Hotel, locale: str = "en") -> str:
    files = letter_files(Sheets(hotel.edition(locale)))
    return files["letters/thanks.txt"]().decode("utf-8-sig")


def test_a_letter_is_ready_to_paste(hotel: Hotel) -> None:
    assert (
        text(hotel)
        == """\
>> Delete the lines that begin with >>. They say when the paragraph below is used. Fill in what stands in [brackets].

Your stay

Dear [name of the guest]

Thank you for telling us.

>> if “Is it a complaint?” is answered “No, praise”
We pass your praise on.

>> only HI, if the telephone works
[name of the guest], you may call the Manager.

Yours sincerely
Grand Hotel
"""
    )


def test_a_chinese_letter_has_its_own_words(hotel: Hotel) -> None:
    assert "尊敬的[客人姓名]：\n\n谢谢您告诉我们。\n\n>> “是投诉吗？”的答案是“不是，是表扬”时\n" in text(hotel, "zh")


def test_a_plain_reply_needs_no_word_before_it(hotel: Hotel) -> None:
    hotel.write({"letters.yml": "letters: {thanks: {title: Reply, paragraphs: {sorry: We are sorry.}}}\n"})

    assert text(hotel) == "We are sorry.\n"
