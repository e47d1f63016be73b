"""Clocks and calendars through the model; and the shipped packs, which are the clocks that people use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amends.content.clock_packs import COLLECTION, entries_in, pack_files, read_pack
from amends.model.clock import Clock
from amends.model.clock_limits import makes_sense
from amends.model.duration import Duration
from amends.model.events import OwnEvent
from amends.model.text import Text
from amends.shipped import shipped
from builders import FILES, HEADER, check_files, corner_shop
from values import accepted, refused

PACKS = tuple(pack_files(shipped("sop") / "clocks").values())
NAMES = (
    "au-asic-rg271 cn-banking-insurance cn-consumer-law cn-courier cn-telecom eu-gdpr eu-psd2 uk-council-code "
    "uk-data-complaints uk-energy uk-fca-disp uk-housing-ombudsman uk-nhs-england uk-ofcom us-cfpb us-dot"
)

CLOCK = {
    "title": "Answer",
    "jurisdiction": "Anywhere",
    "applies": "Everybody",
    "requires": "The answer is sent.",
    "from": "received",
    "by": "decided",
    "within": "8 weeks",
    "severity": "must",
    "source": {"title": "The law", "section": "Section 1", "url": "https://law.example/1"},
    "as_of": "2026-11-21",
    "recheck_by": "2027-05-21",
    "verified": "true",
}


def clocks(pack: Path) -> dict[str, Clock]:
    return {key: accepted(Clock, value) for key, value in entries_in(read_pack(pack), COLLECTION).items()}


def events(pack: Path) -> dict[str, OwnEvent]:
    return {key: accepted(OwnEvent, value) for key, value in entries_in(read_pack(pack), "events").items()}


def test_a_clock_runs_between_two_events_and_says_where_it_is_written() -> None:
    clock = accepted(Clock, CLOCK)
    assert (clock.start, clock.by, clock.within) == ("received", "decided", Duration(8, "week"))
    assert (clock.as_of, clock.recheck_by, clock.verified) == (date(2026, 11, 21), date(2027, 5, 21), True)
    assert (clock.source.section, clock.pause, clock.superseded_by) == (Text({"en": "Section 1"}), None, None)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"within": "8"}, "“8” has no unit"),
        ({"as_of": "21.11.2026"}, "“21.11.2026” is not a date"),
        ({"verified": "yes"}, "this field takes `true` or `false`"),
        (
            {"source": {"title": "x", "section": "y", "url": "law.example"}},
            "“law.example” is not the address of a page",
        ),
    ],
)
def test_what_a_clock_cannot_be_is_told_in_the_words_of_its_author(changed: dict[str, object], message: str) -> None:
    assert refused(Clock, CLOCK | changed)[0] == message


def test_an_unknown_event_is_told_with_its_place_the_nearest_and_how_to_declare_it(tmp_path: Path) -> None:
    shop = corner_shop(tmp_path, FILES | {"tables": FILES["tables"].replace("by: decided", "by: anwered")})
    [found] = shop.reading().findings
    assert (found.code, found.location.line) == ("R101", 30)
    assert found.message == "clocks/final-response: there is no event `anwered`"
    assert found.hint == (
        "the nearest is `answered`; or declare it:  events: {anwered: {title: ..., since: ..., follows: ...}}"
    )


def test_the_packs_that_are_shipped() -> None:
    assert [pack.stem for pack in PACKS] == NAMES.split()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.stem)
def test_every_clock_of_a_pack_is_complete_in_both_languages(pack: Path) -> None:
    found = clocks(pack)
    assert found
    for clock in found.values():
        given = (
            clock.title,
            clock.jurisdiction,
            clock.applies,
            clock.requires,
            clock.source.title,
            clock.source.section,
        )
        first_day = clock.first_day.section if clock.first_day else None
        texts = [text for text in (*given, clock.pause, clock.pause_section, clock.note, first_day) if text]
        assert all(list(text.strings) == ["en", "zh"] for text in texts)
        assert clock.as_of < clock.recheck_by
        assert makes_sense(clock, events(pack))


def test_packs_that_bring_the_same_event_say_the_same_of_it() -> None:
    told: dict[str, list[OwnEvent]] = {}
    for pack in PACKS:
        for key, event in events(pack).items():
            told.setdefault(key, []).append(event)
    assert len(told["holding-reply"]) == 3
    assert all(event == found[0] for found in told.values() for event in found)
    assert all(list(it.strings) == ["en", "zh"] for found in told.values() for it in (found[0].title, found[0].since))


KINDS_OF_PACKS = """\
kinds:
  payments: {title: {en: Payments, zh: 支付服务}, short: {en: payments, zh: 支付服务投诉}, known_as: [payment-services]}
  disability: {title: {en: Disability, zh: 残障}, short: {en: disability, zh: 涉及残障的投诉}}
  superannuation: {title: {en: Superannuation, zh: 养老金}, short: {en: superannuation, zh: 养老金投诉}}
  death-benefit: {title: {en: Death benefit, zh: 身故保险金}, short: {en: a death benefit, zh: 身故保险金投诉}}
  financial-hardship: {title: {en: Hardship, zh: 经济困难}, short: {en: hardship, zh: 经济困难投诉}}
  data: {title: {en: Data, zh: 个人信息}, short: {en: data, zh: 个人信息投诉}, known_as: [personal-data, data-request]}
