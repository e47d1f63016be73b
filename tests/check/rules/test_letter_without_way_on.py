from __future__ import annotations

import pytest

from builders import STEPS, WORDS, Check

SENT = STEPS.replace("say: [promise]}", "say: [promise], letters: [no]}")
LETTER = """
letters:
  no:
    title: {en: "Refusal", zh: "拒绝"}
    kind: refusal
    paragraphs:
      reason: {en: "The goods are sound.", zh: "商品完好。"}
      review: {text: {en: "Ask for a review until [date].", zh: "[date]前可以申请复核。"}, tells: [review, time-limit]}
      outside: {text: {en: "Or go to the ombudsman.", zh: "也可以找主管部门。"}, tells: [outside]}
    slots: {date: {en: "date", zh: "日期"}}
"""


def test_a_refusal_that_tells_everything_is_clean(check: Check) -> None:
    assert check("S516", steps=SENT, words=WORDS + LETTER) == []


@pytest.mark.parametrize(
    ("told", "left", "message"),
    [
        ("tells: [review, time-limit]", "tells: [time-limit]", "that a review may be asked for"),
        ("tells: [review, time-limit]", "tells: [review]", "by when to go there"),
        ("tells: [outside]", "when: {severity: p1}, tells: [outside]", "who decides outside the organisation"),
        ("tells: [outside]", "use: If asked, tells: [outside]", "who decides outside the organisation"),
    ],
)
def test_what_a_refusal_does_not_always_tell_is_found(check: Check, told: str, left: str, message: str) -> None:
    found = check("S516", steps=SENT, words=WORDS + LETTER.replace(told, left))

    assert found == [("words.yml: no:", f"letters/no: this letter is a refusal and does not always tell {message}")]


def test_a_letter_that_tells_nothing_is_told_once(check: Check) -> None:
    letter = LETTER.replace(", tells: [review, time-limit]", "").replace(", tells: [outside]", "")

    [(_, message)] = check("S516", steps=SENT, words=WORDS + letter)

    assert message.endswith(
        "does not always tell that a review may be asked for; nor who decides outside the organisation; "
        "nor by when to go there"
    )


def test_a_time_limit_without_a_time_is_found_in_its_locale(check: Check) -> None:
    words = WORDS + LETTER.replace('zh: "[date]前可以申请复核。"', 'zh: "请尽快申请复核。"')

    [(place, message)] = check("S516", steps=SENT, words=words)

    assert place.startswith('words.yml: review: {text: {en: "Ask for a review until [date].", zh: "请尽快申请复核。"}')
    assert message == "letters/no: this tells a time limit, and names no time"


@pytest.mark.parametrize("kind", ["acknowledgement", "holding", "public-reply", "other"])
def test_a_letter_that_refuses_nothing_owes_nothing(check: Check, kind: str) -> None:
    words = WORDS + LETTER.replace("kind: refusal", f"kind: {kind}").replace(", tells: [outside]", "")

    assert check("S516", steps=SENT, words=words) == []


def test_a_final_response_offers_no_further_review(check: Check) -> None:
    words = WORDS + LETTER.replace("kind: refusal", "kind: final-response").replace(
        "[review, time-limit]", "[time-limit]"
    )

    assert check("S516", steps=SENT, words=words) == []
