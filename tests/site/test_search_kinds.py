"""How the search reads a question: one test for each kind of words that people type, on a few places made for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from amends.content.yaml_reader import read_yaml
from amends.shipped import shipped
from finder import QUESTIONS, answers, questions_of

Found = Callable[..., list[str]]
MEANT = {"endings": "s ed ing", "little": "a at do for he i is it me my of or so the to who you"}


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Asks the search about places with these titles and texts; gives the titles that it finds, the best first."""

    def ask(question: str, places: Sequence[tuple[str, str]], **words: Any) -> list[str]:
        docs = [{"location": f"{at}.html", "title": title, "text": text} for at, (title, text) in enumerate(places)]
        (tmp_path / "search").mkdir(exist_ok=True)
        index = {"config": {"words": words}, "docs": docs}
        (tmp_path / "search" / "search_index.json").write_text(json.dumps(index), encoding="utf-8")
        [pages] = answers(tmp_path, [question], len(docs))
        return [places[int(page[0].removesuffix(".html"))][0] for page in pages]

    return ask


LIMITS = [
    ("Limit", "up to 2,000"),
    ("Police", "call 110"),
    ("Ambulance", "call 120"),
    ("Chat", "within 2 minutes, in 10 000 pages of 000"),
]


@pytest.mark.parametrize("figure", ["2000", "2 000", "2,000", "2\u00a0000", "2\u202f000"])
def test_a_figure_is_found_however_its_groups_are_set(found: Found, figure: str) -> None:
    assert found(figure, LIMITS) == ["Limit"]


@pytest.mark.parametrize("figure", ["2000", "2,000", "2.000", "2’000", "2\u00a0000", "2\u2009000", "2\u202f000"])
def test_a_figure_of_the_handbook_is_found_however_its_groups_are_set(found: Found, figure: str) -> None:
    assert found("2000", [("Limit", f"up to {figure}"), ("Chat", "within 2 minutes")]) == ["Limit"]


def test_two_figures_of_the_handbook_stay_two(found: Found) -> None:
    assert set(found("110 120", LIMITS)) == {"Police", "Ambulance"}


@pytest.mark.parametrize("typed", ["I'll pay", "I’d pay"])
def test_a_pronoun_and_its_verb_are_no_other_word(found: Found, typed: str) -> None:
    places = [("Someone is ill", ""), ("ID card", ""), ("Pay", "")]

    assert found(typed, places, **MEANT) == ["Pay"]


def test_forms_that_begin_otherwise_are_one_word(found: Found) -> None:
    assert found("he fell", [("A fallen person", ""), ("A fellow", "")], forms=["fall|falls|fell|fallen"], **MEANT) == [
        "A fallen person",
        "A fellow",
    ]


@pytest.mark.parametrize("typed", ["it fell apart", "falling apart"])
def test_a_known_phrase_is_read_in_all_its_forms(found: Found, typed: str) -> None:
    words = {"forms": ["fall|falls|fell|falling"], "alike": [["falls apart", "quality"], ["fell", "injury"]], **MEANT}

    assert found(typed, [("Quality", ""), ("Injury", "")], **words)[0] == "Quality"


@pytest.mark.parametrize(("typed", "listed"), [("use", "user"), ("info", "inform"), ("chance", "change")])
def test_words_that_only_begin_alike_do_not_mean_the_same(found: Found, typed: str, listed: str) -> None:
    assert found(typed, [("Other page", "")], alike=[[listed, "other page"]], **MEANT) == []


@pytest.mark.parametrize("typed", ["slap", "slaps", "slapped", "slapping"])
def test_a_listed_word_is_read_in_its_ordinary_forms(found: Found, typed: str) -> None:
    assert found(typed, [("Violence", "")], alike=[["slap", "violence"]], **MEANT) == ["Violence"]


