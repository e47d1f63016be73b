"""What staff type leads to what they mean: the page that answers is among the first three."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finder import answers, missed, questions_of

MISSES = {
    "en": (60, 2),
    "zh": (60, 2),
    "en-desk": (30, 1),
    "zh-desk": (30, 1),
    "en-unseen": (30, 4),
    "zh-unseen": (30, 2),
    "en-more": (78, 3),
    "zh-more": (95, 6),
    "en-blind": (30, 1),
    "zh-blind": (40, 1),
    "en-rounds": (362, 20),
    "zh-rounds": (383, 23),
}
"""How many questions each file has, and how many of them may have their page further down: those that have, and
one or two; two of 60 is what we promise."""


@pytest.mark.parametrize("name", MISSES)
def test_the_page_that_answers_is_among_the_first_three(reference_site: Path, name: str) -> None:
    questions, (count, most) = questions_of(name), MISSES[name]

    wrong = missed(reference_site / name[:2], questions)

    assert len(questions) == count
    assert len(wrong) <= most, wrong


@pytest.mark.parametrize(("name", "most"), [("fr", 1), ("fr-unseen", 2)])
def test_french_words_lead_to_the_page_that_answers(french_site: Path, name: str, most: int) -> None:
    questions = questions_of(name)

    wrong = missed(french_site / "fr", questions)

    assert len(questions) == 20
    assert len(wrong) <= most, wrong


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("crient", "crier"),  # the verb
        ("m'excuse", "excuses"),
        ("livré", "livraison"),  # the noun that comes from it
        ("blessées", "blessure"),
        ("journaux", "journal"),  # the plural
        ("clos", "clôturer"),  # forms that begin or end otherwise
        ("perdu", "perte"),
        ("RECU", "reçu"),  # accents and capitals
    ],
)
def test_a_french_word_finds_the_same_in_all_its_forms(french_site: Path, typed: str, meant: str) -> None:
    one, other = answers(french_site / "fr", [typed, meant], 5)

    assert one == other != []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ambulence", "ambulance"),  # a wrong letter
        ("reciept", "receipt"),  # two letters that have changed places
        ("e-mail", "email"),
        ("won't leave", "wont leave"),
        ("48h", "48 h"),
        ("2,000", "2000"),
        ("2 000", "2000"),
        ("I'd like a refund", "I like a refund"),
    ],
)
def test_a_word_finds_the_same_however_it_is_spelled(reference_site: Path, typed: str, meant: str) -> None:
    one, other = answers(reference_site / "en", [typed, meant], 5)

    assert one == other != []


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("en", "overcharged", "decisions.html#routing--price-bill-refund"),  # another word for it
        ("en", "can I give 1,350", "decisions.html#authority"),  # a sum that stands nowhere
        ("en", "what does the complaints manager do", "roles/complaint-desk-manager.html"),  # a whole name
        ("zh", "退我的钱", "index.html#situation--money-back"),  # little signs inside a word
        ("zh", "能批1350吗", "index.html#situation--who-decides"),
    ],
)
def test_other_words_and_sums_are_understood(reference_site: Path, locale: str, typed: str, meant: str) -> None:
    [pages] = answers(reference_site / locale, [typed], 3)

    assert meant in {address for page in pages for address in page}


def test_a_word_that_paper_keeps_whole_is_found_as_people_type_it(tmp_path: Path) -> None:
    titles = {f"{at}.html": f"Fiche {at}" for at in range(40)}
    titles |= {"a.html": "Je puis clore", "b.html": "Puis\u2011je clore"}
    docs = [{"location": path, "title": title, "text": ""} for path, title in titles.items()]
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text(json.dumps({"docs": docs, "config": {}}), encoding="utf-8")

    assert answers(tmp_path, ["puis-je clore", "Puis\u2011je clore"], 1) == [[["b.html"]]] * 2
