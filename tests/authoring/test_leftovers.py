"""Whatever of a base is not yet the project's own is listed: values to paste, sentences to read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from amends.authoring.leftovers import leftovers
from amends.cli import main
from amends.read import read_layered
from builders import FILES, TODAY, corner_shop
from small_sop import SmallSop

MARKS = "example: [contacts/*/phone, authority/*/limit/amount]\nlaw: {CN: [variables/quiet-place/zh, variables/quiet-place/en]}\n"
MORE = """\
authority:
  l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: CNY}, how: {en: "Count each yuan.", zh: "按人民币计。"}}
  l2: {code: L2, roles: [manager], limit: unlimited}
goodwill: {usual: {title: {en: "A voucher", zh: "代金券"}, slight: {en: "One", zh: "一张"}, hardship: {en: "Two", zh: "两张"}}}
"""
OWN = """\
id: own
extends: ../base
locales: [en]
organisation: {name: {en: Mill}, site_url: null}
keep: [contacts, variables, authority]
"""


def left(folder: Path, own: str = OWN, **base: str) -> str:
    files = {**FILES, "sop": FILES["sop"] + MARKS, "more": MORE, **base}
    corner_shop(folder / "base", files)
    sop = SmallSop(folder / "own", {"sop.yml": own}, TODAY)
    return leftovers(read_layered(sop.place)).replace(f"{folder}/own/../", "").replace(f"{folder}/", "")


def test_nothing_is_left_of_what_is_kept_on_purpose(tmp_path: Path) -> None:
    assert left(tmp_path) == ""


def test_values_are_yaml_to_paste_in_the_languages_that_are_shown(tmp_path: Path) -> None:
    without_keep = OWN.replace("keep: [contacts, variables, authority]\n", "")
    text = left(tmp_path, without_keep)

    assert text == (
        "# for sop.yml: write yours, or name what is right in  keep: [...]  of sop.yml\n"
        "# what holds in CN only: variables/quiet-place/en\n"
        "variables:\n  quiet-place:\n    en: the back room\n"
        "\n# for any file of your own: write yours, or name what is right in  keep: [...]  of sop.yml\n"
        "# examples of corner-shop\n"
        "contacts:\n  counter:\n    phone: ext. 1\n"
        "authority:\n  l1:\n    limit:\n      amount: '50'\n"
    )
    header, entries = text.split("\n\n")
    pasted = SmallSop(tmp_path / "own", {"sop.yml": f"{without_keep}{header}\n", "more.yml": entries}, TODAY)
    assert leftovers(read_layered(pasted.place)) == ""
    assert [it for it in pasted.reading().findings if it.is_error] == []


def test_a_whole_entry_is_shown_in_the_languages_of_the_handbook(tmp_path: Path) -> None:
    marks = FILES["sop"] + "law: {CN: [contacts/counter]}\n"
    text = left(tmp_path, OWN.replace("keep: [contacts, ", "keep: ["), sop=marks)

    assert yaml.safe_load(text)["contacts"]["counter"]["title"].keys() == {"en"}


def test_sentences_that_speak_of_removed_entries_are_listed(tmp_path: Path) -> None:
    steps = FILES["steps"].replace("Look at the goods.", "Promises first.")
    text = left(tmp_path, OWN + "scripts: {promise: null}\n", steps=steps)

    assert text == (
        "# texts that still speak of what is removed\n"
        "steps/verify/actions/look/do/en: Promises first.\n  scripts/promise; corner-shop: base/steps.yml:32\n"
    )


def test_ids_and_other_words_that_hold_the_title_speak_of_nothing_removed(tmp_path: Path) -> None:
    more = MORE + "contacts: {sales: {title: {en: Sales, zh: 销售}, phone: '2'}}\n"
    words = FILES["words"].replace("I will look now", "Our after-sales team, {{ role:sales-desk }}, will look now")
    own = f"{OWN}contacts: {{sales: null}}\n"
    text = left(tmp_path, own, more=more, words=words)

    assert "speak of what is removed" not in text


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_sentences_that_speak_of_a_removed_collection_are_listed(tmp_path: Path, locale: str) -> None:
    steps = FILES["steps"].replace("Look at the goods.", "Offer goodwill.").replace("查看商品。", "给予善意补偿。")
    text = left(tmp_path, OWN.replace("[en]", f"[{locale}]") + "goodwill: null\n", steps=steps)

    assert [line for line in text.splitlines() if line.startswith("steps/")] == [
        f"steps/verify/actions/look/do/{locale}: {'Offer goodwill.' if locale == 'en' else '给予善意补偿。'}"
    ]


def test_other_currencies_than_the_own_are_listed(tmp_path: Path) -> None:
    text = left(tmp_path, OWN + "authority: {l2: {limit: {amount: '90', currency: GBP}}}\n")

    assert text == (
        "# other currencies than GBP\n"
        "authority/l1/limit/currency: CNY\n  CNY; corner-shop: base/more.yml:2\n"
        "authority/l1/how/en: Count each yuan.\n  CNY; corner-shop: base/more.yml:2\n"
    )


def test_the_country_of_the_calendar_says_which_currency_is_the_own(tmp_path: Path) -> None:
    own = OWN + "calendar: {country: AU, time_zone: Australia/Sydney}\n"

    assert "# other currencies than AUD\n" in left(tmp_path, own)


def test_the_address_of_another_site_is_listed(tmp_path: Path) -> None:
    text = left(tmp_path, OWN.replace(", site_url: null", ""))

    assert text == (
        "# for sop.yml: the address of the site is that of corner-shop, and QR codes lead there; write yours, or null\n"
        "organisation:\n  site_url: https://shop.example/handbook/\n"
    )


def test_the_command_says_by_its_exit_whether_anything_is_left(tmp_path: Path) -> None:
    left(tmp_path)
    clean = CliRunner().invoke(main, ["leftovers", str(tmp_path / "own")])
    left(tmp_path, OWN.replace(", site_url: null", ""))
    other = CliRunner().invoke(main, ["leftovers", str(tmp_path / "own")])

    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "", "nothing is left over\n")
    assert (other.exit_code, list(yaml.safe_load(other.stdout))) == (1, ["organisation"])