channels:
  regulator: {title: {en: Regulator, zh: 监管部门}, short: {en: from a regulator, zh: 监管部门转来的投诉}}
"""
"""Every kind and channel that a shipped pack names."""


@pytest.mark.parametrize("locales", ["[en, zh]", "[en]", "[zh]"])
@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.stem)
def test_an_sop_that_uses_a_pack_is_clean_in_every_language(pack: Path, locales: str, tmp_path: Path) -> None:
    first = locales.strip("[]").partition(",")[0]
    header = HEADER.replace("locales: [en, zh]\ndefault_locale: en", f"locales: {locales}\ndefault_locale: {first}")
    files = FILES | {"sop": f"{header}use_clocks: [{pack.stem}]\n", "kinds": KINDS_OF_PACKS}
    found = check_files(tmp_path, files)
    of_packs = [it for it in found if it.place.startswith(pack.stem)]
    unverified = [clock for clock in clocks(pack).values() if not clock.verified and not clock.superseded_by]
    assert {it.code for it in of_packs} <= {"K104"}
    assert len(of_packs) == len(unverified)


def test_what_is_told_of_a_pack_follows_the_page_of_research() -> None:
    figures = {
        f"{key}: {clock.within}, {'verified' if clock.verified else 'not verified'}"
        for pack in PACKS
        for key, clock in clocks(pack).items()
    }
    assert {
        "uk-disp-final-response: 8 weeks, verified",
        "uk-disp-payment-services: 15 business days, verified",
        "uk-nhs-acknowledgement: 3 business days, not verified",
        "uk-housing-stage-1-response: 10 business days, verified",
        "au-rg271-acknowledgement: 1 business day, not verified",
        "us-cfpb-response: 15 calendar days, verified",
        "us-dot-acknowledgement: 30 calendar days, verified",
        "cn-consumer-law-46: 7 business days, verified",
        "cn-order-121-mediation: 60 calendar days, not verified",
        "au-rg271-death-benefit: 90 calendar days, not verified",
        "cn-banking-decision: 15 calendar days, verified",
        "uk-data-complaint-acknowledgement: 30 calendar days, verified",
        "uk-ofcom-adr-letter: 6 weeks, verified",
        "cn-telecom-answer: 15 calendar days, verified",
        "cn-courier-answer: 7 calendar days, not verified",
        "eu-gdpr-breach: 72 hours, verified",
    } <= figures


def test_the_repealed_order_stays_only_as_a_superseded_entry() -> None:
    [pack] = [pack for pack in PACKS if pack.stem == "cn-consumer-law"]
    superseded = {key: clock.superseded_by for key, clock in clocks(pack).items() if clock.superseded_by}
    assert superseded == {"cn-order-20-mediation": "cn-order-121-mediation"}
