from __future__ import annotations

from builders import HEADER, TABLES, WORDS, Check


def test_a_text_that_lacks_a_locale_is_found_where_it_stands(check: Check) -> None:
    assert check("L701", words=WORDS.replace('title: {en: "Promise", zh: "承诺"}', "title: Promise")) == [
        ("words.yml: title: Promise", "scripts/promise: the text is missing in zh")
    ]


def test_the_default_locale_may_be_the_one_that_is_missing(check: Check) -> None:
    assert [message for _, message in check("L701", words=WORDS.replace('en: "Promise", ', ""))] == [
        "scripts/promise: the text is missing in en"
    ]


def test_every_missing_locale_is_named_once(check: Check) -> None:
    header = HEADER.replace("locales: [en, zh]", "locales: [en, zh, de, fr]")
    messages = [message for place, message in check("L701", sop=header) if place.startswith("words.yml: title")]
    assert messages == ["scripts/promise: the text is missing in de, fr"]


def test_texts_of_frameworks_are_translated_too(check: Check) -> None:
    source = "source_documents:\n  other: {title: Other manual}\n"
    assert [place for place, _ in check("L701", more=source)] == ["more.yml: other: {title: Other manual}"]


def test_words_of_the_vocabulary_count(check: Check) -> None:
    assert check("L701", sop=HEADER.replace("    zh: 顾客\n", "")) == [
        ("sop.yml: customer:", "the text is missing in zh")
    ]


def test_an_sop_of_one_locale_needs_no_other(check: Check) -> None:
    header = HEADER.replace("locales: [en, zh]", "locales: [en]")
    assert check("L701", sop=header, tables=TABLES) == []
