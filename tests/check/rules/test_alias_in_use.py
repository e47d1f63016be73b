from __future__ import annotations

from builders import FILES, Check


def test_an_earlier_name_that_somebody_has_is_found(check: Check) -> None:
    header = (
        FILES["sop"] + "aliases:\n  steps/verify: steps/settle\n  settle: steps/settle\n  steps/mend: steps/settle\n"
    )

    assert check("R106", sop=header) == [
        ("sop.yml: steps/verify: steps/settle", "`steps/verify` is there, so it is not the earlier name of another"),
        ("sop.yml: settle: steps/settle", "“settle” is no name of an entry"),
    ]


def test_an_earlier_name_leads_to_an_entry(check: Check) -> None:
    header = FILES["sop"] + "aliases: {steps/mend: steps/setle}\n"

    assert [message for _, message in check("R101", sop=header)] == ["there is no entry `steps/setle`"]
