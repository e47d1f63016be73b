"""Texts for translators as XLIFF 1.2, which tools for translators read and write; and back."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from amends.finding import Location, UsageError
from amends.translating.packages import package
from amends.translating.task import Job, Returned, Row, Task

_EMPTY = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original={project} source-language={of} target-language={into} datatype="plaintext"><body></body></file>
</xliff>
"""
_FROM_US, _STATE = "developer", "state"
_FINISHED = frozenset({"translated", "signed-off", "final"})


def written(job: Job) -> bytes:
    """The file. What is older than its source needs a review; notes say where each text stands."""
    xliff: Any = package("translate.storage.xliff")
    values = {"project": job.project, "of": job.of, "into": job.into}
    empty = _EMPTY.format_map({name: quoteattr(value) for name, value in values.items()})
    store = xliff.Xliff1File.parsestring(empty.encode())
    for task in job.tasks:
        _add(store, task)
    return bytes(store)


def _add(store: Any, task: Task) -> None:
    unit = store.UnitClass(task.source)
    store.addunit(unit)
    unit.xmlelement.set("id", task.id)
    if task.target:
        unit.target = task.target
        unit.xmlelement.find(unit.namespaced("target")).set(_STATE, _state(task))
    for note in (task.where, *task.notes):
        unit.addnote(note, origin=_FROM_US)


def _state(task: Task) -> str:
    return "needs-review-translation" if task.state == "older" else "translated"


def read(source: bytes, file: str) -> Returned:
    """The rows of a file; raises UsageError if it is no XLIFF 1.2."""
    xliff: Any = package("translate.storage.xliff")
    way_out = f"{file}: this is no XLIFF 1.2 file; export it anew, and save it in that format"
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        raise UsageError(way_out)  # no tool for translators writes entities, and they may name any file
    try:
        store = xliff.Xliff1File.parsestring(source)
        of, into = store.sourcelanguage or "", store.targetlanguage or ""
    except Exception:  # noqa: BLE001 - the library has no error of its own for what it cannot read
        raise UsageError(way_out) from None
    return Returned(file, of, into, tuple(_row(unit, file) for unit in store.units if not unit.isheader()))


def _row(unit: Any, file: str) -> Row:
    line = unit.xmlelement.sourceline or 0
    target = unit.xmlelement.find(unit.namespaced("target"))
    state = target.get(_STATE) if target is not None else None
    return Row(
        id=unit.xmlelement.get("id") or "",
        source=unit.source or "",
        target=unit.target or "",
        location=Location(file, line, 1),
        cell=f"line {line}",
        is_unfinished=state is not None and state not in _FINISHED,
        is_confirmed=state is None or state in _FINISHED,
    )
