from amends.documents.bound.binder_sheet import Binder
from amends.documents.pocket_card import PocketCard
from amends.documents.posters import Poster
from amends.documents.role_card import RoleCard
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition
from amends.printing.bound_handbook import Book
from amends.printing.kind import PrintJob
from amends.printing.kinds import KINDS, fingerprints, print_jobs
from amends.printing.process import ProcessSheet
from commands import ROOT
from hotel import Hotel


def jobs(hotel: Hotel, locale: str = "en") -> dict[str, PrintJob]:
    everything = {sheets.edition.locale: sheets for sheets in hotel.sheets()}
    return {job.path: job for job in print_jobs(everything[locale], fingerprints(everything[locale]))}


def titles(edition: Edition, job: PrintJob) -> list[str]:
    return [_title(edition, sheet.view) for sheet in job.sheets]


def _title(
    edition: Edition, view: StepSheet | RoleCard | ProcessSheet | Poster | PocketCard | Book | Binder | str
) -> str:
    if isinstance(view, ProcessSheet):
        return view.format
    if isinstance(view, Book):
        return edition.plain(edition.sop.title)
    if isinstance(view, Poster | PocketCard | Binder):
        return view.title
    if isinstance(view, str):
        return edition.title(f"records/{view}")
    return edition.title(f"{'steps' if isinstance(view, StepSheet) else 'roles'}/{view.id}")


def test_there_is_a_pack_of_all_and_a_pdf_for_each_step_role_and_department(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert {path: titles(edition, job) for path, job in jobs(hotel).items()} == {
        "print/checklists.pdf": ["Watch the ratings", "Accept the complaint", "Solve it"],
        "print/checklists/watch.pdf": ["Watch the ratings"],
        "print/checklists/accept.pdf": ["Accept the complaint"],
        "print/checklists/solve.pdf": ["Solve it"],
        "print/cards.pdf": ["Front desk", "Manager"],
        "print/cards/front-desk.pdf": ["Front desk"],
        "print/cards/manager.pdf": ["Manager"],
        "print/departments/reception.pdf": ["Front desk"],
        "print/departments/office.pdf": ["Manager"],
        "print/pocket/scripts.pdf": ["Welcome", "Regret"],
        "print/pocket/behaviour.pdf": ["Shouting"],
        "print/pocket/pause-points.pdf": ["Before you speak"],
        "print/forms.pdf": ["Complaint form"],
        "print/forms/form.pdf": ["Complaint form"],
        "print/process-landscape.pdf": ["landscape"],
        "print/process-portrait.pdf": ["portrait"],
        "print/posters/first-minutes.pdf": ["The first five minutes"],
        "print/posters/severity.pdf": ["How serious is it?"],
        "print/posters/authority.pdf": ["Who may give how much"],
        "print/handbook.pdf": ["Complaints at the hotel"],
        "print/binders/departments/reception.pdf": ["Reception"],
        "print/binders/departments/office.pdf": ["Office"],
        "print/binders/roles/front-desk.pdf": ["Front desk"],
        "print/binders/roles/manager.pdf": ["Manager"],
    }


def test_each_pdf_has_a_title_in_its_own_language(hotel: Hotel) -> None:
    chinese = {path: job.title for path, job in jobs(hotel, "zh").items()}

    assert chinese["print/checklists/accept.pdf"] == "检查表：受理投诉"
    assert chinese["print/cards/manager.pdf"] == "角色卡：经理"


def test_a_department_with_one_card_has_the_pdf_of_that_card(hotel: Hotel) -> None:
    found = jobs(hotel)

    assert found["print/departments/office.pdf"].sheets == found["print/cards/manager.pdf"].sheets
    assert found["print/departments/office.pdf"].title == found["print/cards/manager.pdf"].title


def test_a_department_without_a_card_has_no_pdf(hotel: Hotel) -> None:
    hotel.replace("departments:\n", "departments:\n  garden: {title: Garden}\n")

    assert "print/departments/garden.pdf" not in jobs(hotel)


def test_where_nobody_has_a_card_there_is_no_pdf_of_cards(hotel: Hotel) -> None:
    hotel.replace("  front-desk:\n", "  front-desk:\n    kind: external\n")
    hotel.replace("  manager:\n", "  manager:\n    kind: external\n")
    hotel.replace("    kind: case\n    filled_by: [front-desk, manager]\n", "    kind: external\n")

    assert {job.kind.name for job in jobs(hotel).values()} == {
        "checklists",
        "pocket",
        "forms",
        "process",
        "posters",
        "handbook",
    }


def test_a_sheet_carries_its_number_its_mark_and_the_address_of_its_page(hotel: Hotel) -> None:
    marks = fingerprints(Sheets(hotel.edition("zh")))

    [accept] = jobs(hotel, "zh")["print/checklists/accept.pdf"].sheets
    [manager] = jobs(hotel, "zh")["print/cards/manager.pdf"].sheets
    [front_desk] = jobs(hotel, "zh")["print/cards/front-desk.pdf"].sheets

    assert accept.document_number == "HTL-W01"
    assert accept.fingerprint == marks["steps/accept"]
    assert accept.address == "https://hotel.example/complaints/zh/checklists/accept.html"
    assert manager.address == "https://hotel.example/complaints/zh/roles/manager.html"
    assert (front_desk.document_number, manager.document_number) == ("HTL-R1", "HTL-MANAGER")


def test_without_an_address_of_the_site_no_sheet_has_one(hotel: Hotel) -> None:
    hotel.replace("  site_url: https://hotel.example/complaints/\n", "")

    assert {sheet.address for job in jobs(hotel).values() for sheet in job.sheets} == {None}


def test_the_readme_and_the_page_on_printing_name_every_kind() -> None:
    for page in ("README.md", "docs/printing.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert [kind.name for kind in KINDS if f"amends print {kind.name}" not in text] == []
