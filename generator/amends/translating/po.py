"""Texts for translators as a catalogue of gettext (PO), for Weblate, Poedit and others; and back."""

from __future__ import annotations

import re
from typing import Any

from amends.finding import Location, UsageError
from amends.translating.packages import package
from amends.translating.task import Job, Returned, Row, Task

_OF = "X-Source-Language"
_LINE_OF_ERROR = re.compile(r"\(line ([0-9]+)\)")


def written(job: Job) -> bytes:
    """The catalogue. What is older than its source is fuzzy; a context says which text of the SOP it is."""
    polib: Any = package("polib")
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Project-Id-Version": job.project,
        "Language": job.into,
        _OF: job.of,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    catalogue.extend(_entry(polib, task) for task in job.tasks)
    return str(catalogue).encode() + b"\n"


def _entry(polib: Any, task: Task) -> Any:
    file, _, line = task.place.rpartition(":")
    return polib.POEntry(
        msgctxt=task.id,
        msgid=task.source,
        msgstr=task.target,
        comment="\n".join([task.where, *task.notes]),
        occurrences=[(file.replace(" ", "%20"), line)],
        flags=["fuzzy"] if task.state == "older" else [],
    )


def read(source: bytes, file: str) -> Returned:
    """The rows of a catalogue; raises UsageError if it is none."""
    polib: Any = package("polib")
    try:
        text = source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        catalogue = polib.pofile(f"{text}\n")  # a text with a line end names no file
    except UnicodeDecodeError:
        raise UsageError(f"{file}: this is not UTF-8; save the catalogue in UTF-8") from None
    except (OSError, ValueError, IndexError) as error:
        line = _LINE_OF_ERROR.search(str(error))
        at = f"{file}:{line[1]}" if line else file
        raise UsageError(f"{at}: this is no catalogue of gettext (PO); export it anew, or mend this line") from None
    entries = [entry for entry in catalogue if not entry.obsolete]
    into, of = (str(catalogue.metadata.get(name, "")).replace("_", "-") for name in ("Language", _OF))
    return Returned(file, of, into, tuple(_row(entry, file) for entry in entries))


def _row(entry: Any, file: str) -> Row:
    return Row(
        id=entry.msgctxt or "",
        source=entry.msgid,
        target=entry.msgstr,
        location=Location(file, entry.linenum, 1),
        cell=f"line {entry.linenum}",
        is_unfinished="fuzzy" in entry.flags,
        is_confirmed="fuzzy" not in entry.flags,
    )
