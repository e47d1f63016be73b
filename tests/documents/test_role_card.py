from amends.documents.point_rows import PointRow
from amends.documents.role_card import CallRow, RoleCard, card_roles, scripts_of_role, steps_of_role
from amends.documents.sheets import Sheets
from hotel import Hotel


def plain(rows: tuple[PointRow, ...]) -> list[str]:
    return [row.text.plain for row in rows]


def allowed(card: RoleCard) -> list[str]:
    return [*(phrase.plain for phrase in card.authority), *plain(card.may)]


def called(call: CallRow) -> tuple[str, str | None, str | None]:
    return call.when.plain, call.who.entry if call.who else None, call.how


def test_only_people_inside_the_house_get_a_card(hotel: Hotel) -> None:
    assert card_roles(hotel.edition()) == ["front-desk", "manager"]


def test_a_card_carries_the_very_sheets_of_the_steps_of_its_role(hotel: Hotel) -> None:
    sheets = Sheets(hotel.edition())
    card = sheets.cards["front-desk"]

    assert (card.title, card.colour) == ("Front desk", "teal")
    assert card.department is not None
    assert (card.department.entry, card.department.title.plain) == ("departments/reception", "Reception")
    [step] = card.steps
    assert step is sheets.steps["accept"]


def test_whoever_does_a_single_action_or_decision_has_the_step_on_the_card(hotel: Hotel) -> None:
    assert steps_of_role(hotel.edition(), "manager") == ["watch", "accept"]

    hotel.replace("      kind:\n", "      kind:\n        by: insurer\n")

    assert steps_of_role(hotel.edition(), "insurer") == ["accept"]


def test_whoever_may_fill_a_role_finds_its_steps_and_duties_on_the_own_card(hotel: Hotel) -> None:
    sheets = Sheets(hotel.edition())
    [filled] = sheets.cards["manager"].filled

    assert (filled.role.entry, filled.title) == ("roles/case-owner", "As Case owner")
    assert filled.steps == (sheets.steps["solve"],)
    assert plain(filled.duties) == ["Keep every promise."]


def test_a_card_says_what_its_role_does_in_the_steps_of_others_and_for_what_it_answers(hotel: Hotel) -> None:
    cards = Sheets(hotel.edition()).cards

    helps = {step: [text.plain for text in texts] for step, texts in cards["manager"].helps.items()}
    assert helps == {"accept": ["Write down what is said."]}
    assert [step.id for step in cards["manager"].answers_for] == ["accept", "solve"]
    assert (cards["front-desk"].helps, cards["front-desk"].answers_for) == ({}, ())


def test_a_role_that_fills_another_in_some_severities_only_sees_only_their_limits(hotel: Hotel) -> None:
    hotel.replace("    within: 3 calendar days\n", "    within: {high: 1 hour, low: 3 calendar days}\n")
    hotel.replace("  front-desk:\n", "  front-desk:\n    severities: [low]\n")
    cards = Sheets(hotel.edition()).cards

    assert [chip.value for chip in cards["front-desk"].filled[0].steps[0].limits] == ["3 calendar days"]
    assert [chip.value for chip in cards["manager"].filled[0].steps[0].limits] == ["1 hour", "3 calendar days"]


def test_a_card_carries_the_words_of_its_steps_and_of_the_roles_that_it_fills(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert scripts_of_role(edition, "front-desk") == ("welcome", "sorry")
    assert scripts_of_role(edition, "manager") == ("sorry",), "the manager owns a case but does not greet"
    assert [box.title for box in Sheets(edition).cards["front-desk"].scripts] == ["Welcome", "Regret"]


def test_a_card_says_what_its_role_may_decide_by_the_authority_table_and_by_itself(hotel: Hotel) -> None:
    english, chinese = hotel.editions()

    assert allowed(Sheets(english).cards["front-desk"]) == ["L1: up to CNY 2,000 (only LO)", "Offer a coffee."]
    assert allowed(Sheets(english).cards["manager"]) == ["L2: without limit"]
    assert allowed(Sheets(chinese).cards["front-desk"]) == ["L1：不超过2,000元（仅限低）", "送一杯咖啡。"]


def test_a_level_for_every_severity_names_none(hotel: Hotel) -> None:
    hotel.replace("severities: [low]", "severities: [high, low]")

    assert allowed(Sheets(hotel.edition()).cards["front-desk"])[0] == "L1: up to CNY 2,000"


def test_a_card_says_whom_to_call_and_how(hotel: Hotel) -> None:
    fire, anger = Sheets(hotel.edition()).cards["front-desk"].calls

    assert called(fire) == ("Fire", "contacts/porter", "9")
    assert called(anger) == ("Anger", "roles/manager", "100 · office@hotel.example")


def test_a_call_to_a_role_without_a_contact_still_names_it(hotel: Hotel) -> None:
    hotel.replace('{when: {en: "Anger", zh: "客人发怒"}, role: manager}', "{when: Damage, role: insurer}")

    assert called(Sheets(hotel.edition()).cards["front-desk"].calls[1]) == ("Damage", "roles/insurer", None)


def test_duties_and_what_never_to_do_come_from_the_role(hotel: Hotel) -> None:
    card = Sheets(hotel.edition("zh")).cards["front-desk"]

    assert (plain(card.duties), plain(card.never)) == (["微笑。"], ["责怪同事。"])
    assert card.summary is not None
    assert card.summary.plain == "最先倾听的人。"
