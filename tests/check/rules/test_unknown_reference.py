from __future__ import annotations

from builders import PEOPLE, STEPS, TABLES, WORDS, Check


def test_an_unknown_step_is_found_where_it_is_named(check: Check) -> None:
    steps = STEPS.replace("next: end/settled", "next: setle")
    assert check("R101", steps=steps) == [
        ("steps.yml: next: setle", "steps/settle: there is no step or end state `setle`")
    ]


def test_an_unknown_end_state_is_found(check: Check) -> None:
    steps = STEPS.replace("next: end/settled", "next: end/setled")
    assert check("R101", steps=steps) == [
        ("steps.yml: next: end/setled", "steps/settle: there is no step or end state `end/setled`")
    ]


def test_an_id_of_another_collection_does_not_count(check: Check) -> None:
    words = WORDS.replace("instead: [promise]", "instead: [log]")
    assert check("R101", words=words) == [
        ("words.yml: instead: [log]", "wording/waiting: there is no `log` in `scripts`")
    ]


def test_an_unknown_item_of_a_known_framework_is_found(check: Check) -> None:
    steps = STEPS.replace("sources: [manual-rules/listen]", "sources: [manual-rules/lisen, manual-rules]")
    assert check("R101", steps=steps) == [
        (
            "steps.yml: sources: [manual-rules/lisen, manual-rules]",
            "steps/accept: there is no framework or item `manual-rules/lisen`",
        )
    ]


def test_a_severity_that_is_a_key_is_found(check: Check) -> None:
    steps = STEPS.replace("within: {p1: 2 business days, p2", "within: {p3: 2 business days, p2")
    assert [message for _, message in check("R101", steps=steps)] == ["steps/verify: there is no `p3` in `severities`"]


def test_a_reference_to_an_entry_that_cannot_be_read_is_no_second_finding(check: Check) -> None:
    contacts = PEOPLE + "routing:\n  goods: {about: Goods, to: asistant}\n"
    assert check("R101", people=contacts) == [
        (
            "people.yml: goods: {about: Goods, to: asistant}",
            "routing/goods: there is no `asistant` in `roles`",
        )
    ]


def test_record_fields_are_known_by_their_ids(check: Check) -> None:
    sources = (
        "source_documents: {manual: {title: Manual}}\n"
        "frameworks:\n"
        "  manual-rules:\n"
        "    title: Rules\n"
        "    kind: record\n"
        "    document: manual\n"
        "    place: Page 1\n"
        '    at: "1"\n'
        "    items:\n"
        "      listen: {text: Listen., records: [what]}\n"
        "      write: {text: Write., records: [wat]}\n"
    )
    assert check("R101", sources=sources, tables=TABLES) == [
        (
            "sources.yml: write: {text: Write., records: [wat]}",
            "frameworks/manual-rules: there is no record field `wat`",
        )
    ]


def test_a_situation_may_lead_to_any_entry_or_part_of_one_that_exists(check: Check) -> None:
    situations = "situations:\n  loud:\n    title: {en: Loud, zh: 吵}\n"
    known = situations + "    go: [scripts/promise, steps/accept/actions/listen]\n"
    unknown = situations + "    go: [scripts/promise, steps/accept/actions/lisen]\n"

    assert check("R101", situations=known) == []
    assert check("R101", situations=unknown) == [
        (
            "situations.yml: go: [scripts/promise, steps/accept/actions/lisen]",
            "situations/loud: there is no entry `steps/accept/actions/lisen`",
        )
    ]
