"""Every code is explained in every language of the findings, and no explanation is older than the English one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.cli import main
from amends.codes.code import Code
from amends.self_docs.explanations import EXPLAINED, FAMILIES
from amends.self_docs.translated_explanations import mark, translations
from examples import codes_in_the_sop

LOCALES = ("zh", "fr")
BY_CODE = {code.code: code for code in EXPLAINED}
WORDED = [(locale, code) for locale in LOCALES for code, its in translations(locale)["codes"].items() if "bad" in its]
NAME = re.compile(r"(?<!`)`([a-z_]+(?:[-.: /][a-z_*-]+)*)`(?!`)")
"""A name of the format or a command, which stays as it is in every language."""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_code_is_explained_in_each_language(locale: str) -> None:
    assert translations(locale)["codes"].keys() == BY_CODE.keys()
    assert translations(locale)["found"].keys() == {family.prefix for family in FAMILIES if family.when}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_explanation_is_older_than_the_english_one(locale: str) -> None:
    known = translations(locale)["codes"]
    older = [
        f"{code}: bring its translation up to date, then write  of: {mark(it)}"
        for code, it in BY_CODE.items()
        if known[code]["of"] != mark(it)
    ]

    assert older == []


@pytest.mark.parametrize("locale", LOCALES)
def test_an_explanation_keeps_the_names_of_fields_and_commands(locale: str) -> None:
    lost = [
        (code.code, name) for code in EXPLAINED for name in names_lost(code, translations(locale)["codes"][code.code])
    ]

    assert lost == []


def names_lost(code: Code, translated: dict[str, str]) -> set[str]:
    english, other = code.explanation, " ".join(translated.values())
    return set(NAME.findall(f"{english.what} {english.why} {english.way_out}")) - set(NAME.findall(other))


@pytest.mark.parametrize(("locale", "code"), WORDED)
def test_an_example_in_other_words_shows_what_the_english_one_shows(locale: str, code: str, tmp_path: Path) -> None:
    its = translations(locale)["codes"][code]
    (tmp_path / "bad").mkdir()
    (tmp_path / "good").mkdir()
    header = f"\nlocales: [{locale}, {'zh' if locale == 'fr' else 'fr'}, en]\ndefault_locale: {locale}\n"

    assert code in codes_in_the_sop(tmp_path / "bad", its["bad"] + header)
    assert code not in codes_in_the_sop(tmp_path / "good", its["good"] + header)


def test_a_reader_gets_an_explanation_in_the_language_of_the_system_or_as_asked() -> None:
    def explained(*arguments: str, system: str = "") -> str:
        return CliRunner().invoke(main, ["explain", *arguments], env={"LC_ALL": system}).stdout

    assert explained("W102", system="zh_CN.UTF-8").startswith("W102 vague-words（提示）\n\n一条指令写着")
    assert explained("vague-words", "--locale", "fr").startswith("W102 vague-words (remarque)\n\nUne consigne dit")
    assert explained("W102", "--locale", "en", system="zh_CN").startswith("W102 vague-words (info)\n\nA command says")
    assert "读取文件时检查。" in explained("Y001", "--locale", "zh-Hans")


def test_an_author_gets_an_explanation_in_the_language_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sop.yml").write_text("id: shop\ncheck: {locale: fr}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert "Remède" in CliRunner().invoke(main, ["explain", "W102"]).stdout
