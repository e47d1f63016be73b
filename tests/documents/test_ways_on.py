from amends.documents.sheets import Sheets
from amends.documents.ways_on import ways_on
from hotel import Hotel


def ways(hotel: Hotel, step_id: str) -> list[list[str]]:
    return [[row.label.plain for row in rows] for rows in ways_on(Sheets(hotel.edition()).steps[step_id])]


def test_answers_that_stay_in_the_step_are_no_way_on(hotel: Hotel) -> None:
    hotel.replace("next: accept, at_most: {times: 2, then: end/closed}", "do: {en: Ask again., zh: 再问。}")

    assert ways(hotel, "solve") == [["Yes"]]


def test_answers_that_lead_the_same_way_share_a_row_also_those_of_two_questions(hotel: Hotel) -> None:
    hotel.replace(
        "    decisions:\n      happy:",
        '    decisions:\n      early: {question: "Early?", outcomes: {done: {label: Done, next: end/closed}, no: {label: No}}}\n      happy:',
    )

    assert ways(hotel, "solve") == [["Done", "Yes"], ["Not yet"]]


def test_a_step_without_a_decision_has_none(hotel: Hotel) -> None:
    assert ways(hotel, "watch") == []
