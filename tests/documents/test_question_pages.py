from amends.documents.bound.table_chapters import decision_tables
from amends.documents.endings import closing_pauses, closing_questions, sorting_questions
from amends.documents.level_rows import level_rows, levels_named_in
from amends.documents.question_pages import question_pages, questions_entry
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from hotel import Hotel


def sheets(hotel: Hotel) -> Sheets:
    return Sheets(hotel.edition())


def test_each_question_to_which_the_sop_has_an_answer_has_a_page(hotel: Hotel) -> None:
    assert [(page.path, page.title) for page in question_pages(sheets(hotel))] == [
        ("questions/give", "What may I give?"),
        ("questions/takes", "Who takes it?"),
        ("questions/ours", "Is it ours?"),
        ("questions/grave", "How serious is it?"),
        ("questions/ended", "Can I close the case?"),
    ]


def test_a_question_without_an_answer_has_no_page_and_no_entry(hotel: Hotel) -> None:
    sop = hotel.sop().model_copy(update={"authority": {}, "routing": {}})
    edition = hotel.edition()
    bare = Sheets(Edition(sop, "en", edition.words))

    assert questions_entry(bare) == ("questions/ours", "questions/grave", "questions/ended")


def test_whoever_may_not_decide_the_gravest_cases_reads_who_does(hotel: Hotel) -> None:
    # l1 is for the severity LO alone, and l2 for all.
    first, last = level_rows(hotel.edition())

    assert (first.sum, first.only, first.others) == ("CNY 2,000", ("low",), "HI: Manager decides")
    assert (last.sum, last.only, last.others) == ("no limit", (), "")


def test_a_level_for_graver_cases_only_says_nothing_of_the_slighter_ones(hotel: Hotel) -> None:
    hotel.replace("severities: [low]", "severities: [high]")

    assert level_rows(hotel.edition())[0].others == ""


def test_a_level_named_in_a_text_has_its_sum_beside_it_in_every_script(hotel: Hotel) -> None:
    def named(text: str) -> list[str]:
        return [row.code for row in levels_named_in(hotel.edition(), [text])]

    assert named("A loss above L1.") == ["L1"]
    assert named("损失超过L1限额。") == ["L1"]
    assert named("Room L12, floor XL1") == []


def test_the_questions_of_the_beginning_and_of_the_end_are_kept_apart(hotel: Hotel) -> None:
    assert [(step, box.id) for step, box in sorting_questions(sheets(hotel))] == [("accept", "kind")]
    assert [(step, box.id) for step, box in closing_questions(sheets(hotel))] == [("solve", "happy")]


def test_from_the_finding_on_nobody_asks_whether_it_is_ours(hotel: Hotel) -> None:
    hotel.replace("sets: received", "sets: found")

    assert sorting_questions(sheets(hotel)) == ()
    assert [step for step, _ in closing_questions(sheets(hotel))] == ["accept", "solve"]


def test_the_checks_before_closing_stand_on_the_page_of_closing(hotel: Hotel) -> None:
    assert [pause.id for pause in closing_pauses(sheets(hotel))] == []

    [point] = hotel.sop().pause_points
    hotel.replace("steps: [accept]", "steps: [accept, solve]")
    assert [pause.id for pause in closing_pauses(sheets(hotel))] == [point]


def test_a_level_that_may_do_something_else_than_give_is_never_without_limit(hotel: Hotel) -> None:
    hotel.replace("limit: {amount: 2000, currency: CNY}", 'may: {en: "Page anybody", zh: "可呼叫任何人"}')
    assert [row.code for row in level_rows(hotel.edition("en"))] == ["L2"]

    hotel.replace("limit: unlimited", 'may: {en: "Switch it off", zh: "可关停"}')
    assert "questions/give" not in questions_entry(hotel.sheets()[0])
    [table] = [it for it in decision_tables(hotel.edition("en")) if "authority/l2" in it.shows]
    assert "Switch it off" in str(table)
    assert hotel.edition("en").words("duration.unlimited") not in str(table)
