"""The way out of a limit against the law: what it says to write, written, mends what was found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.finding import Finding
from builders import FILES, STEPS, TABLES, TODAY, corner_shop
from small_sop import SmallSop

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
LINE = "        extend: {p2: 10 business days}\n"
CODES = {"K101", "K106", "K108"}


def answer(within: str, extend: str = "") -> str:
    steps = STEPS.replace(WITHIN, f"within: {within}")
    return steps.replace(LINE, f"        extend: {extend}\n" if extend else "")


def findings(sop: SmallSop) -> list[Finding]:
    return [it for it in sop.reading().findings if it.code in CODES]


def layer(folder: Path, steps: str, patch: str = "") -> SmallSop:
    """A layer over the shop that says no more than the patch."""
    corner_shop(folder / "shop", FILES | {"steps": steps})
    return SmallSop(folder / "branch", {"sop.yml": f"id: branch\nextends: ../shop\n{patch}\n"}, TODAY)


def patch_of(finding: Finding) -> str:
    found = re.match(r"in your own layer write  (steps: .+?)(?:  or less)?; or, if ", finding.hint)
    assert found, finding.hint
    return found[1]


@pytest.mark.parametrize(
    ("within", "extend", "code", "patch"),
    [
        ("9 weeks", "", "K101", "steps: {verify: {limits: {answer: {within: 8 weeks}}}}"),
        ("{p1: 1 week, p2: 9 weeks}", "", "K101", "steps: {verify: {limits: {answer: {within: {p2: 8 weeks}}}}}"),
        ("1 week", "3 months", "K101", "steps: {verify: {limits: {answer: {extend: 8 weeks}}}}"),
        ("8 weeks", "3 months", "K101", "steps: {verify: {limits: {answer: {extend: null}}}}"),
        ("8 weeks", "{p2: 3 months}", "K101", "steps: {verify: {limits: {answer: {extend: null}}}}"),
        (
            "{p1: 1 week, p2: 8 weeks}",
            "{p1: 2 weeks, p2: 3 months}",
            "K101",
            "steps: {verify: {limits: {answer: {extend: {p2: null}}}}}",
        ),
        ("9 weeks", "10 weeks", "K101", "steps: {verify: {limits: {answer: {within: 8 weeks, extend: null}}}}"),
        ("35 business days", "", "K106", "steps: {verify: {limits: {answer: {within: 8 weeks}}}}"),
        ("{p1: 1 week}", "", "K108", "steps: {verify: {limits: {answer: {within: {p2: 8 weeks}}}}}"),
    ],
)
def test_the_patch_for_a_limit_of_the_base_mends_it_in_the_layer(
    tmp_path: Path, within: str, extend: str, code: str, patch: str
) -> None:
    [found] = findings(layer(tmp_path, answer(within, extend)))
    assert (found.code, Path(found.location.file).parent.name, patch_of(found)) == (code, "shop", patch)

    mended = layer(tmp_path, answer(within, extend), patch).reading()
    assert [it for it in mended.findings if it.is_error or it.code in CODES] == []


@pytest.mark.parametrize(
    ("within", "extend", "way_out"),
    [
        ("9 weeks", "", "write  within: 8 weeks  or less"),
        ("{p1: 1 week, p2: 9 weeks}", "", "write in `within`  p2: 8 weeks  or less"),
        ("8 weeks", "3 months", "delete `extend`"),
        ("8 weeks", "{p1: 3 months, p2: unlimited}", "delete `p1` from `extend`"),
        ("9 weeks", "10 weeks", "write  within: 8 weeks  or less and delete `extend`"),
        ("{p1: 1 week}", "", "write in `within`  p2: 8 weeks  or less"),
    ],
)
def test_the_way_out_in_the_very_file_names_the_field(tmp_path: Path, within: str, extend: str, way_out: str) -> None:
    found, *_ = findings(corner_shop(tmp_path, FILES | {"steps": answer(within, extend)}))
    assert found.hint == (
        f"{way_out}; or, if `final-response` does not apply to you, name only the clocks that do:  "
        "use_clocks: [PACK/CLOCK]"
    )


def test_a_limit_that_the_layer_itself_sets_is_mended_where_it_stands(tmp_path: Path) -> None:
    own = "steps: {verify: {limits: {answer: {extend: {p2: 3 months}}}}}"
    [found] = findings(layer(tmp_path, answer("{p1: 1 week, p2: 2 weeks}", "{p2: 3 weeks}"), own))
    assert Path(found.location.file).parent.name == "branch"
    assert found.hint.startswith("write in `extend`  p2: 8 weeks  or less; ")


def test_a_severity_that_the_layer_takes_away_is_given_back_in_it(tmp_path: Path) -> None:
    own = "steps: {verify: {limits: {answer: {within: {p2: null}}}}}"
    [found] = findings(layer(tmp_path, answer("{p1: 1 week, p2: 2 weeks}"), own))
    assert patch_of(found) == "steps: {verify: {limits: {answer: {within: {p2: 8 weeks}}}}}"


KINDS = """\
kinds:
  payments: {title: {en: Payments, zh: 支付}, short: {en: payments, zh: 支付投诉}}
channels:
  letter: {title: {en: Letter, zh: 来信}, short: {en: by letter, zh: 来信}, owner: manager}
  phone: {title: {en: Telephone, zh: 电话}, short: {en: by telephone, zh: 电话投诉}, owner: manager}
