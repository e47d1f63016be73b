"""What holds for everything on paper, in every language and on every paper: it can be read, and written on."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from amends.book import editions
from amends.cache import Cache, user_cache
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from amends.edition.words import read_words
from amends.model.sop import Paper
from amends.printing.kind import Data, PrintJob, Shape
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.shipped import shipped
from hotel import Hotel
from printed_lines import PrintedLine, last_lines, printed_lines
from printed_pages import MM, PrintedPage, printed_pages
from shipped_sops import ShippedSops
from small_sop import SmallSop

CONTROL = 8.0
"""The only letters that may be smaller than all others are those of the document control."""

IN_ENGLISH = ("reference", "en", "a4", False)
IN_CHINESE: How = ("reference", "zh", "letter", True)
IN_FRENCH = ("lean", "fr", "a4", False)
EVERYWHERE = pytest.mark.parametrize(
    "how", [IN_ENGLISH, IN_CHINESE, IN_FRENCH], ids=["en, A4", "zh, Letter, outlines", "fr"]
)
How = tuple[str, str, Paper, bool]
"""The SOP, the locale, the paper, and whether ink is saved."""


class Printer:
    """Prints SOPs that we ship, each PDF once."""

    def __init__(self, shipped_sops: ShippedSops) -> None:
        self._sops = shipped_sops
        self.pdf = cache(self._pdf)
        self.pages = cache(lambda path, how: printed_pages(self.pdf(path, how)))

    @cache  # noqa: B019 - lives as long as this module's tests
    def edition(self, name: str, locale: str) -> Edition:
        """In French, the fixed words are French and the SOP's own words English, for want of others."""
        sop = self._sops.sop(name)
        known = {edition.locale: edition for edition in editions(sop)}
        return known.get(locale) or Edition(sop, locale, read_words(locale))

    def packs(self, how: How, *shapes: Shape) -> dict[str, list[PrintedPage]]:
        """The pages of every PDF of some shapes but the book; of single sheets that stand in a pack, only the pack."""
        return {path: self.pages(path, how) for path in self.paths(how, *shapes)}

    def paths(self, how: How, *shapes: Shape) -> list[str]:
        """The names of these PDFs."""
        on_site = [job for job in self._jobs(how) if job.kind.made == "build"]
        jobs = [job for job in on_site if job.asked_by is None or job.kind.name == "posters"]
        return [job.path.removeprefix("print/").removesuffix(".pdf") for job in jobs if job.kind.shape in shapes]

    def _jobs(self, how: How) -> list[PrintJob]:
        sheets = Sheets(self.edition(*how[:2]))
        return list(print_jobs(sheets, fingerprints(sheets)))

    def _pdf(self, path: str, how: How) -> bytes:
        name, locale, paper, ink_saver = how
        sheets = Sheets(self.edition(name, locale))
        job = next(job for job in self._jobs(how) if job.path == f"print/{path}.pdf")
        options = PrintOptions(paper=paper, ink_saver=ink_saver)
        renderer = PdfRenderer(shipped("templates"), sheets.edition, options, PdfCache(user_cache()).get)
        return renderer.pdf(job)

    def steps(self, how: How) -> Iterator[list[PrintedPage]]:
        """The pages of each step, out of the pack."""
        pages = iter(self.pages("checklists", how))
        for page in pages:
            count = self.page_number(page, how)[1]
            yield [page, *(next(pages) for _ in range(count - 1))]

    def forms(self, how: How) -> Iterator[tuple[str, list[str]]]:
        """Each record, with the words on each page of its form, without spaces."""
        pages = iter(self.pages("forms", how))
        for record in self.edition(*how[:2]).sop.records:
            first = next(pages)
            count = self.page_number(first, how)[1]
            yield record, [squeezed(page.text) for page in (first, *(next(pages) for _ in range(count - 1)))]

    def sheets_of(self, path: str, how: How) -> list[Data]:
        """What the template of a PDF gets for each sheet."""
        job = next(job for job in self._jobs(how) if job.path == f"print/{path}.pdf")
        return [job.kind.data(self.edition(*how[:2]), sheet.view, how[2]) for sheet in job.sheets]

    def page_number(self, page: PrintedPage, how: How) -> tuple[int, int]:
        """The number of a page, and how many there are."""
        pattern = re.escape(self.edition(*how[:2]).words("print.page")).replace(r"\{page\}", r"\s*(\d+)\s*")
        [number] = re.findall(pattern.replace(r"\{pages\}", r"\s*(\d+)\s*").replace(r"\ ", r"\s*"), page.text)
        return int(number[0]), int(number[1])


