"""Texts go out to translators and come back: nothing changes but what they have changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import polib
import pytest
from click.testing import CliRunner, Result
from lxml import etree

from amends.cli import main
from amends.content.translation_record import RECORD_FILE
from amends.finding import UsageError
from translators import KINDS, Translator, book_of, edited, project_at, row_of

GREET = "steps/accept/actions/greet/do"
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_nobody_edits_changes_nothing(hotel: Translator, kind: str) -> None:
    before = hotel.files()

    coming = hotel.taken(hotel.sent(f"zh.{kind}"))

    assert (coming.files, coming.incoming.findings, coming.changes) == ([], [], 0)
    assert {name: data for name, data in hotel.files().items() if name != RECORD_FILE} == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_texts_give_the_same_bytes(hotel: Translator, kind: str) -> None:
    assert hotel.sent(f"one.{kind}").read_bytes() == hotel.sent(f"two.{kind}").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_language_comes_back_whole(hotel: Translator, kind: str) -> None:
    wanted = {name: f"» {text} «" for name, text in hotel.texts("en").items()}
    file = hotel.sent(f"de.{kind}", "de")
    FILL[kind](file, wanted)

    coming = hotel.taken(file)

    assert hotel.texts("de") == wanted
    assert coming.incoming.findings == []
    assert project_at(hotel.folder).locales == ("en", "zh", "de")


def fill_sheet(file: Path, texts: dict[str, str]) -> None:
    def fill(sheet: Any) -> None:
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, 4).value = texts[sheet.cell(row, 1).value]

    edited(file, fill)


def fill_catalogue(file: Path, texts: dict[str, str]) -> None:
    catalogue = polib.pofile(str(file))
    for entry in catalogue:
        entry.msgstr = texts[entry.msgctxt]
    catalogue.save(str(file), newline="\r\n")  # as Windows does


def fill_xliff(file: Path, texts: dict[str, str]) -> None:
    tree = etree.parse(str(file))
    for unit in tree.iter(f"{XLIFF}trans-unit"):
        source = unit.find(f"{XLIFF}source")
        target = etree.Element(f"{XLIFF}target", state="translated")
        target.text = texts[unit.get("id")]
        source.addnext(target)
    tree.write(str(file), encoding="utf-8")


FILL = {"xlsx": fill_sheet, "po": fill_catalogue, "xliff": fill_xliff}


def test_xliff_has_its_parts_in_the_order_of_its_schema(hotel: Translator) -> None:
    root = etree.parse(str(hotel.sent("zh.xliff"))).getroot()
    [file] = root
    [body] = file

    assert (etree.QName(root).localname, root.get("version")) == ("xliff", "1.2")
    assert dict(file.attrib) == {
        "original": "hotel",
        "source-language": "en",
        "target-language": "zh",
        "datatype": "plaintext",
    }
    parts = {tuple(dict.fromkeys(etree.QName(part).localname for part in unit)) for unit in body}
    assert parts == {("source", "target", "note")}
    assert len({unit.get("id") for unit in body}) == len(body) == len(hotel.texts())


def test_a_changed_translation_is_written_at_its_place(hotel: Translator) -> None:
    before = hotel.files()["steps.yml"].decode()
    old, new = "请{{ customer }}到{{ quiet-place }}。", "把{{ customer }}带到{{ quiet-place }}。"

    hotel.taken(edited(hotel.sent("zh.xlsx"), lambda sheet: set_target(sheet, GREET, new)))

    assert hotel.files()["steps.yml"].decode() == before.replace(old, new)


def set_target(sheet: Any, name: str, text: Any) -> None:
    sheet.cell(row_of(sheet, name), 4).value = text


def test_a_text_of_the_base_becomes_a_patch_and_an_own_one_stays_where_it_is(branch: Translator) -> None:
    names = ("title", "roles/front-desk/title", "roles/front-desk/duties/smile/text", "roles/manager/title", GREET)
    wanted = {name: f"DE {branch.texts('en')[name]}" for name in names}
    file = branch.sent("de.xlsx", "de")

    for name, text in wanted.items():
        edited(file, partial(set_target, name=name, text=text))
    branch.taken(file)

    files = branch.files()
    assert files["sop.yml"].decode() == (
        "id: north\nextends: ../hotel\nlocales: [en, de]          # the others follow\n"
        'title: {en: "Complaints in the north", de: "DE Complaints in the north"}   # short, and in one language\n'
        "organisation:\n  name: North Hotel\n"
    )
    assert files["people.yml"].decode() == (
        "# Who is who in the north.\nroles:\n  front-desk:\n"
        '    title: {en: "Reception", de: "DE Reception"}  # as everybody says\n    # what they do\n'
        '    duties: {smile: {en: "Smile, and mean it.", de: "DE Smile, and mean it."}}\n'
        '  manager: {title: {en: "Head of house", de: "DE Head of house"}}\n'
    )
    assert files["translations/steps.yml"].decode() == (
        "# Translations of texts of the base, written by  amends import translations. Edit them like any other file.\n"
        "steps:\n  accept:\n    actions:\n      greet:\n"
        '        do: {de: "DE Lead the {{ customer }} to {{ quiet-place }}."}\n'
    )
    assert {name: branch.texts("de")[name] for name in names} == wanted


def test_a_second_import_goes_into_the_patches_of_the_first(branch: Translator) -> None:
    for name, text in ((GREET, "DE {{ quiet-place }}"), ("steps/accept/title", "DE"), ("steps/solve/title", "DE")):
        branch.taken(edited(branch.sent("de.xlsx", "de"), partial(set_target, name=name, text=text)))

    assert branch.files()["translations/steps.yml"].decode().splitlines()[1:] == [
        "steps:",
        "  accept:",
        "    actions:",
        "      greet:",
        '        do: {de: "DE {{ quiet-place }}"}',
        '    title: {de: "DE"}',
        "  solve:",
        '    title: {de: "DE"}',
    ]


def test_a_half_translated_sheet_leaves_the_rest_as_it_is(hotel: Translator) -> None:
    def empty(sheet: Any) -> None:
        set_target(sheet, "steps/accept/title", None)
        set_target(sheet, "steps/solve/title", "  ")

    before = hotel.files()
    coming = hotel.taken(edited(hotel.sent("zh.xlsx"), empty))

    assert (coming.incoming.kept, coming.changes) == (2, 0)
    assert hotel.files()["steps.yml"] == before["steps.yml"]


def test_only_what_is_to_be_done_is_sent(hotel: Translator) -> None:
    text = (hotel.folder / "steps.yml").read_text(encoding="utf-8")
    (hotel.folder / "steps.yml").write_text(text.replace(', zh: "受理投诉"', ""), encoding="utf-8")

    assert [entry.msgctxt for entry in polib.pofile(str(hotel.sent("zh.po", todo=True)))] == ["steps/accept/title"]


def test_what_is_older_comes_as_fuzzy_and_is_confirmed_by_taking_that_away(hotel: Translator) -> None:
    project = project_at(hotel.folder)
    project.record_again(project.languages(), ())
    text = (hotel.folder / "steps.yml").read_text(encoding="utf-8")
    (hotel.folder / "steps.yml").write_text(text.replace("Accept the complaint", "Take it down"), encoding="utf-8")
    file = hotel.sent("zh.po")
    catalogue = polib.pofile(str(file))
    [fuzzy] = [entry for entry in catalogue if entry.fuzzy]
    assert fuzzy.msgctxt == "steps/accept/title"
    assert not hotel.back(file).is_confirming

    fuzzy.flags.remove("fuzzy")
    catalogue.save(str(file))
    hotel.taken(file)

    assert project_at(hotel.folder).texts("zh").by_id["steps/accept/title"].state == "translated"


def test_a_translation_of_another_source_is_taken_and_counts_as_older(hotel: Translator) -> None:
    def edit(sheet: Any) -> None:
        row = row_of(sheet, "steps/accept/title")
        sheet.cell(row, 3).value, sheet.cell(row, 4).value = "Take it down", "记下投诉"

    coming = hotel.taken(edited(hotel.sent("zh.xlsx"), edit))

    assert [finding.code for finding in coming.incoming.findings] == ["E003"]
    unit = project_at(hotel.folder).texts("zh").by_id["steps/accept/title"]
    assert (unit.target, unit.state) == ("记下投诉", "older")


@pytest.mark.parametrize(
    ("name", "target", "codes", "taken"),
    [
        (GREET, "请{{ customer }}到里间。", ["E004"], 0),
        (GREET, "请{{ customer }}到{{ quiet-place }}，{{ nobody }}。", ["E004"], 0),
        (GREET, "请到{{ quiet-place }}。", ["E005"], 1),
        ("steps/accept/title", "=cmd|' /C calc'!A0", ["E006"], 0),
        ("steps/accept/title", "受\u200b理", ["E006"], 0),
        ("steps/accept/title", 45_000.5, ["E006"], 0),
        ("steps/accept/title", "24\r\n小时", [], 1),
        ("steps/accept/title", 24, [], 1),
        ("vocabulary/customer/one", "宾客", [], 1),
    ],
    ids=str,
)
def test_a_row_is_judged_by_itself(hotel: Translator, name: str, target: Any, codes: list[str], taken: int) -> None:
    coming = hotel.back(edited(hotel.sent("zh.xlsx"), lambda sheet: set_target(sheet, name, target)))

    assert [finding.code for finding in coming.incoming.findings] == codes
    assert coming.changes == taken
    for finding in coming.incoming.findings:
        assert finding.message.startswith(f"D{finding.location.line}: `{name}`")
        assert finding.location.column == 4


def test_unknown_and_repeated_rows_are_told(hotel: Translator) -> None:
    def edit(sheet: Any) -> None:
        sheet.append(["steps/acept/title", "", "Accept the complaint", "接受投诉"])
        sheet.append(["steps/solve/title", "", "Solve it", "解决"])
        sheet.append(["steps/solve/purpose", "", "It is put right.", "问题得到解决。"])
        sheet.append([None, "", "Whose is this?", "谁的？"])

    coming = hotel.back(edited(hotel.sent("zh.xlsx"), edit))

    assert [(it.code, it.hint) for it in coming.incoming.findings] == [
        ("E002", "delete one of the two rows"),
        ("E001", "the nearest is `steps/accept/title`"),
        ("E001", "copy it from the export"),
    ]
    assert coming.changes == 0


def test_a_word_needs_all_of_its_forms(branch: Translator) -> None:
    coming = branch.back(
        edited(branch.sent("de.xlsx", "de"), lambda sheet: set_target(sheet, "vocabulary/customer/one", "Gast"))
    )

    [finding] = coming.incoming.findings
    assert finding.message.endswith("the word `vocabulary/customer` needs all of its forms, and `a` is empty")
    assert coming.changes == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("de.docx", b"PK", "its name must end in  .xlsx  .po  .xliff  .xlf"),
        ("de.xlsx", b"PK\x03\x04 half a file", "this is no workbook that can be read"),
        ("de.xlsx", b"id,source\n", "this is no workbook that can be read"),
        ("de.xlsx", book_of([["a", "b"], ["1", "2"]]), "no sheet here has the columns  id  and two languages"),
        ("de.po", b"Guten Tag\n", "de.po:1: this is no catalogue of gettext (PO)"),
        ("de.po", "Größe".encode("cp1252"), "this is not UTF-8"),
        ("de.po", b'msgid ""\nmsgstr ""\n', "the file names no language into which it translates"),
        ("de.xliff", b"<xliff><file>", "this is no XLIFF 1.2 file"),
        ("de.xliff", b"", "this is no XLIFF 1.2 file"),
        ("de.xliff", b'<!DOCTYPE x [<!ENTITY e SYSTEM "/etc/passwd">]><xliff/>', "this is no XLIFF 1.2 file"),
    ],
)
def test_a_file_that_is_none_is_a_message(hotel: Translator, name: str, content: bytes, said: str) -> None:
    file = hotel.folder.parent / name
    file.write_bytes(content)

    with pytest.raises(UsageError) as error:
        hotel.back(file)
    assert said in str(error.value)


def test_a_file_for_another_language_is_refused(hotel: Translator) -> None:
    with pytest.raises(UsageError, match="this file is for `zh`, not for `de`; import the other file"):
        hotel.back(hotel.sent("zh.xlsx"), "de")


def test_a_text_that_looks_like_a_formula_is_a_text(hotel: Translator) -> None:
    text = (hotel.folder / "steps.yml").read_text(encoding="utf-8")
    text = text.replace('"Accept the complaint", zh: "受理投诉"', '"=1+1", zh: "=cmd|x!A0"')
    (hotel.folder / "steps.yml").write_text(text, encoding="utf-8")
    file = hotel.sent("zh.xlsx")
    types: list[str] = []

    def look(sheet: Any) -> None:
        types.extend(cell.data_type for row in sheet.iter_rows() for cell in row)

    edited(file, look)
    assert "f" not in types
    assert hotel.back(hotel.sent("zh.xlsx")).changes == 0


def test_a_sheet_can_be_read_and_only_translations_edited(hotel: Translator) -> None:
    seen: dict[str, Any] = {}

    def look(sheet: Any) -> None:
        row = row_of(sheet, GREET)
        seen["head"] = [cell.value for cell in sheet[1]]
        seen["where"], seen["notes"] = sheet.cell(row, 2).value, sheet.cell(row, 6).value
        seen["locked"] = [sheet.cell(row, column).protection.locked for column in range(1, 7)]
        seen["wrapped"] = {cell.alignment.wrap_text for cells in sheet.iter_rows() for cell in cells}
        seen["frozen"], seen["protected"] = sheet.freeze_panes, sheet.protection.sheet

    edited(hotel.sent("zh.xlsx"), look)

    assert seen == {
        "head": ["id", "Where it stands", "English (en)", "Chinese (zh)", "State", "Notes"],
        "where": "steps › Accept the complaint › actions › greet › do",
        "notes": "Keep as they are: {{ customer }}, {{ quiet-place }}",
        "locked": [True, True, True, False, False, False],
        "wrapped": {True},
        "frozen": "A2",
        "protected": True,
    }


def run(*arguments: str | Path, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="amends", input=answer)


def test_the_commands_ask_first_and_say_what_comes_of_it(hotel: Translator) -> None:
    file = hotel.folder.parent / "zh.xlsx"
    sent = run("export", "translations", hotel.folder, "--locale", "zh", "-o", file)
    assert (sent.exit_code, sent.stdout) == (0, "")
    edited(file, lambda sheet: set_target(sheet, "steps/accept/title", "接受投诉"))
    before = hotel.files()

    for arguments, answer in ((["--dry-run"], None), ([], "n\n")):
        shown = run("import", "translations", file, hotel.folder, *arguments, answer=answer)
        assert shown.exit_code == (1 if answer else 0)
        assert '+    title: {en: "Accept the complaint", zh: "接受投诉"}' in shown.stderr
        assert "1 text changes\n" in shown.stderr
        assert hotel.files() == before

    done = run("import", "translations", file, hotel.folder, "--yes")
    assert done.exit_code == 0
    assert f"written: {hotel.folder}/steps.yml\n" in done.stderr
    assert hotel.texts()["steps/accept/title"] == "接受投诉"


def test_a_row_that_is_not_taken_fails_the_command(hotel: Translator) -> None:
    file = edited(hotel.sent("zh.xlsx"), lambda sheet: set_target(sheet, GREET, "请坐。"))

    done = run("import", "translations", file, hotel.folder, "--yes")

    assert done.exit_code == 1
    assert "E004 sign-lost" in done.output
    assert "1 row is not taken" in done.stderr
