from __future__ import annotations

from pathlib import Path

import pytest

from amends.content.translation_record import RECORD_FILE, Direction, Record, id_of, pair_of
from amends.translating.recording import renewed
from hotel import Hotel
from translators import project_at


def recorded(folder: Path) -> Hotel:
    """The hotel with a record of all of its translations."""
    hotel = Hotel(folder)
    project = project_at(folder)
    project.record_again(project.languages(), ())
    return hotel


def stale(hotel: Hotel) -> list[tuple[str, int]]:
    return [(it.message, it.location.line) for it in hotel.reading().findings if it.code == "L710"]


def test_a_text_that_changes_alone_leaves_its_translation_older(tmp_path: Path) -> None:
    hotel = recorded(tmp_path)
    assert stale(hotel) == []

    hotel.replace('"Accept the complaint"', '"Take the complaint down"')

    assert stale(hotel) == [("steps/accept: the zh text is older than the en text, which has changed since", 18)]


def test_a_word_that_changes_alone_leaves_its_translation_older(tmp_path: Path) -> None:
    hotel = recorded(tmp_path).replace("many: guests", "many: visitors")

    assert [message for message, _ in stale(hotel)] == [
        "the zh text is older than the en text, which has changed since"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('{en: "Accept the complaint", zh: "受理投诉"}', '{en: "Take it down", zh: "记下投诉"}'),
        ('zh: "受理投诉"', 'zh: "接受投诉"'),
        ('"Accept the complaint"', '"Accept  the complaint "'),
    ],
    ids=["both change", "the translation changes", "blanks change"],
)
def test_other_changes_are_taken_to_fit(tmp_path: Path, old: str, new: str) -> None:
    assert stale(recorded(tmp_path).replace(old, new)) == []


def test_an_accepted_translation_is_no_longer_older(tmp_path: Path) -> None:
    hotel = recorded(tmp_path).replace('"Accept the complaint"', '"Take the complaint down"')
    project = project_at(tmp_path)

    project.record_again(project.languages(), ())
    assert len(stale(hotel)) == 1

    project.record_again(project.languages(), ("steps/accept",))
    assert stale(hotel) == []


def test_after_a_merge_the_lines_of_both_sides_count(tmp_path: Path) -> None:
    hotel = recorded(tmp_path)
    ours = (tmp_path / RECORD_FILE).read_text(encoding="utf-8")
    hotel.replace('{en: "Accept the complaint", zh: "受理投诉"}', '{en: "Take it down", zh: "记下投诉"}')
    project = project_at(tmp_path)
    theirs = renewed(Record(), project.languages()).text()

    (tmp_path / RECORD_FILE).write_text(f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> theirs\n", encoding="utf-8")

    assert stale(hotel) == []
    assert [it.code for it in hotel.reading().findings if it.code == "A007"] == []
    hotel.replace('"Take it down"', '"Write it down"')
    assert len(stale(hotel)) == 1


def test_a_text_of_several_pairs_keeps_them_and_no_two_paths_have_one_id() -> None:
    title = Direction("steps/accept/title", "en", "zh")
    pairs = frozenset({pair_of("Accept", "受理"), pair_of("Take", "受理")})

    assert Record({title: pairs}).text().count("steps/accept/title") == 2
    assert not Record({title: pairs}).is_older(title, "Take", "受理")
    assert Record({title: pairs}).is_older(title, "Listen", "受理")
    assert id_of(("document", "changes", "1/2")) != id_of(("document", "changes", "1", "2"))
