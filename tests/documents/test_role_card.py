from amends.documents.role_card import (
    CallRow,
    FilledRole,
    StepRow,
    card_roles,
    scripts_of_role,
    steps_of_role,
)
from amends.documents.sheets import Sheets
from amends.edition.edition import Phrase
from amends.edition.inline import Run
from hotel import Hotel

SOLVE = StepRow("solve", 2, "W02", "Solve it", "3 calendar days")


def plain(phrases: tuple[Phrase, ...]) -> list[str]:
    return [phrase.plain for phrase in phrases]


def test_only_people_inside_the_house_get_a_card(hotel: Hotel) -> None:
    assert card_roles(hotel.edition()) == ["front-desk", "manager"]


def test_a_card_carries_the_steps_of_its_role_with_their_limits_in_one_line(hotel: Hotel) -> None:
    card = Sheets(hotel.edition()).cards["front-desk"]

    assert (card.title, card.department, card.colour) == ("Front desk", "Reception", "teal")
    assert card.steps == (StepRow("accept", 1, "W01", "Accept the complaint", "HI at once · LO 2 business days"),)


def test_whoever_does_a_single_action_or_decision_has_the_step_on_the_card(hotel: Hotel) -> None:
    assert steps_of_role(hotel.edition(), "manager") == ["watch", "accept"]

    hotel.replace("      kind:\n", "      kind:\n        by: insurer\n")

    assert steps_of_role(hotel.edition(), "insurer") == ["accept"]


def test_whoever_may_fill_a_role_finds_its_steps_and_duties_on_the_own_card(hotel: Hotel) -> None:
    card = Sheets(hotel.edition()).cards["manager"]

    promise = Phrase((Run("Keep every promise."),), "en")
    assert card.filled == (FilledRole("case-owner", "As Case owner", (SOLVE,), (promise,)),)


def test_a_card_carries_the_words_of_its_steps_and_of_the_roles_that_it_fills(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert scripts_of_role(edition, "front-desk") == ("welcome", "sorry")
    assert scripts_of_role(edition, "manager") == ("sorry",), "the manager owns a case but does not greet"
    assert [box.title for box in Sheets(edition).cards["front-desk"].scripts] == ["Welcome", "Regret"]


def test_a_card_says_what_its_role_may_decide_by_the_authority_table_and_by_itself(hotel: Hotel) -> None:
    english, chinese = hotel.editions()

    assert plain(Sheets(english).cards["front-desk"].may) == ["L1: up to CNY 2,000 (only LO)", "Offer a coffee."]
    assert plain(Sheets(english).cards["manager"].may) == ["L2: without limit"]
    assert plain(Sheets(chinese).cards["front-desk"].may) == ["L1：不超过 2,000 元（仅限低）", "送一杯咖啡。"]


def test_a_level_for_every_severity_names_none(hotel: Hotel) -> None:
    hotel.replace("severities: [low]", "severities: [high, low]")

    assert plain(Sheets(hotel.edition()).cards["front-desk"].may)[0] == "L1: up to CNY 2,000"


def test_a_card_says_whom_to_call_and_how(hotel: Hotel) -> None:
    assert Sheets(hotel.edition()).cards["front-desk"].calls == (
        CallRow(Phrase((Run("Fire"),), "en"), "Porter", "9"),
        CallRow(Phrase((Run("Anger"),), "en"), "Manager", "100 · office@hotel.example"),
    )


def test_a_call_to_a_role_without_a_contact_still_names_it(hotel: Hotel) -> None:
    hotel.replace('{when: {en: "Anger", zh: "客人发怒"}, role: manager}', "{when: Damage, role: insurer}")

    assert Sheets(hotel.edition()).cards["front-desk"].calls[1] == CallRow(
        Phrase((Run("Damage"),), "en"), "Insurer", None
    )


def test_duties_and_what_never_to_do_come_from_the_role(hotel: Hotel) -> None:
    card = Sheets(hotel.edition("zh")).cards["front-desk"]

    assert (plain(card.duties), plain(card.never)) == (["微笑。"], ["责怪同事。"])
    assert card.summary is not None
    assert card.summary.plain == "最先倾听的人。"
