"""What meets a text of an author takes at most twice as long for twice the text; so no text keeps a build busy for hours.

Time is never compared with a clock, since machines differ: each string is doubled, from a few hundred characters to a
hundred thousand. A part that grows with the square takes four times as long for each doubling, which shows early.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import process_time

import pytest
from pydantic_core import PydanticCustomError

import amends
from amends.content.yaml_reader import read_yaml
from amends.edition.inline import Run, runs_of
from amends.finding import Findings
from amends.model.duration import Duration
from amends.model.markup import is_safe_link, marks_in, outside_marks
from amends.nearest import nearest

SMALLEST, LARGEST = 1_000, 100_000
_ENOUGH = 16_000
"""Characters for a single expression: one that grows with the square takes seconds at that length."""
TOO_SHORT = 0.005
"""Seconds below which the clock says too little."""
MOST = 3.0
"""How many times as long twice the text may take: 2 is linear, 4 is quadratic; between them lies a busy machine."""

HOSTILE = (
    *(
        ("", part, "")
        for part in (" ", "\n", "x", "1", "{", "[", "*", "`", "<", '"', "“", "#", "（", "&", "!", "1.", "a-")
    ),
    *(
        ("", part, "")
        for part in ("{{ ", "**a", "*a ", "[a](", "\n[a", "\n[a]: ", "![a", "<a ", "<h2 id='a'>", " #", "?  ")
    ),
    *(
        ("{{", " ", "x"),
        ("{{a", " ", "x"),
        ("1 a", " ", "\nb"),
        ("1", " ", "\n?"),
        ("a", " ", "x"),
        ("[a]:", "\n", "x"),
    ),
    *(
        ("<p>", " ", "x"),
        ('<a "', "<a ", ""),
        ("url(", " ", "#"),
        ("*a", " ", "x"),
        ("`", "a", ""),
        ("key: ", "a: ", ""),
    ),
)
"""What stands before, what is repeated, and what stands behind."""


def named_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression that is a constant of one of our modules."""
    for module in pkgutil.walk_packages(amends.__path__, "amends."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{module.name}.{name}", value


PATTERNS = dict(named_patterns())
TRIED_ONCE = (
    *("content.yaml_source._DIRECTIVE", "model.formula._TOKEN", "model.markup._SCHEME", "sources._IS_NO_SOURCE"),
    *("content.yaml_errors._FIELD", "security.foreign_markup._SCHEME", "variants.rows._SHORTENED", "write._UNFINISHED"),
)
"""Expressions that are tried at one place of a text, and not at every place."""
OF_CODE = ("security.marked_templates._CODE",)
"""What reads templates, which are code of the project."""


def grows_too_fast(work: Callable[[str], object], hostile: tuple[str, str, str], largest: int = LARGEST) -> bool:
    """Whether some doubling of the string takes more than `MOST` times as long, however often it is tried."""
    before, part, behind = hostile

    def seconds(size: int) -> float:
        string = before + part * (size // len(part)) + behind
        begin = process_time()
        work(string)
        return process_time() - begin

    size = SMALLEST
    while size < largest:
        size *= 2
        if seconds(size) > TOO_SHORT and all(seconds(size) > MOST * seconds(size // 2) for _ in range(3)):
            return True
    return False


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - {f"amends.{name}" for name in OF_CODE}))
def test_a_regular_expression_takes_linear_time(name: str) -> None:
    pattern = PATTERNS[name]
    tried: list[Callable[[str], object]] = [pattern.match, pattern.fullmatch]
    if name.removeprefix("amends.") not in TRIED_ONCE:
        tried.append(lambda text: all(pattern.finditer(text)))

    assert [it for it in HOSTILE for work in tried if grows_too_fast(work, it, _ENOUGH)] == []


def duration(text: str) -> None:
    with suppress(PydanticCustomError):
        Duration.parse(text)


def yaml_file(text: str) -> None:
    with suppress(Findings):
        read_yaml(text.encode(), "a.yml")


READERS: dict[str, Callable[[str], object]] = {
    "marks": lambda text: list(marks_in(text)),
    "prose": outside_marks,
    "runs": lambda text: runs_of(text, Run, Run),
    "a link": is_safe_link,
    "a duration": duration,
    "a file": yaml_file,
    "a text in a file": lambda text: yaml_file(f"a: |\n  {text}"),
    "a name": lambda text: nearest(text, [text[:60], "steps", "roles"]),
}


@pytest.mark.parametrize("name", READERS)
def test_what_reads_a_text_takes_linear_time(name: str) -> None:
    assert [it for it in HOSTILE if grows_too_fast(READERS[name], it)] == []


def test_the_lists_of_exceptions_name_expressions_that_exist() -> None:
    assert {f"amends.{name}" for name in (*TRIED_ONCE, *OF_CODE)} <= PATTERNS.keys()


def test_an_expression_that_grows_with_the_square_is_found() -> None:
    pattern = re.compile(r"\s*<br>")

    assert grows_too_fast(pattern.search, ("", " ", "x"))
