import re
from pathlib import Path

from amends.documents.process_map import Flow, Node
from amends.documents.sheets import Sheets
from builders import FILES, TODAY
from hotel import Hotel
from side_by_side import TOGETHER
from small_sop import SmallSop


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


def test_an_answer_that_stays_leads_back_to_its_step(hotel: Hotel) -> None:
    hotel.replace(
        ', do: {en: "Say thanks.", zh: "致谢。"}, next: end/closed}',
        ', do: {en: "Say thanks.", zh: "致谢。"}, stay: true}',
    )
    sheets = Sheets(hotel.edition())

    asked = "steps/accept/decisions/kind"
    assert Flow(asked, "steps/accept", ("No, praise",), short="No, praise") in sheets.map.flows
    praise = next(row for box in sheets.steps["accept"].decisions for row in box.outcomes if row.id == "praise")
    assert (praise.leads.plain, praise.tone) == ("Stay in this step until another answer holds", "back")


def together(folder: Path, steps: str = TOGETHER) -> Sheets:
    files = {f"{name}.yml": text for name, text in (FILES | {"steps": steps}).items()}
    return SmallSop(folder, files, TODAY).sheets()[0]


def test_ways_split_before_steps_side_by_side_and_join_behind_them(tmp_path: Path) -> None:
    drawn = together(tmp_path).map

    split, join, asked = "steps/verify/split", "steps/verify/join", "steps/verify/decisions/grounds"
    assert [node.id for node in drawn.nodes if node.id.startswith(("steps/verify", "steps/call"))] == [
        split,
        "steps/verify",
        asked,
        "steps/call",
        join,
    ]
    assert {(flow.source, flow.target) for flow in drawn.flows} >= {
        ("steps/accept", split),
        (split, "steps/verify"),
        (split, "steps/call"),
        (asked, join),
        (asked, "end_states/refused"),
        ("steps/call", join),
        (join, "steps/settle"),
    }
    assert {node.id: node.ends_all for node in drawn.nodes if node.kind == "end"} == {
        "end_states/refused": True,
        "end_states/settled": False,
    }


def test_a_case_that_ends_behind_them_waits_for_both(tmp_path: Path) -> None:
    before, _, review = re.split("(?=  settle:\n|  review:\n)", TOGETHER)
    last = before.replace("    limits:\n", "    next: end/settled\n    limits:\n", 1) + review
    flows = {(flow.source, flow.target) for flow in together(tmp_path, last).map.flows}

    assert ("steps/verify/join", "end_states/settled") in flows
    assert ("steps/call", "end_states/settled") not in flows


def test_a_sheet_says_what_runs_at_the_same_time_and_what_the_case_waits_for(tmp_path: Path) -> None:
    steps = together(tmp_path).steps

    assert steps["accept"].beside is None
    assert steps["call"].beside is not None
    assert steps["call"].beside.plain == "At the same time: step 2: Verify the facts"
    assert steps["call"].onward.plain == "Go to step 4: Settle it (once all that runs at the same time is done)"
