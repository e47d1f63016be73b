"""A pack that is put together from the PDFs of its sheets is as good as one that is set as a whole."""

from __future__ import annotations

import io
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from pypdf.generic import Destination

from amends.cli import main
from amends.printing.assembly import assembled
from hotel import Hotel


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    sop = Hotel(folder / "sop").folder
    arguments = ["print", "checklists", str(sop), "--locale", "en", "--today", "2026-03-01", "-o", str(folder / "out")]
    ended = CliRunner().invoke(main, arguments)
    assert ended.exit_code == 0, ended.output
    return folder / "out" / "en"


@pytest.fixture(scope="module")
def pack(printed: Path) -> PdfReader:
    return PdfReader(printed / "checklists.pdf")


@pytest.fixture(scope="module")
def singles(printed: Path, pack: PdfReader) -> list[PdfReader]:
    """The checklists in the order of the pack."""
    found = {bookmarks(reader)[0]: reader for reader in map(PdfReader, (printed / "checklists").iterdir())}
    assert len(found) > 1
    return [found.pop(title) for title in bookmarks(pack)]


def bookmarks(reader: PdfReader) -> list[str]:
    return [str(item.title) for item in reader.outline if isinstance(item, Destination)]


def test_the_pages_are_those_of_the_single_sheets(pack: PdfReader, singles: list[PdfReader]) -> None:
    pages = list(chain.from_iterable(single.pages for single in singles))

    assert [page.extract_text() for page in pack.pages] == [page.extract_text() for page in pages]
    assert [page.mediabox for page in pack.pages] == [page.mediabox for page in pages]


def test_each_bookmark_leads_to_the_first_page_of_its_sheet(pack: PdfReader, singles: list[PdfReader]) -> None:
    first_pages = [sum(len(single.pages) for single in singles[:n]) for n in range(len(singles))]

    places = [pack.get_destination_page_number(item) for item in pack.outline if isinstance(item, Destination)]
    assert places == first_pages


def test_the_pack_has_a_title_and_ids_of_its_own(pack: PdfReader, singles: list[PdfReader]) -> None:
    title = "Checklists · Complaints at the hotel"

    assert pack.metadata is not None
    assert pack.metadata.title == title
    assert f">{title}</rdf:li>" in said_of(pack)
    assert f"<xmpTPg:NPages>{len(pack.pages)}<" in said_of(pack)
    assert first_id(pack) not in map(first_id, singles)


def first_id(reader: PdfReader) -> Any:
    ids: Any = reader.trailer["/ID"]
    return ids[0]


def said_of(reader: PdfReader) -> str:
    metadata: Any = reader.root_object["/Metadata"]
    return str(metadata.get_data().decode())


def test_all_tags_stand_in_one_document_in_the_order_of_the_pages(pack: PdfReader, singles: list[PdfReader]) -> None:
    assert kinds(pack) == list(chain.from_iterable(map(kinds, singles)))
    assert all(tag["/P"] == document(pack) for tag in document(pack)["/K"])


def kinds(reader: PdfReader) -> list[str]:
    return [str(tag.get_object()["/S"]) for tag in document(reader)["/K"]]


def document(reader: PdfReader) -> Any:
    tree: Any = reader.root_object["/StructTreeRoot"]
    [whole] = tree["/K"]
    return whole.get_object()


def test_each_page_finds_its_own_tags(pack: PdfReader) -> None:
    tree: Any = pack.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    tags = dict(zip(numbers[::2], numbers[1::2], strict=True))

    assert len(tags) == len(numbers) / 2
    for page in pack.pages:
        of_page = [tag.get_object() for tag in tags[page["/StructParents"]].get_object()]
        assert of_page
        assert {tag["/Pg"].indirect_reference for tag in of_page if "/Pg" in tag} == {page.indirect_reference}
        for link in page.get("/Annots", ()):
            assert tags[link.get_object()["/StructParent"]].get_object()["/S"] == "/Link"


def test_each_cell_of_a_table_finds_its_own_heads(pack: PdfReader) -> None:
    tree: Any = pack.root_object["/StructTreeRoot"]
    names = tree["/IDTree"]["/Names"]
    heads = dict(zip(names[::2], names[1::2], strict=True))

    assert len(heads) == len(names) / 2
    assert {head.get_object()["/ID"] == name for name, head in heads.items()} == {True}
    named = {str(head) for tag in tags_below(document(pack)) for head in heads_of(tag)}
    assert named
    assert named <= set(map(str, heads))


def tags_below(tag: Any) -> list[Any]:
    inner = tag.get("/K", ())
    found = [it.get_object() for it in (inner if isinstance(inner, list) else [inner])]
    return [tag, *chain.from_iterable(tags_below(it) for it in found if isinstance(it, dict) and "/S" in it)]


def heads_of(tag: Any) -> list[Any]:
    said = tag.get("/A", [])
    said = said.get_object() if hasattr(said, "get_object") else said
    return [head for it in (said if isinstance(said, list) else [said]) for head in it.get_object().get("/Headers", ())]


def test_the_same_parts_give_the_same_bytes(printed: Path) -> None:
    parts = [file.read_bytes() for file in sorted((printed / "checklists").iterdir())]
    pdf = assembled(parts, "A < B & “C”")

    assert pdf == assembled(parts, "A < B & “C”")
    assert ">A &lt; B &amp; “C”</rdf:li>" in said_of(PdfReader(io.BytesIO(pdf)))


MUCH_TO_DO = """
roles:
  porter:
    title: {en: "Porter", zh: "门童"}
    department: office
    duties:
"""


def test_a_pack_of_cards_takes_those_that_are_folded_and_sets_the_others_together(tmp_path: Path) -> None:
    duty = "Carry what the guest cannot carry, and tell the front desk where it stands until someone asks for it. " * 2
    duties = "".join(f'      d{n}: {{en: "{n} {duty}", zh: "{n} {duty}"}}\n' for n in range(30))
    sop = Hotel(tmp_path / "sop", {"more.yml": MUCH_TO_DO + duties})
    arguments = ["print", "cards", str(sop.folder), "--locale", "en", "--today", "2026-03-01", "-o", str(tmp_path)]
    ended = CliRunner().invoke(main, arguments)

    assert ended.exit_code == 0, ended.output
    names = ("cards.pdf", "cards/porter.pdf", "cards/manager.pdf")
    pack, porter, manager = (PdfReader(tmp_path / "en" / name) for name in names)
    assert [len(pack.pages), len(porter.pages)] == [4, 2]
    assert [page.extract_text() for page in pack.pages[:2]] == [page.extract_text() for page in porter.pages]
    assert [bookmarks(it) for it in (pack, porter, manager)] == [
        ["Porter", "Front desk", "Manager"],
        ["Porter"],
        ["Manager"],
    ]
    # What fills the sheet are copies, which nobody wants to hear again.
    assert manager.pages[0].extract_text().count("Manager") > 1
    assert [str(tag["/S"]) for tag in tags_below(document(manager))].count("/H1") == 1
