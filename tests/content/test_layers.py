"""Layers: what a patch may do, what is found in it, and who set each value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.content.layers import Layer, Resolved, resolved
from amends.content.loader import read_content
from amends.content.order import Order
from amends.content.plain_part import PlainPart
from amends.model import shape
from amends.model.sop import COLLECTIONS, Header

HEADER = """\
id: base
start: accept
end_states:
  settled: {title: {en: Settled}}
  refused: {title: {en: Refused}}
vocabulary:
  customer: {en: {one: customer, a: a customer, many: customers}, zh: {one: 顾客, a: 顾客, many: 顾客}}
"""
BASE = """\
steps:
  accept:
    title: {en: Accept, zh: 受理}
    purpose: {en: Nobody waits.}
    phase: case
    accountable: manager
    consulted: [sales, quality]
    within: {p1: 1 hour, p2: 1 business day}
    actions:
      greet: {do: {en: Greet.}}
      listen: {do: {en: Listen.}}
      note: {do: {en: Write it down.}}
    decisions:
      kind:
        question: {en: "What is it?"}
        outcomes:
          praise: {label: {en: Praise}, next: end/settled}
          again: {label: {en: Again}, next: approve, at_most: {times: 1, then: approve}}
  verify: {title: {en: Verify}, purpose: {en: Facts first.}, phase: case, accountable: manager, actions: {look: {do: {en: Look.}}}}
  approve: {title: {en: Approve}, purpose: {en: Money.}, phase: case, accountable: manager, actions: {sign: {do: {en: Sign.}}}}
contacts:
  desk: {title: {en: Desk}, phone: "1"}
  security: {title: {en: Security}, phone: "2"}
escalations:
  press: {when: {en: The press calls.}, to: manager, next: approve}
"""
NEW_STEP = (
    "title: {en: Read it}, purpose: {en: Law.}, phase: case, accountable: manager, actions: {read: {do: {en: Read.}}}"
)


def layer(folder: Path, name: str, header: str, content: str) -> Layer:
    where = folder / name
    where.mkdir()
    (where / "sop.yml").write_text(header, encoding="utf-8")
    (where / "more.yml").write_text(content, encoding="utf-8")
    return Layer(name, read_content(where, tuple(Header.model_fields), COLLECTIONS))


def merge(folder: Path, *patches: str, header: str = "id: top\n") -> Resolved:
    """The base with patches over it, the lowest first; the header is the last one's."""
    layers = [layer(folder, "base", HEADER, BASE)]
    for number, patch in enumerate(patches, 1):
        own = header if number == len(patches) else "id: middle\n"
        layers.append(layer(folder, f"layer{number}", own, patch or "steps: {}\n"))
    return resolved(layers, shape)


def found(result: Resolved) -> list[tuple[str, str, str, str]]:
    """Each finding by code, the line on which it stands, message and way out."""
    return [
        (it.code, f"{Path(it.location.file).name}:{it.location.line}", it.message, it.hint) for it in result.findings
    ]


# What a patch may do ---------------------------------------------------------------------------------------------------


def test_a_field_changes_and_the_others_stay(tmp_path: Path) -> None:
    result = merge(tmp_path, "contacts:\n  desk: {phone: '7'}\n")

    assert result.collections["contacts"]["desk"] == {"title": {"en": "Desk"}, "phone": "7"}
    assert found(result) == []


def test_a_time_limit_changes_for_one_severity(tmp_path: Path) -> None:
    result = merge(tmp_path, "steps:\n  accept: {within: {p1: at once}}\n")

    assert result.collections["steps"]["accept"]["within"] == {"p1": "at once", "p2": "1 business day"}


def test_one_time_limit_for_all_replaces_those_by_severity(tmp_path: Path) -> None:
    result = merge(tmp_path, "steps:\n  accept: {within: 2 hours}\n", "steps:\n  accept: {within: {p1: 1 hour}}\n")

    assert result.collections["steps"]["accept"]["within"] == {"p1": "1 hour"}


def test_a_new_entry_stands_last_unless_it_says_where(tmp_path: Path) -> None:
    patch = """\
steps:
  accept:
    actions:
      thank: {do: {en: Thank.}}
      seat: {after: greet, do: {en: Offer a seat.}}
      door: {before: greet, do: {en: Open the door.}}
"""
    result = merge(tmp_path, patch)

    assert list(result.collections["steps"]["accept"]["actions"]) == [
        "door", "greet", "seat", "listen", "note", "thank",
    ]  # fmt: skip
    assert result.collections["steps"]["accept"]["actions"]["seat"] == {"do": {"en": "Offer a seat."}}


