"""Finished PDFs -> one PDF: their pages, tags and bookmarks one after another, PDF/UA-1 and PDF/A-2a as before.

A pack of sheets that are printed alone, too, is put together from their PDFs. To set it as a whole takes three times as
long, and memory for each sheet, since Typst holds a whole document.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from amends.printing.pdf_file import opened, saved

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_TITLE = re.compile(r'(<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)[^<]*')
_PAGES = re.compile(r"(<xmpTPg:NPages>)\d+")
_IDS = re.compile(r"<xmpMM:(Document|Instance)ID>([^<]*)")


def assembled(parts: Sequence[bytes], title: str) -> bytes:
    """The PDF of these PDFs, which our templates have set, one after another."""
    first, *others = map(opened, parts)
    for number, other in enumerate(others, start=1):
        _add(first, other, number)
    _entitle(first, title, sha256(b"".join(sha256(part).digest() for part in parts)).digest())
    return saved(first)


def _add(whole: Pdf, part: Pdf, number: int) -> None:
    """Add a PDF behind the others. Pages come first: what names a page that is not there yet would lose it."""
    tags = whole.Root.StructTreeRoot
    _make_unique(part, int(tags.ParentTreeNextKey), f"{number}.")
    whole.pages.extend(part.pages)
    _join_tags(tags, whole.copy_foreign(part.Root.StructTreeRoot))
    if "/Outlines" in part.Root:
        _join_bookmarks(whole, whole.copy_foreign(part.Root.Outlines))


def _make_unique(part: Pdf, first_key: int, prefix: str) -> None:
    """Give the pages and links of a part keys that no earlier part has, and the heads of its tables such ids."""
    for page in part.pages:
        for it in (page.obj, *page.get("/Annots", ())):
            for key in ("/StructParents", "/StructParent"):
                if key in it:
                    it[key] = int(it[key]) + first_key
    tags = part.Root.StructTreeRoot
    _change(tags.ParentTree.Nums, lambda key: int(key) + first_key)
    tags.ParentTreeNextKey = int(tags.ParentTreeNextKey) + first_key
    if "/IDTree" in tags:
        named = tags.IDTree.Names
        _change(named, lambda name: _prefixed(name, prefix))
        # To look at every tag of a part took as long as all the rest.
        tables = {table.objgen: table for table in map(_table_of, list(named)[1::2])}
        for table in tables.values():
            for cell in _cells(table):
                _make_heads_unique(cell, prefix)


def _table_of(head: Object) -> Object:
    while head.S != "/Table":
        head = head.P
    return head


def _cells(tag: Object) -> Iterator[Object]:
    """The heads and cells of a table, whose tags stand in rows, and these perhaps in parts."""
    if tag.S in ("/TH", "/TD"):
        yield tag
    else:
        for below in tag.K:
            yield from _cells(below)


def _make_heads_unique(cell: Object, prefix: str) -> None:
    """The head of a table has an id, and each cell names those of its heads."""
    if "/ID" in cell:
        cell.ID = _prefixed(cell.ID, prefix)
    for attributes in _attributes(cell):
        if "/Headers" in attributes:
            attributes.Headers = [_prefixed(head, prefix) for head in attributes.Headers]


def _change(pairs: Object, change: Callable[[Object], int | Object]) -> None:
    """Change the first one of each pair."""
    for n in range(0, len(pairs), 2):
        pairs[n] = change(pairs[n])


def _attributes(tag: Object) -> Iterator[Object]:
    """What a tag says of itself, in one dictionary or several."""
    from pikepdf import Dictionary

    said = tag.get("/A", ())
    for it in (said,) if isinstance(said, Dictionary) else said:
        if isinstance(it, Dictionary):
            yield it


def _prefixed(name: Object, prefix: str) -> Object:
    from pikepdf import String

    return String(f"{prefix}{name}")


def _join_tags(tags: Object, added: Object) -> None:
    """Move all tags of the added document into the document that is there."""
    document, other = tags.K[0], added.K[0]
    for tag in other.K:
        tag.P = document
        document.K.append(tag)
    tags.ParentTree.Nums.extend(added.ParentTree.Nums)
    tags.ParentTreeNextKey = added.ParentTreeNextKey
    if "/IDTree" in added:
        if "/IDTree" in tags:
            tags.IDTree.Names.extend(added.IDTree.Names)
        else:
            tags.IDTree = added.IDTree


def _join_bookmarks(whole: Pdf, added: Object) -> None:
    """Put the bookmarks of the added document behind those that are there."""
    if "/Outlines" not in whole.Root:
        whole.Root.Outlines = added
        return
    bookmarks = whole.Root.Outlines
    bookmarks.Last.Next, added.First.Prev = added.First, bookmarks.Last
    bookmark = added.First
    while True:
        bookmark.Parent = bookmarks
        if "/Next" not in bookmark:
            break
        bookmark = bookmark.Next
    bookmarks.Last = added.Last
    bookmarks.Count = int(bookmarks.Count) + int(added.Count)


def _entitle(whole: Pdf, title: str, content: bytes) -> None:
    """Say in the PDF what it is called and how long it is, and give it ids of its own."""
    from pikepdf import Array, String

    said = whole.Root.Metadata.read_bytes().decode()
    said = _TITLE.sub(lambda found: found[1] + escape(title, quote=False), said)
    said = _PAGES.sub(lambda found: f"{found[1]}{len(whole.pages)}", said)
    ids = {"Document": _id(title.encode()), "Instance": _id(title.encode() + content)}
    for kind, old in dict(_IDS.findall(said)).items():
        said = said.replace(old, ids[kind])
    whole.Root.Metadata.write(said.encode())
    whole.docinfo["/Title"] = title
    whole.trailer.ID = Array([String(ids["Document"]), String(ids["Instance"])])


def _id(content: bytes) -> str:
    return b64encode(sha256(content).digest()[:16]).decode()
