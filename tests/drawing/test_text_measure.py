import pytest

from amends.drawing.text_measure import ruler_for


def lines(text: str, room: float, most: int = 9) -> list[str]:
    return ruler_for(text, 10, "regular").lines(text, room, most)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("i", 2.43), ("W", 9.85), ("投诉", 20), ("“投诉”", 40), ("“i”", 11.7), ("𝕏", 10), ("e\u0301", 5.91)],
    ids=["nothing", "narrow", "wide", "Chinese", "Chinese marks", "Latin marks", "unknown", "a mark above"],
)
def test_a_text_is_as_wide_as_the_font_makes_it(text: str, width: float) -> None:
    assert ruler_for(text, 10, "regular").width(text) == pytest.approx(width, abs=0.5)


def test_lines_break_between_words_and_between_chinese_characters() -> None:
    assert lines("Explore and propose a solution", 80) == ["Explore and", "propose a", "solution"]
    assert lines("快速通道中未能谈妥", 50) == ["快速通道中", "未能谈妥"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert lines("成立，我方原因。", 30) == ["成立，", "我方原", "因。"]
    assert lines("超出（限额）", 30) == ["超出", "（限", "额）"]


def test_no_single_character_is_left_for_the_last_line() -> None:
    assert lines("查明原因，认定责任", 80) == ["查明原因，", "认定责任"]


def test_a_word_that_is_wider_than_the_room_is_cut_and_no_other() -> None:
    assert "".join(lines("Donaudampfschifffahrt", 40)) == "Donaudampfschifffahrt"
    assert lines("Complaint desk", 60) == ["Complaint", "desk"]


def test_what_exceeds_the_last_line_ends_in_dots() -> None:
    text = "Offer the internal review, or have it finished"

    assert lines(text, 90, most=2) == ["Offer the internal", "review, or have i…"]
    assert all(ruler_for(text, 10, "regular").width(line) <= 90 for line in lines(text, 90, most=2))


def test_no_line_begins_with_a_mark_that_has_a_space_before_it() -> None:
    ruler = ruler_for("", 10, "regular")
    question = "Que s’est-il passé\u202f? Dire «\u00a0oui\u00a0»"

    lines = ruler.lines(question, ruler.width("Que s’est-il passé"), 9)

    assert " ".join(lines) == question
    assert lines[0] != "Que s’est-il passé"
    assert not any(line[0] in "?»" or line[-1] == "«" for line in lines)
    assert ruler.width("\u202f") < ruler.width("\u00a0") == ruler.width(" ")
