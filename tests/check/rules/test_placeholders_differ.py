from __future__ import annotations

import pytest

from builders import STEPS, Check

PURPOSE = 'purpose: {en: "No {{ customer }} is sent away.", zh: "不拒绝任何{{ customer }}。"}'


def _purpose(en: str, zh: str) -> str:
    return STEPS.replace(PURPOSE, f'purpose:\n      en: "{en}"\n      zh: "{zh}"')


@pytest.mark.parametrize("name", ["step:verify", "role:manager", "script:promise", "quiet-place", "organisation"])
def test_a_name_that_one_locale_lacks_is_found_there(check: Check, name: str) -> None:
    assert check("L703", steps=_purpose(f"See {{{{ {name} }}}}.", "见下。")) == [
        ('steps.yml: zh: "见下。"', f"steps/accept: the zh text lacks `{{{{ {name} }}}}`, which the en text has")
    ]


def test_it_may_be_the_default_locale_that_lacks_it(check: Check) -> None:
    assert [message for _, message in check("L703", steps=_purpose("See below.", "见{{ step:verify }}。"))] == [
        "steps/accept: the en text lacks `{{ step:verify }}`, which the zh text has"
    ]


def test_words_of_the_vocabulary_are_free(check: Check) -> None:
    assert check("L703", steps=_purpose("{{ Customers }} come to {{ a customer }}.", "人来人往。")) == []


def test_order_and_number_are_free(check: Check) -> None:
    en, zh = "{{ step:verify }}, {{ role:manager }}, {{ step:verify }}", "{{ role:manager }}，{{ step:verify }}"
    assert check("L703", steps=_purpose(en, zh)) == []