"""
TITLES = '{title: {en: "An answer", zh: "答复"}, from: received, by: decided'


def with_kinds(folder: Path, steps: str, clock: str = "") -> list[Finding]:
    """What is found of limits and clocks in an SOP with kinds and channels."""
    tables = TABLES.replace("    within: 8 weeks\n", f"    within: 8 weeks\n{clock}")
    return findings(corner_shop(folder, FILES | {"steps": steps, "tables": tables, "kinds": KINDS}))


def test_a_clock_for_one_kind_asks_for_a_row_of_its_own_and_that_row_mends_it(tmp_path: Path) -> None:
    clock = "    when: {kind: payments}\n"
    [found] = with_kinds(tmp_path / "before", answer("9 weeks"), clock)
    assert found.message.endswith(
        "9 weeks in `answer` from received to decided breaks the 8 weeks of `final-response` "
        "for complaints of kind `payments`"
    )
    assert found.hint.startswith(
        "write a row for them in your own layer:  steps: {verify: {limits: {final-response: "
        '{title: "Final response", from: received, by: decided, within: 8 weeks, when: {kind: [payments]}}}}}  or less; '
    )
    row = f"      psd: {TITLES}, within: 8 weeks, when: {{kind: [payments]}}}}\n      answer:\n"
    mended = answer("9 weeks").replace("      answer:\n", row, 1)
    assert with_kinds(tmp_path / "after", mended, clock) == []


def test_complaints_for_which_no_row_holds_are_named(tmp_path: Path) -> None:
    steps = answer("1 week").replace("        by: decided\n", "        by: decided\n        when: {channel: letter}\n")
    [found] = with_kinds(tmp_path, steps)
    assert (found.code, found.message) == (
        "K108",
        (
            "steps/verify: no row like `answer` from received to decided holds for complaints by `phone`; "
            "`final-response` asks for 8 weeks"
        ),
    )
    assert "when: {channel: [phone]}" in found.hint


def test_a_row_after_an_answer_leaves_the_law_alone_with_the_rest(tmp_path: Path) -> None:
    outcome = "        by: decided\n        when: {outcome: grounds/right}\n"
    [found] = with_kinds(tmp_path, answer("1 week").replace("        by: decided\n", outcome))
    assert found.message == (
        "steps/verify: `answer` from received to decided holds only after an answer; `final-response` asks for 8 weeks"
    )


def lasting(within: str) -> str:
    row = f"      kept: {{title: Kept, from: received, by: closed, within: {within}, kind: keep}}\n      answer:\n"
    return STEPS.replace("      answer:\n", row, 1)


LASTING = TABLES.replace("by: decided\n    within: 8 weeks", "by: closed\n    within: 48 hours\n    kind: keep")


@pytest.mark.parametrize(
    ("within", "code", "message", "hint"),
    [
        (
            "24 hours",
            "K101",
            "steps/verify: 24 hours in `kept` from received to closed breaks the 48 hours of `final-response`",
            "write  within: 48 hours  or more",
        ),
        (
            "2 business days",
            "K106",
            (
                "steps/verify: 2 business days in `kept` from received to closed may be shorter than the 48 hours of "
                "`final-response`: it depends on weekends, holidays and the hour"
            ),
            "write  within: 48 hours  or more",
        ),
    ],
)
def test_what_must_last_is_made_longer(tmp_path: Path, within: str, code: str, message: str, hint: str) -> None:
    shop = corner_shop(tmp_path, FILES | {"steps": lasting(within), "tables": LASTING})
    [found] = findings(shop)
    assert (found.code, found.message) == (code, message)
    assert found.hint.startswith(f"{hint}; or, if ")
    assert findings(corner_shop(tmp_path, FILES | {"steps": lasting("48 hours"), "tables": LASTING})) == []


def test_a_limit_for_the_decision_that_is_longer_than_the_law_allows_for_the_answer_is_named_by_its_own_events(
    tmp_path: Path,
) -> None:
    tables = TABLES.replace("by: decided", "by: answered")
    ruling = "      ruling: {title: Ruling, from: received, by: decided, within: 9 weeks}\n      answer:\n"
    steps = STEPS.replace("        by: decided\n", "        by: answered\n").replace("      answer:\n", ruling, 1)
    [found] = findings(corner_shop(tmp_path, FILES | {"steps": steps, "tables": tables}))
    assert (
        found.message
        == "steps/verify: 9 weeks in `ruling` from received to decided breaks the 8 weeks of `final-response`"
    )


FIRST_DAY = TABLES.replace(
    "    within: 8 weeks\n",
    "    within: 6 months\n    first_day: {counts: true, section: {en: Section 2, zh: 第二条}}\n",
)


def test_a_limit_as_long_as_a_law_that_counts_its_first_day_is_a_day_too_long(tmp_path: Path) -> None:
    shop = corner_shop(tmp_path, FILES | {"steps": answer("6 months"), "tables": FIRST_DAY})
    [found] = findings(shop)
    assert found.message == (
        "steps/verify: 6 months in `answer` from received to decided breaks the 6 months of `final-response` "
        "(its first day counts)"
    )
    assert found.hint.startswith("write  within: 180 calendar days  or less; or, if ")
    assert findings(corner_shop(tmp_path, FILES | {"steps": answer("180 calendar days"), "tables": FIRST_DAY})) == []
