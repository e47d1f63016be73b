"""Which variants there are, and what each says: from YAML, from a table, and from both."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from amends.content.variant import Variant
from amends.finding import Findings, UsageError
from amends.variants.roster import Roster, read_roster
from commands import ROOT


def roster(folder: Path, **files: str) -> Roster:
    """The roster of `variants.yml`, or of `branches.csv` if there is no other file."""
    names = {"variants": "variants.yml", "branches": "branches.csv"}
    for name, text in files.items():
        (folder / names[name]).write_text(text, encoding="utf-8")
    return read_roster(folder / names["variants" if "variants" in files else "branches"])


def refused(folder: Path, **files: str) -> list[tuple[str, str]]:
    with pytest.raises(Findings) as caught:
        roster(folder, **files)
    return [
        (
            f"{finding.code} {Path(finding.location.file).name}:{finding.location.line}:{finding.location.column}",
            finding.message,
        )
        for finding in caught.value.findings
    ]


def said(variant: Variant) -> dict[str, object]:
    return {".".join(setting.path): setting.value for setting in variant.settings}


def problems(variant: Variant) -> list[tuple[str, int, int]]:
    return [(it.code, it.location.line, it.location.column) for it in variant.problems]


def layer(folder: Path, name: str) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "sop.yml").write_text(f"id: {Path(name).name}\n", encoding="utf-8")
    return folder / name


# YAML ------------------------------------------------------------------------------------------------------------------


def test_a_variant_says_values_by_their_paths_with_their_places(tmp_path: Path) -> None:
    [north, plain] = roster(
        tmp_path,
        variants="""\
variants:
  north:
    organisation: {name: {en: North}}
    locales: [en]
    contacts:
      counter: {phone: "7"}
      porter: null
  plain:
""",
    ).variants

    assert said(north) == {
        "organisation.name.en": "North",
        "locales": ["en"],
        "contacts.counter.phone": "7",
        "contacts.porter": None,
    }
    assert [(it.location.line, it.location.column) for it in north.settings] == [(3, 27), (4, 5), (6, 17), (7, 7)]
    assert (north.id, north.location.line, plain.settings) == ("north", 2, ())


def test_what_every_variant_has_counts_where_a_variant_says_nothing_else(tmp_path: Path) -> None:
    brand, own = layer(tmp_path, "brand"), layer(tmp_path, "own")
    one, two = roster(
        tmp_path,
        variants="""\
every:
  layer: brand
  paper: letter
  organisation: {name: Group, site_url: "https://g.example/"}
  contacts: {counter: {phone: "1", email: a@g.example}}
variants:
  one: {}
  two:
    layer: [own]
    organisation: {name: {en: Two}}
    contacts: {counter: null}
""",
    ).variants

    assert one.layers == (brand,)
    assert said(one)["organisation.name"] == "Group"
    assert two.layers == (brand, own)
    assert said(two) == {
        "paper": "letter",
        "organisation.site_url": "https://g.example/",
        "organisation.name.en": "Two",
        "contacts.counter": None,
    }


def test_a_wrong_field_is_a_problem_of_its_variant_alone(tmp_path: Path) -> None:
    bad, good = roster(
        tmp_path,
        variants="""\
variants:
  bad:
    organization: {name: North}
    extends: reference
    contacts: none
    layer: {a: b}
  good: {paper: letter}
