"""Pause points stand on their page, and at the steps that they name."""

from amends.documents.pause_points import pause_sheets
from hotel import Hotel


def test_a_pause_point_has_its_checks_with_what_they_stand_for(hotel: Hotel) -> None:
    pause = pause_sheets(hotel.edition())["before-speak"]

    assert pause.title.plain == "Before you speak"
    assert [(row.id, row.text.plain, row.hint and row.hint.plain) for row in pause.items] == [
        ("hear", "Let the guest finish.", None),
        ("fault", "Say nothing of fault.", "Not yet."),
    ]
    assert [named.entry for named in pause.items[0].covers] == ["steps/accept/actions/greet"]


def test_it_stands_at_the_steps_that_it_names_and_nowhere_else(hotel: Hotel) -> None:
    [sheets, _] = hotel.sheets()

    stands = {key: [pause.id for pause in step.pauses] for key, step in sheets.steps.items()}
    assert stands == {"watch": [], "accept": ["before-speak"], "solve": []}
