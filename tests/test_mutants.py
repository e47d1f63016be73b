"""The shipped small SOP, spoiled in more than sixty ways: what is wrong is told near its place, and nothing else happens.

`python benchmarks/spoiled_files.py 5000` does the same to all shipped SOPs.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from amends.cache import Cache
from amends.printing.pdf_cache import PdfCache
from amends.shipped import shipped
from judged_mutants import judged, let_through
from mutants import KINDS

MOST = 500
BUILT = 5
FEWEST_NEAR = 0.98


def _digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


def test_five_hundred_mutants_are_judged_rightly() -> None:
    before = _digest(shipped("sop") / "lean")

    found = judged(["lean"], MOST, seed=20261121)

    assert _digest(shipped("sop") / "lean") == before
    assert len(found) == MOST
    assert len({it.mutant.kind for it in found}) > 60
    assert len(KINDS) > 80
    assert [str(it) for it in found if it.is_wrong] == []
    with_line = [it for it in found if it.mutant.verdict == "reject" and it.mutant.line]
    assert len(with_line) > 200
    far = [str(it) for it in with_line if not it.is_near]
    assert len(far) <= (1 - FEWEST_NEAR) * len(with_line), far


def test_what_is_let_through_can_be_shown_and_printed() -> None:
    kinds = set()
    for mutant, manuscript in let_through("lean", BUILT, seed=20261121):
        kinds.add(mutant.kind)
        book = manuscript.handbook("en", PdfCache(Cache(None)), is_on_demand=True)
        assert [page.path for page in book.pages if not book.html(page)] == [], mutant.kind
        # Each sheet stands in a pack.
        packs = [make for path, make in book.downloads.items() if path.count("/") == 1]
        assert [make for make in packs if not make()] == [], mutant.kind
    assert len(kinds) > BUILT / 2
