"""Standard output and standard error, which a user may close or send to a full disk."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from io import BufferedWriter, RawIOBase, TextIOBase, TextIOWrapper
from typing import TextIO

import click

from amends.terminal import harmless

_ERROR = 2
"""The number of standard error; those of standard input and output are lower."""


class ClosedOutput(TextIOBase):
    """What stands for a standard output that the user has closed: output into it fails, as in the tools of GNU."""

    def write(self, text: str) -> int:
        """Raise OSError, unless there is nothing to write."""
        if text:
            raise OSError(errno.EIO, "it is closed")
        return 0


def prepare() -> None:
    r"""Take the numbers of closed streams, and write characters that a terminal lacks as `\u6295`.

    The next file that is opened would else take the number of a closed stream, and receive what others write there.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= _ERROR:
        pass
    os.close(number)
    if sys.stdout is None:
        sys.stdout = ClosedOutput()
    elif isinstance(getattr(sys.stdout, "buffer", None), RawIOBase):
        # With PYTHONUNBUFFERED, Python writes what fits on a full disk and loses the rest without a word.
        whole = BufferedWriter(sys.stdout.buffer)
        sys.stdout = TextIOWrapper(whole, encoding=sys.stdout.encoding, line_buffering=True)
    if sys.stderr is None:
        sys.stderr = os.fdopen(_ERROR, "w", encoding="utf-8", closefd=False)  # nobody asked for the messages
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a pipe on Windows may have no Chinese
            stream.reconfigure(errors="backslashreplace")


def put(text: str | bytes, *, err: bool = False, nl: bool = True) -> None:
    """Write a text to standard output or error. It is the one way out, since any text may quote a hostile file.

    Bytes are UTF-8, and keep their line ends on every system.
    """
    safe = harmless(text) if isinstance(text, str) else harmless(text.decode()).encode()
    click.echo(safe, err=err, nl=nl)


def give_up(stream: TextIO) -> None:
    """Forget what could not be written. Python would else try again when it ends, and end with a code of its own."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
