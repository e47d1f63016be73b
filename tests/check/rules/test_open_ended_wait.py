from __future__ import annotations

import pytest

from builders import FILES, WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


@pytest.mark.parametrize("line", ["Please hold the line.", "Bear with me, please!", "Please be patient. We call at 5."])
def test_to_wait_without_a_time_is_found(check: Check, line: str) -> None:
    [(place, message)] = check("S506", words=said(line))

    assert place.startswith("words.yml: en: ")
    assert message.endswith(", and nothing says how long")


def test_to_wait_without_a_time_is_found_in_chinese(check: Check) -> None:
    assert [
        message for _, message in check("S506", words=said("Yes, until", "请您稍候，[time]前给您回电话。好，请稍候。"))
    ] == ["scripts/promise: “请稍候”, and nothing says how long"]


@pytest.mark.parametrize(
    "line",
    [
        "Please hold the line for 2 minutes.",
        "Please bear with me for two minutes.",
        "Please hold the line until",
        "Thank you for waiting.",
    ],
)
def test_a_time_in_the_same_sentence_is_enough(check: Check, line: str) -> None:
    assert check("S506", words=said(line)) == []


def test_what_the_wording_forbids_is_told_once(check: Check) -> None:
    words = said("Please wait a moment.")

    assert len(check("S501", words=words)) == 1
    assert check("S506", words=words) == []


def test_a_project_adds_phrases_and_allows_others(check: Check) -> None:
    settings = "check: {phrases: {open-wait: {en: [queue here]}, allowed: {en: [hold the line]}}}\n"
    words = said("Please hold the line. Queue here.")

    assert [message for _, message in check("S506", words=words, sop=FILES["sop"] + settings)] == [
        "scripts/promise: “queue here”, and nothing says how long"
    ]
