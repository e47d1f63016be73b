"""The JSON Schemas of content files, for editors that complete and check while an author types."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from amends.model.base import ID_PATTERN, MAX_ID_LENGTH, Event, Id, PlainText, checked_id
from amends.model.condition import SEVERAL
from amends.model.day import Date
from amends.model.duration import BySeverity, Duration
from amends.model.entry import Entry
from amends.model.people import Colour
from amends.model.sop import Sop
from amends.model.text import Donts, Points, Text
from amends.self_docs.snippets import SNIPPETS, with_snippets

Schema = dict[str, Any]

PROJECT_FILE = "schema/layer.schema.json"
"""Where a project keeps the schema of layers. Editors find it there without a network, even if the project is moved."""

PROJECT_FILE_OF_ALL = "schema/sop.schema.json"
"""Where a project over no base keeps the schema of a whole SOP."""

_WIDTH = 120
_SAID_OF_A_PLACE = {"title", "description", "default", SNIPPETS}
"""Keywords that may stand beside a `$ref`: they forbid nothing, so it does no harm if an old reader ignores them."""

_NULL: Schema = {"type": "null"}
_ID: Schema = {"pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID_LENGTH}
_NAMES: Schema = {"type": "array", "items": {"type": "string"}}
_MOVES: Schema = {
    "after": {"type": "string", "description": "Move it behind this entry."},
    "before": {"type": "string", "description": "Move it before this entry."},
    "through": {
        "type": "string",
        "description": "A new step: every way of a step that led to this one leads through it.",
    },
    "through_also": {
        "type": "array",
        "items": {"const": "escalations"},
        "description": "Beside `through`: the ways of escalations lead through it, too.",
    },
}

_REPLACED: Schema = {"type": "string", "description": "Remove it; this entry takes its place, and gets its work."}

_VARIANT = "What differs in one handbook: any field of `sop.yml`, and any collection."
_LAYER: Schema = {
    "anyOf": [{"type": "string"}, _NAMES],
    "description": "Folders of content over the project, the lowest first; seen from this file.",
}


def content_schema() -> str:
    """`sop/schema/sop.schema.json`, for any file of a content folder. Each file is a part, so no field is required."""
    return _text("A file of an amends SOP", _shared(_of_any_file(), _entry_fields(), _types()))


def layer_schema() -> str:
    """`sop/schema/layer.schema.json`, for any file of a layer: an entry has only what differs, and `null` removes."""
    schema = _of_any_file()
    removable = {part["additionalProperties"].get("$ref") for part in schema["properties"].values() if _is_keyed(part)}
    entries = {name: _patch(entry) for name, entry in schema.pop("$defs").items()}
    for name, entry in entries.items():
        if f"#/$defs/{name}" in removable:
            entry["properties"]["replaced_by"] = _REPLACED
    fields = {name: _or_null(field) for name, field in _entry_fields().items()} | _MOVES
    types = {name: _patch(schema) for name, schema in _types().items()}
    shared = _shared({**_patch(schema), "$defs": entries}, fields, types)
    return _text("A file of a layer of an amends SOP", shared)


def variants_schema() -> str:
    """The schema of a file of variants: each may have what a layer has, but no `id` and no `extends`; and `layer`."""
    layer = json.loads(layer_schema())
    fields = {"layer": _LAYER, **_without({"id", "extends", *_MOVES}, layer["properties"])}
    variant = {"type": "object", "properties": fields, "additionalProperties": False, "description": _VARIANT}
    parts = {**layer["$defs"], "Variant": variant}
    reference = {"$ref": "#/$defs/Variant"}
    top = {
        "table": {"type": "string", "description": "A table in this folder, with one variant in each row."},
        "every": {"description": "What every variant has, unless it says otherwise.", **reference},
        "variants": {
            "type": "object",
            "additionalProperties": {"anyOf": [reference, _NULL]},
            "description": "The variants by their ids; an id is the name of a folder.",
        },
    }
    schema = {"type": "object", "properties": top, "additionalProperties": False, "$defs": parts}
    return _text("The variants of a project of amends", schema)


class _FieldsHaveNoTitle(GenerateJsonSchema):
    """A generator without titles made from field names: they say nothing new, and make equal parts differ."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's own signature
        return False

    def dict_schema(self, schema: Any) -> Schema:
        """The schema of a mapping; pydantic alone would say nothing of names that only our own code judges."""
        made: Schema = super().dict_schema(schema)
        keys = schema.get("keys_schema", {})
        if keys.get("function", {}).get("function") is checked_id:
            made["propertyNames"] = _ID
        return made


def _of_any_file() -> Schema:
    schema = with_snippets(Sop.model_json_schema(schema_generator=_FieldsHaveNoTitle))
    schema.pop("required")
    return schema


def _is_keyed(part: Schema) -> bool:
    """Whether it holds entries by their ids."""
    return isinstance(part.get("additionalProperties"), dict)


def _entry_fields() -> dict[str, Schema]:
    """The fields that every entry has, each with its description."""
    fields: dict[str, Schema] = Entry.model_json_schema(schema_generator=_FieldsHaveNoTitle)["properties"]
    return fields


