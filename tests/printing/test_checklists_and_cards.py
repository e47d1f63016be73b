import json
from pathlib import Path
from typing import Any

import pytest

from amends.documents.sheets import Sheets
from amends.printing.job_data import job_data
from amends.printing.kinds import fingerprints, print_jobs
from hotel import Hotel
from pictures import SVG


def data_of(hotel: Hotel, path: str, locale: str = "en") -> dict[str, Any]:
    everything = {sheets.edition.locale: sheets for sheets in hotel.sheets()}
    marks = fingerprints(everything[locale])
    [job] = [job for job in print_jobs(everything[locale], marks) if job.path == f"print/{path}.pdf"]
    return job_data(everything[locale].edition, job)


def runs(*texts: str) -> list[dict[str, str | None]]:
    return [{"text": text, "style": "plain", "link": None} for text in texts]


def test_what_goes_to_the_printer_is_plain_data(hotel: Hotel) -> None:
    for path in ("checklists", "cards"):
        data = data_of(hotel, path)
        assert json.loads(json.dumps(data)) == data


def test_a_sheet_has_document_control_in_the_language_of_its_reader(hotel: Hotel) -> None:
    data = data_of(hotel, "checklists/accept", "zh")

    assert data["control"] == {
        "organisation": "大酒店",
        "title": "酒店投诉处理",
        "number": "HTL",
        "version": "2.1",
        "effective": "2026年2月3日",
        "owner": "经理",
        "next_review": "2026年8月1日",
    }
    assert data["words"]["uncontrolled"] == "打印件为非受控文件"


def test_a_checklist_holds_the_whole_step(hotel: Hotel) -> None:
    mark = fingerprints(Sheets(hotel.edition()))["steps/accept"]

    [sheet] = data_of(hotel, "checklists/accept")["sheets"]

    assert sheet.pop("qr").startswith("<svg")
    assert sheet == {
        "id": "accept",
        "code": "W01",
        "number": 1,
        "title": "Accept the complaint",
        "purpose": runs("The ", "guest", " is heard."),
        "phase": "Receive",
        "colour": "teal",
        "role": "Front desk",
        "department": "Reception",
        "accountable": "Manager",
        "severities": ["HI", "LO"],
        "limits": [
            {
                "title": "This step",
                "note": "from the start of the step",
                "cells": [{"text": "at once", "span": 1}, {"text": "2 business days", "span": 1}],
                "due": True,
            }
        ],
        "pauses": [
            {
                "title": "Before you speak",
                "checks": [
                    {"text": runs("Let the ", "guest", " finish."), "hint": None},
                    {"text": runs("Say nothing of fault."), "hint": runs("Not yet.")},
                ],
            }
        ],
        "records": [{"code": "F1", "title": "Complaint form"}],
        "actions": [
            {
                "text": runs("Lead the ", "guest", " to ", "the small salon", "."),
                "hint": None,
                "by": None,
                "when": None,
                "say": ["S1"],
                "words": None,
            },
            {
                "text": [{"text": "Write down", "style": "strong", "link": None}, *runs(" what is said.")],
                "hint": [*runs("Use "), {"text": "their", "style": "emphasis", "link": None}, *runs(" words.")],
                "by": "Manager",
                "when": "only HI",
                "say": [],
                "words": None,
            },
        ],
        "beside": None,
        "then": [],
        "say": [
            {
                "code": "S1",
                "title": "Welcome",
                "ordered": True,
                "lines": [
                    [*runs("Good day, "), {"text": "name of the guest", "style": "slot", "link": None}, *runs(".")],
                    runs("I am listening."),
                ],
            },
            {"code": "S2", "title": "Regret", "ordered": False, "lines": [runs("I am sorry.")]},
        ],
        "decisions": [
            {
                "question": runs("Is it a complaint?"),
                "by": None,
                "outcomes": [
                    {
                        "label": runs("No, praise"),
                        "do": runs("Say thanks."),
                        "leads": "The case ends: Closed",
                        "tone": "end",
                    },
                    {
                        "label": runs("Yes"),
                        "do": runs("Hand over to: Case owner.", " Inform: Manager."),
                        "leads": None,
                        "tone": "stay",
                    },
                ],
            }
        ],
        "never": [{"text": runs("Argue."), "instead": runs("Listen to the end."), "say": ["S2"]}],
        "next": runs("Go to step 2: Solve it"),
        "document_number": "HTL-W01",
        "fingerprint": mark,
        "address": "https://hotel.example/complaints/en/checklists/accept.html",
    }


