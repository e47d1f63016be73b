from __future__ import annotations

from builders import Check


def test_a_title_that_no_box_can_hold_is_found_in_each_locale(check: Check) -> None:
    titles = f'{{en: "{"word " * 61}", zh: "{"字" * 301}"}}'

    assert [message for _, message in check("X804", more=f"roles: {{guest: {{title: {titles}}}}}\n")] == [
        "roles/guest: this title has 305 characters, and has room for 300 at most",
        "roles/guest: this title has 301 characters, and has room for 300 at most",
    ]


def test_other_texts_may_be_longer(check: Check) -> None:
    assert check("X804", more=f'roles: {{guest: {{title: "{"a" * 300}", duties: {{a: "{"word " * 200}"}}}}}}\n') == []
