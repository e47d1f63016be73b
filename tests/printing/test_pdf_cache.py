from hashlib import sha256
from pathlib import Path

import pytest

from amends.cache import Cache
from amends.finding import UsageError
from amends.printing import pdf_cache
from amends.printing.pdf_cache import PdfCache

KEY = sha256(b"what went into it").hexdigest()
OTHER = sha256(b"something else").hexdigest()


class Press:
    """Makes PDFs and counts them."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> bytes:
        self.made += 1
        return b"PDF %d" % self.made


@pytest.fixture
def press() -> Press:
    return Press()


def test_a_pdf_is_made_once_and_kept_for_later_builds(tmp_path: Path, press: Press) -> None:
    assert PdfCache(Cache(tmp_path / "cache")).get(KEY, press) == b"PDF 1"
    assert PdfCache(Cache(tmp_path / "cache")).get(KEY, press) == b"PDF 1"
    assert press.made == 1


def test_other_input_is_another_pdf(tmp_path: Path, press: Press) -> None:
    cache = PdfCache(Cache(tmp_path))

    assert (cache.get(KEY, press), cache.get(OTHER, press)) == (b"PDF 1", b"PDF 2")


def test_a_file_that_is_no_pdf_of_ours_is_never_published(tmp_path: Path, press: Press) -> None:
    PdfCache(Cache(tmp_path)).get(KEY, press)
    (tmp_path / KEY).write_bytes(b"%PDF-1.7 of somebody")

    assert PdfCache(Cache(tmp_path)).get(KEY, press) == b"PDF 2"
    assert PdfCache(Cache(tmp_path)).get(KEY, press) == b"PDF 2"


def test_without_a_folder_a_pdf_is_kept_as_long_as_the_process_runs(press: Press) -> None:
    cache = PdfCache(Cache(None))

    assert (cache.get(KEY, press), cache.get(KEY, press)) == (b"PDF 1", b"PDF 1")


def test_a_project_that_cannot_be_written_still_builds(tmp_path: Path, press: Press) -> None:
    (tmp_path / "file").touch()
    cache = PdfCache(Cache(tmp_path / "file"))

    assert [cache.get(key, press) for key in (KEY, KEY, OTHER)] == [b"PDF 1", b"PDF 1", b"PDF 2"]


def test_a_long_preview_without_a_folder_forgets_what_was_made_first(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_cache, "MOST_BYTES", 12)
    cache = PdfCache(Cache(None))

    assert [cache.get(key, press) for key in ("a", "b", "c", "b", "a")] == [b"PDF %d" % n for n in (1, 2, 3, 2, 4)]


def test_a_print_that_fails_keeps_nothing(tmp_path: Path, press: Press) -> None:
    cache = PdfCache(Cache(tmp_path))

    def jam() -> bytes:
        raise UsageError("no sign for “𓂀”")

    with pytest.raises(UsageError):
        cache.get(KEY, jam)
    assert cache.get(KEY, press) == b"PDF 1"
