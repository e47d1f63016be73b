from collections.abc import Iterable
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.documents.process_map import Flow, Helper, Lane, Node, NodeKind, ProcessMap
from amends.drawing.drawing import Direction, Drawing
from amends.drawing.layout import drawing_of
from drawing_promises import broken_promises
from shipped_sops import NAMES, ShippedSops
from small_maps import chart

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
# A busy machine is no reason to fail.
BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TITLES = st.text(alphabet="abcdefghijWMil .,-。，（）投诉处理受理宾客“”", min_size=1, max_size=60).filter(str.strip)


@st.composite
def process_maps(draw: st.DrawFn) -> ProcessMap:
    """Any graph at all: loops, ways from a box to itself, several ways between two boxes, ends that lead on."""
    lanes = tuple(Lane(f"l{n}", draw(TITLES), "teal") for n in range(draw(st.integers(1, 6))))
    nodes = []
    for n in range(draw(st.integers(1, 14))):
        kind: NodeKind = draw(st.sampled_from(get_args(NodeKind)))
        limit = draw(st.none() | TITLES) if kind == "step" else None
        entry = draw(st.sampled_from([None, f"steps/n{n}"]))
        nodes.append(Node(f"n{n}", kind, draw(st.sampled_from(lanes)).id, draw(TITLES), entry, n + 1, limit))
    boxes = st.sampled_from([node.id for node in nodes])
    flows = draw(st.lists(st.builds(Flow, boxes, boxes, st.lists(TITLES, max_size=3).map(tuple)), max_size=30))
    return ProcessMap("any", "Any process", lanes, tuple(nodes), (*flows, *_chain(nodes, draw(st.booleans()))))


def _chain(nodes: list[Node], is_wanted: bool) -> Iterable[Flow]:  # noqa: FBT001
    """The ordinary way through all boxes, as real processes have it."""
    return (Flow(one.id, other.id) for one, other in pairwise(nodes) if is_wanted)


@settings(BUSY, max_examples=150)
@given(process_maps(), st.sampled_from(DIRECTIONS), st.sampled_from([None, 0, 3]))
def test_no_box_line_or_word_lies_over_another_in_any_process(
    drawn: ProcessMap, direction: Direction, thicket: int | None
) -> None:
    assert list(broken_promises(drawn, drawing_of(drawn, direction, thicket=thicket))) == []


@st.composite
def forks(draw: st.DrawFn) -> ProcessMap:
    """Steps side by side, some with a question, before, between and after other steps."""
    lanes = tuple(Lane(f"l{n}", draw(TITLES), "teal") for n in range(draw(st.integers(1, 4))))
    lane = st.sampled_from([it.id for it in lanes])
    nodes, flows = [Node("start", "start", draw(lane), "Start")], []
    for n in range(draw(st.integers(1, 3))):
        before, fork, meet = nodes[-1].id, f"fork{n}", f"meet{n}"
        nodes.append(Node(fork, "split", draw(lane), draw(TITLES)))
        flows.append(Flow(before, fork))
        for branch in range(draw(st.integers(2, 4))):
            name, asked = f"s{n}-{branch}", f"q{n}-{branch}"
            helpers = draw(st.lists(st.builds(Helper, st.just("r"), TITLES, st.just("red")), max_size=3).map(tuple))
            nodes.append(Node(name, "step", draw(lane), draw(TITLES), None, len(nodes), helpers=helpers))
            flows.append(Flow(fork, name))
            if draw(st.booleans()):
                nodes.append(Node(asked, "decision", draw(lane), draw(TITLES)))
                flows += [Flow(name, asked), Flow(asked, "end", ("No",)), Flow(asked, meet, ("Yes",))]
            else:
                flows.append(Flow(name, meet))
        nodes.append(Node(meet, "join", draw(lane), draw(TITLES)))
    nodes.append(Node("end", "end", draw(lane), "End"))
    used = {node.lane for node in nodes}
    shown = tuple(it for it in lanes if it.id in used)
    return ProcessMap("forks", "Forks", shown, tuple(nodes), (*flows, Flow(nodes[-2].id, "end")))


