from amends.documents.process_map import Flow, Node
from amends.documents.sheets import Sheets
from hotel import Hotel


def test_a_map_has_a_lane_for_each_role_that_does_something(hotel: Hotel) -> None:
    lanes = Sheets(hotel.edition("zh")).map.lanes

    assert [(lane.id, lane.title, lane.colour) for lane in lanes] == [
        ("front-desk", "前台接待", "teal"),
        ("case-owner", "承办人", "slate"),
    ]


def test_a_case_begins_at_the_start_and_comes_to_an_end(hotel: Hotel) -> None:
    drawn = Sheets(hotel.edition()).map

    assert drawn.nodes[0] == Node("start", "start", "front-desk", "A complaint arrives")
    assert drawn.flows[0] == Flow("start", "steps/accept")
    assert [node.id for node in drawn.nodes if node.kind == "end"] == ["end_states/closed"]


def test_every_way_leads_from_box_to_box(hotel: Hotel) -> None:
    drawn = Sheets(hotel.edition()).map
    boxes = {node.id for node in drawn.nodes}

    assert {end for flow in drawn.flows for end in (flow.source, flow.target)} == boxes


def test_all_answers_to_one_box_are_one_way_and_those_of_last_resort_come_last(hotel: Hotel) -> None:
    flows = Sheets(hotel.edition()).map.flows

    happy = "steps/solve/decisions/happy"
    assert [flow for flow in flows if flow.source == happy] == [
        Flow(happy, "end_states/closed", ("Yes", "Not yet (again)"), short="Yes +1"),
        Flow(happy, "steps/accept", ("Not yet",), short="Not yet"),
    ]


def test_a_way_that_only_a_last_resort_takes_is_known_as_one(hotel: Hotel) -> None:
    hotel.replace(
        'content: {label: {en: "Yes", zh: "满意"}, next: end/closed}',
        'content: {label: {en: "Yes", zh: "满意"}, next: solve}',
    )
    drawn = Sheets(hotel.edition("zh")).map

    [last] = [flow for flow in drawn.flows if flow.is_last_resort]
    assert (last.target, last.labels, last.short) == ("end_states/closed", ("还不满意（再次）",), "还不满意（再次）")


def test_a_question_all_of_whose_answers_lead_on_is_no_box(hotel: Hotel) -> None:
    hotel.replace(
        ', do: {en: "Say thanks.", zh: "致谢。"}, next: end/closed}',
        ', do: {en: "Say thanks.", zh: "致谢。"}, next: solve}',
    )
    drawn = Sheets(hotel.edition()).map

    assert "steps/accept/decisions/kind" not in {node.id for node in drawn.nodes}
    assert Flow("steps/accept", "steps/solve") in drawn.flows
