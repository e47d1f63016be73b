"""The JSON Schema of content files, for editors that complete and check while an author types."""

from __future__ import annotations

import json

from amends.model.sop import Sop


def content_schema() -> str:
    """`sop/sop.schema.json`: any file of a content folder. No field is required, as each file holds a part."""
    schema = Sop.model_json_schema(by_alias=True)
    schema.pop("required", None)
    schema["title"] = "A file of an amends SOP"
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
