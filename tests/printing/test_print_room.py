from pathlib import Path

from amends.documents.print_room import Family, print_room_page
from amends.documents.sheets import Sheets
from amends.printing.kinds import fingerprints, print_jobs
from hotel import Hotel


def families(hotel: Hotel) -> list[Family]:
    found = print_room_page(Sheets(hotel.edition()), lambda _: None).values()["families"]
    assert isinstance(found, tuple)
    return list(found)


def listed(hotel: Hotel) -> list[str]:
    packs = [family.pack.path for family in families(hotel) if family.pack]
    return [*packs, *(printed.path for family in families(hotel) for printed in family.files)]


def printed(hotel: Hotel) -> list[str]:
    sheets = Sheets(hotel.edition())
    return [job.path for job in print_jobs(sheets, fingerprints(sheets)) if not job.only_named]


def test_the_print_room_lists_every_pdf_once(hotel: Hotel) -> None:
    assert sorted(listed(hotel)) == sorted(printed(hotel))


def test_the_cards_of_people_are_listed_with_their_names(tmp_path: Path) -> None:
    ada = "{name: Ada Lovelace, roles: [manager, front-desk]}"
    hotel = Hotel(tmp_path / "hotel", {"holders.yml": f"holders: {{ada: {ada}}}\n"})

    [people] = [it for it in families(hotel) if it.name == "people"]

    assert [(it.path, it.title) for it in people.files] == [("print/people/ada.pdf", "Ada Lovelace")]
    assert sorted(listed(hotel)) == sorted(printed(hotel))


def test_what_cannot_be_printed_is_not_listed(hotel: Hotel) -> None:
    hotel.replace("  front-desk:\n", "  front-desk:\n    kind: external\n")
    hotel.replace("  manager:\n", "  manager:\n    kind: external\n")
    hotel.replace("    kind: case\n    filled_by: [front-desk, manager]\n", "    kind: external\n")
    hotel.replace("    conversation: true\n", "")

    assert "cards" not in [family.name for family in families(hotel)]
    assert sorted(listed(hotel)) == sorted(printed(hotel))


def test_where_there_are_no_departments_each_role_has_a_binder(hotel: Hotel) -> None:
    hotel.replace("    department: reception\n    summary", "    summary")
    hotel.replace("    department: office\n    contact", "    contact")

    assert [it for it in listed(hotel) if "binders" in it] == [
        "print/binders/roles/front-desk.pdf",
        "print/binders/roles/manager.pdf",
    ]
    assert sorted(listed(hotel)) == sorted(printed(hotel))


def test_large_posters_say_so(hotel: Hotel) -> None:
    large = [it.path for family in families(hotel) for it in family.files if it.is_large]

    assert large == ["print/process-landscape.pdf", "print/posters/first-minutes.pdf"]
