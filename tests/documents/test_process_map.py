from amends.documents.process_map import Flow, Node, process_map
from hotel import Hotel


def test_a_map_has_a_lane_for_each_role_that_does_something(hotel: Hotel) -> None:
    lanes = process_map(hotel.edition("zh")).lanes

    assert [(lane.id, lane.title, lane.colour) for lane in lanes][:1] == [("front-desk", "前台接待", "teal")]


def test_a_case_begins_at_the_start_and_comes_to_an_end(hotel: Hotel) -> None:
    drawn = process_map(hotel.edition())

    assert drawn.nodes[0] == Node("start", "start", "front-desk", "A complaint arrives")
    assert drawn.flows[0] == Flow("start", "steps/accept")
    assert [node.id for node in drawn.nodes if node.kind == "end"] == ["end_states/closed"]


def test_every_way_leads_from_box_to_box(hotel: Hotel) -> None:
    drawn = process_map(hotel.edition())
    boxes = {node.id for node in drawn.nodes}

    assert {end for flow in drawn.flows for end in (flow.source, flow.target)} == boxes
