"""`check` of twice as much that is wrong takes about twice as long, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner

from amends.cli import main
from amends.content.layers import Layer, resolved
from amends.content.loader import read_content
from amends.model import shape
from amends.model.sop import COLLECTIONS
from amends.read import HEADER_FIELDS
from builders import TODAY, corner_shop

MOST = 3.0
"""How many times as long twice the content may take: 2 is linear, 4 is quadratic."""


def dangling_names(count: int) -> str:
    roles = "".join(f"  front-office-{number}: {{title: {{en: R, zh: R}}}}\n" for number in range(count))
    wording = f"  bad:\n    never: {{a: {{en: x, zh: x}}}}\n    instead: {names('scrpt', count)}\n"
    return f"roles:\n{roles}wording:\n{wording}scripts:\n{scripts(count)}"


def names(word: str, count: int) -> str:
    return "[" + ", ".join(f"{word}-{number}" for number in range(count)) + "]"


def scripts(count: int) -> str:
    line = "{title: {en: S, zh: S}, lines: {a: {en: One., zh: 一。}}}"
    return "".join(f"  script-{number}: {line}\n" for number in range(count))


def steps_in_circles(count: int) -> str:
    step = (
        "title: {en: A, zh: A}, purpose: {en: A, zh: A}, phase: case, responsible: assistant, accountable: manager, "
        "actions: {a: {do: {en: A, zh: A}}}"
    )
    following = {number: number // 10 * 10 + (number + 1) % 10 for number in range(count)}
    return "steps:\n" + "".join(f"  s{one}: {{{step}, next: s{other}}}\n" for one, other in following.items())


def unknown_fields(count: int) -> str:
    return "contacts:\n" + "".join(f"  c{number}: {{title: {{en: C, zh: C}}, phon: 1}}\n" for number in range(count))


def on_one_line(count: int) -> str:
    contacts = ", ".join(f"c{number}: {{title: {{en: C, zh: C}}, phone: '1'}}" for number in range(count))
    return f"contacts: {{{contacts}}}\n"


@pytest.mark.parametrize(
    ("content", "count"),
    [(dangling_names, 450), (steps_in_circles, 600), (unknown_fields, 1_000), (on_one_line, 1_000)],
)
def test_twice_as_much_that_is_wrong_takes_twice_as_long(
    tmp_path: Path, content: Callable[[int], str], count: int
) -> None:
    corner_shop(tmp_path)

    def seconds(size: int) -> float:
        (tmp_path / "more.yml").write_text(content(size), encoding="utf-8")
        begin = process_time()
        result = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "github", "--today", TODAY.isoformat()])
        assert result.output.count(": ") >= size // 10
        return process_time() - begin

    assert any(seconds(2 * count) < MOST * seconds(count) for _ in range(3))


# Layers ----------------------------------------------------------------------------------------------------------------


def many_moves(count: int) -> tuple[str, str]:
    contacts = "".join(f"  c{number}: {{title: {{en: C, zh: C}}, phone: '1'}}\n" for number in range(count))
    moves = "".join(f"  c{number}: {{before: c{count - number}}}\n" for number in range(1, count // 2))
    return f"contacts:\n{contacts}", f"contacts:\n{moves}"


def many_removals(count: int) -> tuple[str, str]:
    wording = f"  bad:\n    never: {{a: {{en: x, zh: x}}}}\n    instead: {names('script', count)}\n"
    gone = "".join(f"  script-{number}: null\n" for number in range(count - 1))
    return f"wording:\n{wording}scripts:\n{scripts(count)}", f"scripts:\n{gone}"


def many_detours(count: int) -> tuple[str, str]:
    step = (
        "title: {en: A, zh: A}, purpose: {en: A, zh: A}, phase: case, responsible: assistant, accountable: manager, "
        "actions: {a: {do: {en: A, zh: A}}}"
    )
    below = "".join(f"  s{number}: {{{step}, next: s{number + 1}}}\n" for number in range(count))
    detours = "".join(f"  t{number}: {{through: s{number}, {step}}}\n" for number in range(1, count))
    return f"steps:\n{below}", f"steps:\n{detours}"


@pytest.mark.parametrize(("content", "count"), [(many_moves, 1_500), (many_removals, 1_000), (many_detours, 300)])
def test_a_layer_of_twice_as_many_changes_takes_twice_as_long(
    tmp_path: Path, content: Callable[[int], tuple[str, str]], count: int
) -> None:
    def seconds(size: int) -> float:
        files = {"base/more.yml": content(size)[0], "top/more.yml": content(size)[1]}
        files |= {"base/sop.yml": "id: base\nstart: accept\n", "top/sop.yml": "id: top\n"}
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        layers = [Layer(it, read_content(tmp_path / it, HEADER_FIELDS, COLLECTIONS)) for it in ("base", "top")]
        begin = process_time()
        merged = resolved(layers, shape)
        taken = process_time() - begin
        assert [it for it in merged.findings if it.is_error] == []
        return taken

    assert any(seconds(2 * count) < MOST * seconds(count) for _ in range(3))
