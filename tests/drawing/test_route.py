from itertools import pairwise

from amends.documents.process_map import ProcessMap
from amends.drawing.drawing import Direction
from amends.drawing.placement import placed
from amends.drawing.route import routed
from small_maps import chart


def modes(drawn: ProcessMap, direction: Direction = "landscape", thicket: int | None = 3) -> dict[str, str]:
    grid = placed(drawn, [lane.id for lane in drawn.lanes], direction)
    return {f"{route.flow.source}>{route.flow.target}": route.mode for route in routed(drawn, grid, thicket)}


def test_a_way_to_the_next_box_of_the_lane_runs_straight() -> None:
    drawn = chart("a:step:desk b:step:desk", "a>b")

    assert modes(drawn) == {"a>b": "right"}
    assert modes(drawn, "portrait") == {"a>b": "down"}


def test_a_way_past_a_box_runs_over_the_top_and_never_through_it() -> None:
    drawn = chart("a:step:desk b:step:desk c:step:desk", "a>b a>c:Later b>c")

    assert modes(drawn) == {"a>b": "side", "a>c": "over", "b>c": "right"}


def test_a_way_back_and_one_to_the_box_itself_run_over_the_top() -> None:
    drawn = chart("a:step:desk b:step:desk", "a>b b>a:Again b>b:Wait")

    assert modes(drawn) == {"a>b": "right", "b>a": "over", "b>b": "over"}


def test_a_question_of_the_lane_above_is_entered_straight_from_below() -> None:
    drawn = chart("a:step:owner q:decision:desk", "a>q")

    [route] = routed(drawn, placed(drawn, ["desk", "owner"], "landscape"))
    assert route.mode == "up"


def test_what_would_make_a_thicket_is_named_but_never_the_way_to_the_next_step() -> None:
    steps = [f"s{n}" for n in range(12)]
    nodes = " ".join(f"{name}:step:desk" for name in steps)
    on = " ".join(f"{one}>{other}" for one, other in pairwise(steps))
    far = " ".join(f"s{n}>s{n + 5}:Far" for n in range(6))
    found = modes(chart(nodes, f"{on} {far}"), thicket=2)

    assert {found[way] for way in on.split()} <= {"right", "side"}
    assert sorted(found.values()).count("named") == 3
