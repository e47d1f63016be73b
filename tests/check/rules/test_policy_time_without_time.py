from __future__ import annotations

import pytest

from builders import WORDS, Check

POLICY = """
policy:
  how-long:
    title: {en: "How long", zh: "多久"}
    times:
      answer: {says: {en: "You have our answer", zh: "答复您"}, limit: LIMIT}
"""


def found(check: Check, limit: str) -> list[tuple[str, str]]:
    return check("T403", words=WORDS + POLICY.replace("LIMIT", limit))


@pytest.mark.parametrize("limit", ["steps/accept", "steps/verify/limits/answer"])
def test_a_step_with_a_time_and_a_limit_are_times(check: Check, limit: str) -> None:
    assert found(check, limit) == []


@pytest.mark.parametrize("limit", ["steps/verify", "roles/manager", "steps/accept/actions/listen"])
def test_what_sets_no_time_is_found(check: Check, limit: str) -> None:
    [(place, message)] = found(check, limit)

    assert message == f"policy/how-long: `{limit}` sets no time"
    assert place.endswith(f"limit: {limit}}}")


def test_an_unknown_name_is_told_by_another_rule_alone(check: Check) -> None:
    words = WORDS + POLICY.replace("LIMIT", "steps/verifi")

    assert found(check, "steps/verifi") == []
    assert [message for _, message in check("R101", words=words)] == [
        "policy/how-long: there is no entry `steps/verifi`"
    ]
