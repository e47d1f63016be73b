from __future__ import annotations

from builders import WORDS, Check


def test_a_link_in_a_line_is_found(check: Check) -> None:
    words = (
        WORDS.replace("call: {en:", "call:\n        en:")
        .replace(', zh: "我', '\n        zh: "我')
        .replace('电话。"}', '电话。"')
    )
    words = words.replace("I will look now", "See **[our terms](https://example.org/terms)**")
    assert check("X802", words=words) == [
        (
            'words.yml: en: "See **[our terms](https://example.org/terms)**, and call you by [time]."',
            "scripts/promise: the link to “https://example.org/terms” stands in words that are spoken",
        )
    ]


def test_links_in_other_texts_of_a_script_and_slots_are_fine(check: Check) -> None:
    words = WORDS.replace("    lines:", '    use: "See [our terms](https://example.org/terms)."\n    lines:')
    assert check("X802", words=words) == []
