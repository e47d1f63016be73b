"""What is said aloud can be said in one breath, in every shipped SOP; what is written can be read at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.shipped import shipped
from readable import MOST_ANYWHERE, MOST_CHARACTERS, MOST_WORDS, Piece, Spoken, pieces_of, spoken_in, texts_in

LONGEST = {"en": MOST_WORDS, "zh": MOST_CHARACTERS}


def lengths(locale: str, text: str) -> list[int]:
    return [piece.length for piece in pieces_of(Spoken("here", "spoken", locale, text))]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "I'm sorry. What would help you, right now?", [2, 6]),
        ("en", "Call {{ outside-body }} on [phone], by 3.30 today.", [8]),
        ("en", "“Is it a well-known fault?” Yes.", [5, 1]),
        ("zh", "很抱歉，让您久等了。[time]前一定办好。", [3, 5, 7]),
        ("zh", "您反映的是：{{ customer }}投诉", [5, 4]),
    ],
)
def test_a_piece_is_a_sentence_or_a_clause(locale: str, text: str, expected: list[int]) -> None:
    assert lengths(locale, text) == expected


def test_every_kind_of_word_is_measured(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "scripts: {s: {lines: {short: {en: Yes.}, long: {text: {en: No.}, added: true}}}}\n"
        "steps: {a: {actions: {b: {words: {en: Well.}}}}}\n"
        "customer_types: {t: {words: {w: {en: Oh.}}}}\n"
        "letters: {l: {paragraphs: {p: {text: {en: Dear.}}}}}\n"
        "policy: {q: {text: {en: Free.}, points: {r: {en: Any.}}}}\n",
        encoding="utf-8",
    )

    found = {it.text: it.kind for it in spoken_in(tmp_path)}
    assert found == dict.fromkeys(("Yes.", "No.", "Well.", "Oh."), "spoken") | dict.fromkeys(
        ("Dear.", "Free.", "Any."), "written"
    )


@pytest.mark.shipped
def test_no_piece_of_a_shipped_sop_is_too_long() -> None:
    found: list[tuple[str, Piece]] = [(it.locale, piece) for it in spoken_in(shipped("sop")) for piece in pieces_of(it)]

    assert len(found) > 1500
    assert [piece for locale, piece in found if piece.length > LONGEST[locale]] == []


def test_every_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "roles: {r: {title: {en: Clerk, zh: 柜员}, never: {x: {instead: {en: Ask.}}}}}\n", encoding="utf-8"
    )

    found = {(it.place, it.locale): it.text for it in texts_in(tmp_path)}
    assert found == {
        ("a/roles/r/title", "en"): "Clerk",
        ("a/roles/r/title", "zh"): "柜员",
        ("a/roles/r/never/x/instead", "en"): "Ask.",
    }


@pytest.mark.shipped
def test_no_sentence_anywhere_has_more_than_forty_words() -> None:
    found = [piece for text in texts_in(shipped("sop")) for piece in pieces_of(text)]

    assert len(found) > 30_000
    assert [piece for piece in found if piece.length > MOST_ANYWHERE] == []
