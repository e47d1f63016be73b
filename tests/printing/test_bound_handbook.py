"""The handbook as a book: all of it is there, its references name the right pages, and it can be read and signed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.cache import Cache
from amends.documents.bound.phrases import used_in
from amends.printing.pdf_cache import PdfCache
from hotel import Hotel
from printed_book import PrintedBook, squeezed
from printed_lines import printed_lines
from printed_pages import Letters, PrintedPage
from shipped_sops import ShippedSops

CONTROL, HEADING = 8, 12


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    return PrintedBook(Hotel(tmp_path_factory.mktemp("english")).with_letters().edition("en"))


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    hotel = Hotel(tmp_path_factory.mktemp("chinese")).with_letters()
    return PrintedBook(hotel.edition("zh"), "letter", ink_saver=True)


@pytest.fixture(params=["english", "chinese"])
def bound(request: pytest.FixtureRequest) -> PrintedBook:
    book = request.getfixturevalue(request.param)
    assert isinstance(book, PrintedBook)
    return book


def test_every_entry_that_has_a_page_or_a_row_stands_in_the_book(bound: PrintedBook) -> None:
    sop = bound.edition.sop
    left_out = {"situations", "frameworks", "wording"}
    collections = {name: getattr(sop, name) for name in type(sop).model_fields if isinstance(getattr(sop, name), dict)}
    entries = [
        f"{name}/{key}"
        for name, entries in collections.items()
        if name not in left_out
        for key in entries
        if f"{name}/{key}" in bound.edition.known
    ]
    everything = "".join(bound.texts)

    assert len(entries) > 30
    assert [name for name in entries if squeezed(bound.edition.title(name)) not in everything] == []


def test_words_and_frameworks_of_sources_are_named_too(english: PrintedBook) -> None:
    everything = "".join(english.texts)

    for wording in english.edition.sop.wording.values():
        assert all(squeezed(english.edition.plain(it.text)) in everything for it in wording.never.values())
    for key in english.edition.sop.frameworks:
        assert squeezed(english.edition.title(f"frameworks/{key}")) in everything


def test_a_reference_names_the_page_on_which_its_entry_stands(bound: PrintedBook) -> None:
    edition = bound.edition
    pages = dict(bound.bookmarks)
    step = squeezed(edition.words("leads.step", number=2, title=edition.title("steps/solve")))
    ref = re.escape(squeezed(edition.words("book.page_ref"))).replace(r"\{page\}", r"(\d+)")

    told = [int(page) for text in bound.texts for page in re.findall(re.escape(step) + ref, text)]

    assert told != []
    assert set(told) == {pages[squeezed(edition.title("steps/solve"))]}


def test_the_contents_name_each_bookmark_with_its_page(bound: PrintedBook) -> None:
    words = bound.edition.words
    cover, *marks = bound.bookmarks
    begin = dict(marks)[squeezed(words("book.contents"))]
    principles = dict(marks)[squeezed(words("page.principles"))]
    contents = "".join(bound.texts[begin - 1 : principles - 1])

    assert cover == (squeezed(bound.edition.plain(bound.edition.sop.title)), 1)
    listed = [mark for mark in marks if mark[1] >= principles]
    assert len(listed) > 30
    assert [mark for mark in listed if f"{mark[0]}{mark[1]}" not in contents] == []


def test_document_control_has_lines_for_three_signatures(english: PrintedBook) -> None:
    [control] = [text for text in english.texts if "Preparedby" in text]

    assert re.search("Preparedby.*Manager.*Checkedby.*Approvedby.*Manager", control)
    assert "Secondissue." in control


def test_the_index_lists_every_script_by_title(english: PrintedBook) -> None:
    index = "".join(english.texts[dict(english.bookmarks)["Indexofscripts"] - 1 :])
    titles = [squeezed(english.edition.title(f"scripts/{key}")) for key in english.edition.sop.scripts]

    assert sorted(titles) == sorted(titles, key=index.index)


def test_nothing_is_smaller_than_nine_points_but_document_control_and_the_running_head(bound: PrintedBook) -> None:
    sizes = {letters.size for page in bound.pages for letters in page.letters}

    assert sorted(size for size in sizes if size < 9) == [8]


@pytest.mark.parametrize(("count", "told"), [(2, "Fire 1, Fire 2"), (4, "4 rows of “Who takes over when”")])
def test_of_many_rows_of_a_table_the_book_says_how_many_use_a_record(tmp_path: Path, count: int, told: str) -> None:
    row = 'fire-{n}: {{when: {{en: "Fire {n}.", zh: "起火{n}。"}}, to: manager, within: at once, next: solve, records: [form]}}'
    rows = "".join(f"  {row.format(n=n)}\n" for n in range(1, count + 1))
    edition = Hotel(tmp_path).replace("routing:\n", f"{rows}routing:\n").edition("en")

    assert told in used_in(edition, "records/form").plain


def test_a_row_that_is_longer_than_a_page_goes_on_on_the_next_one(tmp_path: Path) -> None:
    told = " ".join(f"Call house {n} and say that the kitchen burns." for n in range(1, 100))
    row = f'large-fire: {{when: {{en: Fire., zh: 起火。}}, to: manager, within: at once, next: solve, then: {{en: "{told}", zh: 报警。}}}}'
    book = PrintedBook(Hotel(tmp_path).replace("routing:\n", f"  {row}\nrouting:\n").edition("en"))

    assert sum(text.count("kitchen") for text in book.texts) == 99
    assert [page for page in book.pages if min(letters.y for letters in page.letters) < 0] == []


@pytest.fixture(scope="module", params=["en", "zh"])
def large(request: pytest.FixtureRequest, shipped_sops: ShippedSops) -> PrintedBook:
    """The book of the reference."""
    return PrintedBook(shipped_sops.edition("reference", request.param))


def test_the_contents_of_the_reference_are_two_pages(large: PrintedBook) -> None:
    assert [page for _, page in large.chapters][2:4] == [3, 5]


def test_no_line_begins_with_what_stands_between_two_limits(large: PrintedBook) -> None:
    lines = [line.text for page in printed_lines(large.pdf) for line in page]

    assert sum("·" in line for line in lines) > 20
    assert [line for line in lines if line.startswith("·")] == []


def test_no_heading_stands_alone_at_the_foot(bound: PrintedBook) -> None:
    lowest = [min(read(page), key=lambda letters: letters.y).size for page in bound.pages if read(page)]

    assert len(lowest) > len(bound.pages) - 2
    assert [number for number, size in enumerate(lowest, start=1) if size >= HEADING] == []


def test_only_the_last_page_of_a_chapter_may_be_half_empty(bound: PrintedBook) -> None:
    assert half_empty(bound) == {}


def test_a_decision_with_many_answers_leaves_no_page_half_empty(shipped_sops: ShippedSops) -> None:
    assert half_empty(PrintedBook(shipped_sops.edition("healthcare", "zh"), "letter")) == {}


def half_empty(book: PrintedBook) -> dict[int, float]:
    """The pages before others of their chapter on which less than half is printed, with how much is."""
    chapters = {page for _, page in book.chapters}
    followed = [number for number in range(2, len(book.pages)) if number + 1 not in chapters]
    shares = {number: how_full(book.pages[number - 1]) for number in followed}
    assert len(shares) > 1
    return {number: share for number, share in shares.items() if share < 1 / 2}


def test_a_chapter_begins_on_the_page_of_the_last_one_if_half_of_it_is_free(bound: PrintedBook) -> None:
    _, first, *chapters = sorted({page for _, page in bound.chapters})
    before = {page - 1: how_full(bound.pages[page - 2]) for page in chapters if begins_with_chapter(bound, page)}

    assert len(before) > 3
    assert {page: share for page, share in before.items() if page > first and share < 0.4} == {}


def begins_with_chapter(bound: PrintedBook, page: int) -> bool:
    titles = {squeezed(title) for title, at in bound.chapters if at == page}
    largest = max(letters.size for letters in bound.pages[page - 1].letters)
    highest = max(read(bound.pages[page - 1]), key=lambda letters: letters.y)
    return bool(titles) and highest.size == largest


def how_full(page: PrintedPage) -> float:
    return 1 - min(letters.y for letters in read(page)) / page.height


def read(page: PrintedPage) -> list[Letters]:
    """The letters of a page without head and foot."""
    return [letters for letters in page.letters if letters.size != CONTROL]


def test_the_same_book_has_the_same_bytes_and_the_same_mark(tmp_path: Path, english: PrintedBook) -> None:
    hotel = Hotel(tmp_path).with_letters()

    assert PrintedBook(hotel.edition("en")).pdf == english.pdf
    other = PrintedBook(hotel.replace('version: "2.1"', 'version: "2.2"').edition("en"))
    [mark] = set(re.findall(r"Fingerprint([0-9a-f]{8})", english.texts[0]))
    assert mark in other.texts[0]
    assert mark not in PrintedBook(hotel.replace("Solve it", "Settle it").edition("en")).texts[0]


def test_no_build_makes_the_book_and_the_print_room_says_how_to_get_it(hotel: Hotel) -> None:
    book = hotel.manuscript().handbook("en", PdfCache(Cache(None)), is_on_demand=True)

    assert "print/handbook.pdf" not in book.downloads
    assert "<code>amends print handbook</code>" in book.html(next(it for it in book.pages if it.path == "print-room"))
