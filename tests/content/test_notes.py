"""Comments that speak to amends: where they stand, and of which lines they speak."""

from __future__ import annotations

from time import process_time

from amends.content.notes import Note
from amends.content.yaml_reader import read_yaml

TEXT = """\
# yaml-language-server: $schema=x
steps:
  # amends: ignore S505 the first
  accept:
    title: Accept  # amends: ignore L704 the second

    # a word between
    actions:
      greet: {do: "Say # amends: ignore S501 no comment"}
  verify:
    title: |
      A text with
      # amends: ignore S501 no comment either
#amends:ignore B105 for all that follows
roles:
  clerk: {title: Clerk}
"""


def notes(text: str) -> tuple[Note, ...]:
    return read_yaml(text.encode(), "a.yml").notes


def test_a_note_on_its_own_line_speaks_of_the_next_value_and_one_behind_a_value_of_that() -> None:
    found = [(note.line, note.column, note.said, note.first, note.last) for note in notes(TEXT)]

    assert found == [
        (3, 3, "ignore S505 the first", 4, 9),
        (5, 20, "ignore L704 the second", 5, 5),
        (14, 1, "ignore B105 for all that follows", 15, 16),
    ]


def test_a_note_behind_the_last_line_speaks_of_nothing_more() -> None:
    assert [(note.first, note.last) for note in notes("a: b\n# amends: ignore S505 x")] == [(2, 2)]


def test_a_file_without_notes_has_none() -> None:
    assert notes("a: 'amends: x'\nb: not#amends:y\n") == ()


def test_very_many_notes_are_read_in_linear_time() -> None:
    text = "a:\n" + "# amends: ignore S505 x\n" * 20_000 + "".join(f"  k{row}: v\n" for row in range(20_000))
    begin = process_time()

    assert len(notes(text)) == 20_000
    assert process_time() - begin < 5