@pytest.fixture(scope="module")
def printer(shipped_sops: ShippedSops) -> Printer:
    return Printer(shipped_sops)


def too_small(pages: list[PrintedPage], least: float) -> list[tuple[int, float]]:
    return [
        (number, letters.size)
        for number, page in enumerate(pages, start=1)
        for letters in page.letters
        if letters.size < least and letters.size != CONTROL
    ]


@EVERYWHERE
def test_nothing_on_a_sheet_is_smaller_than_nine_points(printer: Printer, how: How) -> None:
    packs = printer.packs(how, "pages", "poster")

    assert {"checklists", "forms", "letters", "leaflet", "process-landscape", "process-portrait"} < packs.keys()
    assert {"posters/first-minutes", "posters/severity", "posters/authority"} < packs.keys()
    assert [path for path, pages in packs.items() if sum(len(page.letters) for page in pages) < 20] == []
    assert {path: small for path, pages in packs.items() if (small := too_small(pages, 9))} == {}


@EVERYWHERE
def test_nothing_on_a_card_is_smaller_than_ten_points(printer: Printer, how: How) -> None:
    packs = printer.packs(how, "faces")

    assert {"cards", "pocket/scripts", "pocket/behaviour"} <= packs.keys()
    assert [path for path, pages in packs.items() if sum(len(page.letters) for page in pages) < 50] == []
    assert {path: small for path, pages in packs.items() if (small := too_small(pages, 10))} == {}


@EVERYWHERE
def test_each_row_for_initials_is_six_millimetres_high_or_more(printer: Printer, how: How) -> None:
    rows = [height for page in printer.pages("checklists", how) for height in heights_of_rows(page)]

    assert len(rows) > 20
    assert [round(height / MM, 1) for height in rows if height < 6 * MM] == []


def heights_of_rows(page: PrintedPage) -> list[float]:
    """The heights of the rows beside the two upright lines that part initials and time from the actions."""
    upright = [line for line in page.lines if line.x == line.right and line.y - line.bottom > 15]
    heights = []
    for line in upright:
        across = {it.y for it in page.lines if it.y == it.bottom and it.x < line.x + 9 < it.right}
        ends = sorted(y for y in across if line.bottom - 1 < y < line.y + 1)
        heights += [upper - lower for lower, upper in pairwise(ends)]
    return heights


@EVERYWHERE
def test_lines_to_write_on_are_eight_millimetres_apart_or_more(printer: Printer, how: How) -> None:
    gaps = [gap for page in printer.pages("forms", how) for gap in gaps_between_lines(page)]

    assert len(gaps) > 10
    assert [round(gap / MM, 1) for gap in gaps if gap < 8 * MM] == []


def gaps_between_lines(page: PrintedPage) -> list[float]:
    """How far each line of at least 40 mm stands below the next one above it that begins at the same place.

    The lowest line of a page parts it from the document control.
    """
    columns: dict[float, list[float]] = {}
    for line in sorted(page.lines, key=lambda line: line.y)[1:]:
        if line.y == line.bottom and line.right - line.x > 40 * MM:
            columns.setdefault(round(line.x), []).append(line.y)
    return [upper - lower for ys in columns.values() for lower, upper in pairwise(sorted(set(ys)))]