def test_entries_after_the_same_one_stand_in_the_order_in_which_they_are_written(tmp_path: Path) -> None:
    patch = """\
steps:
  accept:
    actions:
      seat: {after: greet, do: {en: Offer a seat.}}
      water: {after: greet, do: {en: Offer water.}}
"""
    actions = merge(tmp_path, patch).collections["steps"]["accept"]["actions"]

    assert list(actions) == ["greet", "seat", "water", "listen", "note"]


def test_an_entry_moves_and_keeps_its_fields(tmp_path: Path) -> None:
    result = merge(tmp_path, "contacts:\n  security: {before: desk}\n")

    assert list(result.collections["contacts"].items()) == [
        ("security", {"title": {"en": "Security"}, "phone": "2"}),
        ("desk", {"title": {"en": "Desk"}, "phone": "1"}),
    ]
    assert found(result) == []


def test_entries_of_the_header_move_too(tmp_path: Path) -> None:
    header = "id: top\nend_states:\n  refused: {before: settled}\n"

    assert list((merge(tmp_path, "", header=header).header or {})["end_states"]) == ["refused", "settled"]


def test_inside_a_new_entry_parts_may_say_where_they_stand(tmp_path: Path) -> None:
    patch = f"steps:\n  read:\n    {{{NEW_STEP[:-1]}, first: {{before: read, do: {{en: Sit.}}}}}}}}\n"

    assert list(merge(tmp_path, patch).collections["steps"]["read"]["actions"].items()) == [
        ("first", {"do": {"en": "Sit."}}),
        ("read", {"do": {"en": "Read."}}),
    ]


def test_null_removes_an_entry_and_a_field(tmp_path: Path) -> None:
    result = merge(tmp_path, "contacts:\n  security: null\n  desk: {phone: null}\n")

    assert result.collections["contacts"] == {"desk": {"title": {"en": "Desk"}}}
    assert {name: f"{Path(at.file).name}:{at.line}" for name, at in result.removed_entries.items()} == {
        "contacts/security": "more.yml:2",
        "contacts/desk/phone": "more.yml:3",
    }


def test_a_list_takes_additions_and_removals(tmp_path: Path) -> None:
    result = merge(tmp_path, "steps:\n  accept: {consulted: {add: [law], remove: [sales]}, informed: {add: [law]}}\n")

    assert result.collections["steps"]["accept"]["consulted"] == ["quality", "law"]
    assert result.collections["steps"]["accept"]["informed"] == ["law"]
    assert found(result) == []


def test_entries_may_be_called_add_and_remove(tmp_path: Path) -> None:
    result = merge(tmp_path, "steps:\n  verify: {decisions: {add: {question: {en: 'More?'}, outcomes: {}}}}\n")

    assert result.collections["steps"]["verify"]["decisions"] == {"add": {"question": {"en": "More?"}, "outcomes": {}}}


def test_an_escalation_leads_through_the_new_step_only_if_the_layer_says_so(tmp_path: Path) -> None:
    result = merge(tmp_path, f"steps:\n  read: {{through: approve, {NEW_STEP}}}\n")

    assert result.collections["steps"]["accept"]["decisions"]["kind"]["outcomes"]["again"]["next"] == "read"
    assert result.collections["escalations"]["press"]["next"] == "approve"


def test_through_leads_every_way_through_the_new_step(tmp_path: Path) -> None:
    result = merge(tmp_path, f"steps:\n  read: {{through: approve, through_also: [escalations], {NEW_STEP}}}\n")
    steps = result.collections["steps"]

    assert list(steps) == ["accept", "verify", "read", "approve"]
    assert steps["accept"]["decisions"]["kind"]["outcomes"] == {
        "praise": {"label": {"en": "Praise"}, "next": "end/settled"},
        "again": {"label": {"en": "Again"}, "next": "read", "at_most": {"times": "1", "then": "read"}},
    }
    assert result.collections["escalations"]["press"]["next"] == "read"
    assert steps["read"].keys().isdisjoint({"through", "through_also"})


def test_through_the_first_step_begins_with_the_new_one(tmp_path: Path) -> None:
    result = merge(tmp_path, f"steps:\n  read: {{through: accept, {NEW_STEP}}}\n")

    assert (result.header or {})["start"] == "read"
    assert next(iter(result.collections["steps"])) == "read"


