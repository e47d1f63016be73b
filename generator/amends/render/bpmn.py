"""The process map -> BPMN 2.0, with its picture: for Camunda Modeler, bpmn.io, Signavio and every other tool.

BPMN 2.0.2, OMG formal/2013-12-09. No extensions, and nothing that a workflow engine would execute: people do the steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from amends.documents.process_map import Flow, Node, ProcessMap
from amends.drawing.drawing import Box, Drawing, Point

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
_PREFIXES = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI}
_NAMESPACE = "urn:amends:process"

_ELEMENT = {"start": "startEvent", "step": "userTask", "decision": "exclusiveGateway", "end": "endEvent"}
_HEAD = 30.0
"""The width of a pool's own name, left of its lanes; below a drawing in portrait it is as high."""
_EVENT = 36.0
"""What the tools take for the size of an event."""

_LINE = 14.0
_INDENT, _GAP = 12.0, 4.0
_TASK = 0.6
"""How much of its box a task takes where a note stands below it."""
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Link:
    """A flow with an id that is its own."""

    id: str
    flow: Flow


def bpmn(drawn: ProcessMap, drawing: Drawing) -> bytes:
    """One pool with a lane for each role, in UTF-8; the same bytes for the same map and drawing."""
    for prefix, uri in _PREFIXES.items():
        ET.register_namespace(prefix, uri)
    links = tuple(_links(drawn.flows))
    root = ET.Element(_name(BPMN, "definitions"), id="definitions", targetNamespace=_NAMESPACE, exporter="amends")
    collaboration = _child(root, "collaboration", id="collaboration")
    _child(collaboration, "participant", id="pool", name=drawn.title, processRef="process")
    _process(root, drawn, links)
    _diagram(root, drawing, links)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _links(flows: tuple[Flow, ...]) -> Iterator[_Link]:
    seen: Counter[str] = Counter()
    for flow in flows:
        name = f"flow_{_id(flow.source)}_to_{_id(flow.target)}"
        seen[name] += 1
        yield _Link(name if seen[name] == 1 else f"{name}_{seen[name]}", flow)


# What happens ------------------------------------------------------------------------------------------------------


def _process(root: ET.Element, drawn: ProcessMap, links: tuple[_Link, ...]) -> None:
    process = _child(root, "process", id="process", name=drawn.title, isExecutable="false")
    lanes = _child(process, "laneSet", id="lanes")
    for lane in drawn.lanes:
        element = _child(lanes, "lane", id=_lane_id(lane.id), name=lane.title)
        for node in drawn.nodes:
            if node.lane == lane.id:
                _child(element, "flowNodeRef").text = _id(node.id)
    for node in drawn.nodes:
        _node(process, node, links)
    for link in links:
        _flow(process, link)
    for node in drawn.nodes:
        if node.limit:
            _note(process, node, node.limit)


def _node(process: ET.Element, node: Node, links: tuple[_Link, ...]) -> None:
    name = node.title if node.number is None else f"{node.number} · {node.title}"
    element = _child(process, _ELEMENT[node.kind], id=_id(node.id), name=name)
    if node.limit:
        _child(element, "documentation").text = node.limit
    for link in links:
        if link.flow.target == node.id:
            _child(element, "incoming").text = link.id
    for link in links:
        if link.flow.source == node.id:
            _child(element, "outgoing").text = link.id


def _flow(process: ET.Element, link: _Link) -> None:
    flow = link.flow
    element = _child(process, "sequenceFlow", id=link.id, sourceRef=_id(flow.source), targetRef=_id(flow.target))
    if flow.labels:
        element.set("name", " / ".join(flow.labels))


def _note(process: ET.Element, node: Node, limit: str) -> None:
    note = _child(process, "textAnnotation", id=_note_id(node))
    _child(note, "text").text = limit
    names = {"sourceRef": _id(node.id), "targetRef": _note_id(node)}
    _child(process, "association", id=_link_id(node), associationDirection="None", **names)


# Where it stands ---------------------------------------------------------------------------------------------------


def _diagram(root: ET.Element, drawing: Drawing, links: tuple[_Link, ...]) -> None:
    diagram = ET.SubElement(root, _name(BPMNDI, "BPMNDiagram"), id="diagram")
    plane = ET.SubElement(diagram, _name(BPMNDI, "BPMNPlane"), id="plane", bpmnElement="collaboration")
    _lanes(plane, drawing)
    for box in drawing.boxes:
        _box(plane, box)
    boxes = {box.node.id: box for box in drawing.boxes}
    ways = {way.flow: way.points for way in drawing.ways}
    for link in links:
        ends = boxes[link.flow.source], boxes[link.flow.target]
        _edge(plane, link.id, _docked(ways.get(link.flow) or _straight(*ends), *ends))


def _lanes(plane: ET.Element, drawing: Drawing) -> None:
    """The pool around all lanes, with room for its name where a tool writes it: left of them, or above."""
    left = min(band.x for band in drawing.bands)
    top = min(band.y for band in drawing.bands)
    right = max(band.x + band.width for band in drawing.bands)
    bottom = max(band.y + band.height for band in drawing.bands)
    is_across = drawing.direction == "landscape"
    direction = {"isHorizontal": "true" if is_across else "false"}
    if is_across:
        _shape(plane, "pool", (left - _HEAD, top, right - left + _HEAD, bottom - top), direction)
    else:
        _shape(plane, "pool", (left, top - _HEAD, right - left, bottom - top + _HEAD), direction)
    for band in drawing.bands:
        _shape(plane, _lane_id(band.id), (band.x, band.y, band.width, band.height), direction)