@EVERYWHERE
def test_a_pack_can_be_printed_on_both_sides(printer: Printer, how: How) -> None:
    steps = list(printer.steps(how))

    assert len(steps) == len(printer.edition(*how[:2]).sop.steps)
    assert {len(pages) % 2 for pages in steps} == {0}
    assert len(printer.pages("cards", how)) % 2 == 0


@EVERYWHERE
def test_no_page_but_the_last_is_less_than_a_third_full(printer: Printer, how: How) -> None:
    packs = printer.packs(how, "pages")
    told = {path: [(page, *printer.page_number(page, how)) for page in pages] for path, pages in packs.items()}
    shares = [
        (path, number, how_full(page))
        for path, pages in told.items()
        for page, number, count in pages
        if number < count and not is_for_notes(page)
    ]

    assert len(shares) > 3
    assert [share for share in shares if share[-1] <= 1 / 3] == []


@EVERYWHERE
def test_a_step_with_words_to_say_has_no_side_for_notes_only(printer: Printer, how: How) -> None:
    steps = printer.edition(*how[:2]).sop.steps.values()
    for_notes = [sum(map(is_for_notes, pages)) for pages in printer.steps(how)]

    # A single front without words to say has an empty back, as there must be one.
    assert [notes for step, notes in zip(steps, for_notes, strict=True) if (step.scripts or step.avoid) and notes] == []


def is_for_notes(page: PrintedPage) -> bool:
    """The back of a last front, on which nothing stands but lines."""
    return len([letters for letters in page.letters if letters.size != CONTROL]) < 6


def how_full(page: PrintedPage) -> float:
    """The part of the page from its head to the lowest words that are neither document control nor for signatures."""
    lowest = min(letters.y for letters in page.letters if letters.size != CONTROL and letters.y > 0.13 * page.height)
    return 1 - lowest / page.height


@EVERYWHERE
def test_no_decision_is_split_and_no_heading_stands_alone(printer: Printer, how: How) -> None:
    edition = printer.edition(*how[:2])
    pages = [squeezed(page.text) for page in printer.pages("checklists", how)]

    for step in edition.sop.steps.values():
        for decision in step.decisions.values():
            question = squeezed(edition.plain(decision.question))
            answers = [squeezed(edition.plain(outcome.label)) for outcome in decision.outcomes.values()]
            assert any(
                question in page and all(answer in page[page.index(question) :] for answer in answers) for page in pages
            ), question
    for name in ("actions", "decide", "say", "never"):
        heading = squeezed(edition.words(f"print.{name}"))
        assert [page[-300:] for page in pages if heading + squeezed(edition.sop.document.number) in page] == []


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@EVERYWHERE
def test_a_figure_in_the_table_of_time_limits_stays_with_its_unit(printer: Printer, how: How) -> None:
    pages = printer.pages("checklists", how)
    limits = [limit for sheet in printer.sheets_of("checklists", how) for limit in sheet["limits"]]
    times = {cell["text"] for limit in limits for cell in limit["cells"] if re.match(r"\d", cell["text"])}

    assert len(times) > 3
    shown = " ".join(page.text for page in pages)
    # A line that breaks within Chinese words reads as “工作小 时”.
    assert [time for time in times if kept_together(time, how) not in shown] == []


def kept_together(time: str, how: How) -> str:
    return time.replace(" ", "") if how == IN_CHINESE else "\u00a0".join(time.split()[:2])


@EVERYWHERE
def test_no_line_begins_with_what_stands_between_two_facts(printer: Printer, how: How) -> None:
    packs = printer.packs(how, "faces", "poster")
    lines = [(path, line) for path, pages in packs.items() for page in pages for line in page.text.splitlines()]

    assert sum(" · " in line.replace("\u00a0", " ") for _, line in lines) > 5
    assert [(path, line) for path, line in lines if line.strip().startswith("·")] == []