def test_through_the_same_step_in_two_layers_leads_through_both(tmp_path: Path) -> None:
    also = "through_also: [escalations]"
    one, two = (f"steps:\n  {key}: {{through: approve, {also}, {NEW_STEP}}}\n" for key in ("law", "tax"))
    result = merge(tmp_path, one, two)

    assert list(result.collections["steps"]) == ["accept", "verify", "law", "tax", "approve"]
    assert result.collections["escalations"]["press"]["next"] == "law"


BESIDE, READ = (f"  call: {{alongside: verify, {NEW_STEP}}}\n", f"  read: {{after: verify, {NEW_STEP}}}\n")


@pytest.mark.parametrize("layers", [(BESIDE + READ,), (READ + BESIDE,), (BESIDE, READ), (READ, BESIDE)])
def test_no_new_step_parts_what_runs_side_by_side(tmp_path: Path, layers: tuple[str, ...]) -> None:
    result = merge(tmp_path, *(f"steps:\n{steps}" for steps in layers))

    assert list(result.collections["steps"]) == ["accept", "verify", "call", "read", "approve"]
    assert [finding for finding in result.findings if finding.level == "error"] == []


TABLE = """\
tables:
  on-call:
    title: {en: On call}
    columns: {system: {title: {en: System}}, first: {title: {en: First}}, second: {title: {en: Second}}}
    rows:
      shop: {system: {en: Shop}, first: {en: Ada}, second: {en: Ben}}
      mail: {system: {en: Mail}, first: {en: Cleo}}
"""


def test_a_layer_changes_a_cell_adds_a_row_and_removes_a_column_with_its_cells(tmp_path: Path) -> None:
    change = (
        "tables: {on-call: {columns: {second: null}, "
        "rows: {shop: {first: {en: Dan}}, mail: null, till: {system: {en: Till}}}}}\n"
    )
    result = merge(tmp_path, TABLE, change)

    table = result.collections["tables"]["on-call"]
    assert list(table["columns"]) == ["system", "first"]
    assert table["rows"] == {
        "shop": {"system": {"en": "Shop"}, "first": {"en": "Dan"}},
        "till": {"system": {"en": "Till"}},
    }
    assert [finding.code for finding in result.findings if finding.level == "error"] == []


def test_a_word_is_renamed_in_one_language(tmp_path: Path) -> None:
    header = "id: top\nvocabulary:\n  customer: {en: {one: guest, a: a guest, many: guests}}\n"

    assert (merge(tmp_path, "", header=header).header or {})["vocabulary"]["customer"] == {
        "en": {"one": "guest", "a": "a guest", "many": "guests"},
        "zh": {"one": "顾客", "a": "顾客", "many": "顾客"},
    }


def test_the_topmost_of_several_layers_wins(tmp_path: Path) -> None:
    result = merge(
        tmp_path,
        "contacts:\n  desk: {phone: '10', email: a@b.example}\n",
        "contacts:\n  desk: {phone: '20'}\n",
    )

    assert result.collections["contacts"]["desk"] == {"title": {"en": "Desk"}, "phone": "20", "email": "a@b.example"}


def test_an_entry_that_one_layer_removes_another_may_define_anew(tmp_path: Path) -> None:
    result = merge(
        tmp_path,
        "contacts:\n  security: {phone: '3'}\n",
        "contacts:\n  security: null\n",
        "contacts:\n  security: {title: {en: Guards}, phone: '4'}\n",
    )

    assert result.collections["contacts"]["security"] == {"title": {"en": "Guards"}, "phone": "4"}
    assert result.removed_entries == {}
    assert result.layer_of(("contacts", "security", "phone")).name == "layer3"


def test_the_layers_themselves_stay_as_they_were_read(tmp_path: Path) -> None:
    base = layer(tmp_path, "base", HEADER, BASE)
    top = layer(
        tmp_path,
        "top",
        "id: top\n",
        f"steps:\n  read: {{through: approve, {NEW_STEP}}}\n  verify: {{before: accept}}\n",
    )
    before = repr(base.content.collections), repr(top.content.collections)
    resolved([base, top], shape)

    assert (repr(base.content.collections), repr(top.content.collections)) == before


# Who set it ------------------------------------------------------------------------------------------------------------


