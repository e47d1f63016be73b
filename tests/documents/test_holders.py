"""Who fills a role stands on its card, on its page and among those to call; a person has one card of all roles."""

from __future__ import annotations

from pathlib import Path

from amends.documents.sheets import Sheets
from amends.printing.kinds import fingerprints, print_jobs
from hotel import Hotel
from page_html import html_of_pages

PEOPLE = """\
holders:
  ada: {name: Ada Lovelace, roles: [manager, front-desk], phone: "200"}
  bob: {name: Bob, roles: [front-desk]}
  eve: {name: Eve, roles: [insurer]}
"""


def sheets_of(folder: Path) -> Sheets:
    return Hotel(folder, {"holders.yml": PEOPLE}).sheets()[0]


def test_a_card_names_the_people(tmp_path: Path) -> None:
    cards = sheets_of(tmp_path).cards

    assert cards["front-desk"].holders == ("Ada Lovelace", "Bob")
    assert cards["case-owner"].holders == ()


def test_a_person_with_several_roles_has_one_card_of_all(tmp_path: Path) -> None:
    sheets = sheets_of(tmp_path)
    jobs = {job.path: job for job in print_jobs(sheets, fingerprints(sheets))}

    ada = jobs["print/people/ada.pdf"]
    [card] = [sheet.view for sheet in ada.sheets]
    manager, front_desk = sheets.cards["manager"], sheets.cards["front-desk"]
    assert (card.title, card.holders) == ("Ada Lovelace", ("Manager", "Front desk"))
    assert [step.id for step in card.steps] == ["watch", "accept"]
    assert {script.id for script in card.scripts} == {it.id for role in (manager, front_desk) for it in role.scripts}
    assert [part.title for part in card.filled] == ["As Case owner"], "both may take it, and it stands there once"
    assert ada.asked_by == ("person", "ada")
    assert ada.sheets[0].document_number == "HTL-ADA"
    assert "print/people/eve.pdf" not in jobs  # a role outside has no card


def test_nobody_is_told_to_call_themselves(tmp_path: Path) -> None:
    sheets = sheets_of(tmp_path)
    jobs = {job.path: job for job in print_jobs(sheets, fingerprints(sheets))}

    called = {
        name: [call.who.entry for call in jobs[f"print/people/{name}.pdf"].sheets[0].view.calls if call.who]
        for name in ("ada", "bob")
    }
    assert "roles/manager" in called["bob"]
    assert "roles/manager" not in called["ada"]


def test_a_person_with_one_role_has_the_card_of_that_role(tmp_path: Path) -> None:
    sheets = sheets_of(tmp_path)
    jobs = {job.path: job for job in print_jobs(sheets, fingerprints(sheets))}

    assert jobs["print/people/bob.pdf"].sheets == jobs["print/cards/front-desk.pdf"].sheets


def test_whoever_is_called_by_a_role_without_a_contact_is_reached_by_their_own_number(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path, {"holders.yml": PEOPLE}).replace(
        "    department: office\n    contact: office\n", "    department: office\n"
    )

    [_, anger] = hotel.sheets()[0].cards["front-desk"].calls
    assert anger.how == "200"


def test_pages_name_them_and_lead_to_their_roles(tmp_path: Path) -> None:
    pages = html_of_pages([sheets_of(tmp_path)])

    assert "Ada Lovelace, Bob" in pages["roles/front-desk"]
    assert 'id="holder--ada"' in pages["contacts"]
    assert pages["contacts"].count("print/people/") == 2


def test_a_role_that_is_not_there_is_told(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path, {"holders.yml": "holders:\n  ada: {name: Ada, roles: [nobody]}\n"})

    assert [(it.code, it.location.line) for it in hotel.reading().findings if it.is_error] == [("R101", 2)]
