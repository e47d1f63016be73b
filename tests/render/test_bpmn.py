"""The process map as BPMN 2.0: valid by the OMG's schema, read by an engine, drawn with a shape for everything."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser, BpmnValidator
from SpiffWorkflow.util.task import TaskState

from amends.documents.process_map import Flow, Helper, Lane, Node, ProcessMap
from amends.documents.sheets import Sheets
from amends.drawing.layout import drawing_of
from amends.render.bpmn import BPMN, BPMNDI, DC, DI, bpmn
from grid_drawing import grid_drawing
from hotel import Hotel
from shipped_sops import NAMES, ShippedSops
from small_maps import chart

SPACES = {"b": BPMN, "di": BPMNDI, "dc": DC, "d": DI}
SMALL = ProcessMap(
    "shop",
    "The <process> & “more”",
    (Lane("clerk", "Clerk", "teal"), Lane("manager", "Manager", "blue")),
    (
        Node("start", "start", "clerk", "A complaint arrives"),
        Node("steps/accept", "step", "clerk", "Accept", "steps/accept", 1, "P1 1 hour"),
        Node("steps/accept/decisions/valid", "decision", "manager", "Valid?"),
        Node("end_states/closed", "end", "manager", "Closed"),
    ),
    (
        Flow("start", "steps/accept"),
        Flow("steps/accept", "steps/accept/decisions/valid"),
        Flow("steps/accept/decisions/valid", "end_states/closed", ("Yes", "Partly")),
        Flow("steps/accept/decisions/valid", "steps/accept", ("No",)),
        Flow("steps/accept/decisions/valid", "steps/accept", ("Never",), is_last_resort=True),
    ),
)


def drawn(chart: ProcessMap) -> bytes:
    return bpmn(chart, grid_drawing(chart))


def root_of(chart: ProcessMap) -> ET.Element:
    return ET.fromstring(drawn(chart))  # noqa: S314 - our own bytes


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_process_keeps_the_schema_of_the_omg(shipped_sops: ShippedSops, name: str) -> None:
    for edition in shipped_sops.editions(name):
        chart = shipped_sops.process(name, edition.locale)
        BpmnValidator().validate(etree.fromstring(bpmn(chart, drawing_of(chart, "landscape", thicket=None))))


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_every_way_on_the_picture_begins_and_ends_at_its_shapes_in_right_angles(
    shipped_sops: ShippedSops, locale: str
) -> None:
    chart = shipped_sops.process("banking", locale)
    root = ET.fromstring(bpmn(chart, drawing_of(chart, "landscape", thicket=None)))  # noqa: S314 - our own bytes
    shapes = {shape.get("bpmnElement"): _bounds(shape) for shape in root.iterfind(".//di:BPMNShape", SPACES)}
    edges = {edge.get("bpmnElement"): _points(edge) for edge in root.iterfind(".//di:BPMNEdge", SPACES)}
    ways = root.findall(".//b:sequenceFlow", SPACES)
    assert len(ways) == len(chart.flows) > 20
    for flow in ways:
        points = edges[flow.get("id")]
        assert _touches(points[0], shapes[flow.get("sourceRef")]), flow.attrib
        assert _touches(points[-1], shapes[flow.get("targetRef")]), flow.attrib
        for one, other in pairwise(points):
            assert min(abs(one[0] - other[0]), abs(one[1] - other[1])) < 0.2, (flow.attrib, one, other)


def test_every_shape_stands_in_its_lane_and_no_two_cover_each_other(shipped_sops: ShippedSops) -> None:
    chart = shipped_sops.process("banking", "en")
    root = ET.fromstring(bpmn(chart, drawing_of(chart, "landscape", thicket=None)))  # noqa: S314 - our own bytes
    shapes = {shape.get("bpmnElement"): _bounds(shape) for shape in root.iterfind(".//di:BPMNShape", SPACES)}
    nodes = {_id(node.id): shapes[_id(node.id)] for node in chart.nodes}
    assert len(nodes) == len(chart.nodes) > 20
    for node in chart.nodes:
        x, y, width, height = nodes[_id(node.id)]
        left, top, room, depth = shapes[f"lane_{node.lane}"]
        assert left <= x, node
        assert top <= y, node
        assert x + width <= left + room, node
        assert y + height <= top + depth, node
    for one, other in combinations(nodes.values(), 2):
        assert not _covers(one, other), (one, other)


def test_the_schema_finds_what_is_wrong() -> None:
    wrong = drawn(SMALL).replace(b"bpmn:userTask", b"bpmn:userChore")
    with pytest.raises(Exception, match="userChore"):
        BpmnValidator().validate(etree.fromstring(wrong))


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_an_engine_reads_every_way_from_node_to_node(shipped_sops: ShippedSops, locale: str) -> None:
    chart = shipped_sops.process("reference", locale)
    tree = etree.fromstring(drawn(chart))
    _let_it_run(tree)
    parser = BpmnParser(validator=BpmnValidator())
    parser.add_bpmn_xml(tree)

    tasks = {task.bpmn_id: task for task in parser.get_spec("process").task_specs.values() if task.bpmn_id}

    assert {name for name in tasks if not name.startswith("flow_")} == {_id(node.id) for node in chart.nodes}
    lanes = {lane.id: lane.title for lane in chart.lanes}
    assert {_id(node.id): tasks[_id(node.id)].lane for node in chart.nodes} == {
        _id(node.id): lanes[node.lane] for node in chart.nodes
    }
    assert {
        (name, onward.bpmn_id) for name, task in tasks.items() for onward in task.outputs if onward.bpmn_id in tasks
    } == {(_id(flow.source), _id(flow.target)) for flow in chart.flows}


def test_answers_stand_on_the_flows_and_limits_beside_the_tasks() -> None:
    root = root_of(SMALL)
    flows = root.findall(".//b:sequenceFlow", SPACES)
    assert [flow.get("name") for flow in flows] == [None, None, "Yes", "No", "Never"]
    assert [flow.findtext("b:documentation", None, SPACES) for flow in flows] == [
        None,
        None,
        "Yes / Partly",
        None,
        None,
    ]
    assert len({flow.get("id") for flow in flows}) == len(flows)
    task = root.find(".//b:userTask", SPACES)
    assert task is not None
    assert (task.get("name"), task.findtext("b:documentation", None, SPACES)) == ("1 · Accept", "P1 1 hour")
    link, note = root.find(".//b:association", SPACES), root.find(".//b:textAnnotation", SPACES)
    assert link is not None
    assert note is not None
    assert (link.get("sourceRef"), link.get("targetRef")) == (task.get("id"), note.get("id"))
    assert note.findtext("b:text", None, SPACES) == "P1 1 hour"


def test_nothing_is_meant_to_be_executed_and_nothing_is_an_extension() -> None:
    root = root_of(SMALL)
    assert [process.get("isExecutable") for process in root.iterfind("b:process", SPACES)] == ["false"]
    assert root.find(".//b:extensionElements", SPACES) is None
    assert {element.tag.split("}")[0][1:] for element in root.iter()} == {BPMN, BPMNDI, DC, DI}


def test_everything_has_its_place_on_the_picture(hotel: Hotel) -> None:
    root = root_of(Sheets(hotel.edition()).map)
    shapes = {shape.get("bpmnElement") for shape in root.iterfind(".//di:BPMNShape", SPACES)}
    edges = {edge.get("bpmnElement") for edge in root.iterfind(".//di:BPMNEdge", SPACES)}
    kinds = ("startEvent", "userTask", "exclusiveGateway", "endEvent", "lane", "participant", "textAnnotation")
    assert shapes == {it.get("id") for kind in kinds for it in root.iterfind(f".//b:{kind}", SPACES)}
    assert edges == {
        it.get("id") for kind in ("sequenceFlow", "association") for it in root.iterfind(f".//b:{kind}", SPACES)
    }


def test_an_event_is_a_circle_and_its_ways_reach_it() -> None:
    root = root_of(SMALL)
    shape = root.find(".//di:BPMNShape[@bpmnElement='start']", SPACES)
    assert shape is not None
    _, _, width, height = _bounds(shape)
    assert width == height
    edge = root.find(".//di:BPMNEdge[@bpmnElement='flow_start_to_steps_accept']", SPACES)
    assert edge is not None
    assert _touches(_points(edge)[0], _bounds(shape))


def test_the_same_map_gives_the_same_bytes(hotel: Hotel) -> None:
    first, second = (drawn(Sheets(hotel.edition("zh")).map) for _ in range(2))
    assert first == second
    assert first.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<bpmn:definitions ")
    assert "受理投诉".encode() in first


Bounds = tuple[float, float, float, float]


def _bounds(shape: ET.Element) -> Bounds:
    bounds = shape.find("dc:Bounds", SPACES)
    assert bounds is not None
    x, y, width, height = (float(bounds.get(name, "")) for name in ("x", "y", "width", "height"))
    return x, y, width, height


def _points(edge: ET.Element) -> list[tuple[float, float]]:
    return [(float(it.get("x", "")), float(it.get("y", ""))) for it in edge.iterfind("d:waypoint", SPACES)]


def _touches(point: tuple[float, float], bounds: Bounds) -> bool:
    """Whether a point lies on the edge of a shape, to a pixel."""
    x, y, width, height = bounds
    inside = x - 1 <= point[0] <= x + width + 1 and y - 1 <= point[1] <= y + height + 1
    deep = x + 1 < point[0] < x + width - 1 and y + 1 < point[1] < y + height - 1
    return inside and not deep


def _covers(one: Bounds, other: Bounds) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _id(name: str) -> str:
    return name.replace("/", "_")


def _let_it_run(tree: etree._Element) -> None:
    """What an engine asks for, and a picture for people has not: leave to run, and a condition for every answer."""
    for process in tree.iterfind("b:process", SPACES):
        process.set("isExecutable", "true")
    for gateway in tree.iterfind(".//b:exclusiveGateway", SPACES):
        for name in gateway.iterfind("b:outgoing", SPACES):
            flow = tree.find(f".//b:sequenceFlow[@id='{name.text}']", SPACES)
            assert flow is not None
            etree.SubElement(flow, f"{{{BPMN}}}conditionExpression").text = "True"


SIDE_BY_SIDE = chart(
    "start:start:clerk fork:split:clerk care:step:clerk seal:step:manager meet:join:clerk closed:end:clerk",
    "start>fork fork>care fork>seal care>meet seal>meet meet>closed",
)


def test_an_engine_waits_at_the_join_for_all_that_runs_side_by_side() -> None:
    tree = etree.fromstring(bpmn(SIDE_BY_SIDE, drawing_of(SIDE_BY_SIDE, "landscape", thicket=None)))
    _let_it_run(tree)
    parser = BpmnParser(validator=BpmnValidator())
    parser.add_bpmn_xml(tree)
    case = BpmnWorkflow(parser.get_spec("process"))

    case.do_engine_steps()
    waiting = {task.task_spec.bpmn_id: task for task in case.get_tasks(state=TaskState.READY)}
    assert set(waiting) == {"care", "seal"}
    waiting["care"].run()
    case.do_engine_steps()
    assert not case.completed
    waiting["seal"].run()
    case.do_engine_steps()
    assert case.completed


def test_helpers_are_resources_of_the_task_and_stand_in_its_note() -> None:
    start, step, *more = SMALL.nodes
    helpers = (Helper("manager", "Manager", "blue"), Helper("lawyer", "Lawyer", "red", is_asked=True))
    with_helpers = replace(SMALL, nodes=(start, replace(step, helpers=helpers), *more))
    BpmnValidator().validate(etree.fromstring(drawn(with_helpers)))
    root = root_of(with_helpers)

    assert {it.get("id"): it.get("name") for it in root.findall("b:resource", SPACES)} == {
        "role_manager": "Manager",
        "role_lawyer": "Lawyer",
    }
    assert root.findtext(".//b:performer/b:resourceRef", None, SPACES) == "role_manager"
    assert root.findtext(".//b:resourceRole/b:resourceRef", None, SPACES) == "role_lawyer"
    assert root.findtext(".//b:textAnnotation/b:text", None, SPACES) == "P1 1 hour\n● Manager\n○ Lawyer"


def test_an_end_inside_parallel_work_ends_all_that_runs() -> None:
    *others, end = SMALL.nodes
    root = root_of(replace(SMALL, nodes=(*others, replace(end, ends_all=True))))

    assert root.find(".//b:endEvent/b:terminateEventDefinition", SPACES) is not None
