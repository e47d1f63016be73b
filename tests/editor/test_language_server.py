"""An editor over `amends lsp`: what is shown while somebody types, and what they get when they ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from amends.authoring.rename import renamed_files
from amends.content.place import find_place
from amends.fixing.fixes import fixed_files
from amends.read import read_layered
from amends.shipped import shipped
from builders import FILES, corner_shop
from language_client import Editor, applied

LAYER = """\
id: night-shop
extends: lean
title: {en: Night shop}
organisation: {name: {en: Night Shop}}
"""


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """One server for all tests, as in an editor in which many projects are open. It ends well, and has no bug to log."""
    editor = Editor("en")
    yield editor
    assert (editor.close(), editor.messages) == (0, [])


def place(text: str, word: str, after: int = 0) -> tuple[int, int]:
    """The line and the column, in units of UTF-16 from 0, of the only place of a word."""
    assert text.count(word) == 1, word
    before = text[: text.index(word) + after]
    return before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2


def told(diagnostics: list[types.Diagnostic]) -> list[tuple[str, str, int, int]]:
    return [
        (str(it.code), it.message.split("\n")[0], it.range.start.line, it.range.start.character) for it in diagnostics
    ]


# Findings -------------------------------------------------------------------------------------------------------------


def test_what_check_finds_is_shown_in_files_that_nobody_has_saved(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    assert editor.open(file) == []

    text = FILES["steps"].replace("responsible: manager", "responsible: managr")
    [found] = editor.type(file, text)

    assert found.message == "steps/review: there is no `managr` in `roles`\nway out: the nearest is `manager`"
    assert (found.code, found.severity, found.source) == ("R101", types.DiagnosticSeverity.Error, "amends")
    assert (found.range.start.line, found.range.start.character) == place(text, "responsible: managr")
    assert found.code_description is not None
    assert unquote(found.code_description.href).endswith("/docs/rules.md#r101-unknown-reference")
    assert file.read_text(encoding="utf-8") == FILES["steps"]
    assert editor.type(file, FILES["steps"]) == []


def test_places_are_counted_as_editors_count_them(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "people.yml"
    editor.open(file)
    text = FILES["people"].replace(
        '{title: {en: "Counter", zh: "柜台"}, phone', '{title: {en: "🛎😀", zh: "柜台"}, fone'
    )

    [field] = editor.type(file, text)

    assert (field.range.start.line, field.range.start.character) == place(text, "fone")
    assert field.range.end.character - field.range.start.character == len("fone")


def test_typing_behind_signs_of_two_units_changes_the_right_place(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "people.yml"
    editor.open(file)
    text = FILES["people"].replace('zh: "柜台"}, phone', 'zh: "柜台𠮷"}, phone')
    editor.type(file, text)

    found = editor.insert(file, *place(text, "phone", after=1), "X")

    assert "M002" in [it.code for it in found]
    assert "there is no field `pXhone` here" in "".join(it.message for it in found)


def test_the_other_place_of_which_a_message_speaks_can_be_opened(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "people.yml"
    editor.open(file)

    editor.type(file, FILES["people"] + "records:\n  log: {title: {en: Log, zh: 登记簿}}\n")

    [twice] = editor.next_shown(tmp_path / "tables.yml")
    [other] = twice.related_information or []

    assert "`records/log` is already defined at" in twice.message
    assert other.location.uri == (tmp_path / "people.yml").as_uri()
    assert other.location.range.start == types.Position(*place(FILES["people"] + "records:\n  log", "log"))
    assert other.location.range.end.character - other.location.range.start.character == len("log")


def test_findings_are_told_in_the_language_of_the_editor(tmp_path: Path) -> None:
    corner_shop(tmp_path)
    chinese = Editor("zh-CN")
    chinese.open(tmp_path / "people.yml")
    [found] = chinese.type(tmp_path / "people.yml", FILES["people"].replace("phone:", "fone:"))

    assert found.message.startswith("contacts/counter：这里没有叫`fone`的字段\n办法：")
    assert chinese.close() == 0


def test_every_project_of_a_workspace_has_its_own_findings(editor: Editor, tmp_path: Path) -> None:
    for name in ("one", "two"):
        corner_shop(tmp_path / name)
    one, two = tmp_path / "one" / "people.yml", tmp_path / "two" / "people.yml"
    editor.open(one)
    editor.open(two)

    assert len(editor.type(one, FILES["people"].replace("phone:", "fone:"))) == 1
    assert (len(editor.shown(one)), editor.shown(two)) == (1, [])
    assert (editor.close_file(one), editor.shown(two)) == ([], [])


def test_a_project_over_a_base_is_checked_again_when_the_base_changes(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path / "group")
    corner_shop(
        tmp_path / "house", {"sop": "id: house\nextends: ../group\n", "more": "steps: {review: {within: 2 weeks}}\n"}
    )
    editor.open(tmp_path / "house" / "more.yml")
    editor.open(tmp_path / "group" / "steps.yml")

    editor.type(tmp_path / "group" / "steps.yml", FILES["steps"].replace("  review:", "  look-back:"))

    [found] = editor.next_shown(tmp_path / "house" / "more.yml")
    assert found.code == "B101"


@pytest.mark.parametrize(
    "broken", ['steps:\n  accept: {title: "half', "steps:\n  - \t[", "\ud800", ": : :", "steps: *x"]
)
def test_a_half_typed_file_is_one_finding_and_hides_no_name(editor: Editor, tmp_path: Path, broken: str) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    editor.open(file)

    found = editor.type(file, broken)

    assert len(found) >= 1
    assert {str(it.code)[0] for it in found} <= {"Y", "C", "M"}
    assert editor.type(file, FILES["steps"]) == []


# Names ----------------------------------------------------------------------------------------------------------------


def offered(editor: Editor, file: Path, text: str) -> dict[str, types.CompletionItem]:
    """What is offered where a text has its `|`."""
    line, units = place(text, "|")
    editor.type(file, text.replace("|", ""))
    return editor.offers(file, line, units)


def test_fields_are_offered_with_their_meaning_the_needed_ones_first(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "people.yml"
    editor.open(file)

    offers = offered(editor, file, FILES["people"] + "  van:\n    phone: 😀 柜台\n    no|\n    ")

    assert set(offers) == {"added", "sources", "title", "place", "hours", "email", "note"}
    assert min(offers.values(), key=lambda it: str(it.sort_text)).label == "title"
    assert isinstance(offers["hours"].documentation, types.MarkupContent)
    assert offers["hours"].documentation.value
    edit = offers["note"].text_edit
    assert isinstance(edit, types.TextEdit)
    assert (edit.new_text, edit.range.end.character - edit.range.start.character) == ("note: ", 2)


def test_ids_are_offered_with_their_titles_and_layers(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    editor.open(file)

    roles = offered(editor, file, FILES["steps"].replace("responsible: manager", "responsible: m|"))
    ways = offered(editor, file, FILES["steps"].replace("next: end/settled", "next: |"))
    outcomes = offered(editor, file, FILES["steps"].replace("grounds/unclear", "gr|"))
    severities = offered(editor, file, FILES["steps"].replace("within: {p1: 2 business days, p2", "within: {|"))

    assert {label: it.detail for label, it in roles.items()} == {
        "assistant": "Assistant (corner-shop)",
        "manager": "Manager (corner-shop)",
    }
    assert list(ways) == ["end/settled", "end/refused", "accept", "verify", "settle", "review"]
    assert list(outcomes) == ["grounds/right", "grounds/wrong", "grounds/unclear"]
    assert list(severities) == ["p1", "p2"]


def test_placeholders_are_offered_with_what_they_stand_for(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    editor.open(file)

    offers = offered(editor, file, FILES["steps"].replace("in {{ quiet-place }}", "in {{ |"))

    assert {"customer", "a customer", "quiet-place", "organisation", "role:manager", "step:verify"} <= offers.keys()
    assert offers["quiet-place"].detail == "the back room"
    edit = offers["quiet-place"].text_edit
    assert isinstance(edit, types.TextEdit)
    assert edit.new_text == "quiet-place }}"


def test_a_layer_is_offered_the_entries_of_the_base_that_it_may_change(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path, {"sop": LAYER, "own": "steps:\n  hear: {within: 1 hour}\n"})
    file = tmp_path / "own.yml"
    editor.open(file)

    offers = offered(editor, file, "steps:\n  he|\n")

    assert "lean" in str(offers["hear"].detail)
    assert offered(editor, file, "roles:\n  |\n").keys() >= {"head"}


def test_hovering_shows_the_entry_its_layer_and_the_text_as_readers_get_it(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    editor.open(file)
    text = FILES["steps"]

    role = editor.hover(file, *place(text, "responsible: manager", after=15))
    assert role.startswith("**Manager**  \n`roles/manager` — corner-shop: people.yml:5\n")
    assert "department: shop  # corner-shop: people.yml:5" in role
    assert "> Hear the customer out, in the back room." in editor.hover(file, *place(text, "Hear the", after=2))
    assert "> 请顾客到里间，耐心倾听。" in editor.hover(file, *place(text, "耐心倾听", after=1))
    assert "`standing`: " in editor.hover(file, *place(text, "standing: true", after=3))
    assert "variables/quiet-place" in editor.hover(file, *place(text, "{{ quiet-place }}.", after=5))


def test_a_finding_is_explained_where_it_is(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "people.yml"
    editor.open(file)
    text = FILES["people"].replace("phone:", "fone:")
    editor.type(file, text)

    assert "**M002 unknown-field**: " in editor.hover(file, *place(text, "fone:", after=1))


def test_an_id_leads_to_its_definition_also_in_a_base_that_is_shipped(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path, {"sop": LAYER, "own": "steps:\n  hear: {within: 1 hour, next: close}\n"})
    file = tmp_path / "own.yml"
    editor.open(file)
    steps = shipped("sop") / "lean" / "steps.yml"

    uri, line = editor.definition(file, *place(file.read_text(encoding="utf-8"), "hear", after=1)) or ("", 0)

    assert uri == steps.as_uri()
    assert steps.read_text(encoding="utf-8").split("\n")[line].startswith("  hear:")


# Changes --------------------------------------------------------------------------------------------------------------


def test_renaming_changes_what_the_command_changes(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    editor.open(file)
    unsaved = FILES["steps"].replace("# ", "").replace("  settle:", "  settle:  # 好😀")
    editor.type(file, unsaved)

    edits = editor.rename(
        file, *place(unsaved, "next: accept, at_most: {times: 1, then: settle", after=43), "put-right"
    )
    got = {Path(unquote(uri.removeprefix("file://"))).name: edit for uri, edit in edits.items()}
    file.write_text(unsaved, encoding="utf-8")
    where = find_place(str(tmp_path))
    wanted = renamed_files(where, read_layered(where), "steps/settle", "put-right")

    assert {path.name: it.result() for path, it in wanted.items()} == {
        name: applied((tmp_path / name).read_text(encoding="utf-8"), changes) for name, changes in got.items()
    }
    assert "steps/settle: steps/put-right" in applied(FILES["sop"], got["sop.yml"])


def test_what_cannot_be_renamed_is_said_in_words(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "steps.yml"
    editor.open(file)
    at = place(FILES["steps"], "  settle:\n", after=3)

    with pytest.raises(JsonRpcException, match="“Not An Id” is not an id; use small letters"):
        editor.rename(file, *at, "Not An Id")
    with pytest.raises(JsonRpcException, match="no id stands here"):
        editor.rename(file, 0, 40, "x")


def test_what_the_command_would_mend_is_mended_at_a_key(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "words.yml"
    editor.open(file)
    text = FILES["words"].replace("您回电话。", "您回电话,谢谢😀。").replace("😀", "")
    [found] = editor.type(file, text)
    assert found.code == "L704"

    actions = editor.actions(file, found.range.start.line)
    [mend] = [it for title, it in actions.items() if it.is_preferred]
    [edits] = (mend.edit.changes or {}).values() if mend.edit else []

    assert applied(text, list(edits)) == text.replace("电话,谢谢", "电话，谢谢")


def test_a_finding_is_passed_over_with_a_comment_that_asks_for_the_reason(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "words.yml"
    editor.open(file)
    text = FILES["words"].replace("您回电话。", "您回电话,谢谢。")
    [found] = editor.type(file, text)

    action = editor.actions(file, found.range.start.line)["amends: ignore L704 here, with a reason"]
    [edits] = (action.edit.changes or {}).values() if action.edit else []
    after = applied(text, list(edits))

    assert "      # amends: ignore L704 WRITE WHY\n      call: " in after
    assert editor.type(file, after) == []
    assert fixed_files(read_layered(find_place(str(tmp_path))), []) == []


def test_an_error_cannot_be_passed_over(editor: Editor, tmp_path: Path) -> None:
    corner_shop(tmp_path)
    file = tmp_path / "people.yml"
    editor.open(file)
    [found] = editor.type(file, FILES["people"].replace("phone:", "fone:"))

    assert editor.actions(file, found.range.start.line) == {}


def test_a_file_of_no_project_is_left_alone(editor: Editor, tmp_path: Path) -> None:
    file = tmp_path / "docker-compose.yml"
    file.write_text("services: {}\n", encoding="utf-8")
    corner_shop(tmp_path / "shop")
    editor.open(tmp_path / "shop" / "people.yml")
    document = types.TextDocumentItem(file.as_uri(), "yaml", 1, "services: {}\n")
    editor._client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    assert (editor.offers(file, 0, 3), editor.hover(file, 0, 3), editor.definition(file, 0, 3)) == ({}, "", None)
    assert editor.shown(file) == []
