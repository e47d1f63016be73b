from __future__ import annotations

from builders import HEADER, Check

MESSAGE = "printed sheets will have no QR codes: the address of the site is not set"


def test_a_missing_address_is_told_at_the_head_of_the_topmost_layer(check: Check) -> None:
    header = HEADER.replace('  site_url: "https://shop.example/handbook/"\n', "")
    assert check("G903", sop=header) == [("sop.yml: id: corner-shop", MESSAGE)]


def test_an_empty_address_is_a_missing_one(check: Check) -> None:
    header = HEADER.replace('site_url: "https://shop.example/handbook/"', "site_url: null")
    assert check("G903", sop=header) == [("sop.yml: id: corner-shop", MESSAGE)]


def test_an_address_is_enough(check: Check) -> None:
    assert check("G903") == []
