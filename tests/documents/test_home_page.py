from amends.documents.home_page import (
    NumberRow,
    SumRow,
    grave_situations,
    numbers_of_situations,
    roles_beside_department,
    sums_of_situations,
)
from hotel import Hotel
from shipped_sops import ShippedSops


def test_a_situation_is_grave_that_leads_to_the_gravest_severity(hotel: Hotel) -> None:
    assert grave_situations(hotel.edition()) == frozenset()

    hotel.replace("go: [customer_types", "go: [severities/high, customer_types")
    assert grave_situations(hotel.edition()) == {"loud"}


def test_a_lesser_severity_makes_no_situation_grave(hotel: Hotel) -> None:
    hotel.replace("go: [customer_types", "go: [severities/low, customer_types")

    assert grave_situations(hotel.edition()) == frozenset()


def test_the_department_is_named_beside_a_role_that_is_called_otherwise(hotel: Hotel) -> None:
    assert roles_beside_department(hotel.edition()) == {"front-desk", "manager"}

    hotel.replace(
        'office: {title: {en: "Office", zh: "办公室"}, colour', 'office: {title: {en: "Manager", zh: "经理"}, colour'
    )
    assert roles_beside_department(hotel.edition()) == {"front-desk"}


def test_the_card_of_a_situation_that_leads_to_a_level_says_how_much_each_level_may_give(hotel: Hotel) -> None:
    assert sums_of_situations(hotel.edition()) == {}

    hotel.replace("go: [customer_types", "go: [authority/l1, customer_types")
    assert sums_of_situations(hotel.edition())["loud"] == (
        SumRow("Front desk", "CNY 2,000", "only LO"),
        SumRow("Manager", "no limit", ""),
    )


def test_the_card_of_a_situation_that_leads_to_a_contact_says_its_number(hotel: Hotel) -> None:
    assert numbers_of_situations(hotel.edition()) == {}

    hotel.replace("go: [customer_types", "go: [contacts/office, customer_types")
    assert numbers_of_situations(hotel.edition()) == {"loud": NumberRow("Office", "100")}


def test_each_danger_has_one_number(shipped_sops: ShippedSops) -> None:
    for name in ("reference", "lean"):
        numbers = numbers_of_situations(shipped_sops.edition(name, "en"))
        assert {key: numbers[key] for key in ("hurt", "violence", "fire", "self-harm")} == {
            "hurt": NumberRow("Ambulance", "120"),
            "violence": NumberRow("Police", "110"),
            "fire": NumberRow("Fire brigade", "119"),
            "self-harm": NumberRow("Crisis line (suicide, self-harm)", "12356"),
        }
