from __future__ import annotations

from builders import Check

TABLE = """\
tables:
  on-call:
    title: {en: On call, zh: 值班}
    columns: {system: {en: System, zh: 系统}, first: {en: First, zh: 首位}}
    rows:
      shop: {system: {en: Shop, zh: 店铺}, frist: {en: Ada, zh: 小艾}}
"""


def test_a_cell_needs_its_column(check: Check) -> None:
    assert check("P215", more=TABLE.replace("frist", "first")) == []
    assert [message for _, message in check("P215", more=TABLE)] == [
        "tables/on-call: the table `on-call` has no column `frist`"
    ]
