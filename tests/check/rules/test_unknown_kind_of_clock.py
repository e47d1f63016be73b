from __future__ import annotations

from builders import TABLES, Check

CLOCK = TABLES.replace(
    "    within: 8 weeks\n", "    within: 8 weeks\n    when: {kind: payment-services, channel: post}\n"
)
LINE = "tables.yml: when: {kind: payment-services, channel: post}"


def test_a_kind_and_a_channel_that_nobody_knows_are_found(check: Check) -> None:
    assert check("K113", tables=CLOCK) == [
        (
            LINE,
            "clocks/final-response: no kind is called `payment-services`, so this clock counts for every complaint",
        ),
        (LINE, "clocks/final-response: no channel is called `post`, so this clock counts for every complaint"),
    ]


def test_an_id_or_another_name_of_it_will_do(check: Check) -> None:
    more = """\
kinds: {payments: {title: Payments, short: payments, known_as: [payment-services]}}
channels: {post: {title: Post, short: by post}}
"""
    assert check("K113", tables=CLOCK, more=more) == []


def test_a_clock_for_every_complaint_names_none(check: Check) -> None:
    assert check("K113") == []
