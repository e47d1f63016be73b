"""The binder: who needs it finds what happened, and the sheet, by its page and its tab."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.selection import Selection
from hotel import Hotel
from printed_book import PrintedBook, squeezed
from printed_lines import printed_lines
from printed_pages import MM
from shipped_sops import ShippedSops


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    edition = Hotel(tmp_path_factory.mktemp("english")).with_letters().edition("en")
    return PrintedBook(edition, path="binders/departments/reception.pdf")


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    edition = Hotel(tmp_path_factory.mktemp("chinese")).with_letters().edition("zh")
    return PrintedBook(edition, "letter", path="binders/roles/front-desk.pdf", ink_saver=True)


QUIET = """
departments: {garden: {title: {en: "Garden", zh: "园艺"}}}
roles:
  gardener: {title: {en: "Gardener", zh: "园丁"}, department: garden, duties: {water: {en: "Water.", zh: "浇水。"}}}
"""


@pytest.fixture(params=["english", "chinese"])
def binder(request: pytest.FixtureRequest) -> PrintedBook:
    book = request.getfixturevalue(request.param)
    assert isinstance(book, PrintedBook)
    return book


def page_with(binder: PrintedBook, *texts: str) -> int:
    """The number of the first page behind the contents on which all of them stand."""
    wanted = [squeezed(text) for text in texts]
    return next(n for n, text in enumerate(binder.texts, 1) if n > 2 and all(it in text for it in wanted))


def test_the_cover_says_whose_binder_it_is_how_serious_things_are_and_whom_to_call(english: PrintedBook) -> None:
    cover = english.texts[0]
    edition = english.edition

    assert "Binder:Reception" in cover
    assert all(squeezed(edition.plain(it.title)) in cover for it in edition.sop.severities.values())
    for call in edition.sop.roles["front-desk"].calls.values():
        assert squeezed(edition.plain(call.when)) in cover


def test_who_has_neither_steps_nor_forms_has_a_binder_too(tmp_path: Path) -> None:
    edition = Hotel(tmp_path, {"more.yml": QUIET}).edition("en")

    binder = PrintedBook(edition, path="binders/departments/garden.pdf")

    assert "Binder:Garden" in binder.texts[0]
    assert page_with(binder, "Gardener", "Water.")


def test_the_index_names_the_page_that_helps(binder: PrintedBook) -> None:
    edition = binder.edition
    index = binder.texts[page_with(binder, edition.words("book.symptoms")) - 1]
    behaviour = squeezed(edition.title("customer_types/shouting"))
    ref = re.escape(squeezed(edition.words("book.page_ref"))).replace(r"\{page\}", r"(\d+)")

    [page] = {int(number) for number in re.findall(behaviour + ref, index)}

    assert page == page_with(binder, edition.title("customer_types/shouting"), edition.words("customer-type.recognise"))


def test_the_contents_name_the_page_of_each_checklist_and_form(binder: PrintedBook) -> None:
    edition = binder.edition
    contents = binder.texts[1]
    step = squeezed(edition.title("steps/accept"))
    form = squeezed(edition.title("records/form"))

    assert f"{step}{page_with(binder, edition.title('steps/accept'), edition.words('print.initials'))}" in contents
    assert f"{form}{page_with(binder, edition.title('records/form'), 'HTL-F1')}" in contents


def test_a_checklist_is_the_same_sheet_as_alone_and_begins_on_a_front(english: PrintedBook) -> None:
    alone = PrintedBook(english.edition, path="checklists/accept.pdf").texts
    first = page_with(english, "Accept the complaint", "Initials")

    assert first % 2 == 1
    for number, text in enumerate(alone, start=first):
        bound = english.texts[number - 1]
        assert len(bound) - len(text) == len(f"1{number}")
        assert text in bound


def test_the_tab_of_a_step_is_at_the_edge_that_is_turned(binder: PrintedBook) -> None:
    first = page_with(binder, binder.edition.title("steps/accept"), binder.edition.words("print.initials"))

    for number in (first, first + 1):
        page = binder.pages[number - 1]
        at_edge = [it for it in page.letters if (it.x > page.width - 13 * MM if number % 2 else it.x < 13 * MM)]
        assert len([letters for letters in at_edge if letters.size >= 9 and letters.y > page.height / 2]) == 1


def test_nothing_that_is_read_in_a_binder_is_smaller_than_nine_points(binder: PrintedBook) -> None:
    sizes = {letters.size for page in binder.pages for letters in page.letters}

    assert len(sizes) > 5
    assert sorted(size for size in sizes if size < 9) == [8]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_where_a_letter_or_a_script_is_used_is_not_what_a_page_begins_with(
    shipped_sops: ShippedSops, locale: str
) -> None:
    binder = PrintedBook(shipped_sops.edition("reference", locale), path="binders/roles/front-line.pdf")
    names = tuple(squeezed(binder.edition.words(word)) for word in ("letter.used", "script.used"))
    highest = [max(lines, key=lambda line: line.y).text for lines in printed_lines(binder.pdf)]

    assert all(any(name in text for text in binder.texts) for name in names)
    assert [number for number, text in enumerate(highest, start=1) if squeezed(text).startswith(names)] == []


def test_a_role_that_talks_with_nobody_has_no_difficult_behaviour_in_its_binder(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path).replace("    conversation: true\n", "")

    book = PrintedBook(hotel.edition("en"), path="binders/roles/front-desk.pdf")

    assert "Shouting" not in book.texts[1]
    assert "Acceptthecomplaint" in book.texts[1]


@pytest.mark.parametrize(
    ("kinds", "named", "made"),
    [
        (("binder",), {}, ["departments/reception", "departments/office"]),
        (("binder",), {"role": ("manager",)}, ["roles/manager"]),
        (("binder",), {"department": ("office",)}, ["departments/office"]),
        ((), {"role": ("manager",)}, []),
        ((), {}, []),
        (("cards",), {"role": ("manager",)}, []),
    ],
)
def test_binders_are_made_only_by_their_name(
    hotel: Hotel, kinds: tuple[str, ...], named: dict[str, tuple[str, ...]], made: list[str]
) -> None:
    [sheets, _] = hotel.sheets()
    jobs = Selection(kinds, named).of(print_jobs(sheets, fingerprints(sheets)))

    assert [job.path for job in jobs if job.kind.name == "binder"] == [f"print/binders/{it}.pdf" for it in made]
