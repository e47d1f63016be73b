from __future__ import annotations

import pytest

from builders import STEPS, Check


def _steps(en: str, zh: str = "争辩。") -> str:
    """The small SOP, whose actions begin with “Say”, “Look”, “Take” and so on, with one don't in its first step."""
    return STEPS.replace("    actions:\n", f"    avoid: {{argue: {{en: '{en}', zh: '{zh}'}}}}\n    actions:\n", 1)


@pytest.mark.parametrize(
    ("en", "command"),
    [
        ("Argue. Say when you will call.", "Say when you will call."),
        ("Argue; look at the goods.", "look at the goods."),
        ("Argue; instead, wait.", "instead, wait."),
    ],
)
def test_a_command_after_the_dont_is_found(check: Check, en: str, command: str) -> None:
    assert [message for _, message in check("S505", steps=_steps(en))] == [
        f"steps/accept: this don't tells readers to do something: “{command}”"
    ]


@pytest.mark.parametrize("zh", ["争辩。先听对方说。", "争辩；应当先听。", "争辩。要先听。", "争辩。改用开放式问题。"])
def test_a_command_in_chinese_is_found(check: Check, zh: str) -> None:
    assert len(check("S505", steps=_steps("Argue.", zh))) == 1


@pytest.mark.parametrize(
    ("en", "zh"), [("Do not argue.", "争辩。"), ("Never argue.", "争辩。"), ("Argue.", "不要争辩。")]
)
def test_a_dont_that_forbids_again_is_found(check: Check, en: str, zh: str) -> None:
    ((_, message),) = check("S505", steps=_steps(en, zh))
    assert "this text forbids again" in message


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Argue. You know neither side.", "争辩。对方性格如何，你不知道。"),
        ("Argue: it makes things worse.", "争辩：只会火上浇油。"),
        ("Nevertheless argue.", "先填表，后听对方说。"),
        ("Say “wait”.", "要求对方等待；要求过高。"),
    ],
)
def test_a_reason_and_a_deed_of_any_verb_are_no_finding(check: Check, en: str, zh: str) -> None:
    assert check("S505", steps=_steps(en, zh)) == []
