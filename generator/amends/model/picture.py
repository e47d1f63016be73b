"""Whether bytes are a whole picture: one that a browser shows and that the printer of sheets does not refuse."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}svg"
_MOST_PIXELS = 10_000_000
_SIZE = ">II"
_HEADER = 13
_CHECKSUM = 4
_FRAME = 12
"""Bytes of a chunk beside its data: length, name and checksum."""


def is_png(picture: bytes) -> bool:
    """Whether these bytes are a PNG picture in which every chunk is whole, and not one that unpacks without end."""
    if not picture.startswith(_PNG):
        return False
    chunks = list(_chunks(picture))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or len(chunks[0][1]) != _HEADER:
        return False
    width, height = png_size(picture)
    return 0 < width * height <= _MOST_PIXELS and _unpacks(b"".join(data for name, data in chunks if name == b"IDAT"))


def png_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture, in pixels."""
    width, height = struct.unpack(_SIZE, picture[len(_PNG) + 8 :][: struct.calcsize(_SIZE)])
    return width, height


def is_svg(picture: bytes) -> bool:
    """Whether these bytes are an SVG picture with a size. They must be known to declare no entities (`acts`)."""
    try:
        root = ET.fromstring(picture)  # noqa: S314 - without entities there is nothing that could grow
    except ET.ParseError:
        return False
    return root.tag == _SVG and ("viewBox" in root.attrib or {"width", "height"} <= root.attrib.keys())


def looks_like_xml(picture: bytes) -> bool:
    """Whether these bytes can be read as XML to their end."""
    try:
        ET.fromstring(picture)  # noqa: S314 - expat limits how far entities grow
    except ET.ParseError:
        return False
    return True


def leads_out(picture: bytes) -> bool:
    """Whether an SVG picture shows another picture, which lies elsewhere: nobody would see it."""
    root = ET.fromstring(picture)  # noqa: S314 - it is known to declare no entities (`acts`)
    images = (it for it in root.iter() if it.tag.rpartition("}")[2] in ("image", "feImage"))
    links = (value for it in images for key, value in it.items() if key.rpartition("}")[2] == "href")
    return any(not value.startswith(("data:", "#")) for value in links)


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk of a PNG with its name, up to the first one that is broken."""
    at = len(_PNG)
    while at + _FRAME <= len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        body = picture[at + 4 : at + 8 + length]
        checksum = picture[at + 8 + length : at + _FRAME + length]
        if len(checksum) < _CHECKSUM or zlib.crc32(body) != struct.unpack(">I", checksum)[0]:
            return
        yield body[:4], body[4:]
        at += _FRAME + length


def _unpacks(data: bytes) -> bool:
    unpacker = zlib.decompressobj()
    try:
        return bool(unpacker.decompress(data, 8 * _MOST_PIXELS)) and unpacker.eof
    except zlib.error:
        return False
