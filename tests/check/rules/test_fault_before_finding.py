from __future__ import annotations

from builders import STEPS, WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


FOUND = STEPS.replace("  verify:\n", "  verify:\n    sets: found\n")


def test_an_admission_before_the_facts_are_found_is_found(check: Check) -> None:
    [(place, message)] = check("S510", words=said("This was our mistake."), steps=FOUND)

    assert place.startswith("words.yml: en: ")
    assert message == "scripts/promise: “our mistake” admits a fault before the facts are found"
    assert len(check("S510", words=said("Yes, by", "是我们的错。"), steps=FOUND)) == 1


def test_words_of_an_action_count_too(check: Check) -> None:
    steps = FOUND.replace("say: [promise]}", 'say: [promise], words: "My fault."}')
    assert len(check("S510", steps=steps)) == 1


def test_regret_admits_nothing(check: Check) -> None:
    assert check("S510", words=said("I am sorry that this happened to you."), steps=FOUND) == []


def test_a_script_of_a_later_step_or_of_the_finding_may_admit(check: Check) -> None:
    later = FOUND.replace("  settle:\n", "  settle:\n    scripts: [promise]\n")
    finding = FOUND.replace("    sets: found\n", "    sets: found\n    scripts: [promise]\n")

    assert check("S510", words=said("This was our mistake."), steps=later) == []
    assert check("S510", words=said("This was our mistake."), steps=finding) == []


def test_without_a_step_that_finds_the_facts_nothing_is_judged(check: Check) -> None:
    assert check("S510", words=said("This was our mistake.")) == []


def test_the_decision_counts_where_nothing_is_found_before(check: Check) -> None:
    steps = STEPS.replace("  settle:\n", "  settle:\n    sets: decided\n")
    assert len(check("S510", words=said("This was our mistake."), steps=steps)) == 1
