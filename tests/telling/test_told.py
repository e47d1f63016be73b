"""What `check` tells of what was found: settings, comments in the files, the baseline."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from amends.finding import UsageError
from amends.self_docs.explanations import EXPLAINED
from amends.telling.baseline import BASELINE_FILE
from amends.telling.nested_spans import NestedSpans
from amends.telling.told import Judgement, Told
from amends.telling.wish import Options
from builders import FILES, TODAY, corner_shop
from small_sop import SmallSop

SCRIPT = """\
scripts:
  promise:
    title: {en: "Promise", zh: "承诺"}
    lines:
      call: {en: "I will call you by [time].", zh: "我马上去看,[time]前给您回电话。"}
    slots: {time: {en: "time", zh: "时间"}}
  refund:
    title: {en: "Refund", zh: "退款"}
    lines:
      money: {en: "Your money comes back today.", zh: "钱今天就退,真的。"}
"""
"""Two warnings L704, one warning R104."""
WORDS = SCRIPT + FILES["words"].partition("wording:")[2].join(["wording:", ""])


@pytest.fixture
def shop(tmp_path: Path) -> SmallSop:
    return corner_shop(tmp_path / "shop", FILES | {"words": WORDS})


def judged(shop: SmallSop, options: Options = Options(), today: date = TODAY) -> Judgement:  # noqa: B008 - frozen
    return Judgement(shop.place, shop.reading(), options, EXPLAINED, today)


def line_of(file: str, number: int) -> str:
    return Path(file).read_text(encoding="utf-8").splitlines()[number - 1]


def told(shop: SmallSop, options: Options = Options(), today: date = TODAY) -> Told:  # noqa: B008 - frozen
    return judged(shop, options, today).told(line_of)


def codes(shop: SmallSop, options: Options = Options(), today: date = TODAY) -> list[str]:  # noqa: B008 - frozen
    return [finding.code for finding in told(shop, options, today).findings]


def with_settings(shop: SmallSop, settings: str) -> SmallSop:
    (shop.folder / "sop.yml").write_text(FILES["sop"] + f"check: {settings}\n", encoding="utf-8")
    return shop


def with_note(shop: SmallSop, note: str, before: str = "  promise:") -> SmallSop:
    return shop.replace(f"{before}\n", f"  # amends: {note}\n{before}\n")


def test_without_wishes_everything_is_told(shop: SmallSop) -> None:
    assert codes(shop) == ["L704", "R104", "L704"]
    assert (told(shop).ignored, told(shop).known) == (0, 0)


# Settings and options -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ("{ignore: [L704]}", ["R104"]),
        ("{ignore: [half-width-punctuation]}", ["R104"]),
        ("{ignore: [L7, R]}", []),
        ("{select: [L7]}", ["L704", "L704"]),
        ("{per_file: {'w*.yml': [L704]}}", ["R104"]),
        ("{per_file: {'steps/*.yml': [L704]}}", ["L704", "R104", "L704"]),
        ("{profile: draft}", ["L704", "L704"]),
    ],
)
def test_a_setting_says_what_is_told(shop: SmallSop, settings: str, left: list[str]) -> None:
    found = told(with_settings(shop, settings))

    assert [finding.code for finding in found.findings] == left
    assert found.ignored == 3 - len(left)


def test_an_option_goes_before_the_setting(shop: SmallSop) -> None:
    with_settings(shop, "{select: [L7], profile: draft}")

    assert codes(shop, Options(select=("R1",))) == []
    assert codes(shop, Options(profile="review", select=("R1",))) == ["R104"]
    assert codes(shop, Options(ignore=("L704",))) == []


def test_a_severity_can_be_changed_and_an_error_fails(shop: SmallSop) -> None:
    found = told(with_settings(shop, "{severity: {L704: error, unused-entry: info}}")).findings

    assert [(finding.code, finding.level) for finding in found] == [
        ("L704", "error"),
        ("R104", "info"),
        ("L704", "error"),
    ]


def test_what_is_somebody_elses_is_a_remark_while_one_writes_and_an_error_to_publish(shop: SmallSop) -> None:
    (shop.folder / "sop.yml").write_text(FILES["sop"] + "example: [contacts/*/phone]\n", encoding="utf-8")

    def levels(check: str) -> list[str]:
        text = f"id: branch\nextends: ../shop\ncheck: {check}\n"
        found = told(SmallSop(shop.folder.parent / "branch", {"sop.yml": text}, TODAY)).findings
        return [finding.level for finding in found if finding.code == "B114"]

    assert levels("{profile: draft}") == []
    assert levels("{profile: review}") == ["info"]
    assert levels("{profile: publish}") == ["error"]
    assert levels("{profile: publish, severity: {B114: info}}") == ["info"]


def test_to_publish_every_warning_is_an_error(shop: SmallSop) -> None:
    found = told(with_settings(shop, "{profile: publish, severity: {R104: info}}")).findings

    assert [finding.level for finding in found] == ["error", "info", "error"]


def test_an_error_is_told_whatever_is_asked(shop: SmallSop) -> None:
    shop.replace("phase: case\n    standing", "phase: cse\n    standing")
    with_settings(shop, "{ignore: [R101, L, R104], severity: {R101: info}, per_file: {'*': [R101]}, select: [S5]}")

    found = told(shop).findings

    assert [(finding.code, finding.level) for finding in found if finding.code == "R101"] == [("R101", "error")]


def test_a_setting_that_means_nothing_or_lowers_an_error_is_found_in_its_line(shop: SmallSop) -> None:
    found = told(
        with_settings(shop, "{ignore: [L7040, R101, L704, R104], severity: {half-wdth-punctuation: info}}")
    ).findings

    assert [(finding.code, finding.message, finding.hint) for finding in found] == [
        ("A004", "there is no code “L7040”", "the nearest is `L704`"),
        ("A005", "“R101” is an error, and stays one", "mend what it finds, and take the code out here"),
        ("A004", "there is no code “half-wdth-punctuation”", "the nearest is `half-width-punctuation`"),
    ]
    assert {Path(finding.location.file).name for finding in found} == {"sop.yml"}
    assert {line_of(str(shop.folder / "sop.yml"), finding.location.line)[:6] for finding in found} == {"check:"}


def test_an_option_that_means_nothing_is_refused(shop: SmallSop) -> None:
    with pytest.raises(UsageError, match="there is no code “S5055”; the nearest is `S505`"):
        told(shop, Options(ignore=("S5055",)))


def test_settings_of_a_base_hold_for_the_layers_over_it(shop: SmallSop, tmp_path: Path) -> None:
    with_settings(shop, "{ignore: [L704]}")
    branch = SmallSop(
        tmp_path / "branch", {"sop.yml": "id: branch\nextends: ../shop\ncheck: {profile: publish}\n"}, TODAY
    )

    found = told(branch).findings

    assert [(finding.code, finding.level) for finding in found] == [("R104", "error")]


# Comments -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    [
        "ignore L704 until 2026-06-01 our printer",
        "ignore L704 our printer",
        "ignore L704, S505: our printer",
        "ignore half-width-punctuation – our printer",
        "ignore L7 our printer",
    ],
)
def test_a_comment_passes_over_what_stands_below_it(shop: SmallSop, note: str) -> None:
    found = told(with_note(shop, note))

    assert [finding.code for finding in found.findings if finding.code != "A003"] == ["R104", "L704"]
    assert found.ignored == 1


def test_a_comment_above_a_collection_speaks_of_all_of_it(shop: SmallSop) -> None:
    assert codes(with_note(shop, "ignore L704 our printer", before="scripts:")) == ["R104"]


def test_a_comment_whose_day_is_over_is_told_and_has_no_effect(shop: SmallSop) -> None:
    with_note(shop, "ignore L704 until 2026-05-31 our printer")

    found = told(shop).findings

    assert [finding.code for finding in found] == ["A002", "L704", "R104", "L704"]
    assert found[0].message == "this passed L704 over until 2026-05-31; what it finds is told again"
    assert codes(shop, today=date(2026, 5, 31)) == ["R104", "L704"]


def test_a_comment_that_hides_nothing_is_told_for_each_of_its_codes(shop: SmallSop) -> None:
    [unused, *_] = told(with_note(shop, "ignore L704 S505 our printer")).findings

    assert (unused.code, unused.message) == ("A003", "S505 finds nothing here")
    assert line_of(unused.location.file, unused.location.line).strip() == "# amends: ignore L704 S505 our printer"


def test_a_comment_for_a_code_that_nobody_asked_for_is_not_called_unused(shop: SmallSop) -> None:
    with_note(shop, "ignore S505 our printer")

    assert "A003" in codes(shop)
    assert "A003" not in codes(shop, Options(ignore=("S505",)))
    assert "A003" not in codes(shop, Options(profile="draft"))


def test_with_an_error_in_the_files_no_comment_is_called_unused(shop: SmallSop) -> None:
    with_note(shop, "ignore S505 our printer")
    shop.replace("phase: case\n    standing", "phase: cse\n    standing")

    assert "A003" not in codes(shop)


@pytest.mark.parametrize(
    ("note", "code", "said"),
    [
        ("ignore", "A001", "this comment names no code"),
        ("ignore L999 our printer", "A001", "there is no code “L999”"),
        ("ignore L704", "A001", "this comment gives no reason"),
        ("ignore L704 until 2026-02-30 our printer", "A001", "“2026-02-30” is no day"),
        ("ignore L704 until", "A001", "“” is no day"),
        ("ignore L704 until 2027-01-01 –", "A001", "this comment gives no reason"),
        ("skip L704", "A001", "“skip” is nothing that a comment can ask of amends"),
        ("", "A001", "“” is nothing that a comment can ask of amends"),
        ("ignore R101 L704 our printer", "A005", "R101 is an error, and cannot be passed over"),
    ],
)
def test_a_comment_that_cannot_be_followed_says_why(shop: SmallSop, note: str, code: str, said: str) -> None:
    found = told(with_note(shop, note)).findings

    assert (found[0].code, found[0].message) == (code, said)
    assert found[0].hint


def test_comments_of_a_base_hold_and_their_author_alone_is_told_of_their_mistakes(
    shop: SmallSop, tmp_path: Path
) -> None:
    with_note(shop, "ignore L704 S505 our printer")
    branch = SmallSop(tmp_path / "branch", {"sop.yml": "id: branch\nextends: ../shop\n"}, TODAY)

    assert codes(branch) == ["R104", "L704"]


def test_very_many_comments_and_findings_take_linear_time(shop: SmallSop) -> None:
    lines = "".join(f'      l{row}: {{en: "x", zh: "好,"}}\n' for row in range(1_000))
    many = "    # amends: ignore L704 our printer\n" * 5_000
    shop.replace("    lines:\n      money", f"{many}    lines:\n{lines}      money")
    judgement = judged(shop)
    begin = process_time()

    assert judged(shop).ignored == judgement.ignored == 1_001
    assert process_time() - begin < 4


def test_spans_hold_a_line_from_the_inside_to_the_outside() -> None:
    spans = NestedSpans([(1, 9), (2, 4), (3, 3), (3, 3), (6, 8), (11, 12)])

    assert list(spans.around(3)) == [(3, 3), (2, 4), (1, 9)]
    assert list(spans.around(5)) == [(1, 9)]
    assert list(spans.around(10)) == list(spans.around(0)) == []


# The baseline ---------------------------------------------------------------------------------------------------------


def write_baseline(shop: SmallSop) -> None:
    file, text = judged(shop).baseline(line_of)
    assert file == shop.folder / BASELINE_FILE
    file.write_text(text, encoding="utf-8")


def test_what_a_baseline_knows_is_not_told_again_even_after_it_has_moved(shop: SmallSop) -> None:
    write_baseline(shop)
    shop.replace("scripts:\n", "# a new line\nscripts:\n")

    found = told(shop)

    assert ([finding.code for finding in found.findings], found.known) == ([], 3)


def test_what_is_new_is_told_and_an_error_always(shop: SmallSop) -> None:
    write_baseline(shop)
    shop.replace("money: {en", 'more: {en: "x", zh: "好,"}\n      money: {en')
    shop.replace("phase: case\n    standing", "phase: cse\n    standing")

    assert {"L704", "R101"} <= set(codes(shop))
    write_baseline(shop)
    assert "R101" in codes(shop)
    assert "L704" not in codes(shop)


def test_what_is_found_no_more_is_a_remark(shop: SmallSop) -> None:
    write_baseline(shop)
    shop.replace("钱今天就退,真的。", "钱今天就退。")

    [remark] = [finding for finding in told(shop).findings if finding.code == "A006"]
    assert (remark.message, Path(remark.location.file).name) == ("1 of its findings is found no more", BASELINE_FILE)


def test_a_baseline_is_the_same_for_the_same_findings_and_can_be_reviewed(shop: SmallSop) -> None:
    (_, first), (_, second) = judged(shop).baseline(line_of), judged(shop).baseline(line_of)

    assert first == second
    assert [(row["code"], row["file"]) for row in json.loads(first)["findings"]] == [
        ("L704", "words.yml"),
        ("L704", "words.yml"),
        ("R104", "words.yml"),
    ]


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [1]}', '{"findings": {"a": 1}}', "[" * 100_000, "\udcff"])
def test_a_file_that_is_no_baseline_is_refused_with_the_way_out(shop: SmallSop, text: str) -> None:
    (shop.folder / BASELINE_FILE).write_text(text, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(UsageError, match="this is no baseline of amends; write it anew with"):
        told(shop)
