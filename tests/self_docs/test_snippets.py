"""An editor offers one snippet for each collection: an entry with just the fields that it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from amends.model import shape
from amends.model.sop import COLLECTIONS
from amends.self_docs.json_schema import content_schema, layer_schema, variants_schema
from amends.self_docs.snippets import SNIPPETS

PLACE = re.compile(r"\$\{(\d+):([^{}]+)\}")


def snippets(schema: str) -> dict[str, Any]:
    fields = json.loads(schema)["properties"]
    return {name: field[SNIPPETS][0]["body"] for name, field in fields.items() if SNIPPETS in field}


def filled(body: Any) -> Any:
    """The entry as it stands once every word has been left as it is."""
    return yaml.safe_load(PLACE.sub(lambda place: place[2], yaml.safe_dump(body, sort_keys=False)))


def fields_needed(path: tuple[str, ...], entry: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], set[str], set[str]]]:
    """For each block of an entry, its path, the fields that it needs, and those that it has."""
    needed = shape.needed_fields(path)
    if needed is not None:
        yield path, set(needed), set(entry)
    for key, value in entry.items():
        if isinstance(value, dict):
            yield from fields_needed((*path, key), value)


def test_each_collection_has_a_snippet_with_what_an_entry_needs_and_no_more() -> None:
    found = {name: filled(body) for name, body in snippets(content_schema()).items()}

    assert found.keys() == {*COLLECTIONS, "end_states"}
    blocks = [block for name, body in found.items() for block in fields_needed((name, "id"), body["id"])]
    assert len(blocks) > len(COLLECTIONS)
    assert [path for path, needed, written in blocks if needed != written] == []


def test_places_are_numbered_in_the_order_in_which_they_are_filled_in() -> None:
    for body in snippets(content_schema()).values():
        numbers = [int(number) for number, _ in PLACE.findall(json.dumps(body))]
        assert numbers == list(range(1, len(numbers) + 1))


def test_layers_and_variants_have_the_same_snippets() -> None:
    variant = json.loads(variants_schema())["$defs"]["Variant"]

    assert snippets(layer_schema()) == snippets(content_schema()) == snippets(json.dumps(variant))