def _box(plane: ET.Element, box: Box) -> None:
    """A step fills its box; of an event or a decision the words stand below the shape."""
    bounds = _outline(box)
    node = box.node
    if node.kind == "step":
        _shape(plane, _id(node.id), bounds)
        if node.limit:
            _limit(plane, box, bounds)
        return
    more = {"isMarkerVisible": "true"} if node.kind == "decision" else {}
    shape = _shape(plane, _id(node.id), bounds, more)
    below = bounds[1] + bounds[3]
    _label(shape, (box.x, below, box.width, max(box.y + box.height - below, _LINE)))


def _limit(plane: ET.Element, box: Box, task: Bounds) -> None:
    """The time limit as a note at the foot of the box, hung on the task above it."""
    x, y, width, height = task
    _shape(plane, _note_id(box.node), (x + _INDENT, y + height + _GAP, width - _INDENT, box.height - height - _GAP))
    _edge(plane, _link_id(box.node), ((x + _INDENT / 2, y + height), (x + _INDENT, y + height + _GAP + _LINE / 2)))


def _outline(box: Box) -> Bounds:
    """Where the shape itself stands in its box: a circle, a diamond, a task above its time limit."""
    if box.symbol is not None:
        x, y, half = box.symbol
        return x - half, y - half, 2 * half, 2 * half
    if box.node.kind == "step":
        return box.x, box.y, box.width, box.height * (_TASK if box.node.limit else 1)
    if box.node.kind == "decision":
        return box.x, box.y, box.width, box.height
    size = min(_EVENT, box.width, box.height)
    return box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size, size


def _docked(points: tuple[Point, ...], source: Box, target: Box) -> tuple[Point, ...]:
    """The way with its ends led on to the shapes, where those are smaller than their boxes."""
    found = (*_lead(source, points[0])[::-1], *points[1:-1], *_lead(target, points[-1]))
    return tuple(point for at, point in enumerate(found) if at == 0 or point != found[at - 1])


def _lead(box: Box, point: Point) -> tuple[Point, ...]:
    """From a point on the edge of a box to the shape in it, in right angles."""
    x, y, width, height = _outline(box)
    dock = min(max(point[0], x), x + width), min(max(point[1], y), y + height)
    if box.node.kind != "step":
        dock = _corner(dock, (x + width / 2, y + height / 2), width / 2)
    return (point,) if dock == point else (point, dock)


def _corner(point: Point, middle: Point, half: float) -> Point:
    """The nearest of the four points where a circle and a diamond are touched."""
    across, down = point[0] - middle[0], point[1] - middle[1]
    if abs(across) >= abs(down):
        return (middle[0] + half if across > 0 else middle[0] - half), middle[1]
    return middle[0], (middle[1] + half if down > 0 else middle[1] - half)


def _straight(source: Box, target: Box) -> tuple[Point, Point]:
    """A straight line, for a way that is named on the picture instead of drawn."""
    return _middle(source), _middle(target)


def _middle(box: Box) -> Point:
    return box.x + box.width / 2, box.y + box.height / 2


# The words of the format -------------------------------------------------------------------------------------------


def _shape(plane: ET.Element, element: str, bounds: Bounds, more: dict[str, str] | None = None) -> ET.Element:
    attributes = {"id": f"{element}_di", "bpmnElement": element, **(more or {})}
    shape = ET.SubElement(plane, _name(BPMNDI, "BPMNShape"), attributes)
    _bounds(shape, bounds)
    return shape


def _label(shape: ET.Element, bounds: Bounds) -> None:
    _bounds(ET.SubElement(shape, _name(BPMNDI, "BPMNLabel")), bounds)


def _edge(plane: ET.Element, element: str, points: tuple[Point, ...]) -> None:
    edge = ET.SubElement(plane, _name(BPMNDI, "BPMNEdge"), id=f"{element}_di", bpmnElement=element)
    for x, y in points:
        ET.SubElement(edge, _name(DI, "waypoint"), x=_number(x), y=_number(y))


def _bounds(parent: ET.Element, bounds: Bounds) -> None:
    values = {name: _number(value) for name, value in zip(("x", "y", "width", "height"), bounds, strict=True)}
    ET.SubElement(parent, _name(DC, "Bounds"), values)


def _child(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _name(BPMN, tag), attributes)


def _name(namespace: str, tag: str) -> str:
    return f"{{{namespace}}}{tag}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _id(name: str) -> str:
    """A node's name as XML takes it. Entries have no underscore in their ids, so no two become one."""
    return name.replace("/", "_")


def _lane_id(role: str) -> str:
    return f"lane_{role}"


def _note_id(node: Node) -> str:
    return f"{_id(node.id)}_limit"


def _link_id(node: Node) -> str:
    return f"{_note_id(node)}_link"