def test_no_last_line_in_chinese_holds_a_single_character(printer: Printer) -> None:
    paths = printer.paths(IN_CHINESE, "faces", "pages", "poster")
    ends = [
        (path, above.text, line.text)
        for path in paths
        for page in printed_lines(printer.pdf(path, IN_CHINESE))
        for above, line in last_lines(page)
    ]

    assert len(ends) > 200
    assert [end for end in ends if re.fullmatch(r"\W*[\u3400-\u9fff]?\W*", end[-1])] == []


def test_no_single_character_in_chinese_stands_alone_before_a_mark(printer: Printer) -> None:
    how: How = ("hotels", "zh", "a4", False)
    pages = [page for path in ("checklists", "cards") for page in printed_lines(printer.pdf(path, how))]
    below = [
        line.text
        for page in pages
        for above, line in pairwise(page)
        if abs(line.x - above.x) < 3 * line.size and 0 < above.y - line.y < 2 * line.size
    ]

    assert len(below) > 1000
    assert [text for text in below if re.fullmatch(r"[\u3400-\u9fff]\W", text)] == []


def test_a_poster_in_chinese_breaks_no_name(printer: Printer) -> None:
    how: How = ("healthcare", "zh", "a4", False)
    [page] = printed_lines(printer.pdf("posters/authority", how))
    roles = printer.edition(*how[:2]).sop.authority["l1"].roles
    names = [squeezed(printer.edition(*how[:2]).title(f"roles/{role}")) for role in roles]

    texts = [squeezed(line.text) for line in page if line.size > 2 * CONTROL]
    assert len(names) > 2
    assert [name for name in names if not any(name in text for text in texts)] == []


@EVERYWHERE
def test_each_page_of_a_form_says_of_which_form_it_is(printer: Printer, how: How) -> None:
    titles = printer.edition(*how[:2]).title

    for record, pages in printer.forms(how):
        assert [
            number for number, page in enumerate(pages, 1) if squeezed(titles(f"records/{record}")) not in page
        ] == []


@EVERYWHERE
def test_each_page_of_a_form_has_a_place_for_what_the_form_asks_first(printer: Printer, how: How) -> None:
    edition = printer.edition(*how[:2])

    for record, pages in printer.forms(how):
        first = next(iter(edition.sop.records[record].fields.values()))
        if first.kind in ("line", "list"):
            assert [page for page in pages if squeezed(edition.plain(first.title)) not in page] == [], record


@pytest.mark.parametrize(
    ("record", "locale", "lines"),
    # Four lines would cost the index of an English file a second page.
    [("improvement-action", "zh", [8]), ("archive-index", "zh", [10, 10]), ("archive-index", "en", [3, 3])],
)
def test_what_needs_many_words_has_as_many_lines_as_its_pages_have_room_for(
    printer: Printer, record: str, locale: str, lines: list[int]
) -> None:
    pdf = printer.pdf(f"forms/{record}", ("reference", locale, "letter", False))
    places = [place for page in PdfReader(io.BytesIO(pdf)).pages for place in page.annotations or ()]
    heights = [float(top) - float(bottom) for _, bottom, _, top in (place.get_object()["/Rect"] for place in places)]

    assert [round(height / (8.5 * MM)) for height in heights if height > 20 * MM] == lines


@EVERYWHERE
def test_nobody_signs_a_form_on_a_page_on_which_nothing_else_stands(printer: Printer, how: How) -> None:
    edition = printer.edition(*how[:2])

    for record, pages in printer.forms(how):
        fields = edition.sop.records[record].fields.values()
        asked = [squeezed(edition.plain(field.title)) for field in fields if field.kind != "signature"]
        # The head of a further page repeats what is asked first.
        assert len(pages) == 1 or any(title in pages[-1] for title in asked[1:]), record


def test_a_poster_with_little_on_it_is_in_larger_letters(printer: Printer) -> None:
    for poster in ("posters/first-minutes", "process-landscape"):
        [much], [little] = printer.pages(poster, IN_ENGLISH), printer.pages(poster, IN_FRENCH)
        assert most_common_size(little) > 1.2 * most_common_size(much)


