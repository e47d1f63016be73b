"""Logo and colours of an organisation: what is taken, and what is refused with the way out."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.colours import own_colours
from amends.model.brand import LEAST_CONTRAST, TINT, BrandColours, contrast, legible, mixed
from amends.model.picture import is_png, png_size
from hotel import Hotel
from pictures import SVG, png

COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def hotel(folder: Path, more: str, picture: bytes | None = SVG, file: str = "logo.svg") -> Hotel:
    """The hotel with more lines about its organisation, and a file beside its SOP."""
    made = Hotel(folder).replace("  site_url: https://hotel.example/complaints/\n", more)
    if picture is not None:
        (folder / file).write_bytes(picture)
    return made


def told(sop: Hotel) -> list[str]:
    """What is found, without remarks and warnings."""
    return [f"{it.message}; {it.hint}" for it in sop.reading().findings if it.is_error]


def test_a_logo_is_read_with_the_layer_that_names_it(tmp_path: Path) -> None:
    reading = hotel(tmp_path, "  logo: logo.svg\n").reading()

    assert reading.sop is not None
    logo = reading.sop.organisation.logo
    assert logo is not None
    assert (logo.file, logo.picture, logo.suffix) == ("logo.svg", SVG, ".svg")
    assert pickle.loads(pickle.dumps(reading.sop)).organisation.logo == logo  # noqa: S301 - our own bytes
    assert [it.location.file for it in reading.findings if it.code == "C011"] == []


def test_a_png_counts_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    reading = hotel(tmp_path, "  logo: picture\n", png(), "picture").reading()

    assert reading.sop is not None
    assert reading.sop.organisation.logo is not None
    assert reading.sop.organisation.logo.suffix == ".png"


@pytest.mark.parametrize(
    ("name", "picture", "message"),
    [
        ("none.svg", SVG, "“none.svg”: there is no such file"),
        ("../logo.svg", SVG, "“../logo.svg”: this file does not lie beside the SOP"),
        ("/etc/hostname", SVG, "“/etc/hostname”: this file does not lie beside the SOP"),
        ("[logo.svg]", SVG, "a list is not the name of a file"),
        ("logo.svg", b"x" * 200_001, "“logo.svg”: this file has 200,001 bytes; at most 200,000 may be"),
        ("logo.svg", SVG.replace(b"<path", b"<script/><path"), "“logo.svg” holds a script, or what a browser could take for one"),
        ("logo.svg", SVG.replace(b"<path", b"<path onclick='x()'"), "“logo.svg” holds a script, or what a browser could take"),
        ("logo.svg", SVG[:-3], "“logo.svg” is no PNG or SVG picture"),
        ("logo.svg", SVG.replace(b"viewBox", b"box"), "“logo.svg” is no picture that browsers and printers show"),
        ("logo.svg", b"\xff\xd8\xff\xe0", "“logo.svg” is a picture of the kind JPEG, which a logo cannot be"),
        ("logo.svg", b"Our logo", "“logo.svg” is no PNG or SVG picture"),
        ("logo.svg", SVG.replace(b"<path", b"<image href='far.png'/><path"), "“logo.svg” shows a picture from another"),
        ("logo.svg", b"<svg viewBox='0 0 1 1'/>", "“logo.svg” is no picture that browsers and printers show"),
        ("logo.svg", png()[:-5], "“logo.svg” is a PNG picture that is broken"),
        ("logo.svg", png().replace(b"IDAT", b"IDAS"), "“logo.svg” is a PNG picture that is broken"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, picture: bytes, message: str) -> None:
    [said] = told(hotel(tmp_path, f"  logo: {name}\n", picture))

    assert said.startswith(message)


@given(st.integers(0, len(png()) - 1), st.integers(1, 255))
def test_a_png_with_one_wrong_byte_is_no_picture(at: int, change: int) -> None:
    whole = png()

    assert is_png(whole)
    assert png_size(whole) == (2, 1)
    assert not is_png(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])


@pytest.mark.parametrize(
    ("colours", "message"),
    [
        ('{primary: "#ffcc00"}', 'letters in “#ffcc00” could hardly be read: 1.4 to 1, and 4.5 are needed; write a darker colour; the nearest is  "#806600"'),
        ("{primary: teal}", '“teal” is not a colour; write six digits in quotes, as in  "#0b4f9e"'),
        ('{accent: "#0b4f9e"}', "the field `primary` is missing; add  primary: ..."),
        ('{primary: "#0b4f9", accent: "#0b4f9e"}', '“#0b4f9” is not a colour; write six digits in quotes, as in  "#0b4f9e"'),
    ],
)  # fmt: skip
def test_a_colour_that_nobody_could_read_is_refused_with_the_nearest(
    tmp_path: Path, colours: str, message: str
) -> None:
    assert told(hotel(tmp_path, f"  colours: {colours}\n", None)) == [message]


def test_three_digits_are_a_colour_too(tmp_path: Path) -> None:
    reading = hotel(tmp_path, '  colours: {primary: "#A15"}\n', None).reading()

    assert reading.sop is not None
    assert reading.sop.organisation.colours == BrandColours(primary="#aa1155", accent=None)


@given(COLOUR, COLOUR)
def test_letters_in_every_colour_can_be_read_on_light_and_on_dark_ground(primary: str, accent: str) -> None:
    brand = BrandColours(primary=legible(primary, "#ffffff", "#000000"), accent=legible(accent, "#ffffff", "#000000"))
    site = own_colours(brand)["site"]

    for scheme in ("light", "dark"):
        ground = site["ground"][scheme]
        for name in ("primary", "link"):
            shade = site[name][scheme]
            assert contrast(shade, mixed(shade, ground, TINT)) >= LEAST_CONTRAST
        assert contrast(site["on-primary"][scheme], site["primary"][scheme]) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ff0000", 1),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