""",
    ).variants

    assert problems(bad) == [("V003", 3, 5), ("V003", 4, 5), ("V003", 5, 5), ("V006", 6, 5)]
    assert bad.settings == ()
    assert good.problems == ()


def test_a_whole_collection_is_removed_only_where_it_is_written_out(tmp_path: Path) -> None:
    [north, south] = roster(
        tmp_path, variants="variants:\n  north: {goodwill: null}\n  south:\n    goodwill:\n"
    ).variants

    assert (said(north), problems(north)) == ({"goodwill": None}, [])
    assert (said(south), problems(south)) == ({}, [("V003", 4, 5)])


def test_a_layer_that_is_not_there_is_told_with_the_place_where_it_would_be(tmp_path: Path) -> None:
    [variant] = roster(tmp_path, variants="variants:\n  a:\n    layer: [brands/x, /abs]\n").variants

    assert problems(variant) == [("V006", 3, 5), ("V006", 3, 5)]
    where = tmp_path / "brands" / "x" / "sop.yml"
    assert variant.problems[0].hint == f"write one, with a line such as  id: north,  as {where}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("variant:\n  a: {}\n", "V007 variants.yml:1:1"),
        ("variants: [a]\n", "V007 variants.yml:1:1"),
        ("variants: {}\n", "V007 variants.yml:0:0"),
        ("- a\n", "V007 variants.yml:0:0"),
        ("table: [a]\n", "V007 variants.yml:1:1"),
        ("variants:\n  a: {}\nevery: {papper: a4}\n", "V003 variants.yml:3:9"),
        ("variants:\n  a b: {}\n", "V001 variants.yml:2:3"),
        ("variants:\n  Con: {}\n", "V001 variants.yml:2:3"),
        ("variants:\n  a: {}\n  b: {}\n  A: {}\n", "V002 variants.yml:4:3"),
    ],
)  # fmt: skip
def test_a_list_that_nobody_could_act_on_is_refused(tmp_path: Path, text: str, place: str) -> None:
    assert [found for found, _ in refused(tmp_path, variants=text)] == [place]


def test_an_id_that_two_files_list_names_both_places(tmp_path: Path) -> None:
    [(place, message)] = refused(
        tmp_path, variants="table: branches.csv\nvariants:\n  north: {}\n", branches="id\nsouth\nNorth\n"
    )

    assert place == "V002 branches.csv:3:1"
    assert message == f"the variant `north` is listed already, at {tmp_path / 'variants.yml'}:3:3"


def test_a_file_that_is_not_there_is_a_wrong_place(tmp_path: Path) -> None:
    with pytest.raises(Findings, match=r"variants\.yml:1:1: there is no file `branches\.csv`"):
        roster(tmp_path, variants="table: branches.csv\n")
    os.mkfifo(tmp_path / "branches.csv")
    with pytest.raises(UsageError, match=r"branches\.csv: is no file"):
        roster(tmp_path, variants="table: branches.csv\n")


# Tables ----------------------------------------------------------------------------------------------------------------


def test_each_row_is_a_variant_and_each_column_a_field(tmp_path: Path) -> None:
    brand = layer(tmp_path, "brand")
    north, south = roster(
        tmp_path,
        branches="""\