def most_common_size(page: PrintedPage) -> float:
    return Counter(letters.size for letters in page.letters if letters.size != CONTROL).most_common(1)[0][0]


@pytest.mark.parametrize(
    ("step", "locale", "size"),
    # What is decided goes to the back of the file, in both languages, for all letters to be large.
    [
        ("approve", "en", 10),
        ("implement", "en", 11.5),
        ("archive", "en", 11.5),
        ("archive", "zh", 11.5),
        ("verify", "zh", 10.75),
    ],
)
def test_a_front_is_in_larger_letters_where_its_back_has_room(
    printer: Printer, step: str, locale: str, size: float
) -> None:
    how: How = ("reference", locale, "a4", False)
    front, back = printed_lines(printer.pdf(f"checklists/{step}", how))
    never = printer.edition("reference", locale).sop.steps[step].avoid

    assert size_of(front, printer.sheets_of(f"checklists/{step}", how)[0]["actions"][0]["text"]) == size
    assert len(never) > 0
    assert size_of(back, printer.sheets_of(f"checklists/{step}", how)[0]["never"][0]["text"]) >= size


def size_of(lines: list[PrintedLine], runs: list[Data]) -> float:
    """How large the letters are at the beginning of what the runs say."""
    beginning = squeezed("".join(run["text"] for run in runs))[:8]
    [size] = {line.size for line in lines if beginning in squeezed(line.text)}
    return round(size, 2)


@EVERYWHERE
def test_what_to_do_stands_on_a_front_and_what_to_say_on_a_back(printer: Printer, how: How) -> None:
    words = printer.edition(*how[:2]).words

    for pages in printer.steps(how):
        texts = [squeezed(page.text) for page in pages]
        assert squeezed(words("print.initials")) in texts[0]
        assert squeezed(words("print.never") + words("print.instead")) not in texts[0]
        assert [text for text in texts if squeezed(words("print.checked_by")) in text] != []


def test_a_long_card_is_one_sheet_with_two_pages_upside_down(printer: Printer) -> None:
    front, back = printer.pages("cards/front-line", IN_ENGLISH)

    assert all(letters.is_upside_down == (letters.y > front.height / 2) for letters in front.letters)
    assert not any(letters.is_upside_down for letters in back.letters)
    numbers = re.findall(r"(\d)/8", front.text), re.findall(r"(\d)/8", back.text)
    assert numbers == (["2", "3", "8"], ["4", "5", "6", "7"])


def test_the_back_of_a_cut_card_lies_behind_its_front(printer: Printer) -> None:
    front, back = printer.pages("cards/finance", IN_ENGLISH)

    assert re.findall(r"(\d)/4", front.text) == ["3", "3"]
    assert re.findall(r"(\d)/4", back.text) == ["2", "4", "2", "4"]