def test_a_further_limit_says_in_one_note_from_when_how_often_and_how_long_at_most(hotel: Hotel) -> None:
    [sheet] = data_of(hotel, "checklists/solve")["sheets"]

    assert sheet["limits"][1:] == [
        {
            "title": "News to the guest",
            "note": "from receipt; every; may be extended once to LO 4 hours",
            "cells": [{"text": "1 hour", "span": 2}],
            "due": False,
        }
    ]


def test_a_card_holds_what_its_role_carries(hotel: Hotel) -> None:
    [card] = data_of(hotel, "cards/front-desk")["sheets"]

    assert {
        name: card[name] for name in ("title", "department", "colour", "summary", "document_number", "address")
    } == {
        "title": "Front desk",
        "department": "Reception",
        "colour": "teal",
        "summary": runs("The first to listen."),
        "document_number": "HTL-R1",
        "address": "https://hotel.example/complaints/en/roles/front-desk.html",
    }
    accept = {
        "number": 1,
        "code": "W01",
        "title": "Accept the complaint",
        "limit": "HI at once · LO 2 business days",
        "does": [],
    }
    solve = {"number": 2, "code": "W02", "title": "Solve it", "limit": "3 calendar days · from receipt", "does": []}
    assert card["steps"] == [accept]
    assert card["filled"] == [{"title": "As Case owner", "steps": [solve], "duties": [runs("Keep every promise.")]}]
    assert [script["title"] for script in card["say"]] == ["Welcome", "Regret"]
    assert card["duties"] == [runs("Smile.")]
    assert card["limits"] == [runs("L1: up to CNY 2,000 (only LO)")]
    assert card["may"] == [runs("Offer a coffee.")]
    assert [pause["title"] for pause in card["pauses"]] == ["Before you speak"]
    assert card["never"] == [{"text": runs("Blame a colleague."), "instead": None, "say": []}]
    assert card["calls"] == [
        {"when": runs("Fire"), "who": "Porter", "how": "9"},
        {"when": runs("Anger"), "who": "Manager", "how": "100 · office@hotel.example"},
    ]


def test_without_an_address_of_the_site_there_is_no_qr_code(hotel: Hotel) -> None:
    hotel.replace("  site_url: https://hotel.example/complaints/\n", "")

    [card] = data_of(hotel, "cards/manager")["sheets"]
    assert (card["address"], card["qr"]) == (None, None)


@pytest.mark.parametrize("path", ["checklists", "cards"])
def test_a_script_without_a_code_is_named_by_its_title(hotel: Hotel, path: str) -> None:
    hotel.replace("    code: S1\n", "")

    data = data_of(hotel, path)
    if path == "checklists":
        assert data["sheets"][1]["actions"][0]["say"] == ["Welcome"]
    else:
        assert data["sheets"][0]["say"][0]["code"] == ""


def test_logo_and_colour_of_the_organisation_are_on_the_sheet(tmp_path: Path) -> None:
    plain = Hotel(tmp_path / "plain")
    branded = Hotel(tmp_path / "own").replace(
        "  site_url:", '  logo: logo.svg\n  colours: {primary: "#7a1f5c"}\n  site_url:'
    )
    (tmp_path / "own" / "logo.svg").write_bytes(SVG)
    own, none = data_of(branded, "checklists/accept")["brand"], data_of(plain, "checklists/accept")["brand"]

    assert none == {"logo": None, "colour": None}
    assert own["colour"] == "#7a1f5c"
    assert own["logo"] == SVG.decode()
