from __future__ import annotations

from builders import SOURCES, STEPS, Check

SET_ASIDE = SOURCES.replace('耐心倾听。"}}', '耐心倾听。"}, not_applied: It goes without saying.}')


def test_an_item_that_is_set_aside_and_cited_is_found(check: Check) -> None:
    place = (
        'sources.yml: listen: {text: {en: "Hear people out.", zh: "耐心倾听。"}, not_applied: It goes without saying.}'
    )
    message = "`listen` is said to be applied nowhere, but `steps/accept/actions/listen` cites it"
    assert check("F602", sources=SET_ASIDE) == [(place, f"frameworks/manual-rules: {message}")]


def test_a_citation_of_the_whole_framework_is_none_of_the_item(check: Check) -> None:
    assert check("F602", sources=SET_ASIDE, steps=STEPS.replace("manual-rules/listen", "manual-rules")) == []
