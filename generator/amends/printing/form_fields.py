"""The places of a printed form -> fields that are filled in on a screen (AcroForm).

The template lays a link over each place to write or tick in. So the layout itself says where a field is, on which page,
and when it is read out; here each link becomes a field. The file stays what it is, PDF/UA-1 and PDF/A-2a: a field has a
tag of its own and words for those who cannot see it, and a tick is drawn. No font is needed until somebody writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from amends.printing.pdf_file import opened, saved

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf, Stream

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
    whole = opened(pdf)
    places = dict(_places(whole))
    if places.keys() != fields.keys():
        raise ValueError(f"the layout has other places than the form: {sorted(places.keys() ^ fields.keys())}")
    form = _Form(whole)
    for name, place in places.items():
        form.add(name, place, fields[name])
    whole.Root.AcroForm = form.whole()
    return saved(whole)


def _places(whole: Pdf) -> Iterator[tuple[str, Object]]:
    """The links that the template laid over its places, in the order of the pages."""
    from pikepdf import Dictionary

    for page in whole.pages:
        for link in page.obj.get("/Annots", ()):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(_ADDRESS):
                yield address.removeprefix(_ADDRESS), link


class _Form:
    """The fields of a file, while they are made."""

    def __init__(self, whole: Pdf) -> None:
        self._pdf = whole
        self._fields: list[Object] = []
        self._groups: dict[str, Object] = {}
        self._drawings: dict[tuple[float, float, str], Stream] = {}
        self._tags = _tags(whole)

    def add(self, name: str, link: Object, field: FormField) -> None:
        """Make a field of the link at a place."""
        from pikepdf import Name, String

        self._tags[int(link.StructParent)].S = Name.Form
        for key in link.keys() & {"/A", "/Border", "/Contents"}:
            del link[key]
        group, _, last = name.rpartition(".")
        size = _size(link.Rect)
        made = self._to_tick(*size) if field.entry == "tick" else self._to_write(*size, field)
        said = {"/Subtype": Name.Widget, "/T": String(last), "/TU": String(field.says), "/F": _PRINTED, **made}
        for key, value in said.items():
            link[key] = value
        if group:
            self._into(group, link)
        else:
            self._fields.append(link)

    def whole(self) -> Dictionary:
        """What the catalogue says of all fields."""
        from pikepdf import Array, Dictionary, Name, String

        helvetica = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        resources = Dictionary(Font=Dictionary(Helv=helvetica))
        return Dictionary(Fields=Array(self._fields), DA=String(_LETTERS), DR=resources)

    def _into(self, group: str, link: Object) -> None:
        from pikepdf import Array, Dictionary, String

        if group not in self._groups:
            self._groups[group] = self._pdf.make_indirect(Dictionary(T=String(group), Kids=Array()))
            self._fields.append(self._groups[group])
        self._groups[group].Kids.append(link)
        link.Parent = self._groups[group]

    def _to_write(self, width: float, height: float, field: FormField) -> Mapping[str, Object | int]:
        from pikepdf import Dictionary, Name, String

        flags = _SEVERAL_LINES if field.entry == "text" else 0
        look = Dictionary(N=self._drawn(width, height))
        return {"/FT": Name.Tx, "/Ff": flags, "/DA": String(_LETTERS), "/AP": look}

    def _to_tick(self, width: float, height: float) -> Mapping[str, Object | int]:
        from pikepdf import Dictionary, Name

        looks = Dictionary(Yes=self._drawn(width, height, _tick(width)), Off=self._drawn(width, height))
        return {"/FT": Name.Btn, "/V": Name.Off, "/AS": Name.Off, "/AP": Dictionary(N=looks)}

    def _drawn(self, width: float, height: float, content: str = "") -> Stream:
        """What a field shows. Fields of one size share it."""
        from pikepdf import Array, Dictionary, Name, Stream

        key = (width, height, content)
        if key not in self._drawings:
            said = {"Type": Name.XObject, "Subtype": Name.Form, "Resources": Dictionary()}
            box = Array([0, 0, width, height])
            self._drawings[key] = Stream(self._pdf, content.encode(), BBox=box, **said)
        return self._drawings[key]


def _tick(side: float) -> str:
    """The operators that draw a tick into a box."""
    first, turn, last = (f"{x * side:.2f} {y * side:.2f}" for x, y in ((0.2, 0.52), (0.42, 0.28), (0.82, 0.78)))
    return f"{0.14 * side:.2f} w 1 J 1 j {first} m {turn} l {last} l S"


def _tags(whole: Pdf) -> dict[int, Object]:
    """The tag of each link, by the number that the link has for it."""
    numbers = list(whole.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): tag for key, tag in zip(numbers[::2], numbers[1::2], strict=True)}


def _size(rectangle: Object) -> tuple[float, float]:
    left, lower, right, upper = map(float, rectangle)
    return round(right - left, 2), round(upper - lower, 2)
