"""The only module that writes to disk. A folder or a file is written completely or not at all."""

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
"""A file in every folder that amends made, with the list of its files. Only a folder with this file is replaced."""

_ASIDE = "-old"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


@contextlib.contextmanager
def replaced_folder(output: Path, *, protected: tuple[Path, ...] = ()) -> Iterator[Path]:
    """A new folder to fill. When the block ends, it takes the place of `output`; if the block fails, it is deleted.

    Readers of `output` see the old files or the new ones, never a mixture. Raises UsageError if `output` must not be
    replaced: it is a link, it holds files that amends did not make, or one of the `protected` places is in it.
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
    """Write one file completely or not at all. A file that already has these bytes is not touched."""
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
    """Write all files or none into a folder that is missing or empty. No existing file is replaced.

    A folder with only the `.git` of a new repository counts as empty.
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
    """Raise UsageError if the folder of a new project already holds files."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: this is a file; name a new folder for the project")
    held = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.exists() else []
    if held:
        raise UsageError(f"{folder}: this folder is not empty ({_some(held)}); name a new folder for the project")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")  # noqa: PLR2004 - three say enough


def write_new_file(path: Path, text: str) -> None:
    """Write a new file and make its folders. Raises UsageError if the file exists or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path}: is there already; nothing was changed") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None


def write_marker(folder: Path, unfinished: str | None = None) -> None:
    """Record the files of a folder that amends made, so that a later build may replace it.

    `unfinished` names a subfolder that a build is filling now. All files in it are ours, even if that build is killed.
    """
    record = {"made_by": "amends", "files": sorted(_relative_files(folder) - {MARKER})}
    if unfinished is not None:
        record["unfinished"] = unfinished
    write_file(folder / MARKER, json.dumps(record, indent=1).encode())


def remove_folder(folder: Path) -> None:
    """Delete a folder that amends made; raises UsageError if it is a link, or holds files that amends did not make."""
    refuse_foreign(folder, ())
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be deleted: {error.strerror}") from None


def _relative_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink()}


def refuse_foreign(output: Path, protected: tuple[Path, ...]) -> None:
    """Raise UsageError unless `output` is missing, is empty, or was made by amends."""
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
    """Lock the folder while the block runs; False if another build has it. If we are killed, the system unlocks it."""
    if sys.platform == "win32":  # no flock there, so users must not run two builds at once
        yield True
        return
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:  # another build has just deleted it
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
    """Delete the folders that killed builds left beside the output; raise UsageError if another build is running."""
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
    """Put the new folder in the place of the old one. The old files are then in `staging`, or deleted."""
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
    """Swap two folders in one step; False if the system or the file system cannot do that."""
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
