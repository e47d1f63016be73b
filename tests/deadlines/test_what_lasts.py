"""“Not before” and “kept at least so long”: never late, broken only by what comes too early, and so in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.cli import main
from amends.documents.timeline import timeline
from amends.documents.timeline_key import marks_of
from builders import FILES, HEADER, STEPS, corner_shop
from clock_shop import CALENDAR
from read_ical import read

EVENTS = """\
events:
  notified:
    title: {en: "notice given", zh: "已通知"}
    since: {en: "from the notice", zh: "自通知起"}
    follows: found
  sample-released:
    title: {en: "sample released", zh: "留样解除"}
    since: {en: "from the release of the sample", zh: "自留样解除起"}
"""
ROWS = """\
      sample:
        {title: {en: Sample kept, zh: 留样}, from: received, by: sample-released, within: 48 hours, kind: keep}
      disposal:
        {title: {en: Disposal, zh: 处置}, from: notified, by: completed, within: 7 calendar days, kind: wait}
      answer:
"""
KEPT = STEPS.replace("      answer:\n", ROWS, 1)
SAMPLE, DISPOSAL = "steps/verify/limits/sample", "steps/verify/limits/disposal"
FILES_KEPT = FILES | {"steps": KEPT, "events": EVENTS, "sop": HEADER + CALENDAR}


def run(folder: Path, *events: str, form: str = "json", locale: str = "en") -> str:
    place = corner_shop(folder, FILES_KEPT).place
    asked = ["deadlines", str(place.home), "--today", "2026-06-01", "--received", "2026-11-20T15:00"]
    options = [it for event in ("notified=2026-11-23T10:00", *events) for it in ("--event", event)]
    result = CliRunner().invoke(main, [*asked, "--severity", "p2", "--format", form, "--locale", locale, *options])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes.decode()


def states(folder: Path, *events: str) -> dict[str, str]:
    rows = json.loads(run(folder, *events))["deadlines"]
    return {it["name"]: it["state"] for it in rows if it["kind"] in ("wait", "keep")}


@pytest.mark.parametrize(
    ("events", "sample", "disposal"),
    [
        ((), "earliest", "earliest"),
        (("sample-released=2026-11-22T14:59",), "too-early", "earliest"),
        (("sample-released=2026-11-22T15:00",), "met", "earliest"),
        (("sample-released=2027-05-01T10:00",), "met", "earliest"),  # months later, and not late
        (("completed=2026-11-30T23:59",), "earliest", "too-early"),  # the seventh day is not over
        (("completed=2026-12-01T00:00",), "earliest", "met"),
        (("closed=2027-05-01T10:00",), "earliest", "earliest"),
    ],
)
def test_what_must_last_is_broken_only_by_what_comes_too_early(
    tmp_path: Path, events: tuple[str, ...], sample: str, disposal: str
) -> None:
    assert states(tmp_path, *events) == {SAMPLE: sample, DISPOSAL: disposal}


def test_the_table_says_until_when_and_after_which_moment(tmp_path: Path) -> None:
    output = run(tmp_path, form="table")
    assert (
        "keep until 2026-11-22 Sun 15:00  2 Verify the facts: Sample kept  for at least 48 hours from receipt\n"
        in output
    )
    assert "only after 2026-11-30 Mon 23:59  2 Verify the facts: Disposal" in output
    assert "not before 7 calendar days from the notice\n" in output
    early = run(tmp_path, "sample-released=2026-11-21T09:00", form="table")
    assert "done 2026-11-21 Sat 09:00, too early" in early


def test_in_chinese_and_french_too(tmp_path: Path) -> None:
    chinese = run(tmp_path, form="table", locale="zh")
    assert "保留至2026-11-22" in chinese
    assert "2026-11-30 周一 23:59之后方可" in chinese


def test_the_calendar_file_keeps_them_without_an_alarm_and_cancels_what_came_too_early(tmp_path: Path) -> None:
    found = {it.text("SUMMARY"): it for it in read(run(tmp_path, form="ics").encode()).inside("VEVENT")}
    [kept] = [it for title, it in found.items() if "Sample kept" in title]
    assert kept.one("STATUS") == "CONFIRMED"
    assert kept.inside("VALARM") == []
    assert kept.text("SUMMARY").endswith("(for at least 48 hours from receipt)")
    early = read(run(tmp_path, "sample-released=2026-11-21T09:00", form="ics").encode()).inside("VEVENT")
    [broken] = [it for it in early if "Sample kept" in it.text("SUMMARY")]
    assert (broken.one("STATUS"), broken.text("SUMMARY")[:15]) == ("CANCELLED", "Done too early:")


def test_the_timeline_tells_them_apart(tmp_path: Path) -> None:
    edition = corner_shop(tmp_path, FILES_KEPT).edition()
    times = timeline(edition)
    kinds = {limit.name: limit.kind for beginning in times.beginnings for limit in beginning.limits}
    assert (kinds[SAMPLE], kinds[DISPOSAL]) == ("keep", "wait")
    assert {"keep", "wait"} <= marks_of(times)
    [notice] = [beginning for beginning in times.beginnings if beginning.event == "notified"]
    assert notice.title == "from the notice"
    values = [due.value for row in times.by_severity for _, dues in row.beginnings for due in dues]
    assert "for at least 48 hours" in values
