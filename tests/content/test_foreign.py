"""What a project still shows of its base that is only an example, or holds in another country."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.read import read_sop
from builders import FILES, TODAY, corner_shop
from small_sop import SmallSop

MARKS = """\
example: [contacts/*/phone, organisation/name]
law: {CN: [variables/quiet-place]}
"""
OWN = 'organisation: {name: {en: "Mill", zh: "磨坊"}}\n'


def told(folder: Path, own: str, marks: str = MARKS) -> list[tuple[str, str, str, str]]:
    """The findings of a project over the small SOP with these marks: code, place, message and way out."""
    corner_shop(folder / "base", {**FILES, "sop": FILES["sop"] + marks})
    sop = SmallSop(folder / "own", {"sop.yml": f"id: own\nextends: ../base\n{own}"}, TODAY)
    return [
        (it.code, f"{Path(it.location.file).parent.name}/sop.yml:{it.location.line}", it.message, it.hint)
        for it in read_sop(sop.place, TODAY).findings
        if it.code in ("B114", "B115", "B116", "M002", "M003")
    ]


def test_each_example_and_each_foreign_value_is_told_in_the_own_file(tmp_path: Path) -> None:
    assert told(tmp_path, "title: {en: M, zh: M}\n") == [
        (
            "B114",
            "own/sop.yml:2",
            "`organisation/name` is still the example of `corner-shop`",
            'write yours:  organisation: {name: {en: "...", zh: "..."}}; if it is right for you:  keep: [organisation/name]',
        ),
        (
            "B114",
            "own/sop.yml:2",
            "`phone` of `contacts/counter` is still the example of `corner-shop`",
            'write yours:  contacts: {counter: {phone: "..."}}; if it is right for you:  keep: [contacts/counter]',
        ),
        (
            "B115",
            "own/sop.yml:2",
            "`variables/quiet-place` of `corner-shop` holds in CN only",
            'write yours:  variables: {quiet-place: {en: "...", zh: "..."}}; if CN is your country, say so in `calendar`; if it is right for you:  keep: [variables/quiet-place]',
        ),
    ]


@pytest.mark.parametrize(
    "own",
    [
        "contacts: {counter: {phone: '7'}}\nvariables: {quiet-place: {en: b, zh: b}}\n",
        "contacts: {counter: null}\nvariables: {quiet-place: {en: b}}\n",
        "keep: [contacts/*/phone, variables]\n",
        "keep: [contacts/counter]\ncalendar: {country: CN, time_zone: Asia/Shanghai}\n",
    ],
)
def test_what_is_replaced_removed_kept_or_right_here_is_not_told(tmp_path: Path, own: str) -> None:
    assert told(tmp_path, OWN + own) == []


def test_another_country_does_not_make_it_right(tmp_path: Path) -> None:
    own = OWN + "keep: [contacts]\ncalendar: {country: GB, subdivision: ENG, time_zone: Europe/London}\n"

    assert [it[0] for it in told(tmp_path, own)] == ["B115"]


def test_a_base_with_examples_of_its_own_is_not_reminded(tmp_path: Path) -> None:
    assert told(tmp_path, "example: [contacts/counter/phone]\n") == []


def test_a_branch_is_reminded_of_what_the_group_left(tmp_path: Path) -> None:
    told(tmp_path, OWN + "variables: {quiet-place: {en: b, zh: b}}\n")
    branch = SmallSop(tmp_path / "branch", {"sop.yml": "id: branch\nextends: ../own\n"}, TODAY)

    assert [
        (it.code, Path(it.location.file).parent.name) for it in branch.reading().findings if it.code in ("B114", "B115")
    ] == [("B114", "own")]


@pytest.mark.parametrize("mark", ["keep: [contact/*/phone]", "law: {GB: [variables/polise]}", "example: [contacts/x]"])
def test_a_mark_that_leads_to_nothing_is_told(tmp_path: Path, mark: str) -> None:
    found = told(tmp_path, f"{OWN}{mark}\n")

    assert [it[:2] for it in found if it[0] == "B116"] == [("B116", "own/sop.yml:4")]


def test_a_country_is_two_capitals(tmp_path: Path) -> None:
    assert [it[2] for it in told(tmp_path, "law: {China: [variables/quiet-place]}\n")] == [
        "“China” is not the code of a country"
    ]


def test_a_language_that_is_not_shown_is_not_told(tmp_path: Path) -> None:
    marks = "law: {CN: [variables/quiet-place/zh]}\n"

    assert told(tmp_path, "locales: [en]\n", marks) == []
    assert [it[0] for it in told(tmp_path, "locales: [zh]\n", marks)] == ["B115"]
