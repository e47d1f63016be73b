"""The sheet as plain data for other programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from amends.deadlines.sheet import DeadlineSheet, Row


def as_data(sheet: DeadlineSheet) -> dict[str, Any]:
    """Ids and ISO times beside the words that people read.

    {"sop": ..., "received": "2026-11-20T15:00:00+08:00", "time_zone": ..., "severity": "p2" or null,
     "kind": ... or null, "channel": ... or null, "events": {...}, "pauses": ["2027-02-01..2027-02-09"],
     "assumptions": [...], "deadlines": [{"name": "steps/accept", "is_legal": false, "title": ..., "severities": [],
      "only": ["only by letter"], "within": "1 business day", "kind": "within", "from": "received" or null, "by": ...,
      "state": "due", "due": ISO time or null, "extended": {"within": ..., "due": ...} or null,
      "done": ..., "paused_days": 0, "notes": [...]}, ...]}
    """
    zone = ZoneInfo(sheet.zone)
    return {
        "sop": sheet.edition.sop.id,
        "received": _iso(sheet.case.received, zone),
        "time_zone": sheet.zone,
        "severity": sheet.case.severity,
        "kind": sheet.case.kind,
        "channel": sheet.case.channel,
        "events": {event: _iso(moment, zone) for event, moment in sheet.case.events.items()},
        "pauses": [str(pause) for pause in sheet.case.pauses],
        "assumptions": list(sheet.assumptions),
        "deadlines": [_row(row, zone) for row in sheet.rows],
    }


def _row(row: Row, zone: ZoneInfo) -> dict[str, Any]:
    deadline, limit, allowed = row.deadline, row.deadline.limit, row.deadline.allowed
    extended = {"within": str(allowed.extended), "due": _iso(deadline.extended, zone)} if allowed.extended else None
    return {
        "name": limit.name,
        "is_legal": row.is_legal,
        "title": row.title,
        "severities": list(deadline.severities),
        "only": list(row.only),
        "within": str(allowed.within),
        "kind": limit.kind,
        "from": limit.counted_from,
        **({"and_from": list(limit.and_from)} if limit.and_from else {}),
        "by": limit.settled_by,
        "state": deadline.state,
        "due": _iso(deadline.due, zone),
        "extended": extended,
        "done": _iso(deadline.done, zone),
        "paused_days": deadline.paused,
        "notes": list(row.notes),
    }


def _iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat() if moment else None
