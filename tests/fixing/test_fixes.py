"""`check --fix`: what is beyond doubt is mended, and everything else stays byte by byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.cli import main
from amends.content.yaml_reader import read_yaml
from amends.fixing.fixes import fixed_files
from amends.model.full_width import with_full_width
from builders import FILES, TODAY, corner_shop
from small_sop import SmallSop

SCRIPT = """\
scripts:
  refund:   # 注释,不动
    title: {en: "Refund", zh: '退款(全额)'}
    lines:
      a: {en: "Here is your money.", zh: "{{ customer }}您好,请看`a,b`：[时,间](https://x.example/,)好!"}
      b:
        zh: >-
          第一行,
          第二行;
        en: Yes, here.
    note: {zh: 不改, en: ok}
steps:
  settle: {scripts: [refund], within: {p1: "2  Hours", p2: 3 calendar Days}}
"""
MENDED = """\
scripts:
  refund:   # 注释,不动
    title: {en: "Refund", zh: '退款（全额）'}
    lines:
      a: {en: "Here is your money.", zh: "{{ customer }}您好，请看`a,b`：[时,间](https://x.example/,)好！"}
      b:
        zh: >-
          第一行，
          第二行；
        en: Yes, here.
    note: {zh: 不改, en: ok}
steps:
  settle: {scripts: [refund], within: {p1: 2 hours, p2: 3 calendar days}}
"""


def fix(folder: Path, *options: str, asked: str | None = None) -> Result:
    arguments = ["check", str(folder), "--today", TODAY.isoformat(), "--fix", *options]
    return CliRunner().invoke(main, arguments, input=asked)


def branch(tmp_path: Path, more: str | bytes) -> Path:
    """A layer over the small SOP, with one file that is to be mended."""
    corner_shop(tmp_path / "shop")
    folder = tmp_path / "branch"
    SmallSop(folder, {"sop.yml": "id: branch\nextends: ../shop\n"}, TODAY)
    (folder / "more.yml").write_bytes(more.encode() if isinstance(more, str) else more)
    return folder


def test_marks_and_time_limits_are_mended_and_everything_else_stays(tmp_path: Path) -> None:
    folder = branch(tmp_path, SCRIPT)

    result = fix(folder, "--yes")

    assert (folder / "more.yml").read_text(encoding="utf-8") == MENDED
    assert '-  settle: {scripts: [refund], within: {p1: "2  Hours"' in result.stderr
    assert f"written: {folder / 'more.yml'}" in result.stderr


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("glossary:\n  a:\n    term： 词\n    meaning：意思\n", "glossary:\n  a:\n    term: 词\n    meaning: 意思\n"),
        ("glossary:\n  a:\n\u3000   term:\u00a0b\n    meaning: c\n", "glossary:\n  a:\n    term: b\n    meaning: c\n"),
        ("glossary:\n  a: {term: “b, c”, meaning: d}\n", 'glossary:\n  a: {term: "b, c", meaning: d}\n'),
    ],
)
def test_look_alikes_of_yaml_s_own_signs_are_mended(tmp_path: Path, written: str, mended: str) -> None:
    folder = branch(tmp_path, written)

    fix(folder, "--yes")

    assert (folder / "more.yml").read_text(encoding="utf-8") == mended


def test_the_mark_at_the_begin_and_the_line_ends_of_windows_stay(tmp_path: Path) -> None:
    folder = branch(tmp_path, b"\xef\xbb\xbf" + SCRIPT.replace("\n", "\r\n").encode())

    fix(folder, "--yes")

    assert (folder / "more.yml").read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "more", ['glossary:\n  a: {term: “b "c", d”, meaning: e}\n', "steps:\n  settle: {within: soon}\n"]
)
def test_what_is_not_beyond_doubt_is_left(tmp_path: Path, more: str) -> None:
    folder = branch(tmp_path, more)

    result = fix(folder, "--yes")

    assert (folder / "more.yml").read_text(encoding="utf-8") == more
    assert "written" not in result.stderr


@pytest.mark.parametrize(("answer", "is_mended"), [("n\n", False), ("y\ny\n", True)])
def test_the_changes_are_shown_and_the_user_is_asked(tmp_path: Path, answer: str, is_mended: bool) -> None:  # noqa: FBT001
    folder = branch(tmp_path, SCRIPT)

    result = fix(folder, asked=answer)

    assert "+    title: {en: \"Refund\", zh: '退款（全额）'}" in result.stderr
    assert "Write these changes? [y/N]" in result.output
    assert ((folder / "more.yml").read_text(encoding="utf-8") == SCRIPT) is not is_mended


def test_what_is_passed_over_is_not_mended(tmp_path: Path) -> None:
    folder = branch(tmp_path, SCRIPT)

    fix(folder, "--yes", "--ignore", "L704")

    assert "退款(全额)" in (folder / "more.yml").read_text(encoding="utf-8")


def test_files_of_a_base_are_not_touched(tmp_path: Path) -> None:
    base = corner_shop(tmp_path / "shop", FILES | {"more": SCRIPT})
    over = SmallSop(tmp_path / "branch", {"sop.yml": "id: branch\nextends: ../shop\n"}, TODAY)

    reading = over.reading()

    assert {"L704", "M003"} <= {finding.code for finding in reading.findings}
    assert fixed_files(reading.content, reading.findings) == []
    assert (base.folder / "more.yml").read_text(encoding="utf-8") == SCRIPT


chinese = st.text(st.sampled_from("好您,;:!?() a`[]{}*\"'\\#-\n。"), max_size=25)


@given(chinese)
def test_any_chinese_text_stays_a_text_and_a_second_time_changes_nothing(text: str) -> None:
    fixed = with_full_width(text)

    assert len(fixed) == len(text)
    assert with_full_width(fixed) == fixed
    assert {after for before, after in zip(text, fixed, strict=True) if before != after} <= set("，；：！？（）")


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(["zh", "en"]), chinese.filter(lambda it: it.strip()), min_size=1))
def test_mending_changes_no_field_of_a_file(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("sop")
    more = "glossary:\n  a:\n    term: b\n    meaning: " + json.dumps(texts, ensure_ascii=False) + "\n"
    made = corner_shop(folder, FILES | {"more": more})
    reading = made.reading()

    for fixed in fixed_files(reading.content, reading.findings):
        meaning = read_yaml(fixed.result(), "more.yml").data["glossary"]["a"]["meaning"]  # type: ignore[index]
        assert meaning == {key: with_full_width(it) if key == "zh" else it for key, it in texts.items()}
