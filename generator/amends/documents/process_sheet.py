"""The process for paper: the map, which way time runs on it, and its words for whoever cannot see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from amends.documents.process_description import node_descriptions
from amends.documents.process_map import ProcessMap, process_map
from amends.edition.edition import Edition


@dataclass(frozen=True)
class ProcessSheet:
    """The picture of the process before anybody has drawn it; `said` is what each box is in words, by its id."""

    map: ProcessMap
    direction: Literal["landscape", "portrait"]
    said: Mapping[str, str]


def process_sheet(edition: Edition, direction: Literal["landscape", "portrait"]) -> ProcessSheet:
    """The sheet of one edition."""
    drawn = process_map(edition)
    return ProcessSheet(drawn, direction, node_descriptions(edition, drawn))
