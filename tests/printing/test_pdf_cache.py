from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.printing import pdf_cache
from amends.printing.pdf_cache import PdfCache


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
    assert PdfCache(tmp_path / "cache").get("key", press) == b"PDF 1"
    assert PdfCache(tmp_path / "cache").get("key", press) == b"PDF 1"
    assert press.made == 1


def test_other_input_is_another_pdf(tmp_path: Path, press: Press) -> None:
    cache = PdfCache(tmp_path)

    assert (cache.get("key", press), cache.get("other", press)) == (b"PDF 1", b"PDF 2")


def test_the_folder_may_be_deleted_at_any_time(tmp_path: Path, press: Press) -> None:
    PdfCache(tmp_path).get("key", press)
    (tmp_path / "key.pdf").unlink()

    assert PdfCache(tmp_path).get("key", press) == b"PDF 2"
    assert (tmp_path / "key.pdf").read_bytes() == b"PDF 2"


def test_a_file_that_holds_nothing_is_not_taken_for_a_pdf(tmp_path: Path, press: Press) -> None:
    (tmp_path / "key.pdf").touch()

    assert PdfCache(tmp_path).get("key", press) == b"PDF 1"


def test_without_a_folder_a_pdf_is_kept_as_long_as_the_process_runs(press: Press) -> None:
    cache = PdfCache(None)

    assert (cache.get("key", press), cache.get("key", press)) == (b"PDF 1", b"PDF 1")


def test_a_project_that_cannot_be_written_still_builds(
    tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def refuse(path: Path, _: bytes) -> None:
        tries.append(path)
        raise UsageError("no")

    monkeypatch.setattr(pdf_cache, "write_file", refuse)
    cache = PdfCache(tmp_path)

    assert (cache.get("key", press), cache.get("key", press), cache.get("other", press)) == (
        b"PDF 1",
        b"PDF 1",
        b"PDF 2",
    )
    assert tries == [tmp_path / "key.pdf"], "after the first failure it writes no more"


def test_a_print_that_fails_keeps_nothing(tmp_path: Path, press: Press) -> None:
    cache = PdfCache(tmp_path)

    def jam() -> bytes:
        raise UsageError("no sign for “𓂀”")

    with pytest.raises(UsageError):
        cache.get("key", jam)
    assert cache.get("key", press) == b"PDF 1"
