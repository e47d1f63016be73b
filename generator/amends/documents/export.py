"""The resolved SOP as plain data for other programs. Each framework item names the entries that apply it."""

from __future__ import annotations

from typing import Any

from amends.edition.edition import Edition
from amends.model.sop import COLLECTIONS, Header


def exported(edition: Edition) -> dict[str, Any]:
    """The SOP with every locale.

    {"id": ..., "title": {"en": ..., "zh": ...}, ..., "steps": {"accept": {..., "sources": [...]}}, ...,
     "frameworks": {"s001-rapid-response": {"items": {"promise": {..., "applied_in": ["steps/classify/..."]}}}}}

    Fields that the author left out are left out here.
    """
    sop = edition.sop
    data: dict[str, Any] = {}
    for name in (*Header.model_fields, *COLLECTIONS):
        dumped = type(sop).__pydantic_serializer__.to_python(
            sop, mode="json", by_alias=True, include={name}, exclude_defaults=True
        )
        data.update(dumped)
    for level_id, level in sop.authority.items():
        if level.limit is None and level.may is None:
            data["authority"][level_id]["limit"] = None  # it is unlimited, and not left out
    for framework_id, framework in data.get("frameworks", {}).items():
        framework["applied_in"] = list(edition.applied.get(framework_id, ()))
        for item_id, item in framework["items"].items():
            if "not_applied" not in item:
                item["applied_in"] = list(edition.applied.get(f"{framework_id}/{item_id}", ()))
    return data
