"""What a removed entry takes along: settled by rule where a rule can, and asked for once where none can."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.content.layers import Layer, Resolved, resolved
from amends.content.loader import Content, read_content
from amends.content.yaml_reader import read_yaml
from amends.model import shape
from amends.model.sop import COLLECTIONS, Header

HEADER = """\
id: shop
start: accept
end_states:
  settled: {title: {en: Settled}}
  refused: {title: {en: Refused}}
"""
BASE = """\
steps:
  accept:
    title: {en: Accept}
    purpose: {en: "First {{ step:verify }}, then {{ step:settle }}."}
    phase: talk
    accountable: manager
    responsible: clerk
    consulted: [finance, manager]
    within: {p1: 1 hour, p2: 1 business day}
    actions:
      greet: {do: {en: "Greet, with {{ script:hello }}."}, say: [hello]}
      urgent: {do: {en: Call the manager.}, when: {severity: [p1]}}
  verify:
    title: {en: Verify}
    purpose: {en: Facts first.}
    phase: work
    accountable: manager
    responsible: clerk
    actions: {look: {do: {en: Look.}, records: [photos]}}
    decisions:
      grounds:
        question: {en: "Is it right?"}
        outcomes:
          right: {label: {en: "Yes"}}
          wrong: {label: {en: "No"}, next: end/refused}
  settle:
    title: {en: Settle}
    purpose: {en: It is put right.}
    phase: work
    accountable: manager
    responsible: clerk
    actions:
      pay: {do: {en: "Ask {{ role:finance }} to pay."}, by: finance}
    decisions:
      content:
        question: {en: "Content?"}
        outcomes:
          fine: {label: {en: "Yes"}, next: end/settled}
          again: {label: {en: "No"}, next: verify, at_most: {times: 1, then: settle}}
phases: {talk: {title: {en: Talk}}, work: {title: {en: Work}}}
departments: {office: {title: {en: Office}}, money: {title: {en: Money}}}
roles:
  clerk: {title: {en: Clerk}, department: office, calls: {money: {when: {en: Money}, role: finance}}}
  manager: {title: {en: Manager}, department: office}
  finance:
    title: {en: Finance}
    department: money
    contact: till
    duties: {books: {text: {en: Keep the books.}}}
    calls: {boss: {when: {en: Doubt}, role: manager}}
contacts: {till: {title: {en: Till}, phone: "1"}}
severities:
  p1: {title: {en: Grave}, short: {en: P1}, triggers: {a: {text: {en: Hurt.}}}, inform: [finance]}
  p2: {title: {en: Usual}, short: {en: P2}, triggers: {b: {text: {en: The rest.}}}}
scripts: {hello: {title: {en: Hello}, lines: {a: {text: {en: Good day.}}}}}
records: {photos: {title: {en: Photos}, fields: {what: {title: {en: What}}}}}
situations:
  looking: {title: {en: Look}, go: [steps/verify]}
  meeting: {title: {en: Meet}, go: [steps/verify, steps/accept]}
principles: {facts: {title: {en: Facts}, text: {en: Facts.}, steps: [verify, settle]}}
source_documents: {book: {title: {en: Book}}}
frameworks:
  rules:
    title: {en: Rules}
    kind: principles
    document: book
    place: {en: Page 1}
    at: "1"
    items: {one: {text: {en: One.}, roles: [finance]}}
escalations: {press: {when: {en: Press}, to: manager, next: verify}}
"""


def layer(folder: Path, name: str, header: str, content: str) -> Layer:
    where = folder / name
    where.mkdir()
    (where / "sop.yml").write_text(header, encoding="utf-8")
    if content:
        (where / "more.yml").write_text(content, encoding="utf-8")
    return Layer(name, read_content(where, tuple(Header.model_fields), COLLECTIONS))


def removed(folder: Path, *patches: str, header: str = "id: top\n") -> Resolved:
    """The base with patches over it, the lowest first; the header is the last one's."""
    layers = [layer(folder, "base", HEADER, BASE)]
    for number, patch in enumerate(patches, 1):
        own = header if number == len(patches) else f"id: middle{number}\n"
        layers.append(layer(folder, f"layer{number}", own, patch))
    return resolved(layers, shape)


