from amends.documents.timeline import timeline
from amends.documents.timeline_key import marks_of
from hotel import Hotel


def test_the_key_has_the_marks_that_the_timeline_has(hotel: Hotel) -> None:
    assert marks_of(timeline(hotel.edition())) == {"within", "every", "event", "extended"}


def test_a_mark_that_the_timeline_does_not_have_is_not_explained(hotel: Hotel) -> None:
    hotel.replace("        extend: {low: 4 hours}\n", "").replace("    sets: received\n", "")
    hotel.replace("kind: every", "kind: wait")

    assert marks_of(timeline(hotel.edition())) == {"within", "wait"}
