"""A plain drawing of a map for tests: a row for each lane, a column for each node, every way a straight line."""

from __future__ import annotations

from amends.documents.process_map import ProcessMap
from amends.drawing.drawing import Band, Box, Drawing, DrawnFlow, Label

WIDTH, HEIGHT, GAP = 120.0, 80.0, 60.0


def grid_drawing(drawn: ProcessMap) -> Drawing:
    """A drawing with each node in its own column, in the row of its lane."""
    width, height = WIDTH + GAP, HEIGHT + GAP
    rows = {lane.id: row for row, lane in enumerate(drawn.lanes)}
    total = len(drawn.nodes) * width
    bands = tuple(
        Band(lane.id, lane.title, lane.colour, 0, row * height, total, height) for row, lane in enumerate(drawn.lanes)
    )
    boxes = {
        node.id: Box(node, column * width + GAP / 2, rows[node.lane] * height + GAP / 2, WIDTH, HEIGHT)
        for column, node in enumerate(drawn.nodes)
    }
    ways = tuple(DrawnFlow(flow, (_middle(boxes[flow.source]), _middle(boxes[flow.target]))) for flow in drawn.flows)
    labels = tuple(
        Label(flow.labels[0], boxes[flow.source].x, boxes[flow.source].y, WIDTH, 10, flow)
        for flow in drawn.flows
        if flow.labels
    )
    return Drawing(total, len(bands) * height, "landscape", bands, tuple(boxes.values()), ways, labels)


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2