def told(result: Resolved) -> list[tuple[str, str, str, str]]:
    return [
        (it.code, f"{Path(it.location.file).parent.name}:{it.location.line}", it.message, it.hint)
        for it in result.findings
    ]


def names(result: Resolved) -> set[str]:
    """Every name that the merged data still uses."""
    whole: dict[str, Any] = {**(result.header or {}), **result.collections}
    return {part.value for part in shape.parts_of(whole) if part.kind in ("item", "field", "key")}


# Lists -----------------------------------------------------------------------------------------------------------------


def test_lists_of_the_layers_below_forget_what_is_removed(tmp_path: Path) -> None:
    found = removed(tmp_path, "roles:\n  finance: {replaced_by: manager}\n", "scripts: {hello: null}\n")

    assert found.collections["steps"]["accept"]["consulted"] == ["manager"]
    assert "say" not in found.collections["steps"]["accept"]["actions"]["greet"]
    assert found.collections["severities"]["p1"]["inform"] == ["manager"]


def test_a_list_of_ones_own_does_not_forget(tmp_path: Path) -> None:
    patch = "steps: {accept: {consulted: {add: [clerk], remove: [finance]}}, settle: {consulted: [finance]}}\nroles: {finance: {replaced_by: manager}}\n"
    found = removed(tmp_path, patch)

    assert found.collections["steps"]["accept"]["consulted"] == ["manager", "clerk"]
    assert found.collections["steps"]["settle"]["consulted"] == ["finance"]  # R101 says it at this line


def test_a_whole_collection_goes_with_everything_that_named_it(tmp_path: Path) -> None:
    found = removed(tmp_path, "frameworks: null\n")

    assert found.collections["frameworks"] == {}
    assert told(found) == []


def test_a_source_document_takes_its_frameworks_along(tmp_path: Path) -> None:
    found = removed(tmp_path, "source_documents: null\n")

    assert found.collections["frameworks"] == {}
    assert [it[2] for it in told(found)] == [
        "`frameworks/rules` goes with `source_documents/book`: nothing else uses it"
    ]


def test_a_removed_severity_leaves_no_time_limit_and_no_condition(tmp_path: Path) -> None:
    found = removed(tmp_path, "severities: {p1: null}\n")

    assert found.collections["steps"]["accept"]["within"] == {"p2": "1 business day"}
    assert list(found.collections["steps"]["accept"]["actions"]) == ["greet"]
    assert "p1" not in names(found)