id;layer;locales;organisation.name;organisation.name.zh;#remark;contacts.counter.phone
0042;brand;en zh;;北店;ask Eve;+41 44 000 00 00
South;;;South;;#N/A;
""".replace("organisation.name;organisation.name.zh", "organisation.name.en;organisation.name.zh"),
    ).variants

    assert (north.id, north.layers) == ("0042", (brand,))
    assert said(north) == {
        "locales": ["en", "zh"],
        "organisation.name.zh": "北店",
        "contacts.counter.phone": "+41 44 000 00 00",
    }
    assert [(it.location.line, it.location.column) for it in north.settings] == [(2, 12), (2, 19), (2, 30)]
    assert (said(south), south.problems) == ({"organisation.name.en": "South"}, ())


def test_what_every_variant_has_holds_for_the_rows_of_a_table(tmp_path: Path) -> None:
    [row] = roster(tmp_path, variants="every: {paper: letter}\ntable: branches.csv\n", branches="id\na\n").variants

    assert said(row) == {"paper": "letter"}


@pytest.mark.parametrize(
    ("header", "column", "message", "hint"),
    [
        ("#name", 1, "no column is called `id`", "call the column with the ids `id`"),
        ("id,organisation.nmae", 4, "`organisation` has no field `nmae`", "the nearest is `name`"),
        ("id,telephone", 4, "a variant has no field `telephone`", "see the names that are defined"),
        ("id,extends", 4, "a variant has no `extends`", "a variant stands over the project; name further folders with  layer: FOLDER"),
        ("id,organisation.name.english", 4, "`organisation.name` has no field `english`", "a text has one part for each locale: en, zh, ..."),
        ("id,contacts.counter.phone.x", 4, "`contacts.counter.phone` has no field `x`", "write  contacts.counter.phone"),
        ("id,locales.en", 4, "`locales` has no field `en`", "write  locales"),
        ("id,contacts.counter", 4, "`contacts.counter` holds several values, and a cell holds one", "name one of them:  contacts.counter.title"),
        ("id,contacts", 4, "`contacts` holds several values, and a cell holds one", "name one of them:  contacts.some-id"),
        ("id,,paper", 4, "this column has no name", "name a field, or begin the name with “#”"),
        ("id,id", 4, "the columns `id` and `id` set the same value", "delete one of them"),
        ("id,paper,paper", 10, "the columns `paper` and `paper` set the same value", "delete one of them"),
        ("id,organisation.name,organisation.name.en", 22, "the columns `organisation.name` and `organisation.name.en` set the same value", "delete one of them"),
    ],
)  # fmt: skip
def test_a_wrong_column_is_refused_in_the_first_row(
    tmp_path: Path, header: str, column: int, message: str, hint: str
) -> None:
    (tmp_path / "branches.csv").write_text(f"{header}\n{'a,' * header.count(',')}a\n", encoding="utf-8")

    with pytest.raises(Findings) as caught:
        read_roster(tmp_path / "branches.csv")

    [finding] = caught.value.findings
    assert (finding.location.line, finding.location.column) == (1, column)
    assert (finding.message, finding.hint) == (message, hint)


def test_a_spoilt_cell_and_an_uneven_row_are_problems_of_their_rows(tmp_path: Path) -> None:
    spoilt, short, long, sound = roster(
        tmp_path,
        branches="id,contacts.counter.phone,organisation.name\na,4.1E+10,#NAME?\nb,7\nc,7,North,at the sea\nd,7E,#1\n",
    ).variants

    assert problems(spoilt) == [("V005", 2, 3), ("V005", 2, 11)]
    assert problems(short) == [("V004", 3, 1)]
    assert problems(long) == [("V004", 4, 11)]
    assert problems(sound) == []


def test_a_row_without_an_id_is_refused_with_all_others(tmp_path: Path) -> None:
    assert [place for place, _ in refused(tmp_path, branches="id,paper\n,a4\nx y,a4\n")] == [
        "V001 branches.csv:2:1",
        "V001 branches.csv:3:1",
    ]


def test_a_table_with_names_of_columns_alone_lists_nobody(tmp_path: Path) -> None:
    assert refused(tmp_path, branches="id,paper\n") == [("V007 branches.csv:0:0", "no variant is listed here")]
    assert refused(tmp_path, branches="\n") == [("V007 branches.csv:0:0", "no variant is listed here")]


# The page of variants --------------------------------------------------------------------------------------------------


def test_the_examples_of_the_page_are_read_without_a_problem(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "variants.md").read_text(encoding="utf-8")
    [first, with_table] = [text for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "every:" in text]
    [table] = re.findall(r"^```\n(id;.*?)^```$", page, re.DOTALL | re.MULTILINE)
    for name in ("brands/aurora", "countries/us", "bank"):
        layer(tmp_path, name)

    brands = roster(tmp_path, variants=first).variants
    branches = roster(tmp_path, variants=with_table, branches=table).variants

    assert [variant.id for variant in (*brands, *branches)] == [
        *("aurora-en", "aurora-us", "aurora-lakeside"),
        *("0001", "0002"),
    ]
    assert [variant.problems for variant in (*brands, *branches)] == [()] * 5
    assert [len(variant.layers) for variant in (*brands, *branches)] == [1, 2, 1, 1, 1]
    assert said(branches[0])["locales"] == ["de", "en"]


# Choosing --------------------------------------------------------------------------------------------------------------


def test_some_variants_are_chosen_in_the_order_of_the_list(tmp_path: Path) -> None:
    listed = roster(tmp_path, branches="id\na\nb\nc\n")

    assert [variant.id for variant in listed.chosen(["c", "a"])] == ["a", "c"]
    assert [variant.id for variant in listed.chosen([])] == ["a", "b", "c"]
    with pytest.raises(UsageError, match="there is no variant “d”; known are: `a`, `b`, `c`"):
        listed.chosen(["d"])
