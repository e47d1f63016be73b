from amends.documents.process_path import process_path
from amends.documents.sheets import Sheets
from hotel import Hotel


def ways(hotel: Hotel) -> dict[str, list[tuple[tuple[str, ...], int | None, str | None]]]:
    sheets = Sheets(hotel.edition())
    path = process_path(sheets.edition, sheets.steps)
    return {step.sheet.id: [(way.answers, way.number, way.end) for way in step.ways] for step in path}


def test_the_path_has_the_steps_of_a_case_and_the_answers_that_leave_it(hotel: Hotel) -> None:
    found = ways(hotel)

    assert list(found) == ["accept", "solve"]
    assert found["accept"] == [(("No, praise",), None, "Closed")]


def test_an_answer_that_leads_to_the_next_step_needs_no_number(hotel: Hotel) -> None:
    hotel.replace("say: [sorry], hand_to: case-owner}", "say: [sorry], hand_to: case-owner, next: solve}")

    assert ways(hotel)["accept"] == [(("No, praise",), None, "Closed")]


def test_answers_that_lead_to_the_same_place_stand_together(hotel: Hotel) -> None:
    hotel.replace("say: [sorry], hand_to: case-owner}", "say: [sorry], hand_to: case-owner, next: end/closed}")

    assert ways(hotel)["accept"] == [(("No, praise", "Yes"), None, "Closed")]


def test_a_step_shows_where_to_stop(hotel: Hotel) -> None:
    sheets = Sheets(hotel.edition())
    accept, solve = process_path(sheets.edition, sheets.steps)

    assert [pause.title.plain for pause in accept.pauses] == ["Before you speak"]
    assert solve.pauses == ()
