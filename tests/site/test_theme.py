"""What the theme shows on every page follows from the SOP."""

from __future__ import annotations

from amends.site.theme import where_else
from hotel import Hotel
from shipped_sops import ShippedSops

GLOSSARY = """\
glossary:
  complaint: {term: {en: "complaint", zh: "投诉"}, meaning: {en: "Displeasure that asks for an answer.", zh: "希望得到答复的不满。"}}
"""


def test_whoever_finds_nothing_is_sent_to_pages_that_list_much(shipped_sops: ShippedSops) -> None:
    assert list(where_else(shipped_sops.edition("reference", "zh")))[:3] == [
        ("遇到什么情况了？", "index.html#situations"),
        ("流程总览", "process.html"),
        ("话术", "scripts/index.html"),
    ]


def test_a_page_without_content_is_no_way_on(hotel: Hotel) -> None:
    ways = list(where_else(hotel.edition("en")))
    assert ways[-1] == ("Glossary", "glossary.html")

    hotel.replace(GLOSSARY, "")

    assert list(where_else(hotel.edition("en"))) == ways[:-1]
