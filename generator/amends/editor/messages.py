"""Findings and other answers -> what the protocol of language servers says of them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from amends.editor.mending import Change
from amends.editor.offers import Offer
from amends.editor.places import Lines
from amends.editor.project import Checked
from amends.finding import Finding, Level
from amends.origin import page_of_source

_SEVERITIES: dict[Level, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_KINDS = {
    "field": types.CompletionItemKind.Field,
    "id": types.CompletionItemKind.Reference,
    "value": types.CompletionItemKind.EnumMember,
    "placeholder": types.CompletionItemKind.Variable,
}
_LINE_AND_COLUMN = re.compile(r":(\d+):(\d+)")
_SAME_FILE = re.compile(r"\bline (\d+), column (\d+)")

UriOf = Callable[[str], str]
LinesOf = Callable[[str], Lines]


def diagnostics(checked: Checked, header: str, uri_of: UriOf, lines_of: LinesOf) -> dict[str, list[types.Diagnostic]]:
    """What a check has found, by the address of the file; in the sop.yml `header`, why nothing could be checked."""
    found: dict[str, list[types.Diagnostic]] = {}
    if checked.trouble:
        where = lines_of(header).word_at(0, 0)
        found[uri_of(header)] = [
            types.Diagnostic(where, checked.trouble, types.DiagnosticSeverity.Error, source="amends")
        ]
    for finding, said in zip(checked.findings, checked.said, strict=True):
        uri = uri_of(_file_of(said))
        found.setdefault(uri, []).append(_diagnostic(finding, said, checked, uri_of, lines_of))
    return found


def _file_of(finding: Finding) -> str:
    """The file in which a finding is shown; one about a folder is shown in its sop.yml."""
    file = finding.location.file
    return os.path.join(file, "sop.yml") if os.path.isdir(file) else file  # noqa: PTH112, PTH118 - names of any form


def _diagnostic(
    finding: Finding, said: Finding, checked: Checked, uri_of: UriOf, lines_of: LinesOf
) -> types.Diagnostic:
    """A finding in the language of the author, with the link to its explanation."""
    at = said.location
    page = page_of_source("docs/rules.md")
    href = f"{page}#{said.code.lower()}-{said.name}" if page else None
    return types.Diagnostic(
        range=lines_of(_file_of(said)).word_at(at.line, at.column),
        message=f"{said.message}\n{checked.way_out}{said.hint}" if said.hint else said.message,
        severity=_SEVERITIES[said.level],
        code=said.code,
        code_description=types.CodeDescription(href) if href else None,
        source="amends",
        related_information=list(_related(finding, checked.names, uri_of, lines_of)) or None,
    )


def _related(
    finding: Finding, files: Iterable[str], uri_of: UriOf, lines_of: LinesOf
) -> Iterator[types.DiagnosticRelatedInformation]:
    """The other places of which the message speaks, such as where an id is defined already."""
    own = finding.location.file
    places = [(own, int(found[1]), int(found[2])) for found in _SAME_FILE.finditer(finding.message)]
    for file in files if ".yml:" in finding.message else ():
        at = finding.message.find(f"{file}:")
        if at >= 0 and (found := _LINE_AND_COLUMN.match(finding.message, at + len(file))):
            places.append((file, int(found[1]), int(found[2])))
    for file, line, column in places:
        where = types.Location(uri_of(file), lines_of(file).word_at(line, column))
        yield types.DiagnosticRelatedInformation(where, f"{Path(file).name}:{line}")


def completion_item(offer: Offer, index: int, lines: Lines) -> types.CompletionItem:
    """One offer; needed fields stand first."""
    about = types.MarkupContent(types.MarkupKind.Markdown, offer.about) if offer.about else None
    return types.CompletionItem(
        label=offer.word,
        kind=_KINDS[offer.kind],
        detail=offer.detail or None,
        documentation=about,
        sort_text=f"{0 if offer.is_needed else 1}{offer.word}",
        filter_text=offer.word,
        text_edit=types.TextEdit(lines.range(offer.begin, index), offer.insert),
    )


def text_edit(change: Change) -> types.TextEdit:
    """Whole lines that become other lines."""
    begin, end = types.Position(change.first, 0), types.Position(change.last, 0)
    return types.TextEdit(types.Range(begin, end), "".join(f"{line}\n" for line in change.lines))