@EVERYWHERE
def test_scripts_of_one_face_stand_back_to_back(printer: Printer, how: How) -> None:
    pages = printer.pages("pocket/scripts", how)
    scripts = printer.edition(*how[:2]).sop.scripts

    further = sum(len(re.findall(r"\d/\d", page.text)) for page in pages)
    leaves = -(-(len(scripts) + further) // 2)
    # At most one script has no other one for its back, which is for notes.
    assert further <= 1
    assert len(pages) == 2 * -(-leaves // 4)


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_the_card_of_a_role_has_its_back_for_itself(printer: Printer, locale: str) -> None:
    how: How = ("reference", locale, "a4", False)
    front, back = printed_lines(printer.pdf("cards/internal-audit", how))
    duties = next(iter(printer.edition("reference", locale).sop.roles["internal-audit"].duties.values()))

    beginning = squeezed(printer.edition("reference", locale).plain(duties.text))[:8]
    assert {line.size for line in back if beginning in squeezed(line.text)} == {14}
    assert [line for line in front if beginning in squeezed(line.text)] == []


def test_leaves_on_half_a_sheet_fill_it_with_copies(printer: Printer) -> None:
    front, back = printer.pages("pocket/pause-points", IN_ENGLISH)

    assert [front.text.count("Stop:"), back.text.count("Stop:")] == [4, 2]


def test_one_leaf_that_is_left_fills_the_last_sheet(printer: Printer) -> None:
    *_, front, _ = printer.pages("pocket/behaviour", IN_CHINESE)
    *_, last = printer.sheets_of("pocket/behaviour", IN_CHINESE)

    assert front.text.count(last["title"]) == 4


def test_what_a_call_is_for_fills_its_line(printer: Printer) -> None:
    [cover, *_] = printed_lines(printer.pdf("cards/storage-transport", IN_ENGLISH))

    assert "A promised delivery will be late" in {line.text for line in cover}


@pytest.mark.parametrize("how", [IN_ENGLISH, IN_CHINESE], ids=["en, A4", "zh, Letter"])
def test_each_line_holds_as_many_records_as_it_has_room_for(printer: Printer, how: How) -> None:
    *_, back = printed_lines(printer.pdf("checklists/archive", how))
    ends: dict[int, float] = {}
    for line in back:
        if any(squeezed(record) in squeezed(line.text) for record in record_titles(printer, how)):
            ends[round(line.y)] = max(line.right, ends.get(round(line.y), 0))

    *full, _ = [ends[y] for y in sorted(ends, reverse=True)]
    assert len(full) > 1
    assert min(full) > 0.65 * max(line.right for line in back)


def record_titles(printer: Printer, how: How) -> list[str]:
    [sheet] = printer.sheets_of("checklists/archive", how)
    return [record["title"] for record in sheet["records"]]


def test_the_process_of_a_trade_with_many_ways_and_calls_is_one_sheet(printer: Printer) -> None:
    [page] = printer.pages("process-landscape", ("tourism", "en", "letter", False))

    assert (round(page.width), round(page.height)) == (1224, 792)


@pytest.mark.parametrize("path", ["process-landscape", "process-portrait"])
def test_an_answer_fills_its_line_before_the_mark_of_the_end(printer: Printer, path: str) -> None:
    answers = {"Complete, closed by agreement", "Complete, closed on our final response", "Older than 12 months"}

    found = {line.text.strip() for page in printed_lines(printer.pdf(path, IN_ENGLISH)) for line in page}
    assert {answer for answer in answers if not any(text.startswith(answer) for text in found)} == set()


def test_what_the_fonts_lack_is_printed_as_a_sign_that_they_have(tmp_path: Path) -> None:
    signs = "☑ ✔ ☐ ➜ ✗ ₹ \uf0b7"
    sheets = Sheets(Hotel(tmp_path / "hotel").replace('zh: "提出方案。"', f'zh: "提出方案{signs}"').edition("zh"))
    job = next(job for job in print_jobs(sheets, fingerprints(sheets)) if job.path == "print/checklists/solve.pdf")
    renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), PdfCache(Cache(None)).get)

    text = squeezed(printed_pages(renderer.pdf(job))[0].text)

    assert "提出方案✓✓□→✗₹•" in text


def test_a_person_with_two_large_roles_has_one_folded_card(tmp_path: Path) -> None:
    holders = "holders: {nora: {name: Nora Byrne, roles: [front-line, complaint-desk]}}"
    project = SmallSop(tmp_path, {"sop.yml": f"id: own\nextends: reference\n{holders}\n"}, date(2026, 11, 1))
    sheets = project.sheets()[0]
    job = next(job for job in print_jobs(sheets, fingerprints(sheets)) if job.path == "print/people/nora.pdf")
    renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), PdfCache(user_cache()).get)

    front, back = printed_pages(renderer.pdf(job))

    assert sorted(re.findall(r"(\d)/8", front.text + back.text)) == list("2345678")
    # The last of its words to say stand there by their names.
    assert "S21 Follow-up call" in " ".join((front.text + back.text).split())
