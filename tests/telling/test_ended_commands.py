"""What ends a command is said in the language of whoever reads it: no message can be written that only English has."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.cli import main
from amends.telling.authors import locale_of_user
from amends.telling.languages import language
from builders import FILES, TODAY, corner_shop
from source_sentences import VALUE, sentences_of, texts_of_errors, texts_of_findings, texts_of_tables

LOCALES = ("zh", "fr")


def call(*arguments: str, locale: str = "zh_CN.UTF-8") -> Result:
    return CliRunner().invoke(main, list(arguments), env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": locale})


def test_the_errors_of_the_source_are_found() -> None:
    assert len(texts_of_errors()) > 130
    assert any("there is no lock yet" in text for text, _ in texts_of_errors())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_error_has_words_in_each_language(locale: str) -> None:
    spoken = language(locale)
    texts = [(sentences_of(text), place) for text, place in texts_of_errors()]

    assert [f"{place}: {text}" for text, place in texts if text and spoken.error(text) == text] == []


IN_FRAGMENTS = (
    "own_limit.py",
    "unknown_reference.py",
    "unknown_placeholder.py",
    "brand.py",
    "fields.py",
    "foreign.py",
    "removed.py",
    "told.py",
    "letter_without_way_on.py",
    "markup_in_text.py",
    "text.py",
)
"""Modules that put some sentences together from parts; the examples of their codes are told in every language."""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_finding_has_words_in_each_language(locale: str) -> None:
    spoken = language(locale)

    def is_known(text: str) -> bool:
        """Whether it is known with one of the values that may stand there."""
        values = (VALUE, f"“{VALUE}”", f"`{VALUE}`", "4 words", "4 characters", "line")
        return any(spoken.error(said) != said for said in (text.replace(VALUE, value) for value in values))

    texts = [(sentences_of(text), place) for text, place in (*texts_of_findings(), *texts_of_tables())]
    unknown = [f"{place}: {text}" for text, place in texts if text and not is_known(text)]

    assert len(texts) > 300
    assert [it for it in unknown if not it.startswith(IN_FRAGMENTS)] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "/nowhere"], "amends: /nowhere：没有这个文件夹；请写一个项目、一个内容文件夹，或“reference”\n"),
        (["show", "steps/acept", "reference"], "amends: 没有条目“steps/acept”；最接近的是`steps/accept`\n"),
        (["rename", "steps/accept"], "错误：缺少'NEW'\n"),
        (
            ["check", "--format", "xml"],
            "错误：'--format'：'xml'不在可选之列：'text', 'json', 'github', 'sarif', 'gitlab', 'junit'\n",
        ),
        (["build", "--jobs", "0"], "错误：'--jobs'：0不在范围x>=1之内\n"),
        (["build", "--jobs", "x"], "错误：'--jobs'：'x'不是整数\n"),
        (["check", "--today", "tomorrow"], "错误：'--today'：'tomorrow'不符合格式'%Y-%m-%d'\n"),
        (["print", "--bleed", "wide"], "错误：'--bleed'：请写长度，例如3mm或0.125in\n"),
        (["check", "a", "b", "c"], "错误：多写了：b c\n"),
        (["find", " ", "reference"], "错误：没有写要找的词；请写一个或几个词\n"),
        (["check", "--profile"], "错误：选项'--profile'后面要写一个值\n"),
        (["check", "--strict=1"], "错误：选项'--strict'后面不写值\n"),
        (["find", "nowhere to be seen", "reference"], "没有找到“nowhere to be seen”\n"),
    ],
)
def test_a_user_whose_system_speaks_chinese_is_spoken_to_in_chinese(arguments: list[str], said: str) -> None:
    ended = call(*arguments)

    assert ended.output.endswith(said)
    assert ended.exit_code in (1, 2)


def test_a_wrong_call_says_how_to_call_it_and_what_is_near() -> None:
    ended = call("check", "--formt", "json")

    assert ended.stderr.startswith(
        "用法：main check [OPTIONS] [PATH]\n说明：main check --help\n\n错误：没有选项'--formt'"
    )
    assert "最接近的是：--format" in ended.stderr
    assert "没有命令'chekc'" in call("chekc").stderr
    assert "没有选项'--nope'" in call("--nope").stderr


def test_the_project_says_in_which_language_its_authors_are_told(tmp_path: Path) -> None:
    corner_shop(tmp_path, FILES | {"sop": FILES["sop"] + "check: {locale: fr}"})

    assert call("show", "steps/acept", str(tmp_path)).stderr.startswith("amends: il n’y a pas d’entrée « steps/acept »")
    assert call("check", str(tmp_path), "--today", TODAY.isoformat()).output.startswith("tout va bien")


def test_a_check_speaks_the_language_of_the_system_where_nothing_else_is_said(tmp_path: Path) -> None:
    corner_shop(tmp_path, FILES)
    arguments = ["check", str(tmp_path), "--today", TODAY.isoformat()]

    assert call(*arguments).output.startswith("没有问题")
    assert call(*arguments, "--locale", "en").output.startswith("clean")
    assert call(*arguments, locale="de_DE").output.startswith("clean")


@pytest.mark.parametrize(("locale", "known"), [("zh_TW.UTF-8", "zh"), ("fr", "fr"), ("C.UTF-8", "en"), ("", "en")])
def test_a_system_says_its_language_in_its_own_way(locale: str, known: str) -> None:
    assert locale_of_user({"LC_ALL": "", "LANG": locale}) == known
    assert locale_of_user({"LC_ALL": "fr_FR", "LANG": locale}) == "fr"


def test_a_name_that_is_also_a_word_stays_a_name() -> None:
    assert language("zh").error("there is no entry “nothing”; delete it") == "没有条目“nothing”；删除它"


def test_a_reason_within_a_reason_is_said_too() -> None:
    text = "site/x: cannot be written: No space left on device; make room there, or name another place"

    assert language("zh").error(text) == "site/x：无法写入：磁盘已满；请腾出空间，或换一个地方"
    assert language("fr").error("new words") == "new words"
