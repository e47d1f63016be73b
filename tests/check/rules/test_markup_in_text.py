from __future__ import annotations

import pytest

from builders import HEADER, STEPS, Check

PURPOSE = 'purpose: {en: "No {{ customer }} is sent away.", zh: "不拒绝任何{{ customer }}。"}'


def _purpose(en: str) -> str:
    return STEPS.replace(PURPOSE, f"purpose:\n      en: '{en}'\n      zh: 好")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<b>Never</b>", "“<b>” is a tag, which a text cannot hold"),
        ("line<br/>line", "“<br/>” is a tag, which a text cannot hold"),
        ("<script src=x>", "“<script” is a tag, which a text cannot hold"),
        ("**<img**", "“<img” is a tag, which a text cannot hold"),
        ("a <!-- b -->", "“<!--” is a tag, which a text cannot hold"),
        ("<https://example.org>", "“<https://example.org>” is a tag, which a text cannot hold"),
        ("Head {: .red }", "“{: ” is an attribute list, which a text cannot hold"),
        ("Head {:.red}", "“{:.” is an attribute list, which a text cannot hold"),
        ("Head {#red}", "“{#r” is an attribute list, which a text cannot hold"),
        ("{% if x %}", "“{%” is a sign of a template, which a text cannot hold"),
        (
            "[x]: javascript:alert",
            "“[x]: javascript:” is the address of a link that stands elsewhere, which a text cannot hold",
        ),
        ("--8<-- 'x.md'".replace("'", '"'), "“--8<--” is a snippet of another file, which a text cannot hold"),
        ("[x](a b)", "“](a b)” is a link that cannot be read, which a text cannot hold"),
        ("[x](a_(b))", "“](a_(b)” is a link that cannot be read, which a text cannot hold"),
        ("See ![x](a.png)", "“![x](a.png)” is a picture, which a text cannot hold"),
        ("[x](javascript:alert)", "the link to “javascript:alert” cannot be followed"),
        ("[x](JaVaScRiPt:alert)", "the link to “JaVaScRiPt:alert” cannot be followed"),
        ("**[x](data:text/html,y)**", "the link to “data:text/html,y” cannot be followed"),
        ("[x](//example.org)", "the link to “//example.org” cannot be followed"),
        ("[x](file:///etc/passwd)", "the link to “file:///etc/passwd” cannot be followed"),
    ],
)
def test_markup_beyond_the_limited_markdown_is_found(check: Check, text: str, message: str) -> None:
    assert check("X801", steps=_purpose(text)) == [(f"steps.yml: en: '{text}'", f"steps/accept: {message}")]


@pytest.mark.parametrize(
    "text",
    [
        "**strong**, *emphasis* and `code`",
        "`<b>` and `{: .red }` and `--8<--`",
        "[x](https://example.org/a?b=c&d#e), [x](mailto:a@example.org), [x](tel:+4412), [x](../a.html)",
        "5 < 6 and 7 > 6, a <5 and <= 3",
        "&amp; &lt;b&gt; AT&T",
        "x -> y <- z",
        "Note: {{ customer }}: yes",
        "[in brackets] (and more)",
        "Now![here](https://example.org) and `![x](y)`",
        "[name]: I am listening.",
    ],
)
def test_limited_markdown_signs_and_entities_are_fine(check: Check, text: str) -> None:
    assert check("X801", steps=_purpose(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("number: SOP-1", 'number: "SOP <b>1</b>"', 'sop.yml: number: "SOP <b>1</b>"'),
        (
            "a: a customer",
            'a: "<b>a customer</b>"',
            'sop.yml: en: {one: customer, a: "<b>a customer</b>", many: customers}',
        ),
    ],
)
def test_labels_hold_no_markup_either(check: Check, old: str, new: str, place: str) -> None:
    header = HEADER.replace(old, new)

    assert check("X801", sop=header) == [(place, "“<b>” is a tag, which a text cannot hold")]


def test_a_placeholder_in_a_word_would_stand_there_as_it_is(check: Check) -> None:
    header = HEADER.replace("one: customer", 'one: "{{ customer }}"', 1)
    assert header != HEADER

    [(_, message)] = check("X801", sop=header)

    assert message.endswith("“{{ customer }}” would stand here as it is")
