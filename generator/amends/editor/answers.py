"""The answers to what an editor tells and asks, from what is known of the open projects. Only renaming reads files."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcInvalidParams

from amends.authoring.rename import Edited, renamed_files
from amends.content.layers import Resolved
from amends.editor.about import about, about_code
from amends.editor.caret import Spot, spot_at
from amends.editor.known import Keys, Known
from amends.editor.mending import Change, mended, passed_over
from amends.editor.messages import completion_item, text_edit
from amends.editor.offers import offers
from amends.editor.places import Lines
from amends.editor.project import Checked, Project, Texts, plain_text
from amends.editor.server import Server
from amends.file_bytes import unsaved
from amends.finding import Finding, Findings, UsageError
from amends.read import read_layered
from amends.self_docs.explanations import EXPLAINED

# What an editor tells -------------------------------------------------------------------------------------------------


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.locale = (params.locale or "").replace("_", "-").partition(".")[0].lower()


def _did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.changed(uris.to_fs_path(params.text_document.uri))


def _did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.changed(uris.to_fs_path(params.text_document.uri))


def _did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.closed(uris.to_fs_path(params.text_document.uri))


def _did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:  # noqa: ARG001 - as pygls calls it
    ls.all_changed()


def _did_change_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:  # noqa: ARG001 - as pygls calls it
    ls.all_changed()


# What an editor asks --------------------------------------------------------------------------------------------------


def _completion(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    project, file, text, index, lines = ls.open_at(params.text_document.uri, params.position)
    if project is None or project.known is None:
        return []
    found = offers(project.known, Path(file).name, text, index)
    return [completion_item(offer, index, lines) for offer in found]


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    project, file, text, index, lines = ls.open_at(params.text_document.uri, params.position)
    if project is None or project.known is None:
        return None
    spot = spot_at(text, index)
    parts = [about(project.known, spot, index)] if spot else []
    parts += _explained(ls, file, params.position.line + 1)
    told = "\n\n---\n\n".join(filter(None, parts))
    if not told:
        return None
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, told), lines.range(spot.begin, spot.end) if spot else None
    )


def _explained(ls: Server, file: str, line: int) -> list[str]:
    """What the findings of a line mean."""
    found = {
        it.code for checked in ls.checked.values() for it in _findings_in(checked, file) if it.location.line == line
    }
    return [about_code(code) for code in EXPLAINED if code.code in found]


def _findings_in(checked: Checked, file: str) -> list[Finding]:
    real = os.path.realpath(file)
    return [it for it in checked.findings if os.path.realpath(it.location.file) == real]


def _definition(ls: Server, params: types.DefinitionParams) -> types.Location | None:
    known, path, _ = _named(ls, params.text_document.uri, params.position)
    at = known.defined_at(path) if known is not None and path is not None else None
    if at is None:
        return None
    lines = ls.lines_in(Texts(ls.buffers()), at.file)
    return types.Location(ls.uri_of(at.file), lines.word_at(at.line, at.column))


def _named(ls: Server, uri: str, at: types.Position) -> tuple[Known | None, Keys | None, tuple[Spot, Lines] | None]:
    """The entry that the word at a place names, and the word with its lines."""
    project, _, text, index, lines = ls.open_at(uri, at)
    spot = spot_at(text, index)
    if project is None or project.known is None or spot is None:
        return None, None, None
    return project.known, project.known.named(spot, index), (spot, lines)


def _prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
    _, path, word = _named(ls, params.text_document.uri, params.position)
    if path is None or word is None:
        raise JsonRpcInvalidParams("no id stands here; put the caret on the id of an entry, or where it is named")
    spot, lines = word
    return types.PrepareRenamePlaceholder(lines.range(spot.begin, spot.end), path[-1])


async def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit:
    _, path, _ = _named(ls, params.text_document.uri, params.position)
    project = ls.project_of(uris.to_fs_path(params.text_document.uri))
    if path is None or project is None:
        raise JsonRpcInvalidParams("no id stands here; put the caret on the id of an entry, or where it is named")
    job = partial(_edits_of_rename, project, ls.buffers(), "/".join(path), params.new_name)
    try:
        edited = await asyncio.get_running_loop().run_in_executor(ls.worker, job)
    except UsageError as error:
        raise JsonRpcInvalidParams(str(error)) from None
    except Findings as error:
        raise JsonRpcInvalidParams(f"a file cannot be read, so nothing is renamed: {error}") from None
    return types.WorkspaceEdit({ls.uri_of(str(file)): list(_edits(ls, it)) for file, it in edited.items()})


def _edits_of_rename(project: Project, buffers: Mapping[str, bytes], old: str, new: str) -> dict[Path, Edited]:
    with unsaved(buffers):
        content = read_layered(project.place)
        if errors := [finding for layer in content.layers for finding in layer.content.findings if finding.is_error]:
            raise Findings(errors)
        return renamed_files(project.place, content, old, new)


def _edits(ls: Server, edited: Edited) -> list[types.TextEdit]:
    """Each changed word, so that an editor keeps its marks and its way back."""
    text = plain_text(edited.text)
    lines = Lines(text.split("\n"), ls.units)
    found = []
    for begin, (old, new) in sorted(edited.edits.items()):
        at = len(plain_text(edited.text[:begin]))
        found.append(types.TextEdit(lines.range(at, at + len(old)), new))
    return found


def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    project = ls.project_of(uris.to_fs_path(params.text_document.uri))
    key = next((key for key, it in ls.projects.items() if it is project), "")
    checked = ls.checked.get(key)
    if project is None or project.known is None or checked is None:
        return []
    file = uris.to_fs_path(params.text_document.uri) or ""
    rows = range(params.range.start.line + 1, params.range.end.line + 2)
    touched = [it for it in _findings_in(checked, file) if it.location.line in rows or not it.location.line]
    texts = Texts(ls.buffers())
    actions = [_ignoring(ls, it, passed_over(texts.lines(file), it)) for it in touched]
    return [*_fixes(ls, project.known.content, touched, texts.buffers), *filter(None, actions)]


def _fixes(
    ls: Server, content: Resolved, findings: list[Finding], buffers: Mapping[str, bytes]
) -> list[types.CodeAction]:
    """What `check --fix` would mend of each of these findings."""
    found = []
    for finding in findings:
        with unsaved(buffers):
            changes = mended(content, [finding])
        if changes:
            edit = types.WorkspaceEdit(
                {ls.uri_of(it): [text_edit(one) for one in all_] for it, all_ in changes.items()}
            )
            title = f"amends: {finding.code} {finding.hint}"
            found.append(types.CodeAction(title, types.CodeActionKind.QuickFix, is_preferred=True, edit=edit))
    return found


def _ignoring(ls: Server, finding: Finding, change: Change | None) -> types.CodeAction | None:
    if change is None:
        return None
    edit = types.WorkspaceEdit({ls.uri_of(finding.location.file): [text_edit(change)]})
    title = f"amends: ignore {finding.code} here, with a reason"
    return types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit)


_SIGNS = types.CompletionOptions(trigger_characters=[" ", "{", ":", "/", "["])
_QUICK = types.CodeActionOptions([types.CodeActionKind.QuickFix])
FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (types.INITIALIZE, _initialize, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _did_open, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _did_change, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _did_save, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _did_close, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _did_change_files, None),
    (types.TEXT_DOCUMENT_COMPLETION, _completion, _SIGNS),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, _rename, types.RenameOptions(prepare_provider=True)),
    (types.TEXT_DOCUMENT_CODE_ACTION, _code_action, _QUICK),
)
