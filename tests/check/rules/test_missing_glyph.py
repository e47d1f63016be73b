from __future__ import annotations

import pytest

from amends import glyphs
from builders import Check


def role(title: str) -> str:
    return f'roles: {{guest: {{title: {{en: "{title}", zh: 客人}}}}}}\n'


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Guest 🎉", "“🎉” (U+1F389)"),
        ("ضيف", "“ض” (U+0636), “ي” (U+064A), “ف” (U+0641)"),
        ("𠮷 확", "“𠮷” (U+20BB7), “확” (U+D655)"),
        ("Guest \ue000", "“\ue000” (U+E000)"),
    ],
)
def test_a_character_that_no_sheet_can_show_is_found_where_it_stands(check: Check, title: str, shown: str) -> None:
    [(place, message)] = check("X805", more=role(title))

    assert place.startswith("more.yml: roles")
    assert message == f"roles/guest: the fonts of the printed sheets have no sign for {shown}"


def test_what_the_fonts_have_passes(check: Check) -> None:
    assert check("X805", more=role("Żółw, γάτα, кошка, Ünal; “…” — 客人 x\u00a0y e\u0301 \u200d \ufe0f №5 €")) == []
    assert check("X805", more=role("☑ ✔ ✘ ☐ ➜ ❗ \uf0b7 \uf0d8")) == []  # printed as other signs


def test_without_the_font_of_a_locale_nobody_knows(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "find_spec", lambda name: None if name == glyphs.CHINESE_PACKAGE else name)

    assert check("X805", more=role("🎉")) == []
