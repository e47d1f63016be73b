from amends.drawing.lane_order import lane_order
from small_maps import chart


def test_lanes_stand_in_the_order_in_which_they_come_into_the_case() -> None:
    drawn = chart("a:step:desk b:step:owner c:step:boss", "a>b b>c c>a")

    assert lane_order(drawn) == ["desk", "owner", "boss"]


def test_a_lane_moves_to_those_with_whom_it_deals_a_lot() -> None:
    answers = " ".join(f"x{n}>d{n}" for n in range(9))
    nodes = " ".join(f"x{n}:decision:owner d{n}:decision:archive" for n in range(9))
    drawn = chart(f"a:step:desk b:step:owner c:step:boss {nodes}", f"a>b b>c {answers}")

    assert lane_order(drawn) == ["desk", "owner", "archive", "boss"]


def test_the_lane_in_which_the_case_begins_stays_first() -> None:
    drawn = chart("a:step:desk b:step:owner c:step:boss d:step:owner e:step:boss", "a>b b>c c>d d>e b>e c>b")

    assert lane_order(drawn)[0] == "desk"
