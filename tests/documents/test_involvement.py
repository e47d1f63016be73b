from amends.documents.involvement import (
    has_people,
    roles_by_kind,
    roles_reached,
    routes_to,
    steps_naming,
    steps_of_department,
)
from amends.edition.edition import Edition
from hotel import Hotel


def test_roles_are_told_apart_by_kind_and_a_kind_without_a_role_is_left_out(hotel: Hotel) -> None:
    kinds = {"person": ["front-desk", "manager"], "case": ["case-owner"], "external": ["insurer"]}
    assert roles_by_kind(hotel.edition()) == kinds

    hotel.replace("kind: external", "kind: person")
    assert list(roles_by_kind(hotel.edition())) == ["person", "case"]


def named_in(edition: Edition, role_id: str) -> dict[str, list[str]]:
    return {part: [step.id for step in steps] for part, steps in steps_naming(edition, role_id).items()}


def test_a_contact_is_named_with_the_roles_that_are_reached_there(hotel: Hotel) -> None:
    assert roles_reached(hotel.edition()) == {"porter": [], "office": ["manager"]}


def test_a_role_leads_in_what_is_routed_to_it_not_in_what_it_supports(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert (routes_to(edition, "front-desk"), routes_to(edition, "manager")) == (["room"], [])


def test_a_role_is_named_in_the_steps_that_it_answers_for_is_asked_about_and_is_told_of(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert named_in(edition, "manager") == {"accountable": ["watch", "accept", "solve"], "informed": ["accept"]}
    assert named_in(edition, "insurer") == {"consulted": ["solve"]}
    assert named_in(edition, "front-desk") == {}


def test_only_a_department_with_a_person_has_cards_to_print(hotel: Hotel) -> None:
    hotel.replace("departments:\n", "departments:\n  claims: {title: Claims}\n")
    hotel.replace("    kind: external\n", "    kind: external\n    department: claims\n")
    edition = hotel.edition()

    assert {key: has_people(edition, key) for key in edition.sop.departments} == {
        "claims": False,
        "reception": True,
        "office": True,
    }


def test_a_department_has_the_steps_in_which_one_of_its_roles_does_something(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert steps_of_department(edition, "reception") == ["accept"]
    assert steps_of_department(edition, "office") == ["watch", "accept"], "the manager writes down what is said"
