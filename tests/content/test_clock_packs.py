"""Packs of clocks are read as further files of the content, and only where the header names them."""

from __future__ import annotations

from pathlib import Path

from amends.content.clock_packs import COLLECTION, entries_in, pack_files, read_pack
from amends.content.place import find_place
from amends.read import read_sop
from amends.shipped import shipped
from builders import FILES, HEADER, TODAY, Found, check_files, corner_shop
from small_sop import SmallSop


def found(folder: Path, use: str, **files: str) -> list[Found]:
    everything = FILES | {"sop": f"{HEADER}use_clocks: {use}\n"} | files
    return [it for it in check_files(folder, everything) if it.code[0] in "CMR"]


def clocks(folder: Path) -> list[str]:
    sop = read_sop(find_place(str(folder)), TODAY).sop
    assert sop is not None
    return list(sop.clocks)


def test_no_clock_is_used_that_nobody_named(tmp_path: Path) -> None:
    assert check_files(tmp_path, FILES) == []
    assert clocks(tmp_path) == ["final-response"]


def test_the_clocks_of_the_packs_follow_those_of_the_sop_in_the_order_of_the_names(tmp_path: Path) -> None:
    assert found(tmp_path, "[us-dot, uk-nhs-england]") == []
    assert clocks(tmp_path) == [
        "final-response",
        "us-dot-acknowledgement",
        "us-dot-response",
        "us-dot-disability",
        "uk-nhs-acknowledgement",
        "uk-nhs-response",
    ]
    files = read_sop(find_place(str(tmp_path)), TODAY).content.files
    assert [Path(file).name for file in files[-2:]] == ["us-dot.yml", "uk-nhs-england.yml"]


def test_one_clock_of_a_pack_may_be_named_alone_or_twice(tmp_path: Path) -> None:
    assert found(tmp_path, "[uk-fca-disp/uk-disp-final-response, uk-fca-disp/uk-disp-final-response]") == []
    assert clocks(tmp_path) == ["final-response", "uk-disp-final-response"]


def test_a_superseded_clock_comes_with_the_one_that_has_replaced_it(tmp_path: Path) -> None:
    assert found(tmp_path, "[cn-consumer-law/cn-order-20-mediation]") == []
    assert clocks(tmp_path) == ["final-response", "cn-order-20-mediation", "cn-order-121-mediation"]


def test_an_unknown_pack_is_told_where_it_is_named_with_the_nearest(tmp_path: Path) -> None:
    [it] = found(tmp_path, "[us-dot, uk-fca-dips]")
    assert it == Found("C009", "sop.yml: use_clocks: [us-dot, uk-fca-dips]", "there is no pack of clocks `uk-fca-dips`")
    [finding] = (it for it in read_sop(find_place(str(tmp_path)), TODAY).findings if it.code == "C009")
    assert finding.hint == "the nearest is `uk-fca-disp`"
    assert finding.location.column == 22


def test_an_unknown_clock_of_a_pack_is_told_with_the_nearest(tmp_path: Path) -> None:
    [it] = found(tmp_path, "[us-dot/us-dot-respons]")
    assert it.message == "the pack `us-dot` has no clock `us-dot-respons`"


def test_a_path_is_no_pack(tmp_path: Path) -> None:
    [it] = found(tmp_path, "['../reference/sop']")
    assert it.message == "there is no pack of clocks `..`"


def test_a_clock_that_the_sop_defines_itself_is_told(tmp_path: Path) -> None:
    tables = FILES["tables"].replace("  final-response:", "  us-dot-response:")
    [it] = found(tmp_path, "[us-dot]", tables=tables)
    assert it.code == "C001"
    assert it.message.startswith("`clocks/us-dot-response` of this pack is already defined in ")


def test_every_shipped_pack_is_found_by_its_name() -> None:
    files = pack_files(shipped("sop") / "clocks")
    assert {name: list(entries_in(read_pack(file), COLLECTION)) for name, file in files.items()}["us-dot"] == [
        "us-dot-acknowledgement",
        "us-dot-response",
        "us-dot-disability",
    ]
    assert len(files) == len(list((shipped("sop") / "clocks").iterdir()))


def test_what_is_no_list_of_names_is_told_by_the_model(tmp_path: Path) -> None:
    assert [it.code for it in found(tmp_path, "us-dot")] == ["M003"]
    assert [it.code for it in found(tmp_path, "[[us-dot]]")] == ["M003"]


def test_a_pack_brings_the_events_that_its_chosen_clocks_name(tmp_path: Path) -> None:
    def events(use: str, **files: str) -> dict[str, str]:
        check_files(tmp_path, FILES | {"sop": f"{HEADER}use_clocks: {use}\n"} | files)
        sop = read_sop(find_place(str(tmp_path)), TODAY).sop
        assert sop is not None
        return {key: event.title.strings["en"] for key, event in sop.events.items()}

    assert events("[us-dot]") == {}
    assert list(events("[uk-fca-disp/uk-disp-final-response]")) == ["delay-explained"]
    # And those after which these come.
    assert list(events("[uk-housing-ombudsman/uk-housing-stage-2-response]")) == [
        "escalated",
        "escalation-acknowledged",
        "escalation-answered",
    ]
    both = "[uk-fca-disp, eu-psd2]"
    assert events(both) == {
        "holding-reply": "holding reply sent",
        "delay-explained": "reasons for the delay told in writing",
    }
    assert found(tmp_path, both) == []
    own = "events: {holding-reply: {title: Interim letter sent, since: from the interim letter}}\n"
    assert events(both, own=own)["holding-reply"] == "Interim letter sent"


def test_events_of_packs_and_of_an_sop_pass_through_layers(tmp_path: Path) -> None:
    escalated = "events: {escalated: {title: Escalated, since: from the escalation, follows: answered}}\n"
    steps = FILES["steps"].replace("    next: end/settled\n", "    next: end/settled\n    sets: escalated\n")
    corner_shop(
        tmp_path / "base", FILES | {"steps": steps, "events": escalated, "sop": f"{HEADER}use_clocks: [eu-psd2]\n"}
    )
    header = "id: north\nextends: ../base\nuse_clocks: [us-cfpb]\n"
    more = "events: {escalated: {follows: agreed}, visited: {title: Visited, since: from the visit}}\n"
    layer = SmallSop(tmp_path / "north", {"sop.yml": header, "more.yml": more}, TODAY)
    reading = layer.reading()
    assert [it.code for it in reading.findings if it.is_error] == []
    assert reading.sop is not None
    assert {key: event.follows for key, event in reading.sop.events.items()} == {
        "escalated": "agreed",
        "holding-reply": "received",
        "visited": "received",
    }
