"""Texts for translators as a workbook (XLSX), for Excel, LibreOffice and WPS; and back.

A cell never holds a formula: every text is written as text, also one that begins with `=`, and a formula that comes
back is refused. The file does not say when it was written, so the same texts give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from amends.edition.locale_form import language_named
from amends.edition.words import known_locales, read_words
from amends.finding import Location, UsageError
from amends.model.text import LOCALE
from amends.text_width import columns
from amends.translating.packages import package
from amends.translating.task import Job, Returned, Row, Task

_ID, _WHERE, _SOURCE, _TARGET, _STATE, _NOTES = range(1, 7)
_WIDTHS = {_ID: 22, _WHERE: 34, _SOURCE: 60, _TARGET: 60, _STATE: 18, _NOTES: 44}
_FONT, _LINE, _HIGHEST = "Calibri", 15.0, 409.0
_LONGEST = 32_767
"""More characters do not fit into a cell."""
_MOST_BYTES = 200_000_000
_NO_TIME = "2000-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def written(job: Job) -> bytes:
    """The workbook: one sheet with a frozen head, of which translations, states and notes can be edited."""
    for task in job.tasks:
        if len(task.source) > _LONGEST or len(task.target) > _LONGEST:
            raise UsageError(f"{task.place}: this text is too long for a cell of a sheet; export it as PO or XLIFF")
    openpyxl: Any = package("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"{job.of} - {job.into}"
    _fill(sheet, job)
    _lay_out(sheet, job)
    _guide(sheet, job)
    target = io.BytesIO()
    book.save(target)
    return _without_times(target.getvalue())


def _fill(sheet: Any, job: Job) -> None:
    words = job.words
    heads = [
        "id",
        words("translations.sheet.where"),
        _language(job.of, job.of),
        _language(job.into, job.of),
        words("translations.sheet.state"),
        words("translations.sheet.notes"),
    ]
    for number, row in enumerate([heads, *map(_cells, job.tasks)], start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if text:
                cell.value, cell.data_type = text, "s"  # whatever it begins with
                cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t"))


def _cells(task: Task) -> list[str]:
    return [task.id, task.where, task.source, task.target, task.said, "\n".join(task.notes)]


def _language(locale: str, reader: str) -> str:
    """The name of a language as its reader calls it, with its code, by which the column is found again."""
    return f"{language_named(locale, reader)} ({locale})"


def _lay_out(sheet: Any, job: Job) -> None:
    styles: Any = package("openpyxl.styles")
    letters: Any = package("openpyxl.utils").get_column_letter
    wrapped, open_ = styles.Alignment(wrap_text=True, vertical="top"), styles.Protection(locked=False)
    grey = styles.Font(name=_FONT, color="00595959", size=9)
    bold, plain = styles.Font(name=_FONT, bold=True, color="00FFFFFF"), styles.Font(name=_FONT, size=11)
    head = styles.PatternFill("solid", fgColor="001F3A5F")
    for row in sheet.iter_rows(max_row=len(job.tasks) + 1):
        for cell in row:
            cell.alignment, cell.font = wrapped, plain
            if cell.row == 1:
                cell.font, cell.fill = bold, head
            elif cell.column in (_TARGET, _STATE, _NOTES):
                cell.protection = open_
            elif cell.column in (_ID, _WHERE):
                cell.font = grey
    for number, task in enumerate(job.tasks, start=2):
        sheet.row_dimensions[number].height = _height(task)
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[letters(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters(_NOTES)}{len(job.tasks) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = package("openpyxl.worksheet.properties").PageSetupProperties(fitToPage=True)


def _height(task: Task) -> float:
    """The height of a row that shows all of its texts: not every program measures wrapped cells when it opens a file.

    A translation that is still to come gets a third more room than its source.
    """
    texts = dict(zip(_WIDTHS, _cells(task), strict=True))
    lines = {column: _lines(text, _WIDTHS[column]) for column, text in texts.items()}
    lines[_TARGET] = lines[_TARGET] if task.target else -(-lines[_SOURCE] * 4 // 3)
    return float(min(_HIGHEST, _LINE * max(lines.values()) + 3))


def _lines(text: str, width: int) -> int:
    """The lines that a text takes in a column; words leave some of each line empty."""
    return sum(max(1, -(-columns(line) * 10 // (width * 9))) for line in text.split("\n"))


def _guide(sheet: Any, job: Job) -> None:
    """Lock what is not to be edited, offer the states, and colour what is still to be done while somebody works."""
    last = max(2, len(job.tasks) + 1)
    protection = sheet.protection
    protection.sheet, protection.formatColumns, protection.formatRows = True, False, False
    protection.sort, protection.autoFilter, protection.formatCells = False, False, False
    said = [job.words(f"translations.is.{state}") for state in ("translated", "older", "missing")]
    validation: Any = package("openpyxl.worksheet.datavalidation").DataValidation
    states = validation(type="list", formula1=f'"{",".join(said)}"', allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(states)
    states.add(f"E2:E{last}")
    rule: Any = package("openpyxl.formatting.rule").FormulaRule
    fill: Any = package("openpyxl.styles").PatternFill
    colours = {'AND($C2<>"",$D2="")': "00FFF4CC", f'LEFT($E2,{len(said[1])})="{said[1]}"': "00FFE0CC"}
    for formula, colour in colours.items():
        sheet.conditional_formatting.add(f"D2:E{last}", rule(formula=[formula], fill=fill("solid", bgColor=colour)))


def _without_times(source: bytes) -> bytes:
    """The same workbook without the time at which it was made."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "docProps/core.xml":
                data = _TIMES.sub(rb"\g<1>" + _NO_TIME.encode(), data)
            new.writestr(zipfile.ZipInfo(part.filename), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


# And back -------------------------------------------------------------------------------------------------------------


def read(source: bytes, file: str) -> Returned:
    """The rows of a workbook; raises UsageError if it is none, or if its head names no two languages."""
    _refuse_bombs(source, file)
    openpyxl: Any = package("openpyxl")
    try:
        book = openpyxl.load_workbook(io.BytesIO(source))
    except Exception:  # noqa: BLE001 - the library has no error of its own for what it cannot read
        raise UsageError(_no_workbook(file)) from None
    for sheet in book.worksheets:
        if languages := _columns(sheet):
            of, into = languages
            known = dict(_states())
            return Returned(file, of[0], into[0], tuple(_rows(sheet, file, of[1], into[1], known)))
    raise UsageError(
        f"{file}: no sheet here has the columns  id  and two languages such as  English (en); export it anew"
    )


def _no_workbook(file: str) -> str:
    return f"{file}: this is no workbook that can be read; save it as “Excel workbook (.xlsx)” without a password"


def _refuse_bombs(source: bytes, file: str) -> None:
    """Refuse an archive that would fill the memory, and XML with entities, which no program for sheets writes."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                raise UsageError(f"{file}: there is more in this workbook than can be read; export it anew")
            for part in archive.infolist():
                with archive.open(part) as opened:
                    if b"<!DOCTYPE" in opened.read(1_000):
                        raise UsageError(_no_workbook(file))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise UsageError(_no_workbook(file)) from None


def _columns(sheet: Any) -> tuple[tuple[str, int], tuple[str, int]] | None:
    """Locale and column of the source, which stands to the left, and of the translation; None if there are none."""
    heads = [(str(cell.value or ""), cell.column) for cell in next(iter(sheet.iter_rows(max_row=1)), ())]
    found = [(locale, column) for head, column in heads if (locale := _locale_in(head))]
    has_ids = any(head.strip().lower() == "id" for head, _ in heads)
    return (found[0], found[1]) if has_ids and len(found) == 2 else None  # noqa: PLR2004 - source and translation


def _locale_in(head: str) -> str:
    """The locale in brackets at the end of a head: `de` of “German (de)”; empty if there is none."""
    bare = head.strip()
    locale = bare[:-1].rpartition("(")[2]
    return locale if bare.endswith(")") and LOCALE.fullmatch(locale) else ""


def _rows(sheet: Any, file: str, of: int, into: int, known: Mapping[str, str]) -> Iterator[Row]:
    heads = {str(cell.value or "").strip().lower(): cell.column for cell in sheet[1]}
    ids, state = heads["id"], into + 1
    for row in sheet.iter_rows(min_row=2):
        cells = {cell.column: cell for cell in row}
        name = _text(cells.get(ids))
        if not any(_text(cells.get(column)).strip() for column in (ids, of, into)):
            continue
        target = cells[into]
        yield Row(
            id=name.strip(),
            source=_text(cells.get(of)),
            target=_text(target),
            location=Location(file, target.row, target.column),
            cell=target.coordinate,
            is_confirmed=known.get(_text(cells.get(state)).strip()) == "translated",
            problem=_problem(target),
        )


def _text(cell: Any) -> str:
    value = cell.value if cell is not None else None
    text = "" if value is None else str(value)
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _problem(cell: Any) -> str:
    if cell.data_type == "f" or (isinstance(cell.value, str) and cell.data_type == "e"):
        return "formula"
    return "date" if isinstance(cell.value, datetime | float | bool) or cell.is_date else ""


def _states() -> Iterator[tuple[str, str]]:
    """What a state is called in every language that amends speaks, since nobody knows who exported the sheet."""
    for locale in sorted(it for it in known_locales() if "-" not in it):
        words = read_words(locale)
        yield from ((words(f"translations.is.{state}"), state) for state in _SAID)


_SAID: Sequence[str] = ("translated", "older", "missing")
