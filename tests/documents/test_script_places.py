from amends.documents.script_places import replaced_wording, scripts_by_step, sources_of_wording
from hotel import Hotel


def test_a_script_stands_under_the_first_step_that_uses_it_alone(hotel: Hotel) -> None:
    assert scripts_by_step(hotel.edition()) == {"accept": ["welcome", "sorry"]}, "solve says “sorry” again"


def test_scripts_that_no_step_uses_stand_at_the_end(hotel: Hotel) -> None:
    hotel.replace("say: [welcome]\n", "hint: {en: Smile., zh: 微笑。}\n")

    assert list(scripts_by_step(hotel.edition()).items()) == [("accept", ["sorry"]), (None, ["welcome"])]


def test_a_script_names_the_wording_that_it_replaces(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert (replaced_wording(edition, "sorry"), replaced_wording(edition, "welcome")) == (["calm-down"], [])


def test_forbidden_wording_cites_each_source_once_those_of_its_phrases_first(hotel: Hotel) -> None:
    hotel.replace(
        "never: {phrase: {en",
        "never: {other: {text: {en: Calm down., zh: 冷静。}, sources: [old-book/thank]}, phrase: {en",
    )
    hotel.replace(
        "    sources: [old-book/listen]\ncustomer", "    sources: [old-book/listen, old-book/thank]\ncustomer"
    )

    assert sources_of_wording(hotel.edition()) == {"calm-down": ["old-book/thank", "old-book/listen"]}
