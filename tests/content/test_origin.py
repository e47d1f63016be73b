"""`amends show` and `amends copy`: a resolved entry with who set it, and as a file of the top layer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.cli import main
from amends.content.place import find_place
from amends.read import read_sop
from builders import TODAY, corner_shop


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site over the corner shop: another phone, and no second role."""
    corner_shop(tmp_path / "shop")
    own = tmp_path / "site"
    own.mkdir()
    (own / "sop.yml").write_text("id: site\nextends: ../shop\n", encoding="utf-8")
    (own / "people.yml").write_text(
        "contacts:\n  counter:\n    phone: '7'\nwording:\n  waiting: null\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return own


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output.replace(os.sep, "/")


COUNTER = """\
contacts/counter:
  title:
    en: Counter  # corner-shop: shop/people.yml:7
    zh: 柜台  # corner-shop: shop/people.yml:7
  phone: '7'  # site: site/people.yml:3
"""


@pytest.mark.parametrize("name", ["contacts/counter", "counter"])
def test_each_value_is_shown_with_who_set_it(site: Path, name: str) -> None:
    assert run("show", name, site.name) == (0, COUNTER)


def test_a_part_and_a_header_field_are_shown(site: Path) -> None:
    assert run("show", "contacts/counter/phone", site.name) == (
        0,
        "contacts/counter/phone: '7'  # site: site/people.yml:3\n",
    )
    assert run("show", "start", site.name) == (0, "start: accept  # corner-shop: shop/sop.yml:5\n")
    assert run("show", "steps/accept/actions/listen/sources", site.name)[1].startswith(
        "steps/accept/actions/listen/sources: [manual-rules/listen]  # corner-shop:"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("contacts/conter", "amends: there is no entry “contacts/conter”; the nearest is `contacts/counter`\n"),
        ("wording/waiting", "amends: wording/waiting is not there any more: it was removed at site/people.yml:5:3\n"),
    ],
)
def test_an_entry_that_is_not_there_is_a_message(site: Path, name: str, message: str) -> None:
    assert run("show", name, site.name) == (2, message)


def test_a_copied_entry_is_a_file_of_the_layer_and_changes_nothing(site: Path) -> None:
    before = read_sop(find_place(str(site)), TODAY).sop
    assert run("copy", "departments/shop", site.name) == (
        0,
        "departments/shop is now in site/copied/departments-shop.yml: keep what you change, delete the rest\n",
    )

    assert (
        (site / "copied" / "departments-shop.yml").read_text(encoding="utf-8")
        == """\
# Copied from corner-shop by  amends copy departments/shop
# Keep what you change, and delete the rest: what stands here no longer follows the base.
departments:
  shop:
    title:
      en: Shop
      zh: 门店
    colour: teal
"""
    )
    reading = read_sop(find_place(str(site)), TODAY)
    assert reading.sop == before
    assert {finding.code for finding in reading.findings if "copied" in finding.location.file} == {"B103"}


@pytest.mark.parametrize(
    "name", ["steps/accept", "clocks/final-response", "metrics/on-time", "frameworks/manual-rules"]
)
def test_any_entry_can_be_copied_and_read_again(site: Path, name: str) -> None:
    before = read_sop(find_place(str(site)), TODAY).sop
    run("copy", name, site.name)

    assert read_sop(find_place(str(site)), TODAY).sop == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("contacts/counter", "amends: contacts/counter is in this layer already, at site/people.yml:2:3; edit it there\n"),
        ("steps/accept/actions", "amends: steps/accept/actions is no entry of a collection; name one:  amends copy steps/some-id\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_copied_is_a_message_and_writes_nothing(site: Path, name: str, message: str) -> None:
    assert run("copy", name, site.name) == (2, message)
    assert not (site / "copied").exists()


def test_a_file_that_is_there_is_never_overwritten(site: Path) -> None:
    (site / "copied").mkdir()
    file = site / "copied" / "departments-shop.yml"
    file.write_text("# mine\ncontrols: {}\n", encoding="utf-8")

    assert run("copy", "departments/shop", site.name)[0] == 2
    assert file.read_text(encoding="utf-8") == "# mine\ncontrols: {}\n"
