"""What holds of `check` whatever the files say: twice the same, in whatever order, and nothing but names renamed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.authoring.rename import renamed_files
from amends.content.place import find_place
from amends.documents.export import exported
from amends.finding import Finding
from amends.read import read_layered
from builders import FILES, corner_shop


def told(findings: tuple[Finding, ...]) -> set[tuple[str, int, int, str]]:
    return {(it.code, it.location.line, it.location.column, it.message) for it in findings}


def as_data(folder: Path) -> str:
    """Everything that a handbook is made from, in all languages, but not the earlier names of entries."""
    data = [exported(edition) for edition in corner_shop(folder, {}).editions()]
    return json.dumps([{key: part for key, part in it.items() if key != "aliases"} for it in data], ensure_ascii=False)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([name for name in FILES if name != "sop"]), st.sampled_from(("people", "steps", "tables")))
def test_a_check_says_the_same_twice_and_in_whatever_order_the_files_are_read(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], spoiled: str
) -> None:
    make = tmp_path_factory.mktemp("order")
    files = FILES | {spoiled: FILES[spoiled].replace("manager", "managr", 1).replace("title", "titel", 1)}
    plain = corner_shop(make / "a", files)
    other = {"sop": files["sop"]} | {f"{index:02}-{name}": files[name] for index, name in enumerate(names)}
    shuffled = corner_shop(make / "b", other)

    first = told(plain.reading().findings)

    assert first
    assert told(plain.reading().findings) == first
    assert {(code, message) for code, _, _, message in told(shuffled.reading().findings)} == {
        (code, message) for code, _, _, message in first
    }


def test_comments_and_other_quotes_change_nothing_that_is_shown(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    corner_shop(before)
    changed = {}
    for name, text in FILES.items():
        quoted = text.replace("responsible: assistant", "responsible: 'assistant'").replace(
            "phase: case", 'phase: "case"'
        )
        changed[name] = "# a comment: {of [no] meaning}\n" + quoted.replace("\n  ", "\n  # here too\n  ")
    corner_shop(after, changed)

    assert as_data(before) == as_data(after)


def test_another_id_changes_nothing_but_this_id(tmp_path: Path) -> None:
    corner_shop(tmp_path)
    place = find_place(str(tmp_path))
    before = as_data(tmp_path)

    for old, new in (("roles/assistant", "clerk-at-the-counter"), ("contacts/counter", "front-of-shop")):
        for file, edited in renamed_files(place, read_layered(place), old, new).items():
            file.write_text(edited.result(), encoding="utf-8")
    after = as_data(tmp_path)

    assert corner_shop(tmp_path, {}).reading().findings == ()
    assert "clerk-at-the-counter" in after
    assert _without_names(after) == _without_names(before)


def _without_names(data: str) -> str:
    for name in ("roles/clerk-at-the-counter", "clerk-at-the-counter", "roles/assistant", "assistant"):
        data = data.replace(f'"{name}', '"X')
    for name in ("contacts/front-of-shop", "front-of-shop", "contacts/counter", "counter"):
        data = data.replace(f'"{name}', '"Y')
    return data.replace("/clerk-at-the-counter", "/X").replace("/front-of-shop", "/Y")
