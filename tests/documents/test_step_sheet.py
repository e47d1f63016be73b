import pytest

from amends.documents.sheets import Sheets
from amends.documents.step_sheet import OutcomeRow
from amends.edition.edition import Chip, Edition, Named, Phrase
from amends.edition.inline import Run
from hotel import Hotel


@pytest.fixture
def edition(hotel: Hotel) -> Edition:
    return hotel.edition()


def named(*references: Named | None) -> list[tuple[str, str] | None]:
    """References by what they lead to and what they are called."""
    return [(it.entry, it.title.plain) if it else None for it in references]


def outcomes(edition: Edition, step_id: str) -> dict[str, OutcomeRow]:
    [decision] = Sheets(edition).steps[step_id].decisions
    return {outcome.id: outcome for outcome in decision.outcomes}


def test_a_sheet_says_what_the_step_is_and_whose(edition: Edition) -> None:
    sheet = Sheets(edition).steps["accept"]

    assert (sheet.number, sheet.code, sheet.title.plain) == (1, "W01", "Accept the complaint")
    assert sheet.purpose.plain == "The guest is heard."
    assert (sheet.colour, sheet.department) == ("teal", "Reception")
    front_desk, manager = ("roles/front-desk", "Front desk"), ("roles/manager", "Manager")
    assert named(sheet.phase, sheet.responsible, *sheet.doers) == [
        ("phases/receive", "Receive"),
        front_desk,
        front_desk,
    ]
    assert named(sheet.accountable, *sheet.informed) == [manager, manager]
    assert sheet.brings == "complaint received"
    assert sheet.limits == (Chip("HI", "at once"), Chip("LO", "2 business days"))
    assert sheet.is_conversation


def test_a_sheet_is_in_the_language_of_its_edition(hotel: Hotel) -> None:
    sheet = Sheets(hotel.edition("zh")).steps["accept"]

    assert (sheet.title.plain, sheet.phase.title.plain) == ("受理投诉", "受理")
    assert named(sheet.responsible) == [("roles/front-desk", "前台接待")]
    assert sheet.limits == (Chip("高", "立即"), Chip("低", "2个工作日"))
    assert [row.text.plain for row in sheet.actions] == ["请客人到小会客室。", "记下所说的话。"]


def test_a_standing_step_has_no_number_and_leads_nowhere(edition: Edition) -> None:
    sheet = Sheets(edition).steps["watch"]

    assert sheet.number is None
    assert sheet.limits == (Chip("", "1 week"),)
    assert sheet.onward.plain == "Done all the time, outside the single case."


def test_an_action_carries_all_that_its_tick_box_needs(edition: Edition) -> None:
    greet, note = Sheets(edition).steps["accept"].actions

    assert (greet.id, greet.text.plain) == ("greet", "Lead the guest to the small salon.")
    assert greet.say == (Named("scripts/welcome", Phrase((Run("Welcome"),), "en"), "S1"),)
    assert greet.cited.sources == ("old-book/listen",)
    assert (greet.hint, greet.by, greet.when, greet.records) == (None, None, None, ())
    assert note.text.runs == (Run("Write down", "strong"), Run(" what is said."))
    assert note.hint == Phrase((Run("Use "), Run("their", "emphasis"), Run(" words.")), "en")
    assert note.when == "only HI"
    assert named(note.by, *note.records) == [("roles/manager", "Manager"), ("records/form", "Complaint form")]


def test_a_condition_that_holds_for_every_severity_is_none(hotel: Hotel) -> None:
    hotel.replace("when: {severity: [high]}", "when: {severity: [high, low]}")

    assert Sheets(hotel.edition()).steps["accept"].actions[1].when is None


def test_a_condition_on_an_outcome_is_in_the_words_of_that_outcome(edition: Edition) -> None:
    [offer] = Sheets(edition).steps["solve"].actions

    assert offer.when == "if “Not yet”"


def test_an_answer_that_two_decisions_have_is_told_with_its_question(hotel: Hotel) -> None:
    other = '{question: {en: "Is it paid?", zh: "付款了吗？"}, outcomes: {no: {label: {en: "Not yet", zh: "还没有"}}, yes: {label: {en: "Paid", zh: "已付"}}}}'
    sheet = Sheets(hotel.replace("      happy:\n", f"      paid: {other}\n      happy:\n").edition()).steps["solve"]
    [offer] = [row for row in sheet.actions if row.when and "Not yet" in row.when]

    assert offer.when == "if “Not yet” to “Is the guest content?”"


