"""Every shipped industry is a layer of real differences, clean in both languages, that repeats nothing of the base."""

from __future__ import annotations

import re

import pytest

from amends.comparing.changes import changes
from amends.content.bases import industries
from amends.content.place import find_place
from amends.model.duration import Duration
from amends.model.span import verdict
from amends.model.walk import texts
from shipped_sops import NAMES, TODAY, ShippedSops, folder_of, stops_publishing

LEAST = 25
GOODS = {
    "en": r"\b(goods|batch(?! run)|shipment|waybills?|weigh notes|carrier|warehouse|counter-samples?|raw material)\b",
    "zh": "货|批次|运单|承运|仓储|封存样品|原料",
}
"""How the reference speaks of the goods that its shop makes, stores and sends."""


def test_twelve_industries_are_shipped_and_an_old_name_of_one() -> None:
    assert industries() == [
        "banking",
        "healthcare",
        "hospitality",
        "hotels",
        "it-after-sales",
        "livestock-feed",
        "logistics",
        "manufacturing",
        "public-service",
        "restaurants",
        "retail",
        "telecom",
        "tourism",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_sop_can_be_published(shipped_sops: ShippedSops, name: str) -> None:
    place = find_place(str(folder_of(name)))

    assert stops_publishing(place, shipped_sops.reading(name), TODAY) == []


@pytest.mark.parametrize("name", industries())
def test_an_industry_is_clean_complete_and_really_different(shipped_sops: ShippedSops, name: str) -> None:
    reading = shipped_sops.reading(name)

    assert reading.sop is not None
    assert [finding for finding in reading.findings if finding.level != "info"] == []
    assert reading.sop.locales == ("en", "zh")
    found = changes(shipped_sops.sop("reference"), reading.sop)
    assert len(found) >= LEAST
    # What section by section a trade changes: who leads, what is gravest, what is said, done, filled in and measured.
    assert {change.path[0] for change in found} >= {
        "roles",
        "routing",
        "severities",
        "scripts",
        "wording",
        "steps",
        "records",
        "remedies",
        "metrics",
        "customer_types",
    }
    own = [change for change in found if change.path[0] == "situations" and change.kind == "added"]
    assert own, "what happens in this trade alone is named on the home page"
    p1 = [change for change in found if change.path[:3] == ("severities", "p1", "triggers")]
    assert any(change.kind == "added" for change in p1)


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_no_industry_carries_the_name_of_another_business(shipped_sops: ShippedSops, locale: str) -> None:
    names = {name: shipped_sops.edition(name, locale).organisation for name in (*industries(), "reference")}

    # The hotel has an old name, too.
    assert len(set(names.values())) == len(names) - 1


@pytest.mark.parametrize(
    "name", ["banking", "healthcare", "hotels", "public-service", "restaurants", "telecom", "tourism"]
)
def test_who_sells_no_goods_speaks_of_none(shipped_sops: ShippedSops, name: str) -> None:
    edition, reference = shipped_sops.edition(name, "en"), shipped_sops.edition("reference", "en")
    goods = ("actions/nature/do", "verify/actions/records/hint", "actions/ideas/do", "nature/choices/product/text")
    before = {"/".join(map(str, path)): reference.plain(text) for path, text in texts(reference.sop)}
    said = {"/".join(map(str, path)): edition.plain(text) for path, text in texts(edition.sop)}
    of_goods = [path for path in said if path.endswith(goods)]

    assert len(of_goods) == len(goods)
    assert [path for path in of_goods if said[path] == before[path]] == []


@pytest.mark.parametrize("name", ["banking", "public-service", "telecom", "tourism"])
@pytest.mark.parametrize("locale", ["en", "zh"])
def test_who_carries_no_goods_has_no_role_that_handles_them(shipped_sops: ShippedSops, name: str, locale: str) -> None:
    edition, reference = shipped_sops.edition(name, locale), shipped_sops.edition("reference", locale)
    of_goods = [("roles", role) for role in ("quality", "storage-transport", "sales", "production")]
    before = {path: reference.plain(text) for path, text in texts(reference.sop) if path[:2] in of_goods}
    said = {path: edition.plain(text) for path, text in texts(edition.sop) if path[:2] in of_goods}
    goods = re.compile(GOODS[locale], re.IGNORECASE)

    assert [path for path, text in before.items() if goods.search(text)]
    assert [path for path, text in said.items() if goods.search(text)] == []


@pytest.mark.parametrize("name", ["banking", "healthcare", "hotels", "public-service", "restaurants", "telecom"])
def test_who_sells_no_goods_takes_no_text_of_them_from_the_reference(shipped_sops: ShippedSops, name: str) -> None:
    edition, reference = shipped_sops.edition(name, "en"), shipped_sops.edition("reference", "en")
    of_the_sources = {"frameworks", "source_documents", "settlements"}
    goods = re.compile(GOODS["en"], re.IGNORECASE)
    before = {path: text for path, text in texts(reference.sop) if goods.search(reference.plain(text))}
    taken_over = [
        path for path, text in texts(edition.sop) if before.get(path) == text and goods.search(edition.plain(text))
    ]

    assert len(before) > LEAST
    assert ["/".join(map(str, path)) for path in taken_over if path[0] not in of_the_sources] == []


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize(
    "name", [name for name in industries() if name not in {"livestock-feed", "manufacturing", "retail"}]
)
def test_what_is_stopped_in_danger_is_what_the_trade_has(shipped_sops: ShippedSops, name: str, locale: str) -> None:
    edition, reference = shipped_sops.edition(name, locale), shipped_sops.edition("reference", locale)
    stopped = edition.plain(edition.sop.variables["what-to-stop"])
    then = edition.sop.escalations["danger"].then

    assert then is not None
    assert stopped != reference.plain(reference.sop.variables["what-to-stop"])
    assert stopped in edition.plain(then)


@pytest.mark.parametrize("name", industries())
def test_only_who_serves_travellers_sends_them_to_the_tourism_body(shipped_sops: ShippedSops, name: str) -> None:
    sop, reference = shipped_sops.sop(name), shipped_sops.sop("reference")
    serves_travellers = name in {"hospitality", "hotels", "restaurants", "tourism"}

    assert "tourism-complaint-body" in reference.roles
    assert ("tourism-complaint-body" in sop.roles) == serves_travellers


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("name", industries())
def test_who_calls_the_complaints_department_calls_it_by_its_name(
    shipped_sops: ShippedSops, name: str, locale: str
) -> None:
    edition = shipped_sops.edition(name, locale)
    contact = edition.sop.roles["complaint-desk"].contact

    assert edition.title("departments/complaint-handling").endswith(edition.title(f"contacts/{contact}"))


def test_the_old_name_of_the_hotel_says_what_the_hotel_says(shipped_sops: ShippedSops) -> None:
    assert changes(shipped_sops.sop("hotels"), shipped_sops.sop("hospitality")) == ()


def test_a_restaurant_has_no_rooms_and_a_hotel_no_riders(shipped_sops: ShippedSops) -> None:
    restaurant, hotel = shipped_sops.sop("restaurants"), shipped_sops.sop("hotels")

    assert {"room-change", "at-the-door", "no-room"} <= set(hotel.scripts) - set(restaurant.scripts)
    assert {"housekeeping", "duty-manager", "security-officer"} <= set(hotel.roles) - set(restaurant.roles)
    assert {"order-wrong"} <= set(restaurant.scripts) - set(hotel.scripts)
    assert {"dish-back", "feeling-ill", "allergy-read-back"} <= set(restaurant.scripts) & set(hotel.scripts)


def test_a_public_service_sells_nothing_and_gives_nothing_for_what_somebody_is_worth(shipped_sops: ShippedSops) -> None:
    sop = shipped_sops.sop("public-service")

    assert "sales" not in sop.departments | sop.roles
    assert sop.goodwill == {}
    said = [
        (path, string)
        for path, text in texts(sop)
        if path[0] not in ("frameworks", "settlements", "source_documents")
        for string in text.strings.values()
        if re.search(r"goodwill (table|is possible|may)|善意补偿(表|按|可)|销售部|贡献值", string)
    ]
    assert said == []


@pytest.mark.parametrize("letter", ["decision", "refusal"])
def test_a_public_service_names_the_appeal_against_the_decision_itself(shipped_sops: ShippedSops, letter: str) -> None:
    paragraphs = list(shipped_sops.sop("public-service").letters[letter].paragraphs)

    assert paragraphs.index("appeal") + 1 == paragraphs.index("review")


def test_the_limits_of_a_telecom_keep_the_clock_of_its_trade(shipped_sops: ShippedSops) -> None:
    limit = shipped_sops.sop("telecom").steps["inform"].limits["decision"]
    law = Duration(15, "calendar day")

    assert limit.extend is not None
    own = [*(it for _, it in limit.within.durations()), *(it for _, it in limit.extend.durations())]
    assert {verdict(duration, law) for duration in own} == {"keeps"}
