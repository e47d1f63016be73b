"""Which files of a content folder are read: every `*.yml`, in any subfolder. Every other file is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from amends.codes.code import Code
from amends.codes.folder import FOLDER_NAMED_AS_FILE, LINKED_FOLDER, MISNAMED_FILE, UNREAD_FILE, UNREADABLE_FILE
from amends.content.place import HEADER_FILE
from amends.content.translation_record import RECORD_FILE
from amends.finding import Finding, Location, UsageError

_SAYS_WHAT_IT_IS = re.compile(r"readme|licen[cs]e|changelog|notice", re.IGNORECASE)
_OUR_OWN = frozenset({"amends.lock.json", "amends.baseline.json", RECORD_FILE})
"""What amends writes beside content where that is not in a folder of its own."""
_HIDDEN_ENDING = re.compile(r"\.ya?ml\.(?:txt|text|md|doc|rtf)\Z", re.IGNORECASE)


def content_files(folder: Path) -> tuple[list[Path], list[Finding]]:
    """The files to read, in the order of their paths, and a finding for each file that is not read.

    Names that begin with a dot are passed over: `.github/`, the lock files of editors. Raises UsageError if the
    folder cannot be read or holds no SOP.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    for path in sorted(_visible(folder)):
        if path.is_symlink() and path.is_dir():
            hint = "move the folder here; or make it a layer of its own, and name it in `extends`"
            findings.append(_finding(LINKED_FOLDER, path, "this is a link to a folder, which is not read", hint))
        elif path.suffix.lower() in (".yml", ".yaml"):
            problem = _problem(path)
            if problem is None:
                files.append(path)
            else:
                findings.append(problem)
        elif path.is_file() and path.name not in _OUR_OWN and not _SAYS_WHAT_IT_IS.match(path.name):
            findings.append(_unread(path))
    if folder / HEADER_FILE not in files:
        raise UsageError(f"{folder}: there is no {HEADER_FILE} here; name the folder that holds it")
    return files, findings


def unreadable(path: Path, error: OSError) -> Finding:
    """The finding for a file that the system does not let us read."""
    return _finding(
        UNREADABLE_FILE, path, f"this file cannot be read: {error.strerror}", "check its permissions, or delete it"
    )


def _visible(top: Path) -> Iterator[Path]:
    waiting = [top]  # not by recursion, since folders may be nested deeper than Python's stack
    while waiting:
        folder = waiting.pop()
        try:
            for path in folder.iterdir():
                if not path.name.startswith("."):
                    yield path
                    if path.is_dir() and not path.is_symlink():  # a link may lead back up, and the walk never end
                        waiting.append(path)
        except OSError as error:
            raise UsageError(f"{folder}: cannot be read: {error.strerror}; check its permissions") from None


def _problem(path: Path) -> Finding | None:
    if path.is_dir():
        return _finding(FOLDER_NAMED_AS_FILE, path, "this is a folder, not a file", "name it without the ending")
    if not path.is_file():
        message = "this is no file: a link that leads nowhere, or a device"
        return _finding(UNREADABLE_FILE, path, message, "delete it, or put a file in its place")
    if path.suffix != ".yml":
        message = "this file is not read: the names of content files end in .yml"
        return _finding(MISNAMED_FILE, path, message, f"rename it to {path.stem}.yml")
    return None


def _unread(path: Path) -> Finding:
    if found := _HIDDEN_ENDING.search(path.name):
        message = f"this file is not read: its name ends in {path.suffix}, which your system may not show"
        return _finding(MISNAMED_FILE, path, message, f"rename it to {path.name[: found.start()]}.yml")
    hint = "nothing is lost if it only lies here; content stands in files whose names end in .yml"
    return _finding(UNREAD_FILE, path, "this file is not read", hint)


def _finding(code: Code, path: Path, message: str, hint: str) -> Finding:
    return code.finding(message, hint, Location(str(path)))
