"""Every code stands in the registry once, is explained, and is written down nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import amends
from amends.check.registry import RULES
from amends.codes import asked, folder, hand_written, layers, model, page, translated, variants, yaml_file
from amends.codes.code import Code
from amends.codes.registry import CODES

PACKAGE = Path(amends.__file__).parent
FAMILIES = {
    "Y": yaml_file,
    "C": folder,
    "B": layers,
    "M": model,
    "V": variants,
    "H": hand_written,
    "X": page,
    "A": asked,
    "E": translated,
}
CONSTANTS = {name: code for family in FAMILIES.values() for name, code in vars(family).items() if type(code) is Code}
MODULES = {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_bytes()) for file in PACKAGE.rglob("*.py")}
A_CODE = re.compile(r"[A-Z][0-9]{3}")


def test_the_registry_holds_every_constant_of_every_family_once() -> None:
    assert len(CONSTANTS) > 30
    assert list(CONSTANTS.values()) == list(CODES)


def test_every_module_of_the_room_that_holds_codes_is_a_family() -> None:
    modules = {file.stem for file in (PACKAGE / "codes").glob("*.py")} - {"__init__", "code", "explanation", "registry"}
    assert modules == {family.__name__.rpartition(".")[2] for family in FAMILIES.values()}


@pytest.mark.parametrize(("name", "code"), CONSTANTS.items(), ids=CONSTANTS)
def test_a_code_is_well_formed(name: str, code: Code) -> None:
    assert A_CODE.fullmatch(code.code)
    assert name == code.name.upper().replace("-", "_")
    assert vars(FAMILIES[code.code[0]])[name] is code
    assert code.level in ("error", "warning", "info")


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_code_says_what_why_bad_good_and_the_way_out(code: Code) -> None:
    assert all(code.explanation)
    assert re.fullmatch(r"\S[^\n]*\.", code.explanation.what), "one sentence, on one line"
    assert code.explanation.why.endswith(".")
    assert code.explanation.way_out.endswith(".")


@pytest.mark.parametrize("name", CONSTANTS)
def test_every_code_is_given_by_some_module(name: str) -> None:
    used = {word for module, tree in MODULES.items() if not module.startswith("codes/") for word in names_in(tree)}
    assert name in used


def test_no_module_but_the_families_and_the_rules_writes_a_code_or_its_name_down() -> None:
    elsewhere = [
        (module, text)
        for module, tree in MODULES.items()
        if not module.startswith(("codes/", "check/rules/"))
        for text in texts_in(tree)
        if is_of_a_code(text)
    ]
    assert elsewhere == []


def test_only_a_code_makes_findings() -> None:
    makers = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    }
    assert makers == {"codes/code.py"}


def names_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def texts_in(tree: ast.AST) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def is_of_a_code(text: str) -> bool:
    """Whether a text is a code or a name of one; `tab` alone is a word of other trades too."""
    return bool(A_CODE.fullmatch(text)) or ("-" in text and text in {code.name for code in (*CODES, *RULES)})
