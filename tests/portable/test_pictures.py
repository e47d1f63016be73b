from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup

from amends.portable.pictures import taken_pictures
from hotel import Hotel
from page_html import html_of_pages

NAMES = re.compile(r"<(?:svg|text|rect|path|g|a|circle)\b[^>]*>")


def pictures(hotel: Hotel, path: str) -> tuple[BeautifulSoup, dict[str, ET.Element]]:
    page = BeautifulSoup(html_of(hotel, path), "html.parser")
    return page, {name: ET.fromstring(content) for name, content in taken_pictures(page, path)}  # noqa: S314 - our own files


def html_of(hotel: Hotel, path: str) -> str:
    return html_of_pages(hotel.sheets())[path]


def test_the_process_is_one_picture_with_its_lanes(hotel: Hotel) -> None:
    page, files = pictures(hotel, "process")

    [(name, picture)] = files.items()
    assert name == "process-1.svg"
    words = " ".join(picture.itertext())
    assert all(word in words for word in ("Front desk", "Case owner", "Accept the", "Closed"))
    [image] = page.find_all("img")
    assert (image["src"], image["alt"]) == ("process-1.svg", "The process as a picture")
    assert page.select(".am-lane-box, .am-lanes--portrait") == []


def test_the_timeline_has_a_picture_for_each_event_of_a_severity(hotel: Hotel) -> None:
    page, files = pictures(hotel, "timeline")

    assert [image["alt"] for image in page.find_all("img")] == [
        "High: from receipt",
        "High: from the start of the step",
        "Low: from receipt",
        "Low: from the start of the step",
    ]
    assert list(files) == [f"timeline-{number}.svg" for number in (1, 2, 3, 4)]


def test_a_picture_needs_nothing_beside_it(hotel: Hotel) -> None:
    _, files = pictures(hotel, "process")
    [picture] = files.values()

    style = picture.findtext("{http://www.w3.org/2000/svg}style") or ""
    used = set(re.findall(r"var\((--[\w-]+)\)", style))
    assert used
    assert used - set(re.findall(r"(--[\w-]+):", style)) == {"--am-radius"}  # only the frame on our page has corners
    assert [part.tag for part in picture.iter() if "href" in part.attrib or part.tag.endswith("}a")] == []


def test_every_attribute_with_capitals_keeps_them(hotel: Hotel, tmp_path: Path) -> None:
    capitals = re.compile(r'\b([a-z]+[A-Z]\w*)="')
    ours = {
        name
        for path in ("process", "timeline")
        for tag in NAMES.findall(html_of(hotel, path))
        for name in capitals.findall(tag)
    }
    kept = {
        name
        for path in ("process", "timeline")
        for picture in pictures(Hotel(tmp_path / path), path)[1].values()
        for part in picture.iter()
        for name in part.attrib
        if name != name.lower()
    }

    assert ours == kept == {"viewBox", "textLength", "lengthAdjust"}
