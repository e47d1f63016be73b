"""The entries of a YAML file of variants: what stands below `variants:` and below `every:`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amends.codes.variants import NO_VARIANTS, UNKNOWN_VARIANT_FIELD, UNKNOWN_VARIANT_LAYER
from amends.content.variant import Setting, Variant
from amends.content.yaml_reader import Document
from amends.finding import Finding, Location
from amends.model.sop import COLLECTIONS
from amends.variants.fields import LAYER, folders, trouble_with_name


@dataclass(frozen=True)
class Block:
    """A block of a YAML file, with the places of its fields."""

    document: Document
    data: dict[str, Any]

    def location(self, name: str) -> Location:
        """Where a field of the block begins, with its name."""
        span = self.document.spans[id(self.data)][name]
        return Location(self.document.file, span.key_line, span.key_column)

    def is_blank(self, name: str) -> bool:
        """Whether nothing at all is written behind a field; `null` is something."""
        span = self.document.spans[id(self.data)][name]
        return (span.line, span.column) in self.document.blanks

    def inner(self, name: str) -> Block | None:
        """The block below a field; None if no block stands there."""
        value = self.data[name]
        return Block(self.document, value) if isinstance(value, dict) else None


def variants_of(entries: Block) -> Iterator[Variant]:
    """Each variant of a block. One that holds no fields of its own is a variant, too: the project itself."""
    for name, value in entries.data.items():
        if value is None:
            yield Variant(name, entries.location(name))
        else:
            yield variant_of(entries, name)


def variant_of(around: Block, name: str) -> Variant:
    """The variant below the field `name`, with the findings about its fields."""
    here, block = around.location(name), around.inner(name)
    if block is None:
        message = f"`{name}` must hold fields, each with its name"
        return Variant(name, here, problems=(NO_VARIANTS.finding(message, "write  organisation: {name: ...}", here),))
    problems = list(_problems(block))
    layers = folders(_layers(block, problems), block.document.file, _location_of_layer(block, here), problems)
    wrong = {problem.location for problem in problems}
    settings = (
        setting
        for field in block.data
        if field != LAYER and block.location(field) not in wrong
        for setting in _settings(block, field, ())
    )
    return Variant(name, here, tuple(layers), tuple(settings), tuple(problems))


def _problems(block: Block) -> Iterator[Finding]:
    for field, value in block.data.items():
        trouble = trouble_with_name(field)
        removes_all = value is None and not block.is_blank(field)
        if trouble is None and field in COLLECTIONS and not isinstance(value, dict) and not removes_all:
            trouble = f"`{field}` must hold entries, each under its id", f"write  {field}: {{some-id: {{...}}}}"
        if trouble is not None:
            yield UNKNOWN_VARIANT_FIELD.finding(*trouble, block.location(field))


def _location_of_layer(block: Block, otherwise: Location) -> Location:
    return block.location(LAYER) if LAYER in block.data else otherwise


def _layers(block: Block, problems: list[Finding]) -> list[str]:
    """The names of the folders: one text, or a list of texts."""
    named = block.data.get(LAYER, [])
    names = named if isinstance(named, list) else [named]
    if all(isinstance(name, str) for name in names):
        return names
    message = "`layer` needs the name of a folder, or a list of names"
    problems.append(UNKNOWN_VARIANT_LAYER.finding(message, "write  layer: brands/north", block.location(LAYER)))
    return []


def _settings(block: Block, name: str, above: tuple[str, ...]) -> Iterator[Setting]:
    """Each value at or below a field: a text, a list, null or an empty block."""
    path, value = (*above, name), block.data[name]
    inner = block.inner(name)
    if inner is None or not inner.data:
        yield Setting(path, value, block.location(name))
        return
    for field in inner.data:
        yield from _settings(inner, field, path)
