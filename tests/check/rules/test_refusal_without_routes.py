from __future__ import annotations

import pytest

from builders import FILES, STEPS, WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


@pytest.mark.parametrize("line", ["We can’t uphold your complaint.", "I have to refuse this."])
def test_a_refusal_without_another_way_is_found(check: Check, line: str) -> None:
    [(place, message)] = check("S512", words=said(line))

    assert place.startswith("words.yml: en: ")
    assert message.endswith("and nothing near says where else the customer can go")


def test_a_refusal_is_found_in_chinese(check: Check) -> None:
    assert len(check("S512", words=said("Yes, by", "您的要求我们不能支持。[time]"))) == 1
    assert check("S512", words=said("Yes, by", "您的要求我们不能支持，您可以申请复核。[time]")) == []


@pytest.mark.parametrize(
    "line",
    ["I have to refuse this. You can ask for a review.", "We don’t uphold it; the ombudsman may.", "You may refuse."],
)
def test_a_way_in_the_same_script_is_enough(check: Check, line: str) -> None:
    assert check("S512", words=said(line)) == []


def test_a_way_in_a_variable_or_in_another_script_of_the_step_is_enough(check: Check) -> None:
    variables = 'variables:\n  outside: {en: "the ombudsman", zh: "消协"}\n'
    header = FILES["sop"].replace("variables:\n", variables)
    steps = STEPS.replace('en: "Say when you will call."', 'en: "Hand out the leaflet on reviews: how to appeal."')

    assert check("S512", words=said("I have to refuse; go to {{ outside }}."), sop=header) == []
    assert check("S512", words=said("I have to refuse."), steps=steps) == []
