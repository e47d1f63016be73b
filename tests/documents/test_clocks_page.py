"""The page of clocks, and the law beside the limits of a step."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.book import editions
from amends.documents.clock_rows import clock_rows, legal_limits
from amends.documents.handbook import navigation
from amends.documents.page import Section
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from builders import HEADER, STEPS
from clock_shop import sop_of
from page_html import html_of_pages

PACKS = HEADER + "use_clocks: [cn-consumer-law, us-cfpb/us-cfpb-response]\n"


def edition(folder: Path, locale: str = "en", header: str = PACKS, steps: str = STEPS) -> Edition:
    return next(it for it in editions(sop_of(folder, steps, header)) if it.locale == locale)


def html(book: Edition, path: str) -> str:
    return html_of_pages([Sheets(book)])[path]


def test_clocks_in_force_stand_before_those_that_are_superseded(tmp_path: Path) -> None:
    rows = clock_rows(edition(tmp_path))
    assert [(row.id, row.is_verified, row.superseded_by) for row in rows] == [
        ("final-response", True, None),
        ("cn-consumer-law-46", True, None),
        ("cn-order-121-mediation", False, None),
        ("us-cfpb-response", True, None),
        ("cn-order-20-mediation", True, "cn-order-121-mediation"),
    ]


@pytest.mark.parametrize(
    ("locale", "sentences"),
    [
        ("en", [f"your limit of {own} business days is within the legal 8 weeks" for own in ("P1 2", "P2 5")]),
        ("zh", ["本单位时限一级 2个工作日，未超过法定的8周", "本单位时限二级 5个工作日，未超过法定的8周"]),
    ],
)
def test_own_limits_stand_beside_a_clock_in_a_sentence(tmp_path: Path, locale: str, sentences: list[str]) -> None:
    own = clock_rows(edition(tmp_path, locale))[0].own
    assert [row.sentence for row in own] == sentences
    assert {row.name for row in own} == {"steps/verify/limits/answer"}


def beside(row: str, answer: str) -> str:
    """The steps with a second row between the same events, and without an extension."""
    line = f"      second: {{title: {{en: Second, zh: 另一项}}, from: received, by: decided, within: {row}}}\n"
    steps = STEPS.replace("        extend: {p2: 10 business days}\n", "").replace(
        "      answer:\n", line + "      answer:\n", 1
    )
    return steps.replace("{p1: 2 business days, p2: 5 business days}", answer)


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en", "your limit of 35 business days (“An answer”) may be longer than the 8 weeks: "),
        ("zh", "本单位时限35个工作日（“答复”），可能超过法定的8周，"),
    ],
)
def test_of_two_rows_the_weakest_is_said_by_its_name(tmp_path: Path, locale: str, sentence: str) -> None:
    book = edition(tmp_path, locale, HEADER, beside("30 calendar days", "35 business days"))
    [own] = clock_rows(book)[0].own
    assert own.sentence.startswith(sentence)
    assert list(legal_limits(book)["verify"]) == ["answer"]


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [("en", "no limit for P2, so the 8 weeks may be missed"), ("zh", "二级未设时限，可能超过法定的8周")],
)
def test_a_severity_without_a_limit_is_told_beside_the_clock_and_the_step(
    tmp_path: Path, locale: str, sentence: str
) -> None:
    steps = STEPS.replace("{p1: 2 business days, p2: 5 business days}", "{p1: 2 business days}")
    book = edition(tmp_path, locale, HEADER, steps)
    assert [(row.verdict, row.severities) for row in clock_rows(book)[0].own][1:] == [
        ("gap", "P2" if locale == "en" else "二级")
    ]
    assert sentence in html(book, "clocks")
    assert sentence in html(book, "steps/verify")


def test_a_gap_that_another_row_does_not_close_names_both(tmp_path: Path) -> None:
    book = edition(tmp_path, header=HEADER, steps=beside("1 week", "{p1: 2 weeks}"))
    assert [row.sentence for row in clock_rows(book)[0].own if row.verdict == "gap"] == [
        "no limit for P2 in “An answer”; “Second” may hold for some complaints only, so the 8 weeks may be missed"
    ]


def test_an_extension_that_does_worse_is_named_as_such(tmp_path: Path) -> None:
    found = {row.id: row for row in clock_rows(edition(tmp_path))}["us-cfpb-response"].own
    assert [(row.verdict, row.value) for row in found] == [
        ("keeps", "2 business days"),
        ("depends", "10 business days when extended"),
    ]


def test_the_law_stands_beside_the_limit_that_serves_it(tmp_path: Path) -> None:
    book = edition(tmp_path)
    law = legal_limits(book)
    assert [(clock, row.severities) for clock, row in law["verify"]["answer"]] == [
        ("final-response", "P1"),
        ("final-response", "P2"),
        ("us-cfpb-response", "P1"),
        ("us-cfpb-response", "P2"),
    ]
    assert list(law) == ["verify"]


def test_the_law_stands_beside_the_limit_of_a_step_itself(tmp_path: Path) -> None:
    steps = STEPS.replace("within: 1 hour\n    sets: received", "within: 1 hour\n    from: received\n    sets: decided")
    book = edition(tmp_path, steps=steps)
    assert [clock for clock, _ in legal_limits(book)["accept"][""]] == ["final-response", "us-cfpb-response"]
    assert "your limit of 1 hour (“Accept the complaint”) is within the legal 8 weeks" in html(book, "steps/accept")


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_the_page_shows_limit_source_and_mark_in_the_language_of_its_reader(tmp_path: Path, locale: str) -> None:
    page = html(edition(tmp_path, locale), "clocks")
    words = {
        "en": ("8 weeks", "Section 1", "read in the source", "not verified in the source itself", "superseded"),
        "zh": ("8周", "第一条", "已核对原文", "未核对原文", "已被取代"),
    }
    assert [word for word in words[locale] if word not in page] == []
    assert 'id="clock--final-response"' in page
    assert 'href="steps/verify.html#limit--answer"' in page
    assert 'href="clocks.html#clock--cn-order-121-mediation"' in page


def test_the_step_leads_to_the_clock(tmp_path: Path) -> None:
    assert 'href="../clocks.html#clock--final-response"' in html(edition(tmp_path), "steps/verify")


def test_the_page_stands_under_decide_and_record_only_where_there_are_clocks(tmp_path: Path) -> None:
    def tables(book: Edition) -> tuple[str | Section, ...]:
        [section] = (
            it for it in navigation(Sheets(book)) if isinstance(it, Section) and it.title == book.words("nav.tables")
        )
        return section.children

    shown = tables(edition(tmp_path))
    assert shown[shown.index("clocks") - 1] == "decisions"
    book = editions(sop_of(tmp_path).model_copy(update={"clocks": {}}))[0]
    assert "clocks" not in tables(book)
    assert "clocks" not in html_of_pages([Sheets(book)])