def test_each_value_knows_its_layer_and_its_line(tmp_path: Path) -> None:
    result = merge(tmp_path, "contacts:\n  desk:\n    phone: '7'\n", "contacts:\n  desk:\n    email: a@b.example\n")

    def set_at(*path: str) -> tuple[str, str]:
        place = result.location(path)
        return result.layer_of(path).name, f"{Path(place.file).parent.name}/{Path(place.file).name}:{place.line}"

    assert set_at("contacts", "desk", "title") == ("base", "base/more.yml:22")
    assert set_at("contacts", "desk", "phone") == ("layer1", "layer1/more.yml:3")
    assert set_at("contacts", "desk", "email") == ("layer2", "layer2/more.yml:3")
    assert set_at("id") == ("layer2", "layer2/sop.yml:1")


def test_the_topmost_place_is_where_the_top_layer_speaks_of_an_entry(tmp_path: Path) -> None:
    result = merge(tmp_path, "contacts:\n  desk:\n    phone: '7'\n")
    place = result.topmost_location(("contacts", "desk"))

    assert place is not None
    assert (Path(place.file).name, place.line) == ("more.yml", 3)
    assert result.topmost_location(("contacts", "security")) is None


@pytest.mark.parametrize(
    ("patch", "line"),
    [
        ("steps:\n  accept: {within: {p1: 2 hours}}\n", 2),
        ("steps:\n  accept:\n    within: {p2: null}\n", 3),
        ("contacts:\n  desk: {phone: '3'}\n", None),
    ],
)
def test_what_is_wrong_with_a_part_is_mended_where_the_top_layer_touches_it(
    tmp_path: Path, patch: str, line: int | None
) -> None:
    result = merge(tmp_path, patch)
    place = result.authors_location(("steps", "accept", "within"))
    below = result.layers[0].content.location(("steps", "accept", "within"))
    assert (place == below) if line is None else (place.line == line and place.file != below.file)


# What is found ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patch", "expected"),
    [
        (
            "contacts:\n  dekk: {phone: '7'}\n",
            ("B101", "more.yml:2", "there is no `contacts/dekk` in the layers below to change, and it is not complete on its own", "the nearest is `desk`; a new one needs `title`"),
        ),
        (
            "contacts:\n  desk:\n    after: securty\n",
            ("B102", "more.yml:3", "there is no `securty` beside `desk` to stand after", "the nearest is `security`"),
        ),
        (
            "contacts:\n  desk:\n    after: desk\n",
            ("B102", "more.yml:3", "there is no `desk` beside `desk` to stand after", "known are: `security`"),
        ),
        (
            "contacts:\n  desk:\n    after: [security]\n",
            ("B102", "more.yml:3", "`after` needs one id", "write  after: some-id"),
        ),
        (
            f"steps:\n  read:\n    {{through: aprove, {NEW_STEP}}}\n",
            ("B102", "more.yml:3", "there is no step `aprove` to lead through `read`", "the nearest is `approve`"),
        ),
        (
            "steps:\n  accept: {through_also: [escalations]}\n",
            (
                "B102",
                "more.yml:2",
                "`through_also` stands beside `through` and names what else leads through the step",
                "write  through_also: [escalations]",
            ),
        ),
        (
            f"steps:\n  read:\n    {{through: approve, after: accept, {NEW_STEP}}}\n",
            ("B102", "more.yml:3", "`through` and `after` each say where `read` stands", "keep one:  through: ..."),
        ),
        (
            "contacts:\n  desk: {phone: '1'}\n",
            ("B103", "more.yml:2", "this changes nothing: the layers below say the same", "delete it"),
        ),
        ("contacts:\n  desk: {}\n", ("B103", "more.yml:2", "this changes nothing: it says nothing", "delete it")),
        (
            "steps:\n  accept: {consulted: {add: [sales]}}\n",
            ("B103", "more.yml:2", "`sales` is in the list below already", "delete it"),
        ),
        (
            "contacts:\n  securty: null\n",
            ("B104", "more.yml:2", "`securty` is not in the layers below, so it cannot be removed", "the nearest is `security`"),
        ),
        (
            "steps:\n  accept: {consulted: {remove: [sale]}}\n",
            ("B104", "more.yml:2", "`sale` is not in the list below, so it cannot be removed", "the nearest is `sales`"),
        ),
        (
            "contacts:\n  door: {title: {en: Door}, phone: null}\n",
            ("B104", "more.yml:2", "`phone` is not in the layers below, so it cannot be removed", "known are: `title`"),
        ),
        (
            "steps:\n  accept: {consulted: [quality, law]}\n",
            ("B105", "more.yml:2", "this list replaces the one below and drops sales", "to keep them write  {add: [...], remove: [...]}"),
        ),
        (
            "steps:\n  accept: {title: {en: Welcome}}\n",
            ("B106", "more.yml:2", "this text changes in en only; zh stays as it was", "write the other language too"),
        ),
    ],
)  # fmt: skip
def test_a_slip_in_a_patch_is_found(tmp_path: Path, patch: str, expected: tuple[str, str, str, str]) -> None:
    assert found(merge(tmp_path, patch)) == [expected]


