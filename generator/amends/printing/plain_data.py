"""Plain data that several printed kinds share: runs, scripts, pause points."""

from __future__ import annotations

from collections.abc import Iterable

from amends.documents.call_lines import CallLine
from amends.documents.pause_points import PauseSheet
from amends.documents.point_rows import DontRow
from amends.documents.step_sheet import ScriptBox
from amends.edition.edition import Phrase
from amends.printing.kind import Data

_BETWEEN = " · "


def runs_data(phrase: Phrase | None) -> list[Data] | None:
    """Runs for Typst; links inside the handbook are left out, since they have no use on paper."""
    if phrase is None:
        return None
    return [{"text": run.text, "style": run.style, "link": run.link} for run in phrase.runs]


def all_runs_data(phrases: Iterable[Phrase]) -> list[list[Data] | None]:
    """The runs of several phrases."""
    return [runs_data(phrase) for phrase in phrases]


def script_data(script: ScriptBox) -> Data:
    """A script, line by line."""
    lines = [runs_data(line) for _, line in script.lines]
    title = _BETWEEN.join(filter(None, (script.title, script.when)))
    return {"code": script.code, "title": title, "ordered": script.is_ordered, "lines": lines}


def pause_data(pause: PauseSheet) -> Data:
    """A pause point with its checks."""
    checks = [{"text": runs_data(check.text), "hint": runs_data(check.hint)} for check in pause.items]
    return {"title": pause.title.plain, "checks": checks}


def call_data(call: CallLine) -> Data:
    """Who to call when, and how."""
    return {"when": runs_data(call.when), "who": call.who, "how": call.how}


def donts_data(rows: Iterable[DontRow]) -> list[Data]:
    """What not to do, each with what to do instead and the scripts to say, by code or else by title."""
    return [
        {
            "text": runs_data(row.text),
            "instead": runs_data(row.instead),
            "say": [script.code or script.title.plain for script in row.say],
        }
        for row in rows
    ]
