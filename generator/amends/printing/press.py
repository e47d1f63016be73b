"""What a print shop or an office printer asks for: several pages on a sheet, a booklet, crop marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amends.finding import UsageError
from amends.printing.kind import PrintJob, Shape
from amends.printing.pdf import PrintOptions

_MOST_BLEED = 10


@dataclass(frozen=True)
class Press:
    """How the pages of a PDF come onto sheets; `nup` is 1, 2 or 4 pages on each side."""

    nup: int = 1
    is_booklet: bool = False
    is_duplex: bool = False
    has_crop_marks: bool = False

    @property
    def puts_together(self) -> bool:
        """Whether a sheet has several pages."""
        return self.nup > 1 or self.is_booklet


OFFICE = Press()
"""Every PDF as it is, for the office printer."""


def refuse_what_cannot_be(press: Press, options: PrintOptions, jobs: Iterable[PrintJob]) -> None:
    """Raise UsageError, with the way out, if these wishes do not go together."""
    if press.nup > 1 and press.is_booklet:
        raise UsageError("a booklet has two pages on each side already; leave out --nup or --booklet")
    if press.is_duplex and press.nup == 1:
        raise UsageError("every pack is in order for both sides already; --duplex belongs to --nup 2 or --nup 4")
    if not 0 <= options.bleed <= _MOST_BLEED:
        raise UsageError(f"--bleed: write from 0mm to {_MOST_BLEED}mm; most print shops ask for 3mm")
    for_a_shop = press.has_crop_marks or options.bleed > 0
    if press.puts_together and for_a_shop:
        raise UsageError("a print shop puts pages with bleed or marks together itself; leave out --nup and --booklet")
    if press.puts_together or for_a_shop:
        _refuse_sheets(press, options, {job.kind.name: job.kind.shape for job in jobs})


def _refuse_sheets(press: Press, options: PrintOptions, shapes: Mapping[str, Shape]) -> None:
    """Raise UsageError for sheets that must stay as they are."""
    if options.up > 1 and (full := _of_shape("faces", shapes)):
        raise UsageError(
            f"{full}: these sheets are folded or cut where their faces end, so they stay as they are; "
            "write  --up 1  for single faces, or name another kind"
        )
    if press.puts_together and (large := _of_shape("poster", shapes)):
        raise UsageError(f"{large}: what hangs on a wall must stay large; name another kind")


def _of_shape(shape: Shape, shapes: Mapping[str, Shape]) -> str:
    return ", ".join(name for name, its in shapes.items() if its == shape)


def pressed(pdf: bytes, press: Press, options: PrintOptions, paper: tuple[float, float]) -> bytes:
    """The PDF as it goes to the press; `paper` is the upright sheet for several pages, in millimetres."""
    if not (press.puts_together or press.has_crop_marks or options.bleed):
        return pdf
    # Its library takes long to import, and what the office prints needs none of it.
    from amends.printing.press_sheets import put_together, with_boxes

    if press.puts_together:
        return put_together(pdf, paper, nup=press.nup, is_booklet=press.is_booklet, is_duplex=press.is_duplex)
    return with_boxes(pdf, options.bleed, has_crop_marks=press.has_crop_marks)
