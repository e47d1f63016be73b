"""The lists of phrases: well formed in every language, found as wholes, and extended by layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.check.phrases import PhraseIndex, PhraseList, bare_words, sentences
from amends.content.yaml_reader import read_yaml
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
