from amends.documents.pocket_card import behaviour_cards, pause_cards, script_cards
from amends.documents.sheets import Sheets
from hotel import Hotel


def test_a_script_has_a_card_with_what_must_not_be_said_in_its_place(hotel: Hotel) -> None:
    cards = {card.title: card for card in script_cards(Sheets(hotel.edition()))}

    assert list(cards) == ["Welcome", "Regret"]
    assert (cards["Regret"].kind, cards["Regret"].entry) == ("Script", "scripts/sorry")
    [never] = cards["Regret"].after
    assert (never.title, never.is_forbidden) == ("Never say", True)
    assert [script.title for script in cards["Regret"].scripts] == ["Regret"]


def test_a_kind_of_behaviour_has_a_card_from_how_to_recognise_it_to_when_to_hand_over(hotel: Hotel) -> None:
    [card] = behaviour_cards(Sheets(hotel.edition()))

    assert card.title == "Shouting"
    assert [part.title for part in card.before][:2] == ["How to recognise it", "What to do"]
    assert [point.plain for point in card.after[-1].points] == ["Hand over to: Manager."]


def test_a_pause_point_has_a_card(hotel: Hotel) -> None:
    [card] = pause_cards(Sheets(hotel.edition()))

    assert (card.title, card.entry) == ("Before you speak", "pause_points/before-speak")
    assert [check.text.plain for check in card.pauses[0].items] == ["Let the guest finish.", "Say nothing of fault."]
