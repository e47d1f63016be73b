import json

from amends.documents.case_data import Allowance, CaseAnswer, CaseData, CaseStep, CaseTick, CaseWhen, case_data
from amends.documents.case_more import CaseField, CaseForm, CaseMore, case_more
from amends.documents.sheets import Sheets
from amends.printing.kinds import fingerprints
from hotel import Hotel


def data(hotel: Hotel, locale: str = "en") -> CaseData:
    sheets = Sheets(hotel.edition(locale))
    return case_data(sheets, fingerprints(sheets))


def more(hotel: Hotel, locale: str = "en") -> CaseMore:
    return case_more(Sheets(hotel.edition(locale)))


def step(hotel: Hotel, step_id: str, locale: str = "en") -> CaseStep:
    return next(step for step in data(hotel, locale).steps if step.id == step_id)


def test_every_box_has_a_path_of_its_own_and_knows_when_it_applies(hotel: Hotel) -> None:
    assert step(hotel, "accept").ticks == (
        CaseTick("steps/accept/actions/greet"),
        CaseTick("steps/accept/actions/note", CaseWhen(severities=("high",))),
        CaseTick("steps/accept/records/form"),
    )
    assert step(hotel, "solve").ticks[0] == CaseTick(
        "steps/solve/actions/offer", CaseWhen(outcomes=("steps/solve/decisions/happy/outcomes/again",))
    )


def test_an_answer_knows_where_it_leads_how_often_and_where_to_after_that(hotel: Hotel) -> None:
    happy = "steps/solve/decisions/happy"

    assert step(hotel, "solve").decisions[0].answers == (
        CaseAnswer(f"{happy}/outcomes/content", "end/closed"),
        CaseAnswer(f"{happy}/outcomes/again", "accept", 2, "end/closed"),
    )


def test_a_limit_is_given_in_words_and_in_a_measure_to_count(hotel: Hotel) -> None:
    own, news = step(hotel, "solve").limits

    assert own.within == {"*": Allowance("3 calendar days from receipt", ("days", 3))}
    assert (news.title, news.start, news.kind) == ("News to the guest", "received", "every")
    assert news.within == dict.fromkeys(("high", "low"), Allowance("1 hour from receipt", ("seconds", 3600)))


def test_what_must_be_kept_is_waited_for_and_an_event_that_no_step_sets_ends_with_its_own_step(hotel: Hotel) -> None:
    row = "      kept: {title: {en: Kept, zh: 保留}, within: 48 hours, by: answered, kind: keep}\n"
    hotel.replace("      news:\n", f"{row}      news:\n").replace(
        "    from: received\n    within", "    sets: agreed\n    within"
    )

    _, kept, _ = step(hotel, "solve").limits

    assert (kept.kind, kept.by, kept.ends_with) == ("wait", "answered", "agreed")


def test_the_receipt_ends_no_limit_of_the_step_that_it_begins(hotel: Hotel) -> None:
    row = (
        "    limits: {word: {title: {en: Word, zh: 告知}, within: 1 business day, from: received, by: acknowledged}}\n"
    )
    hotel.replace("    within: {high: at once, low: 2 business days}\n", f"    within: {{high: at once}}\n{row}")

    _, word = step(hotel, "accept").limits

    assert (word.start, word.by, word.ends_with) == ("received", "acknowledged", None)


def test_at_once_has_no_date_to_wait_for_and_the_same_day_has(hotel: Hotel) -> None:
    (own,) = step(hotel, "accept").limits
    (same_day,) = step(hotel.replace("low: 2 business days", "low: same day"), "accept").limits

    assert own.within["high"] == Allowance("at once", is_open=True)
    assert same_day.within["low"] == Allowance("same day", ("days", 0))
    assert own.words == "HI at once · LO 2 business days"


def test_a_step_outside_the_case_leads_nowhere(hotel: Hotel) -> None:
    assert (step(hotel, "watch").number, step(hotel, "watch").onward) == (None, None)
    assert step(hotel, "accept").onward == "solve"


def test_places_and_texts_are_in_the_readers_language(hotel: Hotel) -> None:
    chinese = data(hotel, "zh")

    assert chinese.places == {
        "watch": "关注评价",
        "accept": "第1步：受理投诉",
        "solve": "第2步：解决问题",
        "end/closed": "已结案",
    }
    assert chinese.answers["steps/accept/decisions/kind/outcomes/praise"] == "不是，是表扬"


def test_paths_are_the_same_in_every_locale(hotel: Hotel) -> None:
    assert list(data(hotel, "en").answers) == list(data(hotel, "zh").answers)
    assert list(more(hotel, "en").texts) == list(more(hotel, "zh").texts)


def test_no_text_is_loaded_twice(hotel: Hotel) -> None:
    assert len(more(hotel).texts) > 5
    assert more(hotel).texts.keys() & data(hotel).answers.keys() == set()


def test_a_form_has_its_fields_in_the_readers_words(hotel: Hotel) -> None:
    fields = {"what": CaseField("经过", None, {}), "how": CaseField("来源", None, {"desk": "前台"})}

    assert more(hotel, "zh").forms["form"] == CaseForm("投诉表", fields)


def test_the_json_leaves_out_what_is_not_there(hotel: Hotel) -> None:
    plain = json.loads(json.dumps(data(hotel).as_json()))
    watch = plain["steps"][0]

    assert "number" not in watch
    assert watch["ticks"] == [{"path": "steps/watch/actions/read"}]
    assert plain["words"]["none"] == "without a number"


CALENDAR = "\ncalendar: {country: FR, time_zone: Europe/Paris, working_hours: {end: '17:00'}}\n"


def test_the_calendar_stands_in_the_same_file(hotel: Hotel) -> None:
    assert "calendar" not in data(hotel).as_json()

    plain = data(hotel.replace("\norganisation:\n", f"{CALENDAR}organisation:\n")).as_json()["calendar"]

    assert (plain["zone"], plain["place"], plain["shifts"], plain["end"]) == ("Europe/Paris", "FR", [[540, 1020]], 1020)
    assert list(plain["years"]) == ["2025", "2026", "2027", "2028", "2029"]
    assert plain["years"]["2026"]["but"][:3] == ["01-01", "04-06", "05-01"]  # New Year, Easter Monday, Labour Day
