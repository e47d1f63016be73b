"""What one SOP changes in another: entry by entry, whom it concerns, and in people's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from click.testing import CliRunner

from amends.cli import main
from amends.comparing.changes import COMPARED_WHOLE, OF_THE_LAYER, changes
from amends.comparing.notice import change_notice
from amends.comparing.notice_text import rendered_notice
from amends.edition.edition import Edition
from amends.edition.words import known_locales, read_words
from amends.model.base import Model
from amends.model.sop import Sop
from hotel import Hotel


def sentences(before: Hotel, after: Hotel, locale: str = "en") -> list[str]:
    return [row.sentence for row in change_notice(before.edition(locale), after.edition(locale)).rows]


@pytest.fixture
def old(tmp_path: Path) -> Hotel:
    return Hotel(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Hotel:
    return Hotel(tmp_path / "new")


def test_a_word_that_is_given_in_one_more_language_is_a_change(old: Hotel, new: Hotel) -> None:
    new.replace("zh: 客人}", "zh: 客人, fr: client}").replace("locales: [en, zh]", "locales: [en, zh, fr]")

    assert sentences(old, new) == [
        "This SOP: languages also French",
        "This SOP: word “client” new",
    ]


def test_a_word_of_a_language_that_nobody_is_shown_is_no_change(old: Hotel, new: Hotel) -> None:
    new.replace("many: guests}, zh: 客人}", "many: our guests}, zh: 来宾}")
    in_english = Edition(new.sop().model_copy(update={"locales": ("en",)}), "en", read_words("en"))

    assert [row.sentence for row in change_notice(old.edition("en"), in_english).rows] == [
        "This SOP: languages no longer Chinese",
        "This SOP: word now “guest / a guest / our guests” instead of “guest / a guest / guests”",
    ]


def test_a_break_is_told_by_its_times(old: Hotel, new: Hotel) -> None:
    hours = '{start: "08:00", end: "16:30", breaks: [{start: "12:30", end: "13:00"}]}'
    new.replace(
        "document:\n", f"calendar: {{country: CN, time_zone: Asia/Shanghai, working_hours: {hours}}}\ndocument:\n"
    )

    assert "This SOP: calendar, working hours, break now 12:30–13:00" in sentences(old, new)


def test_what_the_header_says_of_the_house_needs_no_title(old: Hotel, new: Hotel) -> None:
    new.replace("  site_url: https", '  colours: {primary: "#7a1f5c"}\n  site_url: https')
    new.replace("document:\n", "calendar: {country: CN, time_zone: Asia/Shanghai}\ndocument:\n")
    new.replace('closed: {title: {en: "Closed"', 'closed: {title: {en: "Over"')

    assert {
        "End of the case “Closed”: title now “Over” instead of “Closed”",
        "This SOP: organisation, colour, main colour now #7a1f5c",
        "This SOP: calendar, time zone now Asia/Shanghai",
        "This SOP: calendar, working hours, start now 09:00",
    } < set(sentences(old, new))


def test_a_reader_is_told_words_and_never_the_names_that_authors_give_them(old: Hotel, new: Hotel) -> None:
    new.replace('{name: {en: "name of the guest"', '{time: {en: "time of day"').replace(
        "Good day, [name].", "It is [time]."
    )
    new.replace("您好，[name]。", "现在[time]。")
    new.replace("complaints / nights * 1000000", "complaints / nights")
    new.replace("variables:\n", 'variables:\n  pool: {en: "the pool", zh: "泳池"}\n')

    greeting, formula = "Good day, [name of the guest].", "complaints ÷ nights"
    assert sentences(old, new) == [
        "This SOP: wording “the pool” new",
        f"Script “Welcome”, line “{greeting}”: text now “It is [time of day].” instead of “{greeting}”",
        "Script “Welcome”: blank “time of day” new",
        "Script “Welcome”: blank “name of the guest” no longer there",
        f"Metric “Complaints per million”: formula now “{formula}” instead of “{formula} × 1,000,000”",
    ]


def test_a_text_of_another_language_has_the_words_of_that_language(old: Hotel, new: Hotel) -> None:
    new.replace('zh: "您好，[name]。"', 'zh: "{{ customer }}您好，[name]。"')

    assert sentences(old, new) == [
        "Script “Welcome”, line “Good day, [name of the guest].”: text now “客人您好，[客人姓名]。” instead of “您好，[客人姓名]。”"
    ]


def test_an_sop_changes_nothing_in_itself(old: Hotel) -> None:
    assert changes(old.sop(), old.sop()) == ()


@pytest.mark.parametrize(
    ("was", "now", "english", "chinese", "roles"),
    [
        (
            "    within: 3 calendar days\n", "    within: 24 hours\n",
            "Step “Solve it”: time limit now 24 hours instead of 3 calendar days",
            "步骤“解决问题”：时限由3天改为24小时",
            ("manager", "case-owner", "insurer"),
        ),
        (
            "low: 2 business days}", "low: 1 hour}",
            "Step “Accept the complaint”: time limit now HI at once · LO 1 hour instead of HI at once · LO 2 business days",
            None,
            ("front-desk", "manager"),
        ),
        (
            'title: {en: "Solve it", zh: "解决问题"}', 'title: {en: "Put it right", zh: "妥善解决"}',
            "Step “Solve it”: title now “Put it right” instead of “Solve it”",
            "步骤“解决问题”：名称由“解决问题”改为“妥善解决”",
            ("manager", "case-owner", "insurer"),
        ),
        (
            "        by: manager\n        records: [form]\n", "        records: [form]\n",
            "Step “Accept the complaint”, action “Write down what is said.”: who does it no longer “Manager”",
            None,
            ("front-desk", "manager"),
        ),
        (
            "    scripts: [sorry]\n", "    scripts: [sorry, welcome]\n",
            "Step “Solve it”: script also “Welcome”",
            None,
            ("manager", "case-owner", "insurer"),
        ),
        (
            "limit: {amount: 2000, currency: CNY}", "limit: {amount: 500, currency: CNY}",
            "Authority “L1”: limit now CNY 500 instead of CNY 2,000",
            "权限“L1”：限额由2,000元改为500元",
            ("front-desk",),
        ),
        (
            'phone: "9"', 'phone: "8"',
            "Contact “Porter”: phone now 8 instead of 9",
            None,
            ("front-desk",),
        ),
        (
            'quiet-place: {en: "the small salon", zh: "小会客室"}', 'quiet-place: {en: "the bar", zh: "小会客室"}',
            "This SOP: wording now “the bar” instead of “the small salon”",
            None,
            (),
        ),
        (
            "go: [customer_types/shouting, steps/solve/actions/offer, escalations/fire]", "go: [customer_types/shouting]",
            "Situation “A guest shouts”: where to go no longer “Offer a remedy.”, “There is a fire.”",
            None,
            (),
        ),
        (
            '      calm: {en: "Stay calm.", zh: "保持冷静。"}\n',
            '      calm: {en: "Stay calm.", zh: "保持冷静。"}\n      sit: {en: "Sit down.", zh: "坐下。"}\n',
            "Step “Accept the complaint”, tip “Sit down.”: new",
            "步骤“受理投诉”，小提示“坐下。”：新增",
            ("front-desk", "manager"),
        ),
        (
            "        when: {severity: [high]}\n", "",
            "Step “Accept the complaint”, action “Write down what is said.”: condition, severity no longer “High”",
            None,
            ("manager",),
        ),
    ],
)  # fmt: skip
def test_a_change_is_a_sentence_with_those_whom_it_concerns(  # noqa: PLR0913, PLR0917 - the columns of the table
    old: Hotel, new: Hotel, was: str, now: str, english: str, chinese: str | None, roles: tuple[str, ...]
) -> None:
    new.replace(was, now)

    assert sentences(old, new) == [english]
    assert [change.roles for change in changes(old.sop(), new.sop())] == [roles]
    if chinese is not None:
        assert sentences(old, new, "zh") == [chinese]


def test_what_is_new_one_way_is_gone_the_other(old: Hotel, new: Hotel) -> None:
    new.replace("contacts:\n", 'contacts:\n  doctor: {title: {en: "Doctor", zh: "医生"}, phone: "5"}\n')

    assert sentences(old, new) == ["Contact “Doctor”: new"]
    assert sentences(new, old) == ["Contact “Doctor”: no longer there"]


def test_an_entry_that_stands_elsewhere_has_moved(old: Hotel, new: Hotel) -> None:
    first, second = ('      first: {en: "Good day, [name].", zh: "您好，[name]。"}\n', '      second: {en: "I am listening.", zh: "请讲。"}\n')  # fmt: skip
    new.replace(first + second, second + first)

    [change] = changes(old.sop(), new.sop())
    assert (change.kind, change.roles) == ("moved", ("front-desk",))
    assert sentences(old, new)[0].startswith("Script “Welcome”, line “")


def notice(old: Hotel, new: Hotel, form: str) -> str:
    words = read_words("en")
    both = [Edition(it.sop(), "en", words) for it in (old, new)]
    return rendered_notice(change_notice(*both), words, form)  # type: ignore[arg-type]


def test_a_notice_as_text(old: Hotel, new: Hotel) -> None:
    new.replace('phone: "9"', 'phone: "8"')

    assert (
        notice(old, new, "text")
        == """\
