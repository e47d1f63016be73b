from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from amends.cli import main
from amends.edition.words import read_words
from amends.translating.coverage import Coverage, as_json
from hotel import Hotel
from translators import project_at


def coverage(folder: Path, into: str = "zh", *, own: bool = False) -> Coverage:
    [texts] = project_at(folder).languages([into])
    return Coverage(texts, texts.own() if own else texts.units)


def state_of(folder: Path, name: str, into: str = "zh") -> str:
    return coverage(folder, into).texts.by_id[name].state


def test_every_text_has_a_state(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path)
    hotel.replace('title: {en: "Accept the complaint", zh: "受理投诉"}', 'title: "Accept the complaint"')
    hotel.replace('zh: "请{{ customer }}到{{ quiet-place }}。"', 'zh: "请{{ customer }}坐下。"')
    hotel.replace('zh: "听到最后。"', 'zh: "Listen to the end."')

    assert state_of(tmp_path, "steps/accept/title") == "missing"
    assert state_of(tmp_path, "steps/accept/actions/greet/do") == "differs"
    assert state_of(tmp_path, "steps/accept/avoid/argue/instead") == "same"
    assert state_of(tmp_path, "steps/solve/title") == "translated"
    assert state_of(tmp_path, "vocabulary/customer/many") == "translated"


def test_a_file_has_a_line_and_a_text_that_needs_a_look_has_one(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path).replace('zh: "请{{ customer }}到{{ quiet-place }}。"', 'zh: "请{{ customer }}坐下。"')
    text = coverage(tmp_path).text(read_words("en"))

    head, _, columns, *_ = text.splitlines()
    assert head.startswith("zh: ")
    assert head.endswith("texts translated from en (99 %)")
    assert columns.split() == ["file", "texts", "translated", "missing", "older", "differ", "same"]
    assert f"  {hotel.folder}/steps.yml:" in text
    assert "steps/accept/actions/greet/do: lacks {{ quiet-place }}" in text


def test_the_words_are_those_in_which_the_authors_read_findings(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path)
    hotel.replace("default_locale: en", "default_locale: en\ncheck: {locale: zh}")

    assert project_at(tmp_path).words("translations.file") == "文件"


def test_a_text_of_another_language_alone_is_counted_apart(tmp_path: Path) -> None:
    Hotel(tmp_path).replace('{en: "Smile.", zh: "微笑。"}', '{zh: "微笑。"}')

    assert coverage(tmp_path).texts.without_source == 1


def test_a_region_has_what_its_language_has(tmp_path: Path) -> None:
    Hotel(tmp_path)

    assert {unit.state for unit in coverage(tmp_path, "en-US").units} == {"translated"}


def test_a_translation_of_the_base_is_older_than_a_source_of_the_project(tmp_path: Path) -> None:
    Hotel(tmp_path / "base")
    branch = tmp_path / "branch"
    branch.mkdir()
    (branch / "sop.yml").write_text(
        'id: north\nextends: ../base\nroles: {front-desk: {title: {en: "Reception desk"}}}\n', encoding="utf-8"
    )

    assert state_of(branch, "roles/front-desk/title") == "older"
    assert [unit.id for unit in coverage(branch, own=True).units] == ["roles/front-desk/title"]


def test_json_has_all_that_is_not_translated(tmp_path: Path) -> None:
    Hotel(tmp_path).replace('{en: "Smile.", zh: "微笑。"}', '{en: "Smile."}')
    [data] = json.loads(as_json([coverage(tmp_path)]))

    assert data["states"]["missing"] == 1
    [unit] = data["units"]
    assert (unit["id"], unit["source"], unit["target"]) == ("roles/front-desk/duties/smile/text", "Smile.", "")
    assert sum(file["translated"] for file in data["files"]) == data["states"]["translated"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["translations", *map(str, arguments)], prog_name="amends")


def test_the_command_writes_the_record_and_fails_while_a_text_is_missing(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path)
    done = run(tmp_path, "--update")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "amends.translations.lock").is_file()

    hotel.replace('"Accept the complaint"', '"Take the complaint down"')
    older = run(tmp_path)
    assert older.exit_code == 1
    assert "steps/accept/title: older than its source" in older.stdout

    unknown = run(tmp_path, "--accept", "steps/acept")
    assert unknown.exit_code == 2
    assert unknown.stderr.startswith("amends: there is no text “steps/acept”; the nearest is `steps/")