def test_a_place_beside_a_removed_entry_is_told_with_the_removal(tmp_path: Path) -> None:
    [(code, place, message, hint)] = found(merge(tmp_path, "contacts:\n  security: null\n  desk: {after: security}\n"))

    assert (code, place, hint) == ("B102", "more.yml:3", "name another one")
    assert message.startswith("there is no `security` beside `desk` to stand after any more: it was removed at ")


def test_remarks_and_warnings_about_a_layer_below_are_not_told_again(tmp_path: Path) -> None:
    below = "steps:\n  accept: {consulted: [quality, law], title: {en: Welcome}}\n"

    assert [finding[0] for finding in found(merge(tmp_path, below))] == ["B105", "B106"]
    (tmp_path / "over").mkdir()
    assert found(merge(tmp_path / "over", below, "contacts:\n  desk: {phone: '3'}\n")) == []


def test_a_slip_leaves_the_rest_of_the_layer_in_force(tmp_path: Path) -> None:
    result = merge(tmp_path, "contacts:\n  dekk: {phone: '7'}\n  security: {phone: '9'}\n")

    assert {key: contact["phone"] for key, contact in result.collections["contacts"].items()} == {
        "desk": "1",
        "security": "9",
    }
    assert not result.is_complete


# What always holds -----------------------------------------------------------------------------------------------------

