"""A variant is one more layer: its values reach the SOP, and each is traced to its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from amends.content.place import find_place
from amends.model.sop import Sop
from amends.model.text import Text
from amends.read import Reading, read_sop
from amends.variants.roster import read_roster
from builders import TODAY, corner_shop


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return corner_shop(tmp_path / "shop").folder


def reading(shop: Path, variant: str, **layers: str) -> Reading:
    """The SOP with one variant over it; `layers` are the texts of further files of layers: `brand="roles: ..."`."""
    for name, text in layers.items():
        folder = shop.parent / name
        folder.mkdir()
        (folder / "sop.yml").write_text(text, encoding="utf-8")
    file = shop.parent / "variants.yml"
    file.write_text(f"variants:\n  North-1:\n{variant}", encoding="utf-8")
    [only] = read_roster(file).variants
    return read_sop(replace(find_place(str(shop)), variant=only), TODAY)


def sop(shop: Path, variant: str, **layers: str) -> Sop:
    read = reading(shop, variant, **layers)
    assert (read.sop is not None, [finding for finding in read.findings if finding.is_error]) == (True, [])
    assert read.sop is not None
    return read.sop


def test_a_text_without_a_locale_is_in_all_locales(shop: Path) -> None:
    changed = sop(shop, "    organisation: {name: North}\n    roles: {manager: {never: {promise: Promise.}}}\n")

    assert changed.organisation.name == Text({"en": "North", "zh": "North"})
    assert changed.roles["manager"].never["promise"].text == Text({"en": "Promise.", "zh": "Promise."})


def test_null_removes_what_the_project_has(shop: Path) -> None:
    assert sop(shop, "    wording: {waiting: null}\n    organisation: {site_url: null}\n").wording == {}


def test_null_removes_a_whole_collection_and_what_named_it(shop: Path) -> None:
    changed = sop(shop, "    frameworks: null\n    contacts: null\n")

    assert (changed.frameworks, changed.contacts, changed.roles["assistant"].contact) == ({}, {}, None)


def test_a_text_with_locales_changes_these_alone(shop: Path) -> None:
    assert sop(shop, "    organisation: {name: {zh: 北店}}\n").organisation.name == Text(
        {"en": "Corner Shop", "zh": "北店"}
    )


def test_a_variant_has_an_id_and_an_address_of_its_own(shop: Path) -> None:
    changed = sop(shop, "    paper: letter\n")

    assert changed.id == "corner-shop-north-1"
    assert changed.organisation.site_url == "https://shop.example/handbook/North-1/"
    assert changed.paper == "letter"


def test_an_address_that_a_variant_writes_counts(shop: Path) -> None:
    changed = sop(shop, '    organisation: {site_url: "https://north.example/"}\n')

    assert changed.organisation.site_url == "https://north.example/"


def test_the_default_locale_is_the_first_of_the_variant_unless_it_has_the_one_of_the_project(shop: Path) -> None:
    assert sop(shop, "    locales: [zh]\n").default_locale == "zh"
    assert sop(shop, "    locales: [zh, en]\n").default_locale == "en"


def test_layers_of_a_variant_lie_between_the_project_and_its_values(shop: Path) -> None:
    changed = sop(
        shop,
        "    layer: [brand, region]\n    contacts: {counter: {phone: '9'}}\n",
        brand="id: brand\nextends: ../shop\nroles: {manager: {code: B}, assistant: {code: B}}\n",
        region='id: region\nroles: {manager: {code: R}}\ncontacts: {counter: {phone: "8", email: r@shop.example}}\n',
    )

    assert (changed.roles["manager"].code, changed.roles["assistant"].code) == ("R", "B")
    assert (changed.contacts["counter"].phone, changed.contacts["counter"].email) == ("9", "r@shop.example")


def test_a_layer_that_extends_another_place_is_told(shop: Path) -> None:
    read = reading(shop, "    layer: brand\n", brand="id: brand\nextends: reference\n")

    [finding] = [finding for finding in read.findings if finding.is_error]
    assert (finding.code, Path(finding.location.file).parent.name, finding.location.line) == ("B107", "brand", 2)
    assert finding.message == f"`extends: reference` does not lead to {shop}, over which this layer is put here"


def test_each_value_is_traced_to_its_line(shop: Path) -> None:
    content = reading(shop, "    contacts:\n      counter:\n        phone: '9'\n").content

    assert content.layer_of(("contacts", "counter", "phone")).name == "North-1"
    assert (content.location(("contacts", "counter", "phone")).line, content.location(("id",)).line) == (5, 2)
    assert Path(content.location(("contacts", "counter", "phone")).file).name == "variants.yml"
    assert Path(content.location(("contacts", "counter", "title")).file).name == "people.yml"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("    organisation: {site_url: shop}\n", "M003 3:20"),
        ("    organisation: North\n", "M003 3:5"),
        ("    contacts: {conter: {phone: '7'}}\n", "B101 3:25"),
        ("    contacts: {counter: {fone: '7'}}\n", "M002 3:26"),
        ("    paper: a5\n", "M003 3:5"),
        ("    roles: {assistant: {contact: desk}}\n", "R101 3:25"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_the_variant_makes_it(shop: Path, text: str, place: str) -> None:
    found = [finding for finding in reading(shop, text).findings if finding.is_error]

    assert [f"{it.code} {it.location.line}:{it.location.column}" for it in found] == [place]
    assert Path(found[0].location.file).name == "variants.yml"


def test_a_variant_that_removes_what_an_sop_needs_is_told(shop: Path) -> None:
    found = [finding for finding in reading(shop, "    organisation: null\n").findings if finding.is_error]

    assert [(it.code, it.message) for it in found] == [("M001", "the field `organisation` is missing")]
