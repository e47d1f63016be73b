from pathlib import Path

from amends.documents.process_description import node_descriptions
from amends.documents.sheets import Sheets
from hotel import Hotel


def said(hotel: Hotel, locale: str) -> dict[str, str]:
    edition = hotel.edition(locale)
    return dict(node_descriptions(edition, Sheets(edition).map))


def test_every_box_is_told_with_its_role_its_limit_and_where_its_ways_lead(hotel: Hotel) -> None:
    assert list(said(hotel, "en").values()) == [
        "A complaint arrives (Front desk) → step 1, Accept the complaint",
        (
            "step 1, Accept the complaint (Front desk; with Manager; HI at once · LO 2 business days from the start of the "
            "step) → question: Is it a complaint?"
        ),
        "question: Is it a complaint? (Front desk) → No, praise: the case ends: Closed; Yes: step 2, Solve it",
        "step 2, Solve it (Case owner; asks Insurer; 3 calendar days from receipt) → question: Is the guest content?",
        (
            "question: Is the guest content? (Case owner) → Yes / Not yet (again): the case ends: Closed; "
            "Not yet: step 1, Accept the complaint"
        ),
        "the case ends: Closed (Front desk)",
    ]


def test_an_answer_for_some_complaints_only_says_for_which(tmp_path: Path) -> None:
    kinds = "kinds: {rooms: {title: {en: Rooms, zh: 客房}, short: {en: rooms, zh: 客房投诉}}}\n"
    hotel = Hotel(tmp_path, {"kinds.yml": kinds}).replace("again: {label:", "again: {when: {kind: rooms}, label:")
    assert (
        "; Not yet (only for rooms): step 1, Accept the complaint" in said(hotel, "en")["steps/solve/decisions/happy"]
    )


def test_in_the_language_of_its_reader(hotel: Hotel) -> None:
    assert said(hotel, "zh")["steps/accept/decisions/kind"] == (
        "判断：是投诉吗？（前台接待） → 不是，是表扬：流程结束：已结案；是：第2步：解决问题"
    )
