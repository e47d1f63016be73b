from __future__ import annotations

import pytest

from builders import HEADER, SOURCES, STEPS, WORDS, Check

PURPOSE = 'purpose: {en: "No {{ customer }} is sent away.", zh: "不拒绝任何{{ customer }}。"}'


def _purpose(text: str) -> str:
    return STEPS.replace(PURPOSE, f'purpose: {{en: "{text}", zh: "不拒绝任何人。"}}')


def test_a_mistyped_placeholder_is_found_in_its_locale(check: Check) -> None:
    steps = STEPS.replace(
        '    purpose: {en: "No {{ customer }} is sent away.", zh:', "    purpose:\n      en: OK\n      zh:"
    )
    steps = steps.replace('"不拒绝任何{{ customer }}。"}', '"不拒绝任何{{ custmer }}。"')
    assert check("R102", steps=steps) == [
        ('steps.yml: zh: "不拒绝任何{{ custmer }}。"', "steps/accept: `{{ custmer }}` is not declared")
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("customer", "a customer", "customers", "Customer", "A customer", "Customers", "quiet-place", "organisation"),
        *("step:settle", "role:manager", "script:promise", "record:log"),
    ],
)
def test_everything_declared_may_be_named(check: Check, name: str) -> None:
    assert check("R102", steps=_purpose(f"Nobody is sent away, {{{{ {name} }}}}.")) == []
    assert check("R102", steps=_purpose(f"**Nobody**, *{{{{{name}}}}}*, is sent away.")) == []


@pytest.mark.parametrize(
    "name", ["", "an customer", "CUSTOMER", "customer's", "step:settled", "step:", "Step:settle", "phase:case", "6 * 7"]
)
def test_anything_else_may_not(check: Check, name: str) -> None:
    steps = _purpose(f"Nobody is sent away, {{{{ {name} }}}}.")
    assert [message for _, message in check("R102", steps=steps)] == [
        f"steps/accept: `{{{{ {name} }}}}` is not declared"
    ]


@pytest.mark.parametrize("text", ["{{ customer }", "{ customer }}", "{{ customer", "{{ {nobody} }}"])
def test_braces_that_hold_no_name_are_found(check: Check, text: str) -> None:
    assert [message for _, message in check("R102", steps=_purpose(text))] == [
        "steps/accept: there are braces here that hold no name"
    ]


@pytest.mark.parametrize(
    "text", ["{somebody}", "`{customer}`", "`{{ x }}`", "**`{{ x }}`**", "a } b {", "[the {{ customer }}](a.html)"]
)
def test_single_braces_code_and_names_in_links_are_fine(check: Check, text: str) -> None:
    assert check("R102", steps=_purpose(text)) == []


@pytest.mark.parametrize("text", ["Call {customer} back.", "Call { a customer } back."])
def test_one_brace_around_a_known_name_is_found(check: Check, text: str) -> None:
    [message] = [message for _, message in check("R102", steps=_purpose(text))]

    assert message.endswith("has one brace on each side, and is no placeholder")


def test_a_title_may_not_name_a_title(check: Check) -> None:
    steps = STEPS.replace(
        'en: "Settle it"', 'en: "After {{ step:verify }}, for the {{ customer }} in {{ quiet-place }}"'
    )
    assert [message for _, message in check("R102", steps=steps)] == [
        "steps/settle: `{{ step:verify }}` cannot stand here: this text is itself put into other texts"
    ]


def test_a_value_may_name_neither_values_nor_titles(check: Check) -> None:
    header = HEADER.replace(
        'quiet-place: {en: "the back room", zh: "里间"}',
        'own-room: "{{ own-room }}"\n'
        '  with-step: "where {{ step:verify }} is done"\n'
        '  quiet-place: "the {{ customer }} room of {{ organisation }}"',
    )
    assert check("R102", sop=header) == [
        (
            'sop.yml: own-room: "{{ own-room }}"',
            "`{{ own-room }}` cannot stand here: this text is itself put into other texts",
        ),
        (
            'sop.yml: with-step: "where {{ step:verify }} is done"',
            "`{{ step:verify }}` cannot stand here: this text is itself put into other texts",
        ),
    ]


def test_the_name_of_the_organisation_may_not_name_itself(check: Check) -> None:
    header = HEADER.replace('en: "Corner Shop"', 'en: "{{ organisation }} for {{ customers }}"')
    assert [message for _, message in check("R102", sop=header)] == [
        "`{{ organisation }}` cannot stand here: this text is itself put into other texts"
    ]


def test_slots_of_scripts_are_texts_like_any_other(check: Check) -> None:
    words = WORDS.replace('time: {en: "time"', 'time: {en: "time for the {{ guest }}"')
    assert [message for _, message in check("R102", words=words)] == ["scripts/promise: `{{ guest }}` is not declared"]


def test_texts_of_frameworks_are_the_sources_own(check: Check) -> None:
    assert check("R102", sources=SOURCES.replace("Hear people out.", "Hear {{ people }} out.")) == []


def test_a_placeholder_that_stands_twice_is_told_once(check: Check) -> None:
    assert len(check("R102", steps=_purpose("{{ x }} and {{ x }}"))) == 1
