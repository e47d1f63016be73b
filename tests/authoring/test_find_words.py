"""Words are found wherever people read them, in the layer that wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.authoring.find_words import found
from amends.cli import main
from amends.content.layers import Resolved
from amends.read import read_layered
from builders import TODAY, corner_shop
from small_sop import SmallSop


@pytest.fixture
def content(tmp_path: Path) -> Resolved:
    corner_shop(tmp_path / "base")
    own = "id: own\nextends: ../base\ncontacts: {counter: {phone: ext. 7}}\n"
    return read_layered(SmallSop(tmp_path / "own", {"sop.yml": own}, TODAY).place)


def told(content: Resolved, words: str, folder: Path) -> str:
    return found(content, words).replace(f"{folder}/", "").replace("own/../", "")


def test_words_are_found_in_any_case_with_their_layer_and_line(content: Resolved, tmp_path: Path) -> None:
    assert told(content, "sent AWAY", tmp_path) == (
        "steps/accept/purpose/en: No {{ customer }} is [sent away].\n  corner-shop: base/steps.yml:4\n"
    )
    assert told(content, "ext", tmp_path) == "contacts/counter/phone: [ext]. 7\n  own: own/sop.yml:3\n"


def test_all_words_must_stand_in_the_text_in_any_order(content: Resolved, tmp_path: Path) -> None:
    assert told(content, "facts known", tmp_path) == (
        "steps/verify/purpose/en: Nobody judges before the [facts] are known.\n  corner-shop: base/steps.yml:20\n"
    )
    assert told(content, "facts unheard-of", tmp_path) == ""


def test_chinese_words_are_found(content: Resolved, tmp_path: Path) -> None:
    assert "steps/accept/purpose/zh: [不拒绝]任何{{ customer }}。" in told(content, "不拒绝", tmp_path)


def test_ids_are_no_words(content: Resolved, tmp_path: Path) -> None:
    assert "responsible" not in told(content, "assistant", tmp_path)


def test_a_long_text_is_cut_around_the_words(content: Resolved, tmp_path: Path) -> None:
    steps = (tmp_path / "base" / "steps.yml").read_text(encoding="utf-8")
    long = steps.replace("Repair or replace.", f"{'x' * 90} repair {'y' * 90}")
    (tmp_path / "base" / "steps.yml").write_text(long, encoding="utf-8")
    content = read_layered(SmallSop(tmp_path / "own", {}, TODAY).place)

    assert f"…{'x' * 39} [repair] {'y' * 39}…" in told(content, "repair", tmp_path)


def test_the_command_says_that_words_stand_nowhere(tmp_path: Path) -> None:
    corner_shop(tmp_path)
    ended = CliRunner().invoke(main, ["find", "nowhere to be seen", str(tmp_path)])

    assert (ended.exit_code, ended.stdout, ended.stderr) == (1, "", "“nowhere to be seen” stands nowhere\n")


def test_the_command_renames_in_the_files(tmp_path: Path) -> None:
    corner_shop(tmp_path)
    ended = CliRunner().invoke(main, ["rename", "steps/settle", "mend", str(tmp_path)])

    assert (ended.exit_code, ended.stdout) == (0, f"{tmp_path}/sop.yml: 1 place\n{tmp_path}/steps.yml: 2 places\n")
    assert "\n  mend:\n" in (tmp_path / "steps.yml").read_text(encoding="utf-8")
