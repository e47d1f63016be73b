"""The lists of phrases: well formed in every language, found as wholes, and extended by layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.check.phrases import PhraseIndex, PhraseList, _phrases, bare_words, sentences
from amends.check.texts import Texts
from amends.content.yaml_reader import read_yaml
from amends.model.text import Text
from builders import FILES, TODAY, corner_shop
from small_sop import SmallSop

LISTS = sorted((Path(__file__).parents[2] / "templates" / "phrases").glob("*.yml"))


def data(file: Path) -> dict[str, list[str]]:
    found = read_yaml(file.read_bytes(), file.name).data
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_every_language_has_every_list_and_no_phrase_twice(file: Path) -> None:
    lists = data(file)

    assert lists.keys() == data(LISTS[0]).keys()
    for name, phrases in lists.items():
        words = [bare_words(phrase) for phrase in phrases]
        assert all(words), name
        assert sorted(set(words)) == sorted(words), name


def test_the_lists_of_the_languages_of_the_product_are_there() -> None:
    assert [file.stem for file in LISTS] == ["en", "fr", "zh"]


def test_a_phrase_is_found_as_a_whole_whatever_its_capitals_and_marks() -> None:
    index = PhraseIndex([("as soon as we can", 1), ("尽快", 2), ("…", 3)])

    assert list(index.found_in("AS SOON, as we can!")) == [("as soon as we can", 1)]
    assert list(index.found_in("as soon as we cannot")) == []
    assert list(index.found_in("我们会尽 快处理")) == [("尽快", 2)]


@pytest.mark.parametrize("name", ["blaming", "says-when", "of-the-house"])
def test_a_search_through_all_texts_misses_no_phrase_of_a_list_long_or_short(tmp_path: Path, name: str) -> None:
    of_the_house = ", ".join(f"the house’s word {number}" for number in range(250))
    own = f"check: {{phrases: {{of-the-house: {{en: [{of_the_house}]}}}}}}\n"
    sop = corner_shop(tmp_path, {**FILES, "sop": FILES["sop"] + own}).sop()
    phrases = PhraseList(sop, name)
    listed = {
        locale: [it for it in _phrases(sop, name, locale) if phrases.found_in(it, locale) == [it]]
        for locale in ("en", "zh")
    }
    texts = Texts(
        (("steps", f"{locale}-{number}"), Text({locale: f"So: {spoiled}, and so on"}))
        for locale, known in listed.items()
        for number, phrase in enumerate(known)
        for spoiled in (phrase.upper(), phrase.replace(" ", ",  "), phrase.replace("'", "’"))
    )

    found = list(phrases.texts_where(texts, phrases.found_in))

    assert len(listed["en"]) > 20
    assert len(found) == 3 * sum(map(len, listed.values()))


def test_sentences_end_with_their_marks_and_not_in_a_figure() -> None:
    assert sentences("One. Two, 1.5 m! 三。四；") == ("One.", "Two, 1.5 m!", "三。", "四；")


def test_a_layer_adds_to_the_phrases_of_the_layer_below(tmp_path: Path) -> None:
    base = FILES | {"sop": FILES["sop"] + "check: {phrases: {blaming: {en: [as per policy]}}}\n"}
    corner_shop(tmp_path / "shop", base)
    branch = """\
id: branch
extends: ../shop
check: {phrases: {blaming: {en: {add: [as everybody knows]}}}}
scripts: {promise: {lines: {call: {en: "As per policy, as everybody knows, [time].", zh: "按规定，[time]。"}}}}
"""

    found = SmallSop(tmp_path / "branch", {"sop.yml": branch}, TODAY).reading().findings

    assert [finding.message.rpartition("”")[0] for finding in found if finding.code == "S508"] == [
        "scripts/promise: “as everybody knows” / “as per policy"
    ]


def test_a_region_has_the_phrases_of_its_language_in_its_own_spelling(tmp_path: Path) -> None:
    own = "check: {phrases: {half-apology: {en: [sorry for the behaviour]}}}\n"
    header = FILES["sop"].replace("locales: [en, zh]", "locales: [en-US, en, zh]") + own
    sop = corner_shop(tmp_path, {**FILES, "sop": header}).sop()

    american = PhraseList(sop, "half-apology")

    assert american.found_in("We are sorry for the behavior.", "en-US") == ["sorry for the behavior"]
    assert american.found_in("We are sorry for the behaviour.", "en-US") == []
    assert american.found_in("We are sorry if that upset you.", "en-US") == american.found_in(
        "We are sorry if that upset you.", "en"
    )