def test_an_outcome_says_where_it_leads(edition: Edition) -> None:
    accept, solve = outcomes(edition, "accept"), outcomes(edition, "solve")

    assert (accept["praise"].leads.plain, accept["praise"].tone) == ("The case ends: Closed", "end")
    assert (accept["real"].leads.plain, accept["real"].tone) == ("Carry on with this step", "stay")
    assert solve["again"].tone == "back"
    assert solve["again"].leads.runs == (
        Run("Go to step 1: Accept the complaint", entry="steps/accept"),
        Run("; at most 2 in all, after that: "),
        Run("The case ends: Closed"),
    )


def test_an_outcome_may_lead_forward(hotel: Hotel) -> None:
    hotel.replace('do: {en: "Say thanks.", zh: "致谢。"}, next: end/closed', "next: solve")

    praise = outcomes(hotel.edition(), "accept")["praise"]

    assert (praise.leads.plain, praise.tone) == ("Go to step 2: Solve it", "on")


def test_an_outcome_says_in_words_whom_to_hand_over_to_and_whom_to_tell(hotel: Hotel) -> None:
    english, chinese = (outcomes(edition, "accept")["real"] for edition in hotel.editions())

    assert english.orders == ("Hand over to: Case owner.", "Inform: Manager.")
    assert chinese.orders == ("移交：承办人。", "通知：经理。")
    assert named(english.hand_to, *english.inform) == [("roles/case-owner", "Case owner"), ("roles/manager", "Manager")]


def test_a_further_limit_says_from_when_how_often_and_how_long_at_most(edition: Edition) -> None:
    [news] = Sheets(edition).steps["solve"].more_limits

    assert (news.id, news.title) == ("news", Phrase((Run("News to the "), Run("guest")), "en"))
    assert (news.kind, news.start, news.values) == ("every", "from receipt", (Chip("", "1 hour"),))
    assert news.extend == (Chip("LO", "4 hours"),)


def test_a_step_says_from_when_its_limit_counts(hotel: Hotel) -> None:
    steps = Sheets(hotel.edition()).steps
    assert steps["solve"].limit_start == "from receipt"
    assert steps["accept"].limit_start == "from the start of the step"
    assert steps["watch"].limit_start is None, "a standing step counts from nothing"

    hotel.replace("within: {high: at once, low: 2 business days}", "within: {high: at once, low: same day}")

    assert Sheets(hotel.edition()).steps["accept"].limit_start is None, "nothing is counted"


def test_a_further_limit_without_an_event_counts_from_its_step(hotel: Hotel) -> None:
    once = '      once: {title: {en: "Once", zh: "一次"}, within: 2 hours}\n'
    lasting = '      kept: {title: {en: "Kept", zh: "保留"}, within: 48 hours, from: closed, kind: keep}\n'
    hotel.replace("      news:\n", f"{once}{lasting}      news:\n").replace("        from: received\n", "")

    rows = {row.id: (row.kind, row.start) for row in Sheets(hotel.edition()).steps["solve"].more_limits}

    assert rows == {
        "once": ("within", "from the start of the step"),
        "kept": ("keep", "from closing"),
        "news": ("every", None),
    }


def test_scripts_stand_once_in_the_order_in_which_they_come_up(hotel: Hotel) -> None:
    hotel.replace("    scripts: [sorry]\n", "    scripts: [sorry, welcome, sorry]\n")

    accept, solve = (Sheets(hotel.edition()).steps[step] for step in ("accept", "solve"))

    assert [box.id for box in accept.scripts] == ["welcome", "sorry"]
    assert [box.id for box in solve.scripts] == ["sorry", "welcome"]


def test_a_script_says_how_it_is_spoken_and_names_its_slots_in_words(edition: Edition) -> None:
    welcome, sorry = Sheets(edition).steps["accept"].scripts

    assert (welcome.code, welcome.title, welcome.is_ordered) == ("S1", "Welcome", True)
    assert (sorry.mode, sorry.is_ordered) == ("alternatives", False)
    assert welcome.lines[0][1].runs == (Run("Good day, "), Run("name of the guest", "slot"), Run("."))


