"""A finished PDF as objects that can be changed, and as bytes again: the same ones for the same objects."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf


def opened(pdf: bytes) -> Pdf:
    """The objects of a PDF."""
    # It takes long to import, and a build that makes no PDF needs none of it.
    from pikepdf import Pdf

    return Pdf.open(BytesIO(pdf))


def saved(pdf: Pdf) -> bytes:
    """The bytes of these objects."""
    from pikepdf import ObjectStreamMode

    file = BytesIO()
    pdf.save(file, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return file.getvalue()
