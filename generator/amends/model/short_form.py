"""The mark of a value that may also be written in a shorter way, so that editors accept both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import core_schema


@dataclass(frozen=True)
class ShortForm:
    """Marks a type whose validator accepts a short form, too; `schema` is the JSON Schema of that form."""

    schema: dict[str, Any] = field(hash=False)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # Up to version 2.9, pydantic's own json_schema_input_type loses the definitions to which it refers.
        return {"anyOf": [dict(self.schema), handler(schema)]}