def test_what_leads_to_nothing_else_goes_along(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps: {verify: null}\n")

    assert list(found.collections["situations"]) == ["meeting"]
    assert found.collections["situations"]["meeting"]["go"] == ["steps/accept"]
    assert found.collections["records"] == {}
    assert found.collections["principles"]["facts"]["steps"] == ["settle"]
    assert found.removed_entries.keys() == {"steps/verify", "situations/looking", "records/photos"}


LETTERS = """\
letters:
  no:
    title: {en: "No"}
    paragraphs:
      right: {text: {en: You were right.}, when: {outcome: [steps/verify/decisions/grounds/outcomes/right]}}
      bye: {text: {en: Goodbye.}}
policy: {how: {title: {en: How long}, times: {answer: {says: {en: An answer}, limit: steps/verify}}}}
steps: {settle: {actions: {write: {do: {en: Write.}, letters: [no]}}}}
"""


def test_a_paragraph_goes_with_the_answer_after_which_it_is_written(tmp_path: Path) -> None:
    found = removed(tmp_path, LETTERS, "steps: {verify: {decisions: {grounds: {outcomes: {right: null}}}}}\n")

    assert list(found.collections["letters"]["no"]["paragraphs"]) == ["bye"]


def test_a_promised_time_goes_with_the_step_that_sets_it(tmp_path: Path) -> None:
    found = removed(tmp_path, LETTERS, "steps: {verify: null}\n")

    assert list(found.collections["letters"]["no"]["paragraphs"]) == ["bye"]
    assert found.collections["policy"]["how"]["times"] == {}


def test_a_letter_that_nobody_sends_any_more_goes_along(tmp_path: Path) -> None:
    found = removed(tmp_path, LETTERS, "steps: {settle: {actions: {write: null}}}\n")

    assert found.collections["letters"] == {}


def test_what_the_layer_uses_anew_stays(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps: {verify: null, settle: {records: [photos]}}\n")

    assert list(found.collections["records"]) == ["photos"]


# Steps -----------------------------------------------------------------------------------------------------------------


def test_the_ways_to_a_removed_step_lead_on_to_its_successor(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps: {verify: null}\n")
    settle = found.collections["steps"]["settle"]

    assert found.collections["escalations"]["press"]["next"] == "settle"
    assert settle["decisions"]["content"]["outcomes"]["again"] == {
        "label": {"en": "No"}, "next": "settle", "at_most": {"times": "1", "then": "settle"},
    }  # fmt: skip
    assert [it for it in told(found) if it[0] == "B109"] == []


def test_the_first_step_leaves_the_start_to_the_next(tmp_path: Path) -> None:
    assert (removed(tmp_path, "steps: {accept: null}\n").header or {})["start"] == "verify"


def test_the_order_leads_to_where_a_removed_step_went(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps: {verify: {next: end/refused}}\n", "steps: {verify: null}\n")

    assert found.collections["steps"]["accept"]["next"] == "end/refused"


def test_a_step_with_several_ways_on_is_asked_for_once(tmp_path: Path) -> None:
    found = removed(
        tmp_path,
        "steps: {verify: {decisions: {grounds: {outcomes: {right: {next: settle}}}}}}\n",
        "steps:\n  verify: null\n",
    )

    assert [it for it in told(found) if it[0] == "B109"] == [
        (
            "B109",
            "layer2:2",
            "`steps/verify` is removed, but 3 places still lead to it: `steps/accept`, `steps/settle/decisions/content/outcomes/again/next`, `escalations/press/next`",
            "say what takes its place:  steps: {verify: {replaced_by: settle}}; it led on to `settle`, `end/refused`",
        )
    ]
    assert not found.is_complete


def test_the_line_of_the_message_settles_it(tmp_path: Path) -> None:
    found = removed(
        tmp_path,
        "steps: {verify: {decisions: {grounds: {outcomes: {right: {next: settle}}}}}}\n",
        "steps: {verify: {replaced_by: settle}}\n",
    )

    assert found.is_complete
    assert found.collections["escalations"]["press"]["next"] == "settle"
    assert found.collections["situations"]["looking"]["go"] == ["steps/settle"]
    assert found.collections["steps"]["accept"]["purpose"] == {"en": "First {{ step:settle }}, then {{ step:settle }}."}


def test_a_step_may_be_replaced_by_an_end(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps: {settle: {replaced_by: end/settled}}\n")

    assert found.collections["steps"]["verify"]["next"] == "end/settled"
    assert found.is_complete


def test_removed_steps_one_after_the_other_lead_past_all_of_them(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps: {accept: null, verify: null}\n")

    assert (found.header or {})["start"] == "settle"
    assert found.collections["escalations"]["press"]["next"] == "settle"
    assert list(found.collections["phases"]) == ["work"]


# Roles -----------------------------------------------------------------------------------------------------------------


def test_the_work_of_a_removed_role_is_asked_for_once(tmp_path: Path) -> None:
    assert told(removed(tmp_path, "roles:\n  finance: null\n"))[0] == (
        "B109",
        "layer1:2",
        "`roles/finance` is removed, but one place still needs it: `steps/settle/actions/pay/by`",
        "say what takes its place:  roles: {finance: {replaced_by: manager}}",
    )


def test_the_work_moves_to_the_role_that_takes_its_place(tmp_path: Path) -> None:
    found = removed(tmp_path, "roles: {finance: {replaced_by: manager}}\n")
    settle, roles = found.collections["steps"]["settle"], found.collections["roles"]

    assert settle["actions"]["pay"] == {"do": {"en": "Ask {{ role:manager }} to pay."}, "by": "manager"}
    assert roles["manager"]["duties"] == {"books": {"text": {"en": "Keep the books."}}}
    assert roles["clerk"]["calls"]["money"]["role"] == "manager"
    assert (found.collections["contacts"], list(found.collections["departments"])) == ({}, ["office"])
    assert "finance" not in names(found)


def test_the_duties_of_several_roles_go_to_one(tmp_path: Path) -> None:
    clerk = "roles: {clerk: {duties: {books: {text: {en: Count.}}, door: {text: {en: Lock the door.}}}}}\n"
    found = removed(tmp_path, clerk, "roles: {finance: {replaced_by: manager}, clerk: {replaced_by: manager}}\n")

    assert found.collections["roles"]["manager"]["duties"] == {
        "books": {"text": {"en": "Keep the books."}},
        "clerk-books": {"text": {"en": "Count."}},
        "door": {"text": {"en": "Lock the door."}},
    }


def test_work_that_a_role_takes_over_may_be_changed_in_the_same_layer(tmp_path: Path) -> None:
    def duties(folder: str, theirs: str) -> tuple[Any, set[str]]:
        (tmp_path / folder).mkdir()
        patch = f"roles: {{finance: {{replaced_by: manager}}, manager: {{duties: {theirs}}}}}\n"
        found = removed(tmp_path / folder, patch)
        return found.collections["roles"]["manager"].get("duties"), {it[0] for it in told(found)}

    assert duties("change", "{books: {text: {en: Have the books kept.}}}") == (
        {"books": {"text": {"en": "Have the books kept."}}},
        {"B111"},
    )
    assert duties("remove", "{books: null}") == ({}, {"B111"})
    assert duties("move", "{books: {before: doors}, doors: {text: {en: Lock up.}}}")[0] == {
        "books": {"text": {"en": "Keep the books."}},
        "doors": {"text": {"en": "Lock up."}},
    }


def test_a_remark_is_told_to_whoever_removed_it_and_not_to_a_branch(tmp_path: Path) -> None:
    removal = "source_documents: null\n"

    assert {it[0] for it in told(removed(tmp_path, removal))} == {"B111"}
    (tmp_path / "again").mkdir()
    assert told(removed(tmp_path / "again", removal, "scripts: {hello: {title: {en: Hi}}}\n")) == []


def test_a_replaced_role_may_itself_be_replaced(tmp_path: Path) -> None:
    found = removed(tmp_path, "roles: {finance: {replaced_by: clerk}, clerk: {replaced_by: manager}}\n")

    assert found.collections["steps"]["settle"]["actions"]["pay"]["by"] == "manager"


@pytest.mark.parametrize("roles", ["finance: {replaced_by: manger}", "finance: {replaced_by: finance}"])
def test_a_replacement_that_is_not_there_is_the_only_finding(tmp_path: Path, roles: str) -> None:
    [found] = [it for it in told(removed(tmp_path, f"roles:\n  {roles}\n")) if it[0] in ("B109", "B110")]

    assert (found[0], found[1]) == ("B110", "layer1:2")


def test_replaced_by_stands_alone(tmp_path: Path) -> None:
    patch = "roles: {finance: {replaced_by: manager, title: {en: Money}}}\n"

    assert [it[2] for it in told(removed(tmp_path, patch)) if it[0] == "B110"] == [
        "`finance` is removed with `replaced_by`, which needs one id and no other field beside it"
    ]


def test_a_department_with_roles_asks_where_they_belong(tmp_path: Path) -> None:
    [found] = [it for it in told(removed(tmp_path, "departments: {money: null}\n")) if it[0] == "B109"]

    assert found[3] == (
        "say what takes its place:  departments: {money: {replaced_by: office}}; "
        "or remove its roles:  roles: {finance: null}"
    )


# Texts -----------------------------------------------------------------------------------------------------------------


def test_a_sentence_keeps_the_old_title_as_words_and_is_told(tmp_path: Path) -> None:
    found = removed(tmp_path, "steps:\n  verify: null\n")

    assert found.collections["steps"]["accept"]["purpose"] == {"en": "First Verify, then {{ step:settle }}."}
    assert [it for it in told(found) if it[0] == "B112"] == [
        (
            "B112",
            "layer1:2",
            "1 text of the base still speaks of `steps/verify`: `steps/accept/purpose`",
            "write them anew in your own layer;  amends leftovers  shows each",
        )
    ]


def test_a_sentence_that_the_layer_writes_anew_is_not_told(tmp_path: Path) -> None:
    patch = "steps: {verify: null, accept: {purpose: {en: Nobody waits.}}}\n"

    assert [it for it in told(removed(tmp_path, patch)) if it[0] == "B112"] == []


# Collections that are left blank ---------------------------------------------------------------------------------------


def test_a_collection_that_is_only_begun_is_not_removed(tmp_path: Path) -> None:
    found = removed(tmp_path, "frameworks:\n")

    assert [it[0] for it in told(found)] == ["C004"]
    assert list(found.collections["frameworks"]) == ["rules"]


def test_a_collection_can_be_written_anew(tmp_path: Path) -> None:
    patch = "situations: null\n"
    where = tmp_path / "layer1"
    where.mkdir()
    (where / "sop.yml").write_text("id: top\n", encoding="utf-8")
    (where / "a.yml").write_text(patch, encoding="utf-8")
    (where / "b.yml").write_text("situations: {own: {title: {en: Own}, go: [steps/accept]}}\n", encoding="utf-8")
    own = Layer("layer1", read_content(where, tuple(Header.model_fields), COLLECTIONS))
    found = resolved([layer(tmp_path, "base", HEADER, BASE), own], shape)

    assert list(found.collections["situations"]) == ["own"]


def test_a_base_has_nothing_to_remove(tmp_path: Path) -> None:
    found = resolved(
        [layer(tmp_path, "base", HEADER, "frameworks: null\n" + BASE.partition("source_documents")[0])], shape
    )

    assert [it[:3] for it in told(found)] == [
        ("B104", "base:1", "there are no `frameworks` in the layers below, so they cannot be removed")
    ]


def test_the_layers_themselves_stay_as_they_were_read(tmp_path: Path) -> None:
    base = layer(tmp_path, "base", HEADER, BASE)
    before = repr(base.content.collections), repr(base.content.header)
    resolved(
        [base, layer(tmp_path, "top", "id: top\n", "steps: {verify: null}\nroles: {finance: {replaced_by: clerk}}\n")],
        shape,
    )

    assert (repr(base.content.collections), repr(base.content.header)) == before


# Whatever stands there -------------------------------------------------------------------------------------------------

BASE_DATA: Any = read_yaml(BASE.encode(), "base.yml").data


def places(data: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The path of every block and value."""
    inner = data.items() if isinstance(data, dict) else ()
    return [place for key, value in inner for place in ((*path, key), *places(value, (*path, key)))]


PLACES = st.sampled_from(places(BASE_DATA))
ENTRIES = st.sampled_from([place for place in places(BASE_DATA) if len(place) == 2])
ODD = st.sampled_from(["text", [], ["a"], {}, {"a": "b"}, None])
ORDERS = st.sampled_from([None, {"replaced_by": "manager"}, {"replaced_by": "settle"}, {"replaced_by": "end/refused"}])


def put(data: Any, path: tuple[str, ...], value: object) -> None:
    """Let the value stand at the path, if there is still a block for it."""
    for key in path[:-1]:
        data = data.get(key) if isinstance(data, dict) else None
    if isinstance(data, dict):
        data[path[-1]] = value


def of_data(name: str, header: dict[str, object], data: dict[str, Any]) -> Layer:
    return Layer(name, Content(name, header, data, (), read_yaml(b"id: x\n", name), {}, ()))


@settings(deadline=None, max_examples=150)
@given(
    odd=st.lists(st.tuples(PLACES, ODD), max_size=3),
    orders=st.lists(st.tuples(ENTRIES, ORDERS), min_size=1, max_size=4),
)
def test_no_removal_fails_whatever_the_layers_below_hold(odd: list[Any], orders: list[Any]) -> None:
    below = deepcopy(BASE_DATA)
    patch: dict[str, Any] = {}
    for path, value in odd:
        if len(path) > 1:
            put(below, path, deepcopy(value))
    for (collection, key), order in orders:
        patch.setdefault(collection, {})[key] = deepcopy(order)
    header: dict[str, object] = {"id": "shop", "start": "accept", "end_states": {"settled": {}, "refused": {}}}
    layers = [of_data("base", header, below), of_data("own", {"id": "own"}, patch)]
    result = resolved(layers, shape)

    for (collection, key), order in orders:
        if order is None and patch[collection][key] is None:
            assert key not in result.collections[collection]
