from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from amends import glyphs
from builders import Check
from hotel import Hotel


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


def test_it_is_found_in_each_text_of_an_sop(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path).with_letters()
    texts = 0
    for file in tmp_path.rglob("*.yml"):
        content, count = re.subn(r'\b((?:en|zh): ")', r"\1🎉", file.read_text(encoding="utf-8"))
        file.write_text(content, encoding="utf-8")
        texts += count

    assert texts > 200
    assert Counter(it.code for it in hotel.reading().findings) == {"X805": texts}


def test_what_the_fonts_have_passes(check: Check) -> None:
    assert check("X805", more=role("Żółw, γάτα, кошка, Ünal; “…” — 客人 x\u00a0y e\u0301 \u200d \ufe0f №5 €")) == []
    assert check("X805", more=role("☑ ✔ ✘ ☐ ➜ ❗ \uf0b7 \uf0d8")) == []  # printed as other signs


def test_without_the_font_of_a_locale_nobody_knows(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "find_spec", lambda name: None if name == glyphs.CHINESE_PACKAGE else name)

    assert check("X805", more=role("🎉")) == []
