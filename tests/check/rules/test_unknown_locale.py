from __future__ import annotations

from builders import HEADER, WORDS, Check


def test_a_locale_that_the_sop_does_not_have_is_found(check: Check) -> None:
    words = WORDS.replace('title: {en: "Promise", zh: "承诺"}', "title:\n      en: Promise\n      cn: 承诺")
    assert check("L702", words=words) == [("words.yml: cn: 承诺", "scripts/promise: the SOP has no locale `cn`")]


def test_a_variant_of_a_locale_is_another_locale(check: Check) -> None:
    words = WORDS.replace('{en: "Promise", zh: "承诺"}', '{en: "Promise", zh: "承诺", zh-TW: "承諾"}')
    assert [message for _, message in check("L702", words=words)] == ["scripts/promise: the SOP has no locale `zh-TW`"]


def test_words_of_the_vocabulary_count(check: Check) -> None:
    assert check("L702", sop=HEADER.replace("    zh: 顾客\n", "    zh: 顾客\n    fr: client\n")) == [
        ("sop.yml: fr: client", "the SOP has no locale `fr`")
    ]


def test_a_default_locale_that_is_not_listed_is_told_once_and_not_for_every_text(check: Check) -> None:
    header = HEADER.replace("locales: [en, zh]", "locales: [zh]")
    assert check("L702", sop=header) == [
        ("sop.yml: default_locale: en", "the default locale `en` is not one of `locales`: [zh]")
    ]
