from __future__ import annotations

from builders import FILES, STEPS, WORDS, Check

SOP = FILES["sop"] + "check: {phrases: {old-names: {en: [back office], zh: [后勤]}}}\n"


def test_a_phrase_of_the_own_list_is_found_in_any_text(check: Check) -> None:
    steps = STEPS.replace('en: "Repair or replace."', 'en: "Send it to the Back Office."').replace(
        "修理或更换", "送后勤"
    )

    assert check("S515", steps=steps, sop=SOP) == [
        (
            'steps.yml: repair: {do: {en: "Send it to the Back Office.", zh: "送后勤。"}}',
            "steps/settle: “back office” is on the list `old-names` of phrases not to use",
        ),
        (
            'steps.yml: repair: {do: {en: "Send it to the Back Office.", zh: "送后勤。"}}',
            "steps/settle: “后勤” is on the list `old-names` of phrases not to use",
        ),
    ]


def test_a_phrase_of_a_shipped_list_is_not_told_by_this_rule(check: Check) -> None:
    sop = FILES["sop"] + "check: {phrases: {blaming: {en: [back office]}}}\n"
    words = WORDS.replace("I will look now", "I will ask the back office")

    assert check("S515", words=words, sop=sop) == []
    assert len(check("S508", words=words, sop=sop)) == 1
