"""A record as a form on the screen: what its fields look like to the scripts, and what the case fills in."""

from __future__ import annotations

from amends.documents.step_sheet import records_of
from amends.edition.edition import Edition
from amends.model.records import RecordField


def units_of(edition: Edition, record_id: str) -> dict[str, str]:
    """What stands behind the figures of a form, by the id of the field."""
    fields = edition.sop.records[record_id].fields.items()
    return {key: unit for key, field in fields if (unit := unit_of(edition, field)) is not None}


def unit_of(edition: Edition, field: RecordField) -> str | None:
    """The unit of a field; a sum has the currency of the levels of authority, if they have one and the same."""
    if field.unit is not None:
        return edition.plain(field.unit)
    return _currency(edition) if field.kind == "money" else None


def _currency(edition: Edition) -> str | None:
    found = {level.limit.currency for level in edition.sop.authority.values() if level.limit is not None}
    return found.pop() if len(found) == 1 else None


def steps_writing(edition: Edition, record_id: str) -> tuple[str, ...]:
    """The ids of the steps whose checklists have a box for this record."""
    return tuple(key for key, step in edition.sop.steps.items() if record_id in records_of(step))
