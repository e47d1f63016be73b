"""A folder is replaced as a whole: the new one is filled beside it, checked, and put in its place."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from amends.faults import is_of_the_world, told_as_usage, usage_error
from amends.finding import UsageError
from amends.output.allowed import refuse_foreign, refuse_mount_point
from amends.output.exchange import swap
from amends.output.inventory import MARKER, Inventory, differences, digest_of, inventory_of, is_whole, some
from amends.output.marker import Marker, foreign_files, read_marker
from amends.output.previous import keep, previous_of, refuse_foreign_previous
from amends.output.workplace import Workplace, workplace
from amends.write import write_file


class NewFolder:
    """A new folder that is being filled, with the inventory of what it must hold in the end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._meant: dict[str, str] = {}

    def write(self, name: str, content: bytes) -> None:
        """Write one file."""
        write_file(self.path / name, content)
        self.expect({name: digest_of(self.path / name)})

    def expect(self, inventory: Inventory) -> None:
        """Take over files that others have written: they must be there in the end, and unchanged."""
        self._meant.update(inventory)

    def take_over(self, old: Path, subfolder: str, inventory: Inventory) -> None:
        """Copy a subfolder of an older folder, whose inventory is known."""
        shutil.copytree(old / subfolder, self.path / subfolder)
        self.expect(inventory)

    def differences(self) -> list[str]:
        """What is not as it was meant, in words."""
        return differences(self._meant, inventory_of(self.path))

    def marker(self, version: str) -> Marker:
        """The record of what was meant."""
        return Marker(dict(sorted(self._meant.items())), version)


@contextlib.contextmanager
def replaced_folder(
    output: Path, *, inside: Sequence[Path] = (), sources: Sequence[Path] = (), version: str = ""
) -> Iterator[NewFolder]:
    """A new folder to fill. When the block ends, it takes the place of `output`; if the block fails, it is deleted.

    Readers of `output` see the old files or the new ones, never a mixture. A new folder with the same bytes changes
    nothing. Otherwise the old folder is kept as the previous build of `version`, the version of the SOP.
    Raises UsageError if `output` must not be replaced (`refuse_foreign` says when), if the disk is full or the like,
    and if the new folder does not hold what was written into it.
    """

    def refuse() -> None:
        refuse_foreign(output, inside, sources)
        refuse_foreign_previous(output)

    with told_as_usage(output):
        refuse()
        refuse_mount_point(output)
    with told_as_usage(output), workplace(output) as work, _told_of_the_output(work):
        work.new.mkdir()
        new = NewFolder(work.new)
        yield new
        if wrong := new.differences():
            raise _changed(output, some(wrong))
        marker = new.marker(version)
        write_file(work.new / MARKER, marker.text().encode())
        refuse()  # the build took its time, and somebody may have put a file there
        _publish(work, marker)


def remove_folder(folder: Path) -> None:
    """Delete a folder that amends made, and the build before it.

    Raises UsageError if it is a link, or holds files that amends did not make.
    """
    refuse_foreign(folder)
    refuse_foreign_previous(folder)
    with told_as_usage(folder, "cannot be deleted"):
        for path in (folder, previous_of(folder)):
            if path.exists():
                shutil.rmtree(path)


def _publish(work: Workplace, marker: Marker) -> None:
    """Put the new folder in the place of the old one."""
    output = work.output
    if not output.exists():
        work.new.rename(output)
        return
    old = read_marker(output)
    if old is not None and old.files == marker.files and is_whole(output, marker.files):
        write_file(output / MARKER, marker.text().encode())
        return
    swap(work.new, output, work.old)
    if foreign := foreign_files(work.new):  # written in this very moment
        swap(work.new, output, work.old)
        raise UsageError(
            f"{output}: somebody has just put a file there ({some(foreign)}); move it away, and build again"
        )
    if old is not None:
        keep(work.new, work)


@contextlib.contextmanager
def _told_of_the_output(work: Workplace) -> Iterator[None]:
    """Turn faults in the workplace into UsageError that names the output. A file that is missing was removed."""
    try:
        yield
    except OSError as error:
        file = error.filename2 or error.filename or work.folder
        is_ours = Path(os.fsdecode(file)).absolute().is_relative_to(work.folder.absolute())
        if is_ours and isinstance(error, FileNotFoundError):
            raise _changed(work.output, f"{file} is missing") from error
        if is_ours and is_of_the_world(error):
            raise usage_error(error, work.output) from error
        raise


def _changed(output: Path, what: str) -> UsageError:
    return UsageError(f"{output}: somebody changed the new handbook while it was built ({what}); build again")
