"""The calendar of the handbook's pages, `case-calendar.js`, asked without a page: by the Node that Playwright brings."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
from dataclasses import asdict
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import playwright

from amends.deadlines.calendar import WorkingCalendar
from amends.documents.calendar_data import calendar_data
from amends.model.duration import Duration
from amends.shipped import shipped

SCRIPT = shipped("templates") / "theme" / "assets" / "amends" / "case-calendar.js"
NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
_ANSWERING = """
globalThis.window = { amends: {} };
(0, eval)(require("fs").readFileSync(process.argv[1], "utf8"));
const calendars = new Map();
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { plan, start, counted, now } = JSON.parse(line);
  const key = JSON.stringify(plan);
  if (!calendars.has(key)) calendars.set(key, new window.amends.Calendar(plan));
  const calendar = calendars.get(key);
  const found = now === undefined ? calendar.after(start, counted) : calendar.next(start, counted, now);
  console.log(JSON.stringify(found ?? null));
});
"""


def in_browser(
    calendar: WorkingCalendar, start: datetime, duration: Duration, effective: date | None = None
) -> datetime | str | None:
    """When a page says that it is due; or why it cannot say it, as the name of a word; None if it has no end.

    The handbook is in force from `effective`, or from the year in which the count begins.
    """
    told = _answer(calendar, start, duration, effective)
    if told is None:
        return None
    return str(told["why"][0]) if "why" in told else datetime.fromtimestamp(told["due"] / 1000, calendar.zone)


def doubts_in_browser(calendar: WorkingCalendar, start: datetime, duration: Duration) -> list[list[object]]:
    """What a page says of a date that may still shift, as [word, values]."""
    told = _answer(calendar, start, duration, None)
    assert told is not None
    return list(told["doubts"])


def _answer(calendar: WorkingCalendar, start: datetime, duration: Duration, effective: date | None) -> Any:
    first = effective or date(start.astimezone(calendar.zone).year, 1, 1)
    plan = calendar.plan and asdict(calendar_data(calendar.plan, first, is_of_law=calendar.is_of_law))
    return asked({"plan": _there(plan), "start": round(start.timestamp() * 1000), "counted": duration.measured})


def _there(value: object) -> object:
    """Plain data as they are written to a page: without what is None."""
    if isinstance(value, dict):
        return {key: _there(inner) for key, inner in value.items() if inner is not None}
    return value


def asked(question: object) -> Any:
    """What `Calendar.after` says: {"due": milliseconds, "doubts": [...]}, {"why": [word, values]}, or None.

    A question is {"plan": the data of a calendar, "start": milliseconds, "counted": (measure, number)}. With "now", in
    milliseconds too, the limit comes again and again, and its next time is asked for.
    """
    node = _node()
    assert node.stdin is not None
    assert node.stdout is not None
    node.stdin.write(f"{json.dumps(question)}\n")
    node.stdin.flush()
    return json.loads(node.stdout.readline())


@cache
def _node() -> subprocess.Popen[str]:
    # A reader without a calendar counts in the zone of the machine.
    node = subprocess.Popen(
        [NODE, "-e", _ANSWERING, SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"TZ": "UTC"},
    )
    atexit.register(node.kill)
    return node
