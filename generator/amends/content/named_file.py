"""A file that a layer names, such as a logo: read where the layer is read, so that all that follows needs no folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from amends.codes.folder import UNREAD_FILE
from amends.content.loader import Content, PathParts


class NamedFile(str):
    """The name of a file as the author wrote it, with what the file holds, or with why nobody can use it."""

    __slots__ = ("content", "fault")

    content: bytes
    fault: str

    def __new__(cls, name: str, content: bytes = b"", fault: str = "") -> Self:
        """The name is the value; layers merge it like any other text."""
        file = super().__new__(cls, name)
        file.content, file.fault = content, fault
        return file

    def __reduce__(self) -> tuple[type[NamedFile], tuple[str, bytes, str]]:
        """How it goes to another process: `str` alone would lose what the file holds."""
        return NamedFile, (str(self), self.content, self.fault)


def with_named_files(content: Content, paths: Sequence[PathParts], most_bytes: int) -> Content:
    """The content of a layer, with each file that its sop.yml names at one of these paths.

    A name is relative to the file in which it stands, and must not lead out of its folder: a project is built as
    it is, on any machine, and publishes nothing that lies beside it.
    """
    header, read = dict(content.header or {}), set()
    for path in paths:
        name = _value(header, path)
        if isinstance(name, str):
            folder = Path(content.location(path).file).parent
            header = _with(header, path, _read(folder, name, most_bytes))
            read.add(str(folder / name))
    if not read:
        return content
    told = (it for it in content.findings if it.code != UNREAD_FILE.code or it.location.file not in read)
    return replace(content, header=header, findings=tuple(told))


def _value(block: Any, path: PathParts) -> Any:
    for part in path:
        block = block.get(part) if isinstance(block, dict) else None
    return block


def _with(block: dict[Any, Any], path: PathParts, value: object) -> dict[Any, Any]:
    first, *rest = path
    return {**block, first: _with(block[first], rest, value) if rest else value}


def _read(folder: Path, name: str, most_bytes: int) -> NamedFile:
    path, root = Path(os.path.realpath(folder / name)), Path(os.path.realpath(folder))
    if "\0" in name or not path.is_relative_to(root):
        return NamedFile(name, fault="this file does not lie beside the SOP")
    try:
        if not path.is_file():
            return NamedFile(name, fault="this is a folder" if path.is_dir() else "there is no such file")
        if path.stat().st_size > most_bytes:
            return NamedFile(name, fault=f"this file has {path.stat().st_size:,} bytes; at most {most_bytes:,} may be")
        return NamedFile(name, path.read_bytes())
    except OSError as error:
        return NamedFile(name, fault=f"this file cannot be read: {error.strerror}")
