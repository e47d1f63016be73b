"""What stands at a place is known in any text, however little of it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from amends.content.layers import Resolved
from amends.editor.caret import spot_at, spots, spots_to_fill
from amends.editor.known import Known
from amends.editor.offers import offers
from amends.editor.places import Lines
from builders import FILES

EMPTY = Known(Resolved((), None, {}), None, "en")
TEXT = FILES["steps"]


def filled(text: str) -> list[str]:
    """The paths at the `|` of a text; the name of a field is a star."""
    index = text.index("|")
    found = spots_to_fill(text.replace("|", "", 1), index)
    return ["/".join(map(str, [*spot.path[:-1], "*"] if spot.is_key else spot.path)) for spot in found]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("|", "*"),
        ("steps:\n  accept:\n    pur|", "steps/accept/*"),
        ("steps:\n  accept:\n    title: x\n    pur|\n    next: y", "steps/accept/*"),
        ("steps:\n  accept:\n    titl\n    pur|", "steps/accept/*"),
        ("steps:\n  accept: {title: x, pu|", "steps/accept/*"),
        ("steps:\n  accept: {title: x, responsible: |}", "steps/accept/responsible"),
        ("steps:\n  accept: {title: 😀受理, responsible: man|}", "steps/accept/responsible"),
        ('steps:\n  accept:\n    title: "half\n    responsible: |', "steps/accept/responsible"),
        ("steps:\n  accept:\n    say: [a, b|", "steps/accept/say/1"),
        ("steps:\n  accept:\n    say:\n      - a\n      - |\n    next: b", "steps/accept/say/1"),
        ("steps:\n  accept:\n    say:\n    - |", "steps/accept/say/0"),
    ],
)
def test_the_place_of_a_word_that_is_being_typed(text: str, path: str) -> None:
    assert path in filled(text)


def test_a_name_below_a_line_that_cannot_be_read_is_found_all_the_same() -> None:
    text = 'steps:\n  accept:\n    title: "half\n    next: verify\n'
    spot = spot_at(text, text.index("verify") + 2)

    assert spot is not None
    assert (spot.path, spot.word, text[spot.begin : spot.end]) == (("steps", "accept", "next"), "verify", "verify")


def test_every_value_of_a_file_is_found_where_it_stands() -> None:
    found = list(spots(TEXT))

    assert len(found) > 150
    assert [spot for spot in found if spot_at(TEXT, spot.begin) != spot] == []


@given(st.integers(0, len(TEXT)), st.integers(0, 60), st.text("{}[]|>-:#&*!%@'\"\\\t 😀受\n", max_size=6), st.data())
def test_no_half_typed_text_is_too_odd(begin: int, length: int, typed: str, data: st.DataObject) -> None:
    text = TEXT[:begin] + typed + TEXT[begin + length :]
    index = data.draw(st.integers(0, len(text)))

    spot_at(text, index)
    for offer in offers(EMPTY, "steps.yml", text, index):
        assert offer.begin <= index


@given(st.text("ab😀受\n", max_size=30), st.data())
def test_a_place_of_an_editor_and_an_index_say_the_same(text: str, data: st.DataObject) -> None:
    lines = Lines(text.split("\n"), lambda it: len(it.encode("utf-16-le")) // 2)
    index = data.draw(st.integers(0, len(text)))

    assert lines.index(lines.position_of(index)) == index
    assert lines.index(types.Position(99, 99)) == len(text)