@settings(BUSY, max_examples=60)
@given(forks(), st.sampled_from(DIRECTIONS))
def test_nor_where_steps_run_side_by_side(drawn: ProcessMap, direction: Direction) -> None:
    assert list(broken_promises(drawn, drawing_of(drawn, direction))) == []


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_steps_side_by_side_begin_level(direction: Direction) -> None:
    small = chart(
        "fork:split:a one:step:a ask:decision:a two:step:b meet:join:a",
        "fork>one fork>two one>ask ask>meet:Yes ask>meet:No two>meet",
    )
    boxes = {box.node.id: box for box in drawing_of(small, direction).boxes}

    if direction == "landscape":
        assert boxes["one"].x == boxes["two"].x
        assert boxes["meet"].x > boxes["one"].x
    else:
        assert boxes["one"].y == boxes["two"].y
        assert boxes["meet"].y > boxes["ask"].y


@st.composite
def fans(draw: st.DrawFn) -> ProcessMap:
    """One question with many answers, most of which lead to ends: these want to stand beside their answers."""
    names = ["e0", "e1", "e2", "e3", "back", "next"]
    answers = draw(st.lists(st.tuples(st.sampled_from(names), TITLES), min_size=2, max_size=12))
    ends = tuple(Node(name, "end", "desk", draw(TITLES)) for name in names[:4])
    boxes = (Node("back", "step", "desk", "Back", None, 1), Node("ask", "decision", "desk", draw(TITLES)))
    flows = (Flow("back", "ask"), *(Flow("ask", target, (answer,)) for target, answer in answers))
    nodes = (*boxes, Node("next", "step", draw(st.sampled_from(["desk", "owner"])), "Next", None, 2), *ends)
    return ProcessMap("fan", "A fan", (Lane("desk", "Desk", "teal"), Lane("owner", "Owner", "blue")), nodes, flows)


@settings(BUSY, max_examples=100)
@given(fans(), st.sampled_from(DIRECTIONS))
def test_nor_where_ends_stand_beside_the_answers_that_lead_to_them(drawn: ProcessMap, direction: Direction) -> None:
    assert list(broken_promises(drawn, drawing_of(drawn, direction, thicket=None))) == []


@settings(BUSY, max_examples=50)
@given(process_maps(), st.sampled_from(DIRECTIONS))
def test_without_a_thicket_to_avoid_every_way_is_a_line(drawn: ProcessMap, direction: Direction) -> None:
    drawing = drawing_of(drawn, direction, thicket=None)

    assert (len(drawing.ways), drawing.connectors) == (len(drawn.flows), ())


@pytest.mark.parametrize("name", NAMES)
def test_nor_in_any_sop_that_we_ship(shipped_sops: ShippedSops, name: str) -> None:
    maps = {edition.locale: shipped_sops.process(name, edition.locale) for edition in shipped_sops.editions(name)}
    broken = [
        (locale, direction, broken)
        for locale, drawn in maps.items()
        for direction in DIRECTIONS
        for broken in broken_promises(drawn, drawing_of(drawn, direction))
    ]

    assert sorted(maps) == ["en", "zh"]
    assert broken == []


def crossings(drawing: Drawing) -> set[tuple[float, float]]:
    """The places where two lines that lead to different boxes cross."""
    level, upright = [], []
    for way in drawing.ways:
        for (x1, y1), (x2, y2) in pairwise(way.points):
            if y1 == y2:
                level.append((min(x1, x2), max(x1, x2), y1, way.flow.target))
            else:
                upright.append((min(y1, y2), max(y1, y2), x1, way.flow.target))
    return {
        (x, y)
        for left, right, y, one in level
        for top, bottom, x, other in upright
        if one != other and left < x < right and top < y < bottom
    }


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_reference_has_few_crossings_and_few_ways_without_a_line(
    shipped_sops: ShippedSops, direction: Direction
) -> None:
    drawing = drawing_of(shipped_sops.process("reference", "en"), direction)

    assert len(crossings(drawing)) <= 21  # nine ends, beside 15 steps
    assert len(drawing.connectors) <= 10


def test_a_lane_is_as_tall_as_its_title() -> None:
    lanes = (Lane("desk", "Administration of all complaints by telephone, letter and counter", "teal"),)
    drawn = ProcessMap("tall", "Tall", (*lanes, Lane("owner", "O", "blue")), (Node("a", "step", "desk", "A"),), ())

    assert list(broken_promises(drawn, drawing_of(drawn, "landscape"))) == []
