"""Plain data becomes the model, or findings in the author's words: name, place and way out of each mistake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from amends.content.yaml_reader import read_yaml
from amends.finding import Location
from amends.model.text import Text
from amends.model.validate import Validated, validated

HEADER = {
    "id": "shop",
    "title": "Complaints",
    "start": "accept",
    "end_states": {"settled": {"title": "Settled"}},
    "organisation": {"name": "Shop"},
    "document": {
        "number": "1",
        "version": "1",
        "owner": "manager",
        "approver": "manager",
        "effective": "2026-01-01",
        "last_review": "2026-01-01",
        "review_every": "1 year",
    },
}
STEP = {"title": "Accept", "purpose": "Listen.", "phase": "case", "accountable": "manager", "actions": {}}


def in_path(path: Sequence[str | int]) -> Location:
    """A place that tells its path, for data that no file holds."""
    return Location("/".join(map(str, path)), 1, 1)


def validated_with(header: dict[str, Any] | None = None, **collections: dict[str, Any]) -> Validated:
    return validated(HEADER | (header or {}), collections, in_path)


def told(result: Validated) -> list[tuple[str, str, str, str]]:
    """Code, place, message and way out of each finding."""
    return [(it.code, it.location.file, it.message, it.hint) for it in result.findings]


def test_valid_data_becomes_the_sop() -> None:
    result = validated_with(steps={"accept": STEP})

    assert result.findings == ()
    assert result.broken == frozenset()
    assert result.sop is not None
    assert result.sop.title == Text({"en": "Complaints"})
    assert result.sop.steps["accept"].purpose == Text({"en": "Listen."})
    assert result.sop.roles == {}


def test_a_bare_text_belongs_to_the_default_locale_in_the_header_too() -> None:
    result = validated_with({"locales": ["zh"], "default_locale": "zh", "title": "投诉"}, steps={"accept": STEP})

    assert result.sop is not None
    assert result.sop.title == Text({"zh": "投诉"})
    assert result.sop.steps["accept"].title == Text({"zh": "Accept"})


def test_a_situation_leads_somewhere() -> None:
    result = validated_with(situations={"loud": {"title": "Loud", "go": []}})

    assert told(result) == [
        (
            "M003",
            "situations/loud/go",
            "situations/loud: the situation leads nowhere",
            "name one to three entries:  [scripts/promise, steps/accept]",
        )
    ]


def test_a_broken_entry_is_left_out_and_the_others_are_there() -> None:
    result = validated_with(steps={"accept": STEP, "verify": STEP | {"title": None}})

    assert result.sop is not None
    assert list(result.sop.steps) == ["accept"]
    assert result.broken == {("steps", "verify")}


def test_one_mistake_hides_no_other() -> None:
    result = validated_with(
        {"start": []},
        steps={"accept": STEP | {"standing": "yes", "titel": "x"}, "verify": STEP | {"within": "5"}},
        roles={"manager": {}},
    )

    assert [(code, place) for code, place, _, _ in told(result)] == [
        ("M003", "start"),
        ("M003", "steps/accept/standing"),
        ("M002", "steps/accept/titel"),
        ("M003", "steps/verify/within"),
        ("M001", "roles/manager/title"),
    ]


def test_without_a_valid_header_there_is_no_sop_but_the_entries_are_judged() -> None:
    result = validated_with({"id": "No Id"}, roles={"manager": {}})

    assert result.sop is None
    assert [code for code, _, _, _ in told(result)] == ["M003", "M001"]


def test_of_a_header_that_cannot_be_read_nothing_is_said() -> None:
    result = validated(None, {"roles": {"manager": {}}}, in_path)

    assert result.sop is None
    assert [place for _, place, _, _ in told(result)] == ["roles/manager/title"]


# In the author's words ------------------------------------------------------------------------------------------------


def test_a_missing_field_is_named() -> None:
    step = {key: value for key, value in STEP.items() if key != "purpose"}

    assert told(validated_with(steps={"accept": step})) == [
        ("M001", "steps/accept/purpose", "steps/accept: the field `purpose` is missing", "add  purpose: ..."),
    ]


@pytest.mark.parametrize(
    ("entry", "place", "hint"),
    [
        ({"titel": "x"}, "steps/accept/titel", "the nearest is `title`"),
        ({"fromm": "received"}, "steps/accept/fromm", "the nearest is `from`"),
        (
            {"actions": {"greet": {"do": "Greet.", "hnit": "x"}}},
            "steps/accept/actions/greet/hnit",
            "the nearest is `hint`",
        ),
        (
            {"decisions": {"kind": {"question": "?", "outcomes": {"a": {"label": "A", "at_most": {"tims": 1}}}}}},
            "steps/accept/decisions/kind/outcomes/a/at_most/tims",
            "the nearest is `times`",
        ),
        ({"tips": {"calm": {"text": "x", "source": []}}}, "steps/accept/tips/calm/source", "the nearest is `sources`"),
    ],
)
def test_an_unknown_field_is_told_the_nearest_that_this_block_knows(entry: object, place: str, hint: str) -> None:
    assert isinstance(entry, dict)
    findings = told(validated_with(steps={"accept": STEP | entry}))

    field = place.rpartition("/")[2]
    assert ("M002", place, f"steps/accept: there is no field `{field}` here", hint) in findings


def test_an_unknown_field_that_is_near_to_none_is_told_all_that_this_block_knows() -> None:
    ((_, place, message, hint),) = told(validated_with(contacts={"porter": {"title": "x", "mobile": "9"}}))

    assert (place, message) == ("contacts/porter/mobile", "contacts/porter: there is no field `mobile` here")
    assert hint == "known are: `added`, `email`, `hours`, `note`, `phone`, `place`, `sources`, `title`"


def test_the_fields_of_a_step_are_all_told_although_they_are_many() -> None:
    ((_, _, _, hint),) = told(validated_with(steps={"accept": STEP | {"start": "received"}}))

    assert hint.startswith("known are: `accountable`, `actions`, `added`, `alongside`, `avoid`")
    assert "`from`" in hint


def test_an_id_that_is_also_the_name_of_a_field_does_not_mislead() -> None:
    actions = {"hint": {"do": "x", "hnt": "y"}}
    findings = told(validated_with(steps={"records": STEP | {"titel": "x", "actions": actions}}))

    assert [(place, hint) for _, place, _, hint in findings] == [
        ("steps/records/actions/hint/hnt", "the nearest is `hint`"),
        ("steps/records/titel", "the nearest is `title`"),
    ]


def test_a_word_out_of_a_list_is_told_the_list() -> None:
    kind = {"title": "x", "kind": "persn"}
    assert told(validated_with(roles={"manager": kind})) == [
        (
            "M003",
            "roles/manager/kind",
            "roles/manager: “persn” is not possible here",
            "write one of: person, case, external",
        )
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(["person"], "a list"), ({"a": "b"}, "a block"), (None, "nothing"), ("", "an empty text")],
)
def test_a_value_of_the_wrong_shape_is_named_without_python(value: object, shown: str) -> None:
    ((_, _, message, hint),) = told(validated_with(roles={"manager": {"title": "x", "kind": value}}))

    assert message == f"roles/manager: {shown} is not possible here"
    assert hint == "write one of: person, case, external"


@pytest.mark.parametrize(
    ("collection", "entry", "place", "message"),
    [
        ("steps", "text", "steps/accept", "a block of fields is needed here, not “text”"),
        ("steps", None, "steps/accept", "a block of fields is needed here, not nothing"),
        ("steps", [], "steps/accept", "a block of fields is needed here, not a list"),
        ("steps", STEP | {"actions": []}, "steps/accept/actions", "a block of fields is needed here, not a list"),
        ("steps", STEP | {"records": "log"}, "steps/accept/records", "a list is needed here, not “log”"),
        ("steps", STEP | {"records": {"a": "b"}}, "steps/accept/records", "a list is needed here, not a block"),
        ("steps", STEP | {"records": [["a"]]}, "steps/accept/records/0", "one text is needed here, not a list"),
        ("steps", STEP | {"phase": None}, "steps/accept/phase", "one text is needed here, not nothing"),
        ("steps", STEP | {"code": ""}, "steps/accept/code", "one text is needed here, not an empty text"),
        ("steps", STEP | {"within": {"p1": "5"}}, "steps/accept/within/p1", "“5” has no unit"),
        (
            "records",
            {"title": "x", "fields": {"a": ["x"]}},
            "records/accept/fields/a/title",
            "a text is needed here, not a list",
        ),
    ],
)
def test_the_wrong_shape_is_told_what_is_needed(collection: str, entry: object, place: str, message: str) -> None:
    ((code, where, said, hint),) = told(validated_with(**{collection: {"accept": entry}}))

    assert (code, where, said) == ("M003", place, f"{collection}/accept: {message}")
    assert hint


@pytest.mark.parametrize("limit", [None, [], "2000", ""])
def test_a_limit_of_authority_is_money_or_unlimited_and_never_unlimited_by_accident(limit: object) -> None:
    ((_, place, message, hint),) = told(validated_with(authority={"l1": {"code": "L", "roles": [], "limit": limit}}))

    assert place == "authority/l1/limit"
    assert message.endswith(" is not a limit")
    assert hint == "write  {amount: 200, currency: CNY}  or  unlimited"


def test_an_unlimited_authority_is_written_so() -> None:
    result = validated_with(authority={"l1": {"code": "L", "roles": [], "limit": "unlimited"}})

    assert result.sop is not None
    assert result.sop.authority["l1"].limit is None


def test_a_key_that_is_no_id_is_told_at_its_own_place() -> None:
    ((_, place, message, _),) = told(validated_with(roles={"The Manager": {"title": "x"}}))

    assert place == "roles/The Manager"
    assert message == "roles/The Manager: “The Manager” is not an id"


def test_brackets_in_an_author_s_text_survive_in_the_message() -> None:
    ((_, _, message, _),) = told(validated_with(roles={"manager": {"title": {"{message}": "x"}}}))

    assert message == "roles/manager: “{message}” is not a locale, so this block is not a text"


def test_a_finding_has_the_line_and_column_of_its_field() -> None:
    text = "roles:\n  manager:\n    title: Manager\n    kind: persn\n"
    document = read_yaml(text.encode(), "roles.yml")

    def locate(path: Sequence[str | int]) -> Location:
        span = document.locate(path)
        return Location(document.file, span.key_line, span.key_column)

    assert isinstance(document.data, dict)
    (finding,) = validated(HEADER, document.data, locate).findings

    assert str(finding.location) == "roles.yml:4:5"
    assert (finding.name, finding.level) == ("wrong-value", "error")
