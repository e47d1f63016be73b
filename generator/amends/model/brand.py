"""The organisation's own look: its logo and its colours, which are refused where nobody could read letters in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from amends.content.named_file import NamedFile
from amends.model.acting import acts
from amends.model.base import Model
from amends.model.picture import is_png, is_svg, leads_out, looks_like_xml
from amends.model.problem import problem, shown

LEAST_CONTRAST = 4.5
"""The contrast between letters and their ground that WCAG 2.2 asks for at level AA (1.4.3)."""
LOGO = ("organisation", "logo")
"""Where sop.yml names the file of the logo."""
LARGEST_LOGO = 200_000
"""In bytes."""
PAPER = "#ffffff"
INK = "#000000"
_LINEAR_BELOW = 0.04045
TINT = 0.13
"""The largest share of a colour in the tints of it on which letters in the same colour stand."""

_SHORT = re.compile(r"#[0-9a-f]{3}")
_LONG = re.compile(r"#[0-9a-f]{6}")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as `#0f6f68`, from 1 to 21, as WCAG 2.2 measures it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour of which `share`, from 0 to 1, is the first one and the rest the other."""
    both = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in both)


def legible(colour: str, ground: str, towards: str) -> str:
    """The colour, or the nearest one on its way to black or white, in which letters can be read on a ground.

    They can also be read on the tints that the colour gives to this ground.
    """
    shades = (mixed(towards, colour, step / 100) for step in range(100))
    return next((shade for shade in shades if _can_be_read(shade, ground)), towards)


def _can_be_read(colour: str, ground: str) -> bool:
    return contrast(colour, mixed(colour, ground, TINT)) >= LEAST_CONTRAST


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _brand_colour(value: object) -> str:
    written = value.lower() if isinstance(value, str) else ""
    colour = "#" + "".join(2 * digit for digit in written[1:]) if _SHORT.fullmatch(written) else written
    if not _LONG.fullmatch(colour):
        raise problem(f"{shown(value)} is not a colour", 'write six digits in quotes, as in  "#0b4f9e"')
    if not _can_be_read(colour, PAPER):
        reached = contrast(colour, mixed(colour, PAPER, TINT))
        message = f"letters in {shown(value)} could hardly be read: {reached:.1f} to 1, and {LEAST_CONTRAST} are needed"
        raise problem(message, f'write a darker colour; the nearest is  "{legible(colour, PAPER, INK)}"')
    return colour


BrandColour = Annotated[str, BeforeValidator(_brand_colour)]


class BrandColours(Model):
    """The organisation's colours on light ground; those for dark screens are made from them."""

    primary: BrandColour = Field(description='Buttons, marks and bands: `"#0b4f9e"`.')
    accent: BrandColour | None = Field(None, description="Links; without it the primary colour.")


@dataclass(frozen=True)
class Logo:
    """The organisation's logo: the name of its file as the author wrote it, the picture, and `.svg` or `.png`."""

    file: str
    picture: bytes
    suffix: str


def _logo(value: object) -> Logo:
    if not isinstance(value, NamedFile):
        raise problem(f"{shown(value)} is not the name of a file", _NAME_ONE)
    if value.fault:
        raise problem(f"{shown(value)}: {value.fault}", _way_out_of(value))
    picture = value.content
    if is_png(picture):
        return Logo(str(value), picture, ".png")
    if trouble := _trouble_with(picture):
        message, hint = trouble
        raise problem(f"{shown(value)} {message}", hint)
    return Logo(str(value), picture, ".svg")


_NAME_ONE = "name an SVG or PNG file beside sop.yml:  logo: logo.svg"


def _way_out_of(file: NamedFile) -> str:
    """What to do with a file that cannot be read."""
    if "://" in file:
        return "put the picture beside sop.yml, and name that file:  logo: logo.svg"
    return "save the picture smaller, or as SVG" if str(LARGEST_LOGO)[:3] in file.fault else _NAME_ONE


_SAVE_ANEW = "save it anew as PNG, or as plain SVG"
_OTHER_PICTURES = {b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"RIFF": "WebP", b"BM": "BMP", b"%PDF": "PDF"}


def _trouble_with(picture: bytes) -> tuple[str, str] | None:
    """Why these bytes are no SVG picture to show, and the way out; None if they are one."""
    other = next((name for begin, name in _OTHER_PICTURES.items() if picture.startswith(begin)), None)
    if other is not None:
        return f"is a picture of the kind {other}, which a logo cannot be", _SAVE_ANEW
    if picture.startswith(b"\x89PNG"):
        return "is a PNG picture that is broken or far too large", "save it anew as PNG"
    return _trouble_with_drawing(picture) if looks_like_xml(picture) else ("is no PNG or SVG picture", _SAVE_ANEW)


def _trouble_with_drawing(picture: bytes) -> tuple[str, str] | None:
    if acts(picture):
        return "holds a script, or what a browser could take for one", "save it anew as plain SVG, without scripts"
    if not is_svg(picture):
        return "is no picture that browsers and printers show", "save it anew as PNG, or as SVG with a size"
    if leads_out(picture):
        return "shows a picture from another place", "put that picture into the file, or save all of it as PNG"
    return None


LogoFile = Annotated[
    Logo,
    PlainValidator(_logo),
    PlainSerializer(lambda logo: logo.file, return_type=str),
    WithJsonSchema({"type": "string"}),
]