def test_records_of_the_step_and_of_its_actions_stand_once(hotel: Hotel) -> None:
    hotel.replace('do: {en: "Offer a remedy.", zh: "提出方案。"}', "do: Offer a remedy., records: [form]")

    form = Named("records/form", Phrase((Run("Complaint form"),), "en"), "F1")
    assert Sheets(hotel.edition()).steps["accept"].records == (form,)
    assert Sheets(hotel.edition()).steps["solve"].records == (form,)


def test_tips_and_what_to_avoid_keep_their_names(edition: Edition) -> None:
    sheet = Sheets(edition).steps["accept"]

    assert [(row.id, row.text.plain) for row in sheet.tips] == [("calm", "Stay calm.")]
    assert [(row.id, row.text.plain, row.cited.is_added) for row in sheet.avoid] == [("argue", "Argue.", True)]


def test_what_to_avoid_has_what_to_do_and_say_instead(edition: Edition) -> None:
    (argue,) = Sheets(edition).steps["accept"].avoid

    assert argue.instead is not None
    assert argue.instead.plain == "Listen to the end."
    assert [script.entry for script in argue.say] == ["scripts/sorry"]


def test_where_every_action_has_its_own_doer_all_of_them_are_responsible(hotel: Hotel) -> None:
    hotel.replace("    responsible: front-desk\n    accountable: manager\n", "    accountable: manager\n")
    hotel.replace("        say: [welcome]\n", "        by: front-desk\n        say: [welcome]\n")
    hotel.replace("      kind:\n", "      kind:\n        by: front-desk\n")

    sheet = Sheets(hotel.edition()).steps["accept"]

    assert sheet.responsible is None
    assert named(*sheet.doers) == [("roles/front-desk", "Front desk"), ("roles/manager", "Manager")]
    assert (sheet.department, sheet.colour) == ("Office", "violet"), "the department of the one who answers for it"


def test_whoever_else_does_an_action_or_decides_helps_in_the_step(hotel: Hotel) -> None:
    hotel.replace("      kind:\n", "      kind:\n        by: insurer\n")
    sheets = Sheets(hotel.edition()).steps

    assert [helper.entry for helper in sheets["accept"].helpers] == ["roles/manager", "roles/insurer"]
    assert sheets["solve"].helpers == ()


def test_a_role_filled_per_case_belongs_to_the_department_of_whoever_fills_it(hotel: Hotel) -> None:
    assert Sheets(hotel.edition()).steps["solve"].department == "Depends on the case"

    hotel.replace("    department: office\n", "    department: reception\n")

    assert Sheets(hotel.edition()).steps["solve"].department == "Reception"


def test_a_case_goes_on_in_order_unless_the_step_says_otherwise(hotel: Hotel) -> None:
    assert Sheets(hotel.edition()).steps["accept"].onward.runs == (Run("Go to step 2: Solve it", entry="steps/solve"),)
    assert Sheets(hotel.edition()).steps["solve"].onward.plain == "The decisions above say where the case goes."

    hotel.replace("    tips:\n", "    next: end/closed\n    tips:\n").replace(
        "next: accept, at_most", "next: solve, at_most"
    )
    hotel.replace(
        "outcomes:\n          praise:", "outcomes:\n          other: {label: Other, next: solve}\n          praise:"
    )

    assert Sheets(hotel.edition()).steps["accept"].onward.plain == "The case ends: Closed"


def test_the_title_of_a_step_is_never_a_template(hotel: Hotel) -> None:
    hotel.replace('title: {en: "Accept the complaint", zh: "受理投诉"}', 'title: "Accept {number} {title}"')

    assert outcomes(hotel.edition(), "solve")["again"].leads.runs[0].text == "Go to step 1: Accept {number} {title}"


def test_the_lines_of_a_script_stand_at_the_first_action_that_says_it(hotel: Hotel) -> None:
    hotel.replace("        by: manager\n", "        by: manager\n        say: [welcome, sorry]\n")
    [sheets, _] = hotel.sheets()
    greet, note = sheets.steps["accept"].actions

    assert [box.id for box in greet.said_first] == ["welcome"]
    assert [box.id for box in note.said_first] == ["sorry"]
    assert [script.id for script in note.said_above] == ["welcome"]
    assert sheets.steps["accept"].more_scripts == ()
