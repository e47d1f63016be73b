from __future__ import annotations

from builders import Check


def purpose(text: str) -> str:
    return f"roles:\n  guest:\n    title: Guest\n    duties: {{a: {text!r}}}\n"


def test_a_word_that_leaves_the_paper_is_found(check: Check) -> None:
    [(_, message)] = check("X803", more=purpose("Say " + "a" * 201 + " twice: " + "b" * 300))

    assert message == "roles/guest: the word “aaaaaaaaaaaaaaaaaaaa…” has 201 characters and no place to break it"


def test_words_that_can_be_broken_and_addresses_of_links_are_fine(check: Check) -> None:
    assert check("X803", more=purpose("a" * 200 + " " + "b" * 200)) == []
    assert check("X803", more=purpose("[here](https://example.org/" + "a" * 300 + ")")) == []
    assert check("X803", more=purpose("受理" * 300)) == []


def test_a_label_is_printed_too(check: Check) -> None:
    assert len(check("X803", more="contacts: {a: {title: A, phone: " + "1" * 201 + "}}\n")) == 1
