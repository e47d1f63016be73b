from amends.documents.posters import Poster, posters
from amends.documents.sheets import Sheets
from hotel import Hotel


def found(hotel: Hotel) -> dict[str, Poster]:
    return {poster.id: poster for poster in posters(Sheets(hotel.edition()))}


def test_the_first_minutes_are_the_talk_with_what_is_done_in_every_case(hotel: Hotel) -> None:
    poster = found(hotel)["first-minutes"]

    [accept] = poster.blocks
    assert (accept.badge, accept.title) == ("1", "Accept the complaint")
    assert [point.plain for point in accept.points] == [
        "Lead the guest to the small salon."
    ]  # the other is only for HI
    assert [script.title for script in accept.scripts] == ["Welcome"]
    assert [row.text.plain for row in poster.never] == ["Blame a colleague."]
    assert [call.how for call in poster.calls] == ["9", "100 · office@hotel.example"]
    assert poster.is_large


def test_without_a_talk_there_is_no_poster_for_the_counter(hotel: Hotel) -> None:
    hotel.replace("    conversation: true\n", "")

    assert list(found(hotel)) == ["severity", "authority"]


def test_a_severity_has_its_signs_and_a_badge_unless_its_title_begins_with_the_same_word(hotel: Hotel) -> None:
    hotel.replace('low: {title: {en: "Low"', 'low: {title: {en: "LO, low"')

    high, low = found(hotel)["severity"].blocks

    assert [(block.badge, block.title) for block in (high, low)] == [("HI", "High"), ("", "LO, low")]
    assert [[point.plain for point in block.points] for block in (high, low)] == [
        ["Somebody is hurt."],
        ["Anything else."],
    ]


def test_authority_has_who_and_how_much(hotel: Hotel) -> None:
    blocks = found(hotel)["authority"].blocks

    assert ("L1", "Front desk", "CNY 2,000 (only LO)") in [(it.badge, it.title, it.aside) for it in blocks]