KEYS = st.sampled_from(["a", "b", "c"])
VALUES = st.recursive(
    st.sampled_from(["1", "2"]) | st.lists(st.sampled_from(["x", "y"]), max_size=2),
    lambda inner: st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
BLOCKS = st.dictionaries(KEYS, VALUES, max_size=3)
PATCHES = st.dictionaries(
    KEYS,
    st.recursive(
        st.none() | st.sampled_from(["1", "2"]) | st.lists(st.sampled_from(["x", "y"]), max_size=2),
        lambda inner: st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=3,
)


class Anything:
    """A shape without texts, names and entries."""

    def needed_fields(self, _path: object) -> None: ...

    def is_text(self, _path: object) -> bool:
        return False

    def parts_of(self, _data: object, _path: object = ()) -> Iterator[PlainPart]:
        return iter(())

    def spoken_in(self, _string: str) -> list[tuple[str, str]]:
        return []

    def renamed(self, string: str, _instead: object) -> str:
        return string

    def title_mark(self, collection: str, name: str) -> str:
        return f"{collection}/{name}"


def plain(data: dict[str, Any], folder: Path) -> Layer:
    content = read_content(folder, (), ())
    return Layer("plain", type(content)(**{**vars(content), "collections": {"things": data}}))


def rfc_7396(target: Any, patch: Any) -> Any:
    """The algorithm as the RFC writes it, section 2."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = rfc_7396(result.get(name), value)
    return result


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("plain")
    (where / "sop.yml").write_text("{}\n", encoding="utf-8")
    return where


@settings(deadline=None)
@given(below=BLOCKS, patch=PATCHES)
def test_plain_blocks_merge_as_rfc_7396_says(folder: Path, below: dict[str, Any], patch: dict[str, Any]) -> None:
    layers = [plain(below, folder), plain(patch, folder)]
    result = resolved(layers, Anything())

    assert result.collections["things"] == rfc_7396(below, patch)
    again = resolved(layers, Anything())
    assert (again.collections, again.findings, again.set_by) == (result.collections, result.findings, result.set_by)


@settings(deadline=None)
@given(below=BLOCKS)
def test_an_empty_layer_changes_nothing(folder: Path, below: dict[str, Any]) -> None:
    result = resolved([plain(below, folder), plain({}, folder)], Anything())

    assert (result.collections, result.set_by, result.findings) == ({"things": below}, {}, [])


def test_a_language_that_the_handbook_does_not_have_needs_no_reminder(tmp_path: Path) -> None:
    patch = "steps:\n  accept: {title: {zh: 接待}}\n"

    assert merge(tmp_path, patch, header="id: top\nlocales: [zh]\n").findings == []


def test_fewer_languages_than_the_base_are_a_choice(tmp_path: Path) -> None:
    base = layer(tmp_path, "base", HEADER + "locales: [en, zh]\n", BASE)
    result = resolved([base, layer(tmp_path, "top", "id: top\nlocales: [zh]\n", "steps: {}\n")], shape)

    assert result.header is not None
    assert result.header["locales"] == ["zh"]
    assert result.findings == []


# Blocks are no lists ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_collection_is_not_patched_as_a_list(tmp_path: Path, collection: str) -> None:
    merged = merge(tmp_path, f"{collection}: {{remove: [desk], add: [till]}}")

    [found] = [finding for finding in merged.findings if finding.is_error]
    assert (found.code, found.message) == (
        "B104",
        f"`{collection}` is a block and no list, so it has no `add` and no `remove`",
    )
    assert found.hint == "to remove something write  desk: null; to add something, write it here under its name"
    assert str(found.location).endswith(f"more.yml:1:{len(collection) + 4}")
    assert isinstance(merged.collections[collection], dict)


@pytest.mark.parametrize("path", ["actions", "title", "decisions"])
def test_a_block_in_an_entry_is_not_patched_as_a_list(tmp_path: Path, path: str) -> None:
    merged = merge(tmp_path, f"steps: {{accept: {{{path}: {{remove: [greet]}}}}}}")

    assert [finding.code for finding in merged.findings] == ["B104"]
    assert merged.collections["steps"]["accept"][path] == merge_nothing(tmp_path)["steps"]["accept"][path]


def merge_nothing(folder: Path) -> dict[str, Any]:
    (folder / "plain").mkdir()
    return merge(folder / "plain").collections


# Places of steps -------------------------------------------------------------------------------------------------------


def test_a_new_step_without_a_place_is_told(tmp_path: Path) -> None:
    result = merge(tmp_path, f"steps:\n  read: {{{NEW_STEP}}}\n  watch: {{standing: true, {NEW_STEP}}}\n")

    assert found(result) == [
        (
            "B113",
            "more.yml:2",
            "`read` does not say where it stands, so it is the last step, after `approve`",
            "write where:  after: approve  or another step; or  through: STEP",
        )
    ]


def test_steps_of_a_layer_that_keeps_none_of_the_base_need_no_place(tmp_path: Path) -> None:
    gone = "".join(f"  {step}: null\n" for step in ("accept", "verify", "approve"))
    result = merge(tmp_path, f"steps:\n{gone}  read: {{{NEW_STEP}}}\n", header="id: top\nstart: read\n")

    assert "B113" not in [finding.code for finding in result.findings]


def test_steps_between_leave_each_others_ways_alone(tmp_path: Path) -> None:
    patch = f"steps:\n  law: {{through: approve, next: approve, {NEW_STEP}}}\n  tax: {{through: verify, next: approve, {NEW_STEP}}}\n"
    steps = merge(tmp_path, patch).collections["steps"]

    assert list(steps) == ["accept", "tax", "verify", "law", "approve"]
    assert (steps["law"]["next"], steps["tax"]["next"]) == ("approve", "approve")
    assert steps["accept"]["decisions"]["kind"]["outcomes"]["again"]["next"] == "law"


@pytest.mark.parametrize("order", ["law tax", "tax law"])
def test_a_step_between_may_itself_have_a_step_before_it(tmp_path: Path, order: str) -> None:
    each = {
        "law": f"  law: {{through: approve, through_also: [escalations], {NEW_STEP}}}\n",
        "tax": f"  tax: {{through: law, through_also: [escalations], {NEW_STEP}}}\n",
    }
    result = merge(tmp_path, "steps:\n" + "".join(each[name] for name in order.split()))

    assert found(result) == []
    assert list(result.collections["steps"]) == ["accept", "verify", "tax", "law", "approve"]
    assert result.collections["escalations"]["press"]["next"] == "tax"


@settings(deadline=None)
@given(moves=st.lists(st.tuples(st.sampled_from("abcde"), st.booleans(), st.sampled_from("abcde")), max_size=8))
def test_many_moves_are_the_same_as_one_after_the_other(moves: list[tuple[str, bool, str]]) -> None:
    order, plainly = Order("abcde"), list("abcde")
    last: dict[str, str] = {}
    for key, behind, target in moves:
        if key != target:
            order.move(key, target, behind=behind)
            beside = last.get(target, target) if behind else target
            if beside != key:
                plainly.remove(key)
                plainly.insert(plainly.index(beside) + behind, key)
            if behind:
                last[target] = key

    assert list(order) == plainly
