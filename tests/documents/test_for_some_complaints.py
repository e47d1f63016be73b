"""What holds for some complaints only says so on pages and on paper, in the language of its reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from amends.documents.clock_rows import clock_rows
from amends.documents.sheets import Sheets
from amends.printing.job_data import job_data
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.plain_data import script_data
from builders import FILES, STEPS, corner_shop
from page_html import html_of_pages
from small_sop import SmallSop

KINDS = """\
kinds:
  payments:
    title: {en: Payments, zh: 支付}
    short: {en: payments, zh: 支付投诉}
    signs: {card: {en: A card was used., zh: 使用了银行卡。}}
channels:
  letter:
    title: {en: Letter, zh: 来信}
    short: {en: by letter, zh: 来信投诉}
    owner: manager
    say: [promise]
    records: [log]
  phone: {title: {en: Telephone, zh: 电话}, short: {en: by telephone, zh: 电话投诉}, owner: manager}
"""


def shop(folder: Path, **changes: str) -> SmallSop:
    """The corner shop, in which much holds only for payments or by letter."""
    steps = STEPS.replace(
        "        by: decided\n", "        by: decided\n        when: {kind: payments, channel: letter}\n"
    )
    steps = steps.replace("wrong: {label:", "wrong: {when: {severity: p1}, label:")
    steps = steps.replace("when: {outcome: grounds/unclear}", "when: {outcome: [grounds/unclear, grounds/right]}")
    words = FILES["words"].replace("  promise:\n", "  promise:\n    when: {channel: [letter, phone]}\n")
    tables = FILES["tables"].replace("log: {title:", "log: {when: {kind: payments}, title:")
    files = {"steps": steps, "words": words, "tables": tables, "kinds": KINDS} | changes
    return corner_shop(folder, FILES | files)


@pytest.mark.parametrize(
    ("locale", "limit", "answer", "action", "script"),
    [
        (
            "en",
            "only for payments, only by letter",
            "only P1",
            "if “Is the complaint right?” is answered “Not clear” or “Yes”",
            "only by letter, by telephone",
        ),
        (
            "zh",
            "仅限支付投诉、仅限来信投诉",
            "仅限一级",
            "“投诉成立吗？”的答案是“不清楚”或“成立”时",
            "仅限来信投诉、电话投诉",
        ),
    ],
)
def test_sheets_say_for_which_complaints_a_part_holds(  # noqa: PLR0913, PLR0917 - the words of each part
    tmp_path: Path, locale: str, limit: str, answer: str, action: str, script: str
) -> None:
    sheets = Sheets(shop(tmp_path).edition(locale))
    sheet = sheets.steps["verify"]
    assert sheet.more_limits[0].when == limit
    assert [it.when for it in sheet.decisions[0].outcomes] == [None, answer, None]
    assert sheet.actions[1].when == action
    assert sheets.scripts["promise"].when == script
    assert script_data(sheets.scripts["promise"])["title"].endswith(f" · {script}")


def test_the_checklist_says_it_of_records_and_answers_on_screen_and_on_paper(tmp_path: Path) -> None:
    sheets = Sheets(shop(tmp_path).edition())
    pages = html_of_pages([sheets])
    assert "only for payments" in pages["checklists/accept"]
    assert "only P1" in pages["checklists/verify"]
    [job] = [job for job in print_jobs(sheets, fingerprints(sheets)) if job.path == "print/checklists.pdf"]
    printed = json.dumps(job_data(sheets.edition, job), ensure_ascii=False)
    assert all(text in printed for text in ("Log · only for payments", "only for payments, only by letter", "only P1"))


def test_pages_show_it_with_an_anchor_and_list_kinds_and_channels(tmp_path: Path) -> None:
    pages = html_of_pages([Sheets(shop(tmp_path).edition())])
    assert 'id="limit--answer--when"' in pages["steps/verify"]
    assert "only for payments, only by letter" in pages["steps/verify"]
    assert 'id="decision--grounds--outcome--wrong--when"' in pages["steps/verify"]
    assert "only for payments" in pages["records/log"]
    assert "only by letter, by telephone" in pages["scripts/promise"]
    assert all(f'id="{anchor}"' in pages["decisions"] for anchor in ("kind--payments", "channel--letter"))
    assert "A card was used." in pages["decisions"]
    assert "only for payments" in pages["timeline"]


@pytest.mark.parametrize(
    ("locale", "sentences"),
    [
        (
            "en",
            [
                "your limit of P1 2 business days for payments by letter is within the legal 8 weeks",
                "no limit for complaints of no special kind, payments by telephone, so the 8 weeks may be missed",
            ],
        ),
        ("zh", ["本单位时限一级 2个工作日，适用于支付投诉（来信投诉），未超过法定的8周", "支付投诉（电话投诉）"]),
    ],
)
def test_the_page_of_clocks_says_for_whom_a_limit_keeps_it_and_for_whom_there_is_none(
    tmp_path: Path, locale: str, sentences: list[str]
) -> None:
    book = shop(tmp_path).edition(locale)
    said = "\n".join(row.sentence for row in clock_rows(book)[0].own)
    assert [sentence for sentence in sentences if sentence not in said] == []


def test_a_clock_says_for_which_kind_it_is_meant(tmp_path: Path) -> None:
    tables = FILES["tables"].replace("    within: 8 weeks\n", "    within: 8 weeks\n    when: {kind: payments}\n")
    [row] = clock_rows(shop(tmp_path, tables=tables).edition())
    assert row.only == ("only for payments",)


def test_a_steps_own_limit_says_for_which_complaints_it_holds_on_every_page_sheet_and_card(tmp_path: Path) -> None:
    within = "    within: 1 hour\n    sets: received\n"
    own = within + "    from: acknowledged\n    within_when: {kind: payments, channel: letter}\n"
    corner = shop(tmp_path, steps=STEPS.replace(within, own, 1))
    edition = corner.edition()
    sheets = Sheets(edition)
    told = "from acknowledgement, only for payments, only by letter"
    assert sheets.steps["accept"].limit_notes == ("from acknowledgement", "only for payments, only by letter")
    pages = html_of_pages([sheets])
    for page in ("steps/accept", "checklists/accept", "process", "roles/assistant"):
        assert told in pages[page], page
    jobs = {job.path: job for job in print_jobs(sheets, fingerprints(sheets))}
    checklist = job_data(edition, jobs["print/checklists/accept.pdf"])["sheets"][0]
    assert checklist["limits"][0]["note"] == "from acknowledgement; only for payments, only by letter"
    [card] = [it for it in job_data(edition, jobs["print/cards.pdf"])["sheets"] if it["title"] == "Assistant"]
    assert card["steps"][0]["limit"] == "1 hour · from acknowledgement · only for payments, only by letter"
