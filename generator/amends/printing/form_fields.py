"""The places of a printed form -> fields that are filled in on a screen (AcroForm).

The template lays a link over each place to write or tick in. So the layout itself says where a field is, on which page,
and when it is read out; here each link becomes a field. The file stays what it is, PDF/UA-1 and PDF/A-2a: a field has a
tag of its own and words for those who cannot see it, and a tick is drawn. No font is needed until somebody writes.

The file is extended and not written anew (ISO 32000-1, 7.5.6), so the rest of it stays as Typst has made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from amends.printing.extension import extendable, extended

_ADDRESS = "urn:field:"
_LETTERS = "/Helv 10 Tf 0 g"
_SEVERAL_LINES = 1 << 12  # ISO 32000-1, table 228
_PRINTED = 1 << 2  # ISO 32000-1, table 165


@dataclass(frozen=True)
class FormField:
    """One place of a form: what is said to those who cannot see it, and how it is filled in."""

    says: str
    entry: Literal["line", "text", "tick"]


def with_fields(pdf: bytes, fields: Mapping[str, FormField]) -> bytes:
    """The PDF with these fields, by the names of their places. `channel.letter` becomes a part of the field `channel`.

    Raises ValueError if the places of the layout are others, which is a bug of ours.
    """
    writer = extendable(pdf)
    places = dict(_places(writer))
    if places.keys() != fields.keys():
        raise ValueError(f"the layout has other places than the form: {sorted(places.keys() ^ fields.keys())}")
    form = _Form(writer)
    for name, place in places.items():
        form.add(name, place, fields[name])
    writer.root_object[NameObject("/AcroForm")] = form.whole()
    return extended(writer)


def _places(writer: PdfWriter) -> Iterator[tuple[str, IndirectObject]]:
    """The links that the template laid over its places, in the order of the pages."""
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            address = str(reference.get_object().get("/A", {}).get("/URI", ""))
            if address.startswith(_ADDRESS):
                yield address.removeprefix(_ADDRESS), reference


class _Form:
    """The fields of a file, while they are made."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._fields = ArrayObject()
        self._groups: dict[str, IndirectObject] = {}
        self._drawings: dict[tuple[float, float, str], IndirectObject] = {}
        self._tags = _tags(writer)

    def add(self, name: str, place: IndirectObject, field: FormField) -> None:
        """Make a field of the link at a place."""
        link: Any = place.get_object()
        self._tags[link["/StructParent"]][NameObject("/S")] = NameObject("/Form")
        for key in ("/A", "/Border", "/Contents"):
            link.pop(key, None)
        group, _, last = name.rpartition(".")
        link.update(_dictionary(Subtype=_name("Widget"), T=_text(last), TU=_text(field.says), F=NumberObject(_PRINTED)))
        size = _size(link["/Rect"])
        link.update(self._to_tick(*size) if field.entry == "tick" else self._to_write(*size, field))
        if group:
            self._into(group, place, link)
        else:
            self._fields.append(place)

    def whole(self) -> DictionaryObject:
        """What the catalogue says of all fields."""
        helvetica = _dictionary(
            Type=_name("Font"), Subtype=_name("Type1"), BaseFont=_name("Helvetica"), Encoding=_name("WinAnsiEncoding")
        )
        resources = _dictionary(Font=_dictionary(Helv=helvetica))
        return _dictionary(Fields=self._fields, DA=_text(_LETTERS), DR=resources)

    def _into(self, group: str, place: IndirectObject, link: DictionaryObject) -> None:
        if group not in self._groups:
            self._groups[group] = self._added(_dictionary(T=_text(group), Kids=ArrayObject()))
            self._fields.append(self._groups[group])
        whole: Any = self._groups[group].get_object()
        whole["/Kids"].append(place)
        link[NameObject("/Parent")] = self._groups[group]

    def _to_write(self, width: float, height: float, field: FormField) -> DictionaryObject:
        flags = _SEVERAL_LINES if field.entry == "text" else 0
        look = _dictionary(N=self._drawn(width, height))
        return _dictionary(FT=_name("Tx"), Ff=NumberObject(flags), DA=_text(_LETTERS), AP=look)

    def _to_tick(self, width: float, height: float) -> DictionaryObject:
        looks = _dictionary(Yes=self._drawn(width, height, _tick(width)), Off=self._drawn(width, height))
        off = _name("Off")
        return _dictionary(FT=_name("Btn"), V=off, AS=off, AP=_dictionary(N=looks))

    def _drawn(self, width: float, height: float, content: str = "") -> IndirectObject:
        """What a field shows. Fields of one size share it."""
        key = (width, height, content)
        if key not in self._drawings:
            box = ArrayObject(map(FloatObject, (0, 0, width, height)))
            drawn = DecodedStreamObject()
            drawn.update(_dictionary(Type=_name("XObject"), Subtype=_name("Form"), BBox=box, Resources=_dictionary()))
            drawn.set_data(content.encode())
            self._drawings[key] = self._added(drawn)
        return self._drawings[key]

    def _added(self, new: PdfObject) -> IndirectObject:
        return self._writer._add_object(new)  # noqa: SLF001 - pypdf's own pages on forms show no other way


def _tick(side: float) -> str:
    """The operators that draw a tick into a box."""
    first, turn, last = (f"{x * side:.2f} {y * side:.2f}" for x, y in ((0.2, 0.52), (0.42, 0.28), (0.82, 0.78)))
    return f"{0.14 * side:.2f} w 1 J 1 j {first} m {turn} l {last} l S"


def _tags(writer: PdfWriter) -> dict[int, Any]:
    """The tag of each link, by the number that the link has for it."""
    tree: Any = writer.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    return {int(key): tag.get_object() for key, tag in zip(numbers[::2], numbers[1::2], strict=True)}


def _size(rectangle: ArrayObject) -> tuple[float, float]:
    left, lower, right, upper = map(float, rectangle)
    return round(right - left, 2), round(upper - lower, 2)


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _name(name: str) -> NameObject:
    return NameObject(f"/{name}")


def _text(text: str) -> TextStringObject:
    return TextStringObject(text)