def test_a_phrase_does_not_hide_its_first_word(found: Found) -> None:
    words = {"alike": [["complaint|grievance"], ["complaints team itself", "review"]], **MEANT}

    assert found("complaints", [("Grievance", ""), ("Review", "")], **words) == ["Grievance"]


def test_a_phrase_of_little_words_is_not_only_its_first_one(found: Found) -> None:
    words = {"alike": [["who is it", "stranger"]], **MEANT}

    assert found("who is it", [("Who pays", ""), ("Stranger", "")], **words) == ["Stranger"]


def test_a_phrase_does_not_reach_over_half_the_question(found: Found) -> None:
    words = {"alike": [["wrong customer", "data"]], **MEANT}

    assert "Data" not in found("wrong to do so to a customer", [("Data", ""), ("Customer", "")], **words)


@pytest.mark.parametrize(
    ("typed", "known"),
    [("ambulence", "ambulance"), ("reciept", "receipt"), ("refnd", "refund"), ("ambluance", "ambulance")],
)
def test_a_wrong_letter_is_mended(found: Found, typed: str, known: str) -> None:
    assert found(typed, [(known, "")]) == [known]


@pytest.mark.parametrize(
    ("typed", "known"), [("bloke", "broke"), ("white", "write"), ("nurse", "curse"), ("spilled", "skilled")]
)
def test_a_word_that_the_handbook_lacks_is_not_mended(found: Found, typed: str, known: str) -> None:
    assert found(typed, [(known, "")]) == []


@pytest.mark.parametrize("typed", ["摔了一跤", "摔跤"])
def test_a_chinese_word_that_stands_nowhere_is_read_by_its_signs(found: Found, typed: str) -> None:
    assert found(typed, [("有人受伤", ""), ("退款", "")], signs=[["摔|跌", "受伤"]]) == ["有人受伤"]


def test_other_signs_may_stand_in_a_chinese_term(found: Found) -> None:
    assert found("一句都不肯多说", [("沉默", ""), ("退款", "")], alike=[["不肯说", "沉默"]]) == ["沉默"]


def test_signs_of_another_term_are_not_read_twice(found: Found) -> None:
    words = {"little": "的", "alike": [["拍照", "直播"], ["照片", "证据"]]}

    assert found("拍的照片", [("直播", ""), ("证据", "")], **words) == ["证据"]


def test_two_signs_that_meet_by_chance_are_no_word(found: Found) -> None:
    by_chance = [("甲", "的门不关"), ("乙", "他的人不来"), ("丙", "你的手不疼"), ("丁", "门坏了的不修")]
    others = [(f"其他{at}", "你的手不疼，他的人不来，门坏了不修") for at in range(9)]

    assert found("颜色的不对", [*by_chance, *others, ("戊", "颜色")])[0] == "戊"


@pytest.mark.parametrize("file", sorted((shipped("templates") / "search").glob("*.yml")), ids=lambda file: file.stem)
def test_each_line_of_the_words_has_one_side_or_two(file: Path) -> None:
    words: Any = read_yaml(file.read_bytes(), file.name).data
    lines = [line for name in ("alike", "signs") for line in words.get(name, ())]

    assert len(lines) > 100
    assert [line for line in lines if line.count(">") > 1 or not all(side.strip() for side in line.split(">"))] == []
    assert [line for line in lines if "|" in line] == []


@pytest.mark.parametrize(("locale", "longest"), [("en", 4), ("zh", 6)])
def test_the_words_hold_no_whole_question(locale: str, longest: int) -> None:
    text = (shipped("templates") / "search" / f"{locale}.yml").read_text(encoding="utf-8").replace("、", ",")
    terms = {term.strip("-> ").lower() for line in text.splitlines() for term in line.replace(">", ",").split(",")}
    asked = [it for file in QUESTIONS.glob(f"{locale}*.yml") for it in questions_of(file.stem)]

    long = [it for it in asked if len(it.split() if locale == "en" else it) > longest]
    assert len(long) > 200
    assert [it for it in long if it.lower().replace("'", "") in terms] == []