From “Complaints at the hotel” to “Complaints at the hotel”

Contact “Porter”: phone now 8 instead of 9; concerns Front desk

1 change
"""
    )
    assert notice(old, old, "text").endswith("\n\nNothing changes.\n")


def test_a_notice_as_markdown_has_a_list_to_sign(old: Hotel, new: Hotel) -> None:
    new.replace('phone: "9"', 'phone: "8"')

    assert (
        notice(old, new, "markdown")
        == """\
# Change notice

From “Complaints at the hotel” to “Complaints at the hotel”: 1 change

## Front desk

- Contact “Porter”: phone now 8 instead of 9

## Read and understood

| Role | Name | Date | Signature |
|---|---|---|---|
| Front desk |  |  |  |
"""
    )


def test_nobody_signs_for_a_case_or_for_somebody_outside(old: Hotel, new: Hotel) -> None:
    new.replace("within: 3 calendar days", "within: 24 hours")
    new.replace('title: {en: "Insurer", zh: "保险公司"}', 'title: {en: "Our insurer", zh: "承保公司"}')

    said = notice(old, new, "markdown")
    everyone, _, after = said.partition("## Manager")
    assert "## For everyone\n\n- Role “Insurer”: title now “Our insurer”" in everyone
    assert "time limit now 24 hours" in after
    signing = said.partition("## Read and understood")[2]
    assert [line.split("|")[1].strip() for line in signing.splitlines()[4:]] == ["Manager", "Front desk"]


def test_items_that_come_and_go_are_said_alone(old: Hotel, new: Hotel) -> None:
    new.replace("    scripts: [sorry]\n", "    scripts: [welcome]\n")

    assert sentences(old, new) == ["Step “Solve it”: script also “Welcome”, no longer “Regret”"]
    assert sentences(old, new, "zh") == ["步骤“解决问题”：话术增加“迎接”、去掉“致歉”"]


def test_a_part_without_a_title_is_spoken_of_as_part_of_its_entry(old: Hotel, new: Hotel) -> None:
    worked = "  examples:\n      may: {values: {late: 1, closed: 4}}\n"
    metric = {
        "measures.yml": "metrics:\n  late:\n    title: Late cases\n    family: speed\n    meaning: How often.\n"
        "    formula: late / closed\n    variables: {late: Late, closed: Closed}\n  " + worked
    }
    assert sentences(Hotel(old.folder, metric), Hotel(new.folder, metric).replace("late: 1", "late: 2")) == [
        "Metric “Late cases”, example “Late cases”: values “late” now 2 instead of 1"
    ]


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for part in get_args(annotation):
        yield from _choices(part)


def _names(model: type[Model], seen: set[type[Model]]) -> Iterator[str]:
    """The words that a notice needs for the fields of a model and of all models in it, and for their choices."""
    seen.add(model)
    for attribute, info in model.model_fields.items():
        key = (info.alias or attribute).replace("_", "-")
        if model is not Sop or attribute not in OF_THE_LAYER:
            yield f"change.field.{key}"
            yield from (f"change.value.{key}.{choice}" for choice in _choices(info.annotation))
            for inner in _models(info.annotation):
                if inner not in seen and inner not in COMPARED_WHOLE:
                    yield from _names(inner, seen)


@pytest.mark.parametrize("locale", sorted(known_locales()))
def test_every_field_and_every_choice_has_words_in_every_language(locale: str) -> None:
    needed = set(_names(Sop, set()))

    assert {"change.field.superseded-by", "change.value.status.opinion"} < needed
    assert needed - read_words(locale).entries.keys() == set()


def test_a_notice_as_json(old: Hotel, new: Hotel) -> None:
    new.replace('phone: "9"', 'phone: "8"')

    assert json.loads(notice(old, new, "json"))["changes"] == [
        {
            "name": "contacts/porter/phone",
            "kind": "changed",
            "entry": "Contact “Porter”",
            "change": "phone now 8 instead of 9",
            "sentence": "Contact “Porter”: phone now 8 instead of 9",
            "before": "9",
            "after": "8",
            "roles": {"front-desk": "Front desk"},
            "readers": {"front-desk": "Front desk"},
        }
    ]


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    return result.exit_code, result.output


def test_two_folders_are_compared(old: Hotel, new: Hotel) -> None:
    new.replace('phone: "9"', 'phone: "8"')

    code, text = run(old.folder, new.folder, "--locale", "zh")
    assert (code, text.splitlines()[2]) == (0, "联系方式“门房”：电话由9改为8；涉及：前台接待")


@pytest.mark.shipped
def test_a_shipped_industry_is_compared_by_its_name() -> None:
    code, text = run("reference", "hospitality", "--format", "json")

    assert code == 0
    assert len(json.loads(text)["changes"]) >= 25


def test_a_region_differs_from_its_language_only_in_what_it_writes(old: Hotel, new: Hotel) -> None:
    new.replace("locales: [en, zh]", "locales: [en-US, zh]").replace("default_locale: en", "default_locale: en-US")
    new.replace('phone: "9"', 'phone: "8"')

    code, text = run(old.folder, new.folder)
    assert (code, [line.partition(":")[0] for line in text.splitlines()[2:-2]]) == (
        0,
        ["This SOP", "This SOP", "Contact “Porter”"],
    )


def test_a_place_or_a_locale_that_is_not_there_is_a_message(old: Hotel) -> None:
    assert run(old.folder, "nowhere-at-all")[0] == 2
    assert run(old.folder, old.folder, "--locale", "de") == (
        2,
        "amends: there is no locale “de” here; known are: `en`, `zh`\n",
    )


def test_a_part_that_has_no_name_is_called_by_the_name_of_its_entry(old: Hotel, new: Hotel) -> None:
    old.with_letters()
    new.with_letters().replace('says: {en: "You hear from us"', 'says: {en: "We call you"')

    [sentence] = sentences(old, new)

    assert "How long it takes" in sentence
    assert "now “We call you” instead of “You hear from us”" in sentence