def _types() -> dict[str, Schema]:
    """The types that many fields share, without the descriptions of those fields."""
    types: dict[str, Any] = {
        "Text": Text,
        "Texts": dict[Id, Text],
        "Points": Points,
        "Donts": Donts,
        "Duration": Duration,
        "BySeverityOrNull": BySeverity | None,
        "Event": Event,
        "EventOrNull": Event | None,
        "OneOrSeveral": Annotated[tuple[str, ...], *SEVERAL],
        "Dates": tuple[Date, ...],
        "ColourOrNull": Colour | None,
        "PlainTexts": tuple[PlainText, ...],
    }
    schemas = {name: TypeAdapter(what).json_schema(schema_generator=_FieldsHaveNoTitle) for name, what in types.items()}
    return {name: _without({"$defs"}, schema) for name, schema in schemas.items()} | {"Names": _NAMES}


def _patch(schema: Schema) -> Schema:
    """The schema of a patch: after RFC 7396, a layer may write any part of what `schema` describes."""
    patch = _without({"required", "minProperties", "default"}, schema)
    if "properties" in patch:
        patch["properties"] = {key: _or_null(part) for key, part in patch["properties"].items()} | _MOVES
    if isinstance(patch.get("additionalProperties"), dict):
        patch["additionalProperties"] = _or_null(patch["additionalProperties"])
    if "anyOf" in patch:
        patch["anyOf"] = [_patch(option) for option in patch["anyOf"]]
    return _with_changes(patch) if patch.get("type") == "array" else patch


def _or_null(schema: Schema) -> Schema:
    """A value, or `null`, which removes the value of the layer below."""
    patch = _patch(schema)
    if _NULL in patch.get("anyOf", []):
        return patch
    return {**_only(_SAID_OF_A_PLACE, patch), "anyOf": [_without(_SAID_OF_A_PLACE, patch), _NULL]}


def _with_changes(whole: Schema) -> Schema:
    """A list that replaces the one below, or `{add, remove}`, which changes it."""
    plain = _without(_SAID_OF_A_PLACE, whole)
    part = _only({"type", "items"}, plain)
    changes = {"type": "object", "additionalProperties": False, "properties": {"add": part, "remove": part}}
    return {**_only(_SAID_OF_A_PLACE, whole), "anyOf": [plain, changes]}


def _shared(schema: Schema, fields: Mapping[str, Schema], types: Mapping[str, Schema]) -> Schema:
    """The same schema, with each field and each type once, under `$defs`; all other places refer to it."""

    def referring(value: Any) -> Any:
        if isinstance(value, list):
            return [referring(one) for one in value]
        if not isinstance(value, dict):
            return value
        return _reference(value, fields, types) or inside(value)

    def inside(part: Schema) -> Schema:
        return {key: referring(value) for key, value in part.items()}

    parts = {**schema["$defs"], **fields, **types}
    return {**inside(_without({"$defs"}, schema)), "$defs": {name: inside(part) for name, part in parts.items()}}


def _reference(value: Schema, fields: Mapping[str, Schema], types: Mapping[str, Schema]) -> Schema | None:
    """A reference to the field or type that `value` repeats, with its own description; None if it repeats none."""
    for name, field in fields.items():
        if value == field:
            return {"$ref": f"#/$defs/{name}"}
    for name, what in types.items():
        if _without(_SAID_OF_A_PLACE, value) == _without(_SAID_OF_A_PLACE, what):
            said = {key: text for key, text in _only(_SAID_OF_A_PLACE, value).items() if what.get(key) != text}
            return {**said, "$ref": f"#/$defs/{name}"}
    return None


def _without(keywords: Collection[str], schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in keywords}


def _only(keywords: Collection[str], schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key in keywords}


_OF_A_FREE_TEXT = {"type", "minLength", "description", "title", "default", "examples"}
_SCALARS = ["string", "number", "boolean"]
"""What an editor takes for a number, `phone: 12315`, or for a yes, is a text for us where a text is meant."""


def _as_written(schema: Any) -> Any:
    """The schema with numbers, `true` and `false` allowed wherever any text may stand; not where it has a form."""
    if isinstance(schema, list):
        return [_as_written(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "string" and "minLength" in schema and not schema.keys() - _OF_A_FREE_TEXT:
        return {**schema, "type": _SCALARS}
    return {key: _as_written(part) for key, part in schema.items()}


def _text(title: str, schema: Schema) -> str:
    schema = _as_written(schema)
    parts = dict(sorted(schema["$defs"].items()))
    about = {"$comment": "Written by `amends schema`: do not edit.", "title": title}
    return _lines({**about, **_without(about, schema), "$defs": parts}) + "\n"


def _lines(value: Any, indent: str = "", taken: int = 0) -> str:
    """JSON in which each value that fits on one line has one line; `taken` is the width already used on it."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent) + taken + len(flat) < _WIDTH:
        return flat
    inner = indent + "  "
    keys = [f"{json.dumps(key)}: " for key in value] if isinstance(value, dict) else [""] * len(value)
    values = value.values() if isinstance(value, dict) else value
    rows = ",\n".join(f"{inner}{key}{_lines(one, inner, len(key))}" for key, one in zip(keys, values, strict=True))
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{rows}\n{indent}{closing}"
