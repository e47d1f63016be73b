"""The only module that writes: whole folders and single files, each complete or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from amends.finding import UsageError

MARKER = ".amends.json"
"""Lies in every folder that amends made, with the list of its files: only such a folder is ever replaced."""

_ASIDE = "-old"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


@contextlib.contextmanager
def replaced_folder(output: Path, *, protected: tuple[Path, ...] = ()) -> Iterator[Path]:
    """A new folder to fill; it takes the place of `output` when the block ends, and vanishes if the block fails.

    Readers of `output` see the old files or the new ones, never a mixture. Raises UsageError where `output` is not
    ours to replace: a link, a folder that holds other people's files, or one that holds `protected` places.
    """
    refuse_foreign(output, protected)
    staging = _staging(output)
    try:
        with _locked(staging) as is_ours:
            _clear_leftovers(output, staging, is_ours=is_ours)
            yield staging
            write_marker(staging)
            _switch(staging, output)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write_file(path: Path, content: bytes) -> None:
    """One file, complete or not at all, and left alone where it already holds these bytes."""
    new = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == content:
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            new = Path(file.name)
            file.write(content)
        new.chmod(0o644)
        new.replace(path)
    except OSError as error:
        if new is not None:
            new.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None


def write_new_files(folder: Path, files: Mapping[str, str]) -> None:
    """Files into a folder that is absent or empty; all of them or none, and never one in place of another.

    A folder that holds nothing but the `.git` of a new repository counts as empty.
    """
    made: list[Path] = []
    try:
        _refuse_used(folder)
        for name, text in files.items():
            path = folder / name
            made.extend(parent for parent in reversed((path, *path.parents)) if not parent.exists())
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise UsageError(f"{error.filename or folder}: cannot be written: {error.strerror}") from None


def _refuse_used(folder: Path) -> None:
    """Raise UsageError where a new project would come among other files."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: this is a file; name a new folder for the project")
    held = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.exists() else []
    if held:
        raise UsageError(f"{folder}: this folder is not empty ({_some(held)}); name a new folder for the project")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")  # noqa: PLR2004 - three say enough


def write_new_file(path: Path, text: str) -> None:
    """A file that is not there yet, with its folders; raises UsageError where there is one, or no right to write."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path}: is there already; nothing was changed") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None


def write_marker(folder: Path, unfinished: str | None = None) -> None:
    """Record what lies in a folder of ours, so that a later build knows it again.

    `unfinished` names a subfolder that a build is filling just now: all in it is ours, even if that build is killed.
    """
    record = {"made_by": "amends", "files": sorted(_relative_files(folder) - {MARKER})}
    if unfinished is not None:
        record["unfinished"] = unfinished
    write_file(folder / MARKER, json.dumps(record, indent=1).encode())


def _relative_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink()}


def refuse_foreign(output: Path, protected: tuple[Path, ...]) -> None:
    """Raise UsageError unless `output` is absent, empty, or ours."""
    try:
        _refuse_foreign(output, protected)
    except OSError as error:
        raise UsageError(f"{output}: cannot be used for the output: {error.strerror}") from None


def _refuse_foreign(output: Path, protected: tuple[Path, ...]) -> None:
    if output.is_symlink():
        raise UsageError(f"{output}: this is a link; name a real folder for the output")
    resolved = output.resolve()
    for place in (Path.home(), Path.cwd(), *protected):
        if place.resolve().is_relative_to(resolved):
            raise UsageError(f"{output}: this folder holds {place}; name another folder for the output")
    if not output.exists():
        return
    if not output.is_dir():
        raise UsageError(f"{output}: this is a file; name a folder for the output")
    foreign = sorted(_relative_files(output) - _known_files(output))
    if foreign:
        raise UsageError(
            f"{output}: holds files that amends did not make ({_some(foreign)}); move them away or name another folder"
        )


def _known_files(output: Path) -> set[str]:
    try:
        marker = json.loads((output / MARKER).read_text(encoding="utf-8"))
        unfinished = output / str(marker["unfinished"]) if "unfinished" in marker else None
        filled = {path.relative_to(output).as_posix() for path in unfinished.rglob("*")} if unfinished else set()
        return {MARKER, *map(str, marker["files"]), *filled}
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{output / MARKER}: cannot be read; delete the folder {output} and build again") from None


def _staging(output: Path) -> Path:
    """An empty folder beside the output."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{output.name}.amends-", dir=output.parent))
        staging.chmod(0o755)
    except OSError as error:
        raise UsageError(f"{output.parent}: cannot be written: {error.strerror}") from None
    return staging


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether nobody else uses the folder; held while the block runs, and let go by the system if we are killed."""
    if sys.platform == "win32":  # no flock there; two builds at once are then the user's to avoid
        yield True
        return
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:  # another build has just swept it
        yield False
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_free = True
    except BlockingIOError:
        is_free = False
    try:
        yield is_free
    finally:
        os.close(descriptor)


def _clear_leftovers(output: Path, staging: Path, *, is_ours: bool) -> None:
    """Sweep what killed builds left beside the output; raise UsageError where another build is still at work."""
    made_by_us = re.compile(rf"\.{re.escape(output.name)}\.amends-[a-z0-9_]{{8}}({_ASIDE})?")
    leftovers = [path for path in output.parent.iterdir() if made_by_us.fullmatch(path.name) and path != staging]
    with contextlib.ExitStack() as locks:
        are_free = [locks.enter_context(_locked(leftover)) for leftover in leftovers]
        if not (is_ours and all(are_free)):
            raise UsageError(f"{output}: another build is writing here; wait for it to end")
        for leftover in leftovers:
            if leftover.name.endswith(_ASIDE) and not output.exists():
                leftover.rename(output)  # that build was killed between the two renames of `_switch`
            shutil.rmtree(leftover, ignore_errors=True)


def _switch(staging: Path, output: Path) -> None:
    """Put the new folder in the old one's place; the old files end up in `staging`."""
    aside = staging.with_name(staging.name + _ASIDE)
    try:
        if output.exists():
            if _exchanged(staging, output):
                return
            output.rename(aside)
        staging.rename(output)
    except OSError as error:
        if aside.exists():
            aside.rename(output)
        raise UsageError(f"{output}: cannot be replaced: {error.strerror}") from None
    shutil.rmtree(aside, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    if library.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code))
