"""Every time limit of a case by the event from which it counts, own and legal."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.book import editions
from amends.documents.sheets import Sheets
from amends.documents.timeline import Due, timeline
from amends.edition.edition import Edition
from amends.model.flow import case_steps
from amends.model.time_limits import in_force
from builders import HEADER
from clock_shop import sop_of
from hotel import Hotel
from page_html import html_of_pages
from shipped_sops import NAMES, ShippedSops


def lanes(edition: Edition) -> dict[str, list[tuple[str, list[str]]]]:
    """Each lane with its beginnings, each limit as a line."""
    return {
        lane.severity: [(title, [_line(due) for due in dues]) for title, dues in lane.beginnings]
        for lane in timeline(edition).by_severity
    }


def _line(due: Due) -> str:
    return " | ".join(filter(None, (due.limit.title, due.limit.kind, due.value, due.limit.brings, due.limit.law)))


def test_each_severity_has_its_limits_by_the_event_from_which_they_count(hotel: Hotel) -> None:
    assert lanes(hotel.edition()) == {
        "high": [
            ("from receipt", ["News to the guest | every | every 1 hour", "Solve it | within | 3 calendar days"]),
            ("from the start of the step", ["Accept the complaint | within | at once | complaint received"]),
        ],
        "low": [
            (
                "from receipt",
                ["News to the guest | every | every 1 hour, extended 4 hours", "Solve it | within | 3 calendar days"],
            ),
            ("from the start of the step", ["Accept the complaint | within | 2 business days | complaint received"]),
        ],
    }


def test_an_sop_without_severities_has_one_lane(tmp_path: Path) -> None:
    whole = sop_of(tmp_path)
    sop = whole.model_copy(update={"severities": {}, "steps": {"accept": whole.steps["accept"]}, "clocks": {}})
    assert [lane.severity for lane in timeline(editions(sop)[0]).by_severity] == [""]


def test_a_legal_limit_holds_for_every_severity_and_names_its_law(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, header=HEADER + "use_clocks: [cn-consumer-law]\n")
    edition = next(it for it in editions(sop) if it.locale == "zh")
    for lane in timeline(edition).by_severity:
        legal = [due.limit for _, dues in lane.beginnings for due in dues if due.limit.kind == "legal"]
        assert len(legal) > 1
        assert {limit.name for limit in legal} == {f"clocks/{clock}" for clock in in_force(sop)}
        assert all(limit.law for limit in legal)


@pytest.mark.parametrize("name", NAMES)
def test_no_limit_of_a_shipped_sop_is_missing_and_none_is_invented(shipped_sops: ShippedSops, name: str) -> None:
    for edition in shipped_sops.editions(name):
        sop = edition.sop
        steps = {key: sop.steps[key] for key in case_steps(sop)}
        wanted = {f"steps/{key}" for key, step in steps.items() if step.within}
        wanted |= {f"steps/{key}/limits/{limit}" for key, step in steps.items() for limit in step.limits}
        wanted |= {f"clocks/{clock}" for clock in in_force(sop)}
        times = timeline(edition)
        rows = [limit.name for beginning in times.beginnings for limit in beginning.limits]
        assert sorted(rows) == sorted(wanted)
        assert {due.limit.name for lane in times.by_severity for _, dues in lane.beginnings for due in dues} == wanted


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_every_bar_and_every_row_leads_to_its_step_or_its_law(tmp_path: Path, locale: str) -> None:
    sop = sop_of(tmp_path, header=HEADER + "use_clocks: [cn-consumer-law]\n")
    edition = next(it for it in editions(sop) if it.locale == locale)
    page = html_of_pages([Sheets(edition)])["timeline"]
    assert page.count('href="steps/verify.html#limit--answer"') == 1 + len(sop.severities)
    assert page.count('href="clocks.html#clock--cn-consumer-law-46"') == 1 + len(sop.severities)
