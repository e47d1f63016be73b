"""The JSON Schemas of content files, for editors that complete and check while an author types."""

from __future__ import annotations

import json
from typing import Any

from amends.model.sop import Sop

Schema = dict[str, Any]

_MOVES: Schema = {
    "after": {"type": "string", "description": "Move it behind this entry."},
    "before": {"type": "string", "description": "Move it before this entry."},
    "through": {"type": "string", "description": "A new step: every way that led to this one leads through it."},
}


def content_schema() -> str:
    """`sop/sop.schema.json`: any file of a content folder. No field is required, as each file holds a part."""
    return _text(_of_any_file())


def layer_schema() -> str:
    """`sop/layer.schema.json`: any file of a layer, where an entry says only what differs and `null` removes."""
    schema = _of_any_file()
    parts = {name: _patch(part) for name, part in schema.pop("$defs").items()}
    return _text({"$defs": parts, **_patch(schema), "title": "A file of a layer of an amends SOP"})


def _of_any_file() -> Schema:
    schema = Sop.model_json_schema(by_alias=True)
    schema.pop("required", None)
    schema["title"] = "A file of an amends SOP"
    return schema


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _patch(schema: Schema) -> Schema:
    """What a layer may write where `schema` holds for the whole: after RFC 7396, any part of it."""
    patch = {key: value for key, value in schema.items() if key not in {"required", "minProperties", "default"}}
    if "properties" in patch:
        patch["properties"] = {key: _or_null(part) for key, part in patch["properties"].items()} | _MOVES
    if isinstance(patch.get("additionalProperties"), dict):
        patch["additionalProperties"] = _or_null(patch["additionalProperties"])
    if "anyOf" in patch:
        patch["anyOf"] = [_patch(option) for option in patch["anyOf"]]
    return _with_changes(patch) if patch.get("type") == "array" else patch


def _or_null(schema: Schema) -> Schema:
    """A value, or `null`, which removes what the layer below says."""
    about: Schema = {key: schema[key] for key in ("title", "description") if key in schema}
    return {**about, "anyOf": [_patch(schema), {"type": "null"}]}


def _with_changes(whole: Schema) -> Schema:
    """A list that replaces the one below, or what is added to it and removed from it."""
    part = {"type": "array", "items": whole["items"]} if "items" in whole else {"type": "array"}
    changes = {"type": "object", "additionalProperties": False, "properties": {"add": part, "remove": part}}
    return {"anyOf": [whole, changes]}
