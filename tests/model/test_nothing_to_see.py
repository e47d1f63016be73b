"""Texts that would show nothing, and addresses that no sheet can show."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from amends.model.people import Contact
from amends.model.sop import Organisation
from amends.model.text import has_ink


@pytest.mark.parametrize(
    "text", ["", " \n", "\u00a0\u3000", "\u200b\u2060", "\u3164", "\u2800", "\u0301", "\U000e0041", "\u00ad"]
)
def test_a_text_of_invisible_characters_shows_nothing(text: str) -> None:
    assert not has_ink(text)
    with pytest.raises(ValidationError, match="empty"):
        Contact.model_validate({"title": {"en": text or " "}})


@pytest.mark.parametrize("text", ["a", "店", "…", "№", " 1 ", "e\u0301"])
def test_a_text_with_one_visible_character_shows_something(text: str) -> None:
    assert has_ink(text)


def test_an_address_of_the_site_fits_into_a_code_on_a_sheet() -> None:
    longest = "https://e.example/" + "a" * 282

    assert Organisation.model_validate({"name": "x", "site_url": longest}).site_url == longest
    with pytest.raises(ValidationError, match="this address has 301 characters, too many for a QR code"):
        Organisation.model_validate({"name": "x", "site_url": longest + "a"})
