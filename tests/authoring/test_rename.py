"""An id of one's own changes in every file, and nothing else in the files changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.authoring.rename import renamed_files
from amends.content.place import find_place
from amends.finding import UsageError
from amends.read import read_layered
from builders import FILES, TODAY, corner_shop
from small_sop import SmallSop


def renamed(folder: Path, old: str, new: str) -> dict[str, str]:
    place = find_place(str(folder))
    files = renamed_files(place, read_layered(place), old, new)
    return {file.relative_to(folder).as_posix(): it.result() for file, it in files.items()}


def changed_lines(folder: Path, files: dict[str, str]) -> list[str]:
    """Each line that is new, with its file; every other line must be as it was."""
    found = []
    for name, text in files.items():
        before = (folder / name).read_text(encoding="utf-8").splitlines()
        found += [f"{name}: {line.strip()}" for line in text.splitlines() if line.strip() and line not in before]
    return found


def test_a_step_changes_wherever_it_is_named(tmp_path: Path) -> None:
    corner_shop(tmp_path).replace("next: accept, at_most", "next: 'accept', at_most")

    assert changed_lines(tmp_path, renamed(tmp_path, "steps/settle", "steps/put-right")) == [
        "sop.yml: # Earlier names: old addresses and ticks lead on.",
        "sop.yml: aliases:",
        "sop.yml: steps/settle: steps/put-right",
        'steps.yml: unclear: {label: {en: "Not clear", zh: "不清楚"}, next: \'accept\', at_most: {times: 1, then: put-right}}',
        "steps.yml: put-right:",
    ]
    assert "next: 'take-in'" in renamed(tmp_path, "steps/accept", "take-in")["steps.yml"]


def test_titles_in_texts_follow(tmp_path: Path) -> None:
    corner_shop(tmp_path)
    steps = renamed(tmp_path, "steps/verify", "steps/look-into")["steps.yml"]

    assert "What {{ step:look-into }} has shown is put right." in steps
    assert "“{{ step:look-into }}”中查实的问题得到解决。" in steps


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("roles/assistant", "clerk", "responsible: clerk"),
        ("scripts/promise", "vow", "say: [vow]"),
        ("records/log", "book", "records: [book]"),
        ("steps/verify/decisions/grounds/outcomes/unclear", "murky", "when: {outcome: grounds/murky}"),
        ("steps/verify/decisions/grounds", "right", "when: {outcome: right/unclear}"),
        ("frameworks/manual-rules", "rules", "sources: [rules/listen]"),
        ("frameworks/manual-rules/items/listen", "hear", "sources: [manual-rules/hear]"),
        ("severities/p2", "usual", "within: {p1: 2 business days, usual: 5 business days}"),
        ("end_states/refused", "rejected", "next: end/rejected"),
        ("phases/case", "matter", "phase: matter"),
    ],
)  # fmt: skip
def test_every_way_of_naming_an_entry_follows(tmp_path: Path, old: str, new: str, expected: str) -> None:
    corner_shop(tmp_path)

    assert expected in "\n".join(changed_lines(tmp_path, renamed(tmp_path, old, new)))


def test_a_letter_names_an_answer_in_full(tmp_path: Path) -> None:
    answer = "steps/verify/decisions/grounds/outcomes/{}"
    letter = "letters: {{no: {{title: No, paragraphs: {{a: {{text: A., when: {{outcome: {}}}}}}}}}}}\n"
    corner_shop(tmp_path).write({"letters.yml": letter.format(answer.format("unclear"))})

    files = renamed(tmp_path, answer.format("unclear"), "murky")

    assert files["letters.yml"] == letter.format(answer.format("murky"))


@pytest.mark.parametrize(
    "old", ["steps/verify", "roles/assistant", "severities/p1", "records/log", "end_states/settled"]
)
def test_after_the_renaming_nothing_is_wrong(tmp_path: Path, old: str) -> None:
    sop = corner_shop(tmp_path)
    for name, text in renamed(tmp_path, old, "other").items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert [finding for finding in sop.reading().findings if finding.level != "info"] == []


def test_comments_and_layout_stay(tmp_path: Path) -> None:
    odd = "steps:\n  late:   # our own\n    {after: settle,   title: {en: L, zh: L}, purpose: {en: 'P, \"q\"', zh: P}, phase: case, responsible: assistant, accountable: manager, actions: {}}   # end\n"
    corner_shop(tmp_path, {**FILES, "more": odd})
    more = renamed(tmp_path, "steps/late", "steps/later")["more.yml"]

    assert more == odd.replace("late:", "later:")
    assert renamed(tmp_path, "steps/settle", "mend")["more.yml"] == odd.replace("after: settle", "after: mend")


def test_a_second_renaming_leads_the_oldest_name_on(tmp_path: Path) -> None:
    corner_shop(tmp_path)
    for old, new in (("steps/settle", "mend"), ("steps/mend", "repair"), ("steps/accept", "take-in")):
        for name, text in renamed(tmp_path, old, new).items():
            (tmp_path / name).write_text(text, encoding="utf-8")

    assert (
        (tmp_path / "sop.yml")
        .read_text(encoding="utf-8")
        .endswith("aliases:\n  steps/accept: steps/take-in\n  steps/mend: steps/repair\n  steps/settle: steps/repair\n")
    )


def test_links_of_pages_written_by_hand_follow(tmp_path: Path) -> None:
    corner_shop(tmp_path / "sop")
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: [amends]\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(
        "[x](steps/settle.md#top) [y](https://z.example/steps/settle)\n", encoding="utf-8"
    )

    assert (
        renamed(tmp_path, "steps/settle", "mend")["docs/a.md"]
        == "[x](steps/mend.md#top) [y](https://z.example/steps/settle)\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("steps/setle", "mend", "there is no entry “steps/setle”; the nearest is `steps/settle`"),
        ("steps/settle/title", "mend", "there is no entry “steps/settle/title”"),
        ("steps/settle", "steps/verify", "steps/verify is there already, at"),
        ("steps/settle", "roles/mend", "“roles/mend” must differ from “steps/settle” in its last part"),
        ("steps/settle", "Mend it", "“Mend it” is not an id"),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    corner_shop(tmp_path)

    with pytest.raises(UsageError) as error:
        renamed(tmp_path, old, new)
    assert str(error.value).startswith(message)


def test_an_entry_of_a_base_is_not_renamed(tmp_path: Path) -> None:
    corner_shop(tmp_path / "base")
    SmallSop(tmp_path / "own", {"sop.yml": "id: own\nextends: ../base\nsteps: {settle: {code: S}}\n"}, TODAY)

    with pytest.raises(UsageError, match="steps/settle comes from corner-shop, at"):
        renamed(tmp_path / "own", "steps/settle", "mend")
