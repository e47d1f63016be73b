from amends.documents.process_map import ProcessMap
from amends.drawing.drawing import Direction
from amends.drawing.placement import Grid, placed
from small_maps import chart


def cells(drawn: ProcessMap, direction: Direction) -> dict[str, tuple[int, int, int]]:
    grid: Grid = placed(drawn, [lane.id for lane in drawn.lanes], direction)
    return {name: (cell.column, cell.row, cell.place) for name, cell in grid.cells.items()}


def test_in_a_landscape_each_step_has_a_column_and_its_questions_hang_under_it() -> None:
    drawn = chart("a:step:desk q:decision:desk r:decision:desk b:step:desk", "a>q q>r r>b")

    assert cells(drawn, "landscape") == {"a": (0, 0, 0), "q": (0, 0, 1), "r": (0, 0, 2), "b": (1, 0, 0)}


def test_a_question_that_is_reached_from_elsewhere_too_does_not_hang() -> None:
    drawn = chart("a:step:desk q:decision:desk b:step:desk", "a>q q>b b>q")

    assert cells(drawn, "landscape")["q"] == (1, 0, 0)


def test_a_step_of_a_lane_below_shares_the_column_of_the_one_before() -> None:
    drawn = chart("a:step:desk b:step:owner c:step:desk", "a>b b>c")

    assert cells(drawn, "landscape") == {"a": (0, 0, 0), "b": (0, 1, 0), "c": (1, 0, 0)}


def test_ends_stand_beside_the_answers_that_lead_to_them() -> None:
    drawn = chart("a:step:desk q:decision:desk b:step:owner x:end:desk y:end:desk", "a>q q>b q>x:No q>y:Praise")

    assert cells(drawn, "landscape")["x"] == (1, 0, 0)
    assert cells(drawn, "landscape")["y"] == (1, 0, 1)
    assert placed(drawn, ["desk", "owner"], "landscape").floating == {(1, 0)}


def test_in_a_portrait_each_box_has_a_row_unless_the_next_lane_takes_over() -> None:
    drawn = chart("a:step:desk q:decision:desk b:step:owner c:step:desk", "a>q q>b b>c")

    assert cells(drawn, "portrait") == {"a": (0, 0, 0), "q": (0, 1, 0), "b": (1, 1, 0), "c": (0, 2, 0)}
