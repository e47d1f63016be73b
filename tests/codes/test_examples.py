"""Every code's examples, read by what gives the code: the bad one has that problem alone, the good one has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amends.codes import layers, translated, yaml_file
from amends.codes.code import Code
from amends.codes.registry import CODES
from amends.content.yaml_source import LIMITS
from amends.finding import Findings, Location
from amends.security.page_guard import PageGuard
from amends.translating import po
from amends.translating.incoming import judged
from builders import FILES
from by_hand import build_by_hand, files_by_hand
from examples import (
    UNTRANSLATED,
    codes_in_a_layer,
    codes_in_files,
    codes_in_the_sop,
    codes_in_variants,
    codes_when_checked,
    told_in_every_language,
)
from translators import project_at

Codes = Callable[[Path, Any], set[str]]


def codes_on_a_page(_: Path, example: str) -> set[str]:
    guard = PageGuard()
    guard.guarded(f"<html><head></head><body>{example}</body></html>", Location("docs/page.md"))
    return {finding.code for finding in guard.findings}


def codes_by_hand(folder: Path, example: str) -> set[str]:
    try:
        build_by_hand(folder, dict(files_by_hand(example)))
    except Findings as found:
        return {finding.code for finding in found.findings}
    return set()


def codes_of_a_file_that_came_back(folder: Path, example: str) -> set[str]:
    for name, text in FILES.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    texts = project_at(folder).texts("zh")
    return {finding.code for finding in judged(texts, po.read(example.encode(), "zh.po")).findings}


READ_BY: dict[str, Codes] = {
    "Y": codes_in_files,
    "C": codes_in_files,
    "M": codes_in_the_sop,
    "B": codes_in_a_layer,
    "V": codes_in_variants,
    "H": codes_by_hand,
    "X": codes_on_a_page,
    "A": codes_when_checked,
    "E": codes_of_a_file_that_came_back,
}

# A layer without its base is no whole SOP, and an `id` that stands below already changes nothing.
# No case comes to a step behind the last one.
BROUGHT_ALONG: dict[Code, tuple[str, ...]] = {
    layers.UNKNOWN_BASE: ("M001",),
    layers.SAME_LAYER_NAME: ("B103",),
    layers.STEP_WITHOUT_PLACE: ("P201",),
}

# What no page can show: the rest of a long file, and the bytes of another encoding.
WRITTEN_OUT: dict[Code, Callable[[str], str | bytes]] = {
    translated.NO_TEXT: lambda example: example.replace("...", "\u00ad"),
    yaml_file.FILE_TOO_LARGE: lambda example: example.replace("...", "." * LIMITS.file_bytes),
    yaml_file.NOT_UTF_8: lambda example: example.encode("cp1252"),
    yaml_file.TOO_MANY_VALUES: lambda example: example.replace("  ...", f"  list: [{', '.join('a' * LIMITS.values)}]"),
    yaml_file.FIELD_NAME_TOO_LONG: lambda example: example.replace("...", "." * LIMITS.key_characters),
    yaml_file.TEXT_TOO_LONG: lambda example: example.replace("...", "." * LIMITS.text_characters),
}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_the_bad_example_of_a_code_has_that_problem_alone(code: Code, tmp_path: Path) -> None:
    with told_in_every_language():
        codes = READ_BY[code.code[0]](tmp_path, bad_example(code))

    assert code.code in codes
    assert codes <= {code.code, UNTRANSLATED, *BROUGHT_ALONG.get(code, ())}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_the_good_example_of_a_code_is_clean(code: Code, tmp_path: Path) -> None:
    assert READ_BY[code.code[0]](tmp_path, code.explanation.good) <= {UNTRANSLATED}


def test_an_example_that_is_written_out_says_that_it_is_longer_or_otherwise_saved() -> None:
    for code, write_out in WRITTEN_OUT.items():
        example = code.explanation.bad
        assert "..." in example or "saved as Windows-1252" in example
        assert write_out(example) != example


def test_only_the_examples_that_no_page_can_show_are_written_out() -> None:
    shortened = {code for code in CODES if "..." in code.explanation.bad}

    assert shortened | {yaml_file.NOT_UTF_8} == WRITTEN_OUT.keys()


@pytest.mark.parametrize(
    ("code", "at_most"),
    [
        (yaml_file.FILE_TOO_LARGE, LIMITS.file_bytes),
        (yaml_file.TOO_MANY_VALUES, LIMITS.values),
        (yaml_file.FIELD_NAME_TOO_LONG, LIMITS.key_characters),
        (yaml_file.TEXT_TOO_LONG, LIMITS.text_characters),
        (yaml_file.NESTED_TOO_DEEP, LIMITS.depth),
    ],
)
def test_an_explanation_names_the_limit_that_holds(code: Code, at_most: int) -> None:
    assert f"more than {at_most:,} " in code.explanation.what


def bad_example(code: Code) -> Any:
    return WRITTEN_OUT.get(code, str)(code.explanation.bad)
