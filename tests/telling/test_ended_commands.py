"""What ends a command is said in the language of whoever reads it: no message can be written that only English has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.cli import main
from amends.telling.authors import locale_of_user
from amends.telling.languages import language
from builders import FILES, TODAY, corner_shop

SOURCES = sorted((Path(__file__).parents[2] / "generator" / "amends").rglob("*.py"))
LOCALES = ("zh", "fr")
RAISED = {"UsageError": 0, "BadParameter": 0, "usage_error": 2, "told_as_usage": 1}
"""What makes an error, and which of its arguments is a text."""
IN_PARTS = {"message", "hint", "way_out", "what", "_ANOTHER"}
"""Names by which a function that makes errors, or its module, calls sentences that it puts into them."""
VALUE = "«value»"
AS_IT_CAME = re.compile(rf"(?:(?:{VALUE}|`theme.logo`)(?:, |/|: |:)?)+")
"""What another module says, such as `nearest`."""


@cache
def texts_of_errors() -> tuple[tuple[str, str], ...]:
    """Each text of which the source makes errors, with a value in its gaps; and where it stands."""
    trees = ((file, ast.parse(file.read_text(encoding="utf-8"))) for file in SOURCES)
    return tuple(
        (text, f"{file.name}:{node.lineno}")
        for file, tree in trees
        for part in tree.body
        if isinstance(part, ast.Assign) or any(is_error(node) for node in ast.walk(part))
        for node in ast.walk(part)
        if isinstance(node, ast.Call | ast.Assign)
        for text in texts_at(node)
    )


def is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in RAISED


def texts_at(node: ast.Call | ast.Assign) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments) if name in RAISED:
            reason = f": {VALUE}" if RAISED[name] else ""
            yield from (text_of(it) + reason for it in arguments[RAISED[name] : RAISED[name] + 1])
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.IfExp(body=one, orelse=other)) if name in IN_PARTS:
            yield from (text_of(one), text_of(other))
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in IN_PARTS:
            yield text_of(value)


def text_of(node: ast.expr) -> str:
    """A text of the source, with a value in each of its gaps."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(text_of, parts))
    return VALUE


def sentences_of(text: str) -> str:
    """The text without the sentences that another module says."""
    return "; ".join(it for it in text.split("; ") if not AS_IT_CAME.fullmatch(it))


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
