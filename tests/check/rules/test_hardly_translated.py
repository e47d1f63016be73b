from __future__ import annotations

from pathlib import Path

from amends.content.place import find_place
from amends.read import read_sop
from builders import FILES, HEADER, TODAY, Check

LAYER = """\
id: boutique
extends: ../shop
locales: [fr]
default_locale: fr
organisation: {name: La Boutique}
document: {number: LB, version: "1.0", effective: 2026-02-03, last_review: 2026-02-01, changes: {"1.0": Début.}}
steps:
  settle:
    title: Régler
    tips: {coffee: {text: {en: "Offer a coffee."}}}
"""


def test_a_language_with_next_to_nothing_in_it_is_told_once_with_a_number(check: Check) -> None:
    [(place, message)] = check("L705", sop=HEADER.replace("locales: [en, zh]", "locales: [en, zh, fr]"))

    count, total = (int(word) for word in message.split()[:3:2])
    assert place.startswith("sop.yml: locales:")
    assert (count, message[len(f"{count} of {total}") :]) == (
        total,
        " texts are missing in fr: its readers get them in another language",
    )
    assert total > 50


def test_one_text_that_is_missing_is_not_told_here(check: Check) -> None:
    assert check("L705", sop=HEADER.replace("    zh: 顾客\n", "")) == []


def test_a_project_in_a_language_of_its_own_answers_for_its_own_texts_alone(tmp_path: Path) -> None:
    for folder, files in (("shop", FILES), ("boutique", {"sop": LAYER})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / f"{name}.yml").write_text(text, encoding="utf-8")

    found = read_sop(find_place(str(tmp_path / "boutique")), TODAY).findings

    assert [(it.code, it.level) for it in found if it.code.startswith("L")] == [
        ("L705", "info"),
        ("L701", "warning"),
    ]
    assert [it.message for it in found if it.code == "L701"] == ["steps/settle: the text is missing in fr"]
