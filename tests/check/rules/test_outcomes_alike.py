from __future__ import annotations

from builders import STEPS, Check

WRONG = 'wrong: {label: {en: "No", zh: "不成立"}'


def test_an_answer_with_the_words_of_another_is_found(check: Check) -> None:
    assert check("P210", steps=STEPS.replace(WRONG, 'wrong: {label: {en: "yes!", zh: "不成立"}')) == [
        (
            'steps.yml: wrong: {label: {en: "yes!", zh: "不成立"}, next: end/refused}',
            "steps/verify: this answer has the same words as `right`: “yes!”",
        )
    ]


def test_signs_alone_are_compared_as_they_are(check: Check) -> None:
    steps = STEPS.replace(WRONG, 'wrong: {label: {en: "–", zh: "－"}').replace('en: "Not clear"', 'en: "+"')
    assert check("P210", steps=steps) == []


def test_answers_for_different_cases_may_be_alike(check: Check) -> None:
    steps = STEPS.replace(WRONG, 'wrong: {label: {en: "Yes", zh: "不成立"}, when: {severity: [p1]}')
    assert check("P210", steps=steps) == []
