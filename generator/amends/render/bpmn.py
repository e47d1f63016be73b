"""The process map -> BPMN 2.0, with its picture: for Camunda Modeler, bpmn.io, Signavio and other tools.

BPMN 2.0.2, OMG formal/2013-12-09. No extensions, and nothing that a workflow engine would execute: people do the steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree as ET

from amends.documents.process_map import Flow, Node, ProcessMap
from amends.drawing.drawing import Band, Box, Drawing, Label, Vertex

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
_PREFIXES = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI}
_NAMESPACE = "urn:amends:process"

_ELEMENT = {
    "start": "startEvent",
    "step": "userTask",
    "decision": "exclusiveGateway",
    "split": "parallelGateway",
    "join": "parallelGateway",
    "end": "endEvent",
}
_BELOW = ("limit", "helper")
"""The words of a step that its note holds."""
_ACROSS, _DOWN = 1.5, 1.8
"""Pixels per point of the drawing. The tools need more room: larger letters, and a sign above the name of a task."""
_HEAD = 30.0
"""The width of the strip with the name of a lane, or of the pool. This and the numbers below are in pixels."""
_EVENT = 36.0
_GATEWAY = 30.0
_LINE = 14.0
_INDENT, _GAP = 12.0, 4.0

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class _SequenceFlow:
    """A flow with an id and a name of its own."""

    id: str
    flow: Flow
    name: str


def bpmn(chart: ProcessMap, drawing: Drawing) -> bytes:
    """One pool with a lane for each role, in UTF-8; the same bytes for the same map and drawing."""
    for prefix, uri in _PREFIXES.items():
        ET.register_namespace(prefix, uri)
    picture = _in_pixels(drawing)
    sequence_flows = tuple(_sequence_flows(chart.flows, picture))
    root = ET.Element(_name(BPMN, "definitions"), id="definitions", targetNamespace=_NAMESPACE, exporter="amends")
    collaboration = _child(root, "collaboration", id="collaboration")
    _child(collaboration, "participant", id="pool", name=chart.title, processRef="process")
    _resources(root, chart)
    _process(root, chart, sequence_flows)
    _diagram(root, picture, sequence_flows)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _sequence_flows(flows: tuple[Flow, ...], drawing: Drawing) -> Iterator[_SequenceFlow]:
    """Each flow with the label of the picture, which is short if many answers take the same way."""
    shown = {label.flow: label.text for label in drawing.labels if label.flow is not None}
    seen: Counter[str] = Counter()
    for flow in flows:
        name = f"flow_{_id(flow.source)}_to_{_id(flow.target)}"
        seen[name] += 1
        id_ = name if seen[name] == 1 else f"{name}_{seen[name]}"
        yield _SequenceFlow(id_, flow, shown.get(flow) or " / ".join(flow.labels))


# The process -------------------------------------------------------------------------------------------------------


def _process(root: ET.Element, chart: ProcessMap, sequence_flows: tuple[_SequenceFlow, ...]) -> None:
    process = _child(root, "process", id="process", name=chart.title, isExecutable="false")
    lanes = _child(process, "laneSet", id="lanes")
    for lane in chart.lanes:
        element = _child(lanes, "lane", id=_lane_id(lane.id), name=lane.title)
        for node in chart.nodes:
            if node.lane == lane.id:
                _child(element, "flowNodeRef").text = _id(node.id)
    for node in chart.nodes:
        _node(process, node, sequence_flows)
    for sequence in sequence_flows:
        _flow(process, sequence)
    for node in chart.nodes:
        if note := _note_of(node):
            _note(process, node, note)


def _node(process: ET.Element, node: Node, sequence_flows: tuple[_SequenceFlow, ...]) -> None:
    name = node.title if node.number is None else f"{node.number} · {node.title}"
    element = _child(process, _ELEMENT[node.kind], id=_id(node.id), name=name)
    if node.limit:
        _child(element, "documentation").text = " ".join(filter(None, (node.limit, node.since)))
    for sequence in sequence_flows:
        if sequence.flow.target == node.id:
            _child(element, "incoming").text = sequence.id
    for sequence in sequence_flows:
        if sequence.flow.source == node.id:
            _child(element, "outgoing").text = sequence.id
    for helper in node.helpers:
        role = _child(element, "resourceRole" if helper.is_asked else "performer")
        _child(role, "resourceRef").text = _resource_id(helper.role)
    if node.ends_all:
        _child(element, "terminateEventDefinition")


def _resources(root: ET.Element, chart: ProcessMap) -> None:
    """The roles that help in steps of other lanes; a lane holds one role only."""
    titles = {helper.role: helper.title for node in chart.nodes for helper in node.helpers}
    for role, title in titles.items():
        _child(root, "resource", id=_resource_id(role), name=title)


def _flow(process: ET.Element, sequence: _SequenceFlow) -> None:
    flow = sequence.flow
    element = _child(process, "sequenceFlow", id=sequence.id, sourceRef=_id(flow.source), targetRef=_id(flow.target))
    if sequence.name:
        element.set("name", sequence.name)
    answers = " / ".join(flow.labels)
    if answers != sequence.name:
        _child(element, "documentation").text = answers


def _note(process: ET.Element, node: Node, text: str) -> None:
    note = _child(process, "textAnnotation", id=_note_id(node))
    _child(note, "text").text = text
    names = {"sourceRef": _id(node.id), "targetRef": _note_id(node)}
    _child(process, "association", id=_link_id(node), associationDirection="None", **names)


def _note_of(node: Node) -> str:
    """What stands below a task: its time limit, and who else is at work, or asked before, in a line each."""
    limits = node.limit.split(" · ") if node.limit else ()
    return "\n".join((*limits, *(f"{'○' if it.is_asked else '●'} {it.title}" for it in node.helpers)))


# The diagram -------------------------------------------------------------------------------------------------------


def _in_pixels(drawing: Drawing) -> Drawing:
    """The drawing in pixels, with room for the letters of the tools. Only parts that are used below are converted."""
    return replace(
        drawing,
        bands=tuple(replace(band, head=band.head * _ACROSS, **_grown(band)) for band in drawing.bands),
        boxes=tuple(_grown_box(box) for box in drawing.boxes),
        ways=tuple(replace(way, points=tuple((x * _ACROSS, y * _DOWN) for x, y in way.points)) for way in drawing.ways),
        labels=tuple(replace(label, **_grown(label)) for label in drawing.labels),
    )


def _grown(item: Band | Box | Label) -> dict[str, Any]:
    across, down = {"x": item.x, "width": item.width}, {"y": item.y, "height": item.height}
    return {name: value * _ACROSS for name, value in across.items()} | {
        name: value * _DOWN for name, value in down.items()
    }


def _grown_box(box: Box) -> Box:
    lines = tuple(replace(line, y=line.y * _DOWN) for line in box.lines)
    x, y, half = box.symbol or (box.x + box.width / 2, box.y + box.height / 2, 0.0)
    return replace(box, lines=lines, symbol=(x * _ACROSS, y * _DOWN, half), **_grown(box))


def _diagram(root: ET.Element, drawing: Drawing, sequence_flows: tuple[_SequenceFlow, ...]) -> None:
    diagram = ET.SubElement(root, _name(BPMNDI, "BPMNDiagram"), id="diagram")
    plane = ET.SubElement(diagram, _name(BPMNDI, "BPMNPlane"), id="plane", bpmnElement="collaboration")
    _lanes(plane, drawing)
    places = {box.node.id: _Place(box) for box in drawing.boxes}
    for place in places.values():
        _node_shape(plane, place)
    ways = {way.flow: way.points for way in drawing.ways}
    rows = {label.flow: label for label in drawing.labels}
    for sequence in sequence_flows:
        flow, row = sequence.flow, rows.get(sequence.flow)
        source, target = places[flow.source], places[flow.target]
        edge = _edge(plane, sequence.id, _docked(ways.get(flow) or (source.middle, target.middle), source, target, row))
        if row is not None:
            left = source.middle[0] + _GAP
            _label(edge, (left, row.y, source.right - left, row.height))


def _lanes(plane: ET.Element, drawing: Drawing) -> None:
    """The pool around all lanes; each has at its head the strip that the tools draw for its name."""
    left = min(band.x + max(band.head, 2 * _HEAD) for band in drawing.bands) - _HEAD
    top = min(band.y for band in drawing.bands)
    right = max(band.x + band.width for band in drawing.bands)
    bottom = max(band.y + band.height for band in drawing.bands)
    across = {"isHorizontal": "true"}
    _shape(plane, "pool", (left - _HEAD, top, right - left + _HEAD, bottom - top), across)
    for band in drawing.bands:
        _shape(plane, _lane_id(band.id), (left, band.y, right - left, band.height), across)


def _node_shape(plane: ET.Element, place: _Place) -> None:
    node = place.box.node
    more = {"isMarkerVisible": "true"} if node.kind == "decision" else {}
    shape = _shape(plane, _id(node.id), place.shape, more)
    if node.kind != "step":
        _label(shape, place.words)
    elif _note_of(node):
        x, y, _, height = place.words
        _shape(plane, _note_id(node), place.words)
        task = place.shape[1] + place.shape[3]
        _edge(plane, _link_id(node), ((x - _INDENT / 2, task), (x, y + height / 2)))


@dataclass(frozen=True)
class _Place:
    """The box of a node, with the shape that a tool draws in it, and the words beside or below the shape."""

    box: Box

    @property
    def right(self) -> float:
        """The right edge of the box."""
        return self.box.x + self.box.width

    @property
    def middle(self) -> Vertex:
        """The middle of the shape."""
        x, y, width, height = self.shape
        return x + width / 2, y + height / 2

    @property
    def shape(self) -> Bounds:
        """A task is as wide as its box, above its time limit; a diamond is on the left, a circle on either side."""
        box, kind = self.box, self.box.node.kind
        if kind == "step":
            notes = [line.y - box.y for line in box.lines if line.style in _BELOW]
            return box.x, box.y, box.width, (min(notes) - _LINE - _GAP if notes else box.height)
        size = _EVENT if kind in ("start", "end") else _GATEWAY
        middle = box.symbol[1] if box.symbol else box.y + box.height / 2
        left = self.right - size if kind == "start" else box.x
        return left, middle - size / 2, size, size

    @property
    def words(self) -> Bounds:
        """The place of the words: a time limit is below its task, any other name beside its shape."""
        box = self.box
        x, y, width, height = self.shape
        if box.node.kind == "step":
            top = y + height + _GAP
            return box.x + _INDENT, top, box.width - _INDENT, max(box.y + box.height - top, _LINE)
        lines = max(sum(line.style in ("question", "end") for line in box.lines), 1)
        left = box.x if box.node.kind == "start" else x + width + _GAP
        return left, y + (height - lines * _LINE) / 2, box.width - width - _GAP, lines * _LINE

    def way_in(self, point: Vertex) -> tuple[Vertex, ...]:
        """The way from a point on the edge of the box to the shape in it: at right angles, and not across its words."""
        x, y, width, height = self.shape
        if self.box.node.kind == "step":
            return self._below(point)
        if self._is_beside(point):
            return point, ((x if point[0] < self.middle[0] else x + width), self.middle[1])
        return point, (self.middle[0], point[1]), (self.middle[0], y if point[1] < self.middle[1] else y + height)

    def way_out(self, point: Vertex, row: Label | None) -> tuple[Vertex, ...]:
        """The same for a way out. From a gateway it runs below its answer, which has its own row in the box."""
        if row is None or not self._is_beside(point):
            return self.way_in(point)
        _, y, _, height = self.shape
        foot = row.y + row.height
        jog = self.right - _GAP
        return point, (jog, point[1]), (jog, foot), (self.middle[0], foot), (self.middle[0], y + height)

    def _is_beside(self, point: Vertex) -> bool:
        """Whether a way meets the left or right edge of the box, at least a pixel away from the corners."""
        return self.box.y + 1 < point[1] < self.box.y + self.box.height - 1

    def _below(self, point: Vertex) -> tuple[Vertex, ...]:
        """A way at the foot of a step, which runs round its time limit."""
        x, y, width, height = self.shape
        if point[1] <= y + height:
            return (point,)
        edge = x + width - _INDENT / 2
        return point, (edge, point[1]), (edge, y + height)


def _docked(points: tuple[Vertex, ...], source: _Place, target: _Place, row: Label | None) -> tuple[Vertex, ...]:
    """The way with its ends extended to the shapes, which are smaller than their boxes."""
    found = (*source.way_out(points[0], row)[::-1], *points[1:-1], *target.way_in(points[-1]))
    return tuple(point for at, point in enumerate(found) if at == 0 or point != found[at - 1])


# The words of the format -------------------------------------------------------------------------------------------


def _shape(plane: ET.Element, element: str, bounds: Bounds, more: dict[str, str] | None = None) -> ET.Element:
    attributes = {"id": f"{element}_di", "bpmnElement": element, **(more or {})}
    shape = ET.SubElement(plane, _name(BPMNDI, "BPMNShape"), attributes)
    _bounds(shape, bounds)
    return shape


def _label(shape: ET.Element, bounds: Bounds) -> None:
    _bounds(ET.SubElement(shape, _name(BPMNDI, "BPMNLabel")), bounds)


def _edge(plane: ET.Element, element: str, points: tuple[Vertex, ...]) -> ET.Element:
    edge = ET.SubElement(plane, _name(BPMNDI, "BPMNEdge"), id=f"{element}_di", bpmnElement=element)
    for x, y in points:
        ET.SubElement(edge, _name(DI, "waypoint"), x=_number(x), y=_number(y))
    return edge


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
    """A node's name as an XML id. Ids of entries have no underscore, so two names never give the same id."""
    return name.replace("/", "_")


def _lane_id(role: str) -> str:
    return f"lane_{role}"


def _resource_id(role: str) -> str:
    return f"role_{role}"


def _note_id(node: Node) -> str:
    return f"{_id(node.id)}_limit"


def _link_id(node: Node) -> str:
    return f"{_note_id(node)}_link"
