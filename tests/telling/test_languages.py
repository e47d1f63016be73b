"""Findings in the language of their reader: what varies is kept, and what nobody has translated stays English."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from amends.cli import main
from amends.content.yaml_reader import read_yaml
from amends.finding import Finding, Location, UsageError
from amends.self_docs.explanations import EXPLAINED
from amends.telling.languages import language
from builders import FILES, TODAY, corner_shop

MEMORIES = sorted((Path(__file__).parents[2] / "templates" / "messages").glob("*.yml"))
VARIES = re.compile(r"%[a-z]")


def finding(message: str, hint: str = "", code: str = "R101") -> Finding:
    return Finding(code, "unknown-reference", "error", message, hint, Location("a.yml", 3, 5))


def said(message: str, hint: str = "", code: str = "R101", locale: str = "zh") -> tuple[str, str]:
    told = language(locale).said(finding(message, hint, code))
    return told.message, told.hint


def memory(file: Path) -> dict[str, dict[str, str]]:
    found = read_yaml(file.read_bytes(), file.name).data
    assert isinstance(found, dict)
    return found


def test_there_is_a_memory_for_each_language_beside_english() -> None:
    assert [file.stem for file in MEMORIES] == ["fr", "zh"]


@pytest.mark.parametrize("file", MEMORIES, ids=lambda file: file.stem)
def test_a_translation_keeps_what_varies_and_stands_under_a_code_that_there_is(file: Path) -> None:
    known = memory(file)

    assert known.keys() - {code.code for code in EXPLAINED} == {"words", "any", "command"}
    for code in known.keys() - {"words"}:
        for english, translation in known[code].items():
            assert set(VARIES.findall(translation)) <= set(VARIES.findall(english)), english
            assert "%a%b" not in english


def test_what_varies_is_kept_as_it_was_written() -> None:
    assert said("steps/accept: there is no step or end state `verfy`", "the nearest is `verify`") == (
        "steps/accept：没有叫`verfy`的步骤或结案状态",
        "最接近的是`verify`",
    )


def test_sentences_of_a_way_out_are_translated_one_by_one() -> None:
    assert said("x", "the nearest is `all`; or declare it:  variables: {al: what}", "F603")[1] == (
        "最接近的是`all`；或声明它：  variables: {al: what}"
    )


def test_what_the_memory_does_not_know_stays_english_as_a_whole() -> None:
    assert said("something new", "delete it; and something new") == ("something new", "delete it; and something new")


def test_english_says_what_was_found() -> None:
    assert said("there is no entry `x`", "delete it", locale="en") == ("there is no entry `x`", "delete it")


def test_a_form_of_a_language_is_that_language_and_an_unknown_one_is_refused() -> None:
    assert language("zh-Hant").words.error == "错误"
    with pytest.raises(UsageError, match="findings cannot be told in “xx”; known are: `en`, `fr`, `zh`"):
        language("xx")


@given(st.text("ab`; %", max_size=30))
def test_any_name_is_kept_or_the_whole_message_is(name: str) -> None:
    message, _ = said(f"there is no entry `{name}`")
    assert name in message


def test_a_long_message_takes_no_longer_for_many_signs() -> None:
    text = "there is no entry of `" + "` `" * 50_000
    begin = process_time()

    said(text)
    assert process_time() - begin < 1


@pytest.mark.parametrize(
    ("locale", "setting", "lines"),
    [
        (
            "zh",
            "",
            [
                "错误 M002",
                "  steps/accept：这里没有叫`purpos`的字段",
                "  办法：最接近的是`purpose`",
                "错误2个（共6个文件）",
            ],
        ),
        (
            "",
            "check: {locale: fr}",
            ["erreur M002", "  remède : le plus proche est `purpose`", "2 erreurs dans 6 fichiers"],
        ),
    ],
)
def test_a_reader_gets_findings_and_the_total_in_one_language(
    tmp_path: Path, locale: str, setting: str, lines: list[str]
) -> None:
    steps = FILES["steps"].replace('purpose: {en: "No', 'purpos: {en: "No')
    corner_shop(tmp_path, FILES | {"steps": steps, "sop": FILES["sop"] + setting})

    options = ["--today", TODAY.isoformat(), *(["--locale", locale] if locale else [])]
    result = CliRunner().invoke(main, ["check", str(tmp_path), *options])

    assert [line for line in lines if line not in result.output] == []
    assert (result.exit_code, "way out" in result.output) == (1, False)


def test_programs_know_a_finding_again_whatever_the_language(tmp_path: Path) -> None:
    corner_shop(tmp_path, FILES | {"steps": FILES["steps"].replace('purpose: {en: "No', 'purpos: {en: "No')})

    def prints(locale: str) -> list[str]:
        output = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "gitlab", "--locale", locale]).output
        return re.findall(r"[0-9a-f]{64}", output)

    assert len(prints("en")) > 1
    assert prints("en") == prints("zh")
