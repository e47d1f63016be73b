"""An event of the SOP's own is in words wherever an event is shown, in the language of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.documents.sheets import Sheets
from amends.printing.job_data import job_data
from amends.printing.kinds import fingerprints, print_jobs
from builders import FILES, STEPS, corner_shop
from page_html import html_of_pages

EVENTS = """\
events:
  escalated:
    title: {en: "case escalated", zh: "案件升级"}
    since: {en: "from the escalation", zh: "自升级起"}
    follows: decided
  settled: {title: {en: "matter settled", zh: "事项了结"}, since: {en: "from the settlement", zh: "自了结起"}}
"""
LIMIT = '      answer:\n        title: {en: "An answer", zh: "答复"}\n        from: received\n        by: decided\n'
FILES_WITH_EVENTS = FILES | {
    "events": EVENTS,
    "steps": STEPS.replace(LIMIT, LIMIT.replace("received", "escalated").replace("decided", "settled"))
    .replace("    within: 1 hour\n    sets: received", "    within: 1 hour\n    from: escalated\n    sets: received")
    .replace("    next: end/settled\n", "    next: end/settled\n    sets: escalated\n"),
    "words": FILES["words"].replace("    instead: [promise]\n", "    instead: [promise]\n    until: settled\n"),
    "tables": FILES["tables"]
    .replace("from: received\n    by: decided", "from: escalated\n    by: settled")
    .replace("    within: 8 weeks\n", "    within: 8 weeks\n    once: settled\n    or_by: escalated\n    pause: {en: Papers are awaited, zh: 等待材料}\n    pause_section: {en: Section 9, zh: 第九条}\n"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "since", "escalated", "settled"),
    [
        ("en", "from the escalation", "case escalated", "matter settled"),
        ("zh", "自升级起", "案件升级", "事项了结"),
    ],
)
def test_pages_show_an_own_event_by_its_words(
    tmp_path: Path, locale: str, since: str, escalated: str, settled: str
) -> None:
    pages = html_of_pages([Sheets(corner_shop(tmp_path, FILES_WITH_EVENTS).edition(locale))])
    for page in (
        "steps/accept",
        "steps/verify",
        "checklists/accept",
        "roles/assistant",
        "process",
        "timeline",
        "clocks",
    ):
        assert since in pages[page], page
    assert escalated in pages["steps/settle"]
    for page in ("wording", "timeline", "clocks", "process"):
        assert settled in pages[page], page
    assert 'id="event--escalated"' in pages["process"]
    assert f'<label data-event="escalated"><span>{escalated}</span>' in pages["checklists/accept"]


def test_sheets_and_cards_do_so_too(tmp_path: Path) -> None:
    sheets = Sheets(corner_shop(tmp_path, FILES_WITH_EVENTS).edition())
    jobs = {job.path: job for job in print_jobs(sheets, fingerprints(sheets))}
    [checklist] = job_data(sheets.edition, jobs["print/checklists/verify.pdf"])["sheets"]
    assert checklist["limits"][-1]["note"].startswith("from the escalation; may be extended")
    [card] = [it for it in job_data(sheets.edition, jobs["print/cards.pdf"])["sheets"] if it["title"] == "Assistant"]
    assert card["steps"][0]["limit"] == "1 hour · from the escalation"


def test_the_page_of_clocks_says_when_a_clock_counts_and_pauses(tmp_path: Path) -> None:
    page = html_of_pages([Sheets(corner_shop(tmp_path, FILES_WITH_EVENTS).edition())])["clocks"]
    assert "counts only once this has happened: matter settled" in page
    assert "also kept by: case escalated" in page
    assert "the day on which it begins does not count" in page
    assert "paused: Papers are awaited, Section 9" in page
