"""A translation stands where an author would have put it, and nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.content.yaml_reader import read_yaml
from amends.translating.project import Project
from amends.translating.writing import written
from amends.translating.yaml_edits import YamlEdits
from hotel import Hotel
from translators import project_at

HEAD = "glossary:\n  refund:\n"
MEANING = "    meaning: {en: The money goes back., zh: 退钱。}\n"


def glossary(folder: Path, text: str) -> Project:
    """The hotel with this glossary in a file of its own."""
    Hotel(folder, {"more.yml": text})
    return project_at(folder)


def after(folder: Path, text: str, into: str, **changed: str) -> str:
    """The file once these fields of `glossary/refund` have their translations."""
    project = glossary(folder, text)
    names = {f"glossary/refund/{name}": it for name, it in changed.items()}
    result = written(project, project.texts(into), names)
    assert result.without_place == {}
    return next(it.after for it in result.files if it.file.endswith("more.yml"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('term: {en: "Refund", zh: "退款"}  # money', 'term: {en: "Refund", zh: "退费"}  # money'),
        ("term: {en: Refund, zh: 退款}", "term: {en: Refund, zh: 退费}"),
        ("term:\n      en: Refund\n      zh: '退款'", "term:\n      en: Refund\n      zh: '退费'"),
        ("term:\n      zh: |-\n        退款\n      en: Refund", "term:\n      zh: |-\n        退费\n      en: Refund"),
        (
            "term:\n      en: Refund\n      zh: >\n        退款\n\n",
            "term:\n      en: Refund\n      zh: >-\n        退费\n\n",
        ),
    ],
)
def test_a_text_keeps_its_style(tmp_path: Path, old: str, new: str) -> None:
    rest = f"\n{MEANING}  # the end\n"

    assert after(tmp_path, f"{HEAD}    {old}{rest}", "zh", term="退费") == f"{HEAD}    {new}{rest}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("term: Refund", 'term: {en: "Refund", fr: "Avoir"}'),
        ('term: {en: "Refund"}', 'term: {en: "Refund", fr: "Avoir"}'),
        ("term: {en: Refund,\n      zh: 退款}", 'term: {en: Refund,\n      zh: 退款, fr: "Avoir"}'),
        (
            "term:\n      en: Refund  # a word\n      # more",
            'term:\n      en: Refund  # a word\n      fr: "Avoir"\n      # more',
        ),
        (
            "term:\n      en: >-\n        Re\n        fund",
            'term:\n      en: >-\n        Re\n        fund\n      fr: "Avoir"',
        ),
        ("term: |-\n      Refund", 'term: {en: "Refund", fr: "Avoir"}'),
    ],
)
def test_a_new_language_stands_beside_the_others(tmp_path: Path, old: str, new: str) -> None:
    rest = f"\n{MEANING}"

    assert after(tmp_path, f"{HEAD}    {old}{rest}", "fr", term="Avoir") == f"{HEAD}    {new}{rest}"


@pytest.mark.parametrize(
    "text", ["« L’avoir »", 'a "b" \\ c', "a: b # c", "[x] {y}", "two\nlines", "- a", "ends:", " "]
)
def test_a_text_is_what_it_was_however_it_must_be_written(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "hotel"
    project = glossary(
        folder, f"{HEAD}    term: {{en: Refund, zh: 退款}}\n    meaning:\n      en: x\n      zh: |\n        退钱。\n"
    )
    changed = {"glossary/refund/term": text, "glossary/refund/meaning": text}
    for it in written(project, project.texts("zh"), changed).files:
        Path(it.file).write_bytes(it.result())

    again = project_at(folder).texts("zh").by_id
    assert {again[name].target for name in changed} == {text}


LETTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"), include_characters="\n")
STYLES = ("en: x", "en: 'x'", 'en: "x"', "en: |\n    x\n", "en: >-\n    x\n", "{en: x}", "{en: 'x', zh: y}")


@settings(max_examples=300, deadline=None)
@given(st.text(LETTERS, min_size=1), st.sampled_from(STYLES))
def test_any_text_can_be_written_in_the_place_of_any_other(text: str, style: str) -> None:
    gap = " " if style.startswith("{") else "\n  "
    edits = YamlEdits(f"title:{gap}{style}\nid: x\n", lambda _: True, "en")

    edits.put(("title", "en"), text)
    edits.put(("title", "fr"), text)

    data: Any = read_yaml(edits.result().encode(), "sop.yml").data
    assert {name: it for name, it in data["title"].items() if name != "zh"} == {"en": text, "fr": text}
    assert data["id"] == "x"


def test_line_ends_and_the_mark_at_the_begin_stay(tmp_path: Path) -> None:
    source = b"\xef\xbb\xbf" + f"{HEAD}    term: Refund\n{MEANING}".replace("\n", "\r\n").encode()
    Hotel(tmp_path)
    (tmp_path / "more.yml").write_bytes(source)
    project = project_at(tmp_path)

    [_, fixed] = sorted(
        written(project, project.texts("fr"), {"glossary/refund/term": "Avoir"}).files, key=lambda it: "more" in it.file
    )

    assert fixed.result() == source.replace(b"Refund", b'{en: "Refund", fr: "Avoir"}', 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("locales: [en, zh]", "locales: [en, zh, fr]"),
        ("locales:\n- en\n- zh", "locales:\n- en\n- zh\n- fr"),
        ("locales:\n  - en\n  - zh  # yes", "locales:\n  - en\n  - zh  # yes\n  - fr"),
    ],
)
def test_a_new_language_joins_those_of_the_handbook(tmp_path: Path, old: str, new: str) -> None:
    Hotel(tmp_path).replace("locales: [en, zh]", old)
    project = project_at(tmp_path)

    [fixed] = written(project, project.texts("fr"), {"title": "Réclamations"}).files

    assert new in fixed.after
    assert 'zh: "酒店投诉处理", fr: "Réclamations"}' in fixed.after


def test_forms_of_a_word_go_together(tmp_path: Path) -> None:
    Hotel(tmp_path)
    project = project_at(tmp_path)
    german = dict(zip(("one", "a", "many"), ("Gast", "ein Gast", "Gäste"), strict=True))

    [fixed] = written(
        project, project.texts("de"), {f"vocabulary/customer/{form}": it for form, it in german.items()}
    ).files
    assert 'zh: 客人, de: {one: "Gast", a: "ein Gast", many: "Gäste"}}' in fixed.after

    [fixed] = written(project, project.texts("zh"), {"vocabulary/customer/many": "客人们"}).files
    assert 'zh: {one: "客人", a: "客人", many: "客人们"}}' in fixed.after
    [fixed] = written(project, project.texts("en", "zh"), {"vocabulary/customer/a": "one guest"}).files
    assert "{one: guest, a: one guest, many: guests}" in fixed.after


def test_a_text_that_a_short_form_has_no_place_for_is_left_to_the_author(tmp_path: Path) -> None:
    Hotel(tmp_path / "base")
    folder = tmp_path / "branch"
    folder.mkdir()
    own = 'steps: {accept: {avoid: {argue: {en: "Quarrel.", zh: "吵架。"}}}}\n'
    (folder / "sop.yml").write_text(f"id: north\nextends: ../base\n{own}", encoding="utf-8")
    project = project_at(folder)
    name = "steps/accept/avoid/argue/instead"

    result = written(project, project.texts("zh"), {name: "先听完。"})

    assert (result.files, result.without_place) == ([], {name: f'{name}/zh: "先听完。"'})
