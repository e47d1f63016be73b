"""An editor for tests: a language client that talks to `amends lsp` over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from builders import TODAY

Answer = TypeVar("Answer")
_PATIENCE = 60


class Editor:
    """An editor with one server. Texts may hold a `|`, where the caret is."""

    def __init__(self, locale: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._client = LanguageClient("test", "1")
        self._shown: dict[str, list[types.Diagnostic]] = {}
        self._news = asyncio.Event()
        self._versions: dict[str, int] = {}
        self.messages: list[str] = []
        self._on(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._show)
        self._on(types.WINDOW_LOG_MESSAGE, self._note)
        self._on(types.WINDOW_SHOW_MESSAGE, self._note)
        self._wait(self._begin(locale))

    def _on(self, event: str, do: Callable[[Any], None]) -> None:
        def act(params: Any) -> None:  # pygls marks what it calls, and a method cannot be marked
            do(params)

        self._client.feature(event)(act)

    async def _begin(self, locale: str) -> None:
        await self._client.start_io(sys.executable, "-m", "amends", "lsp", "--today", TODAY.isoformat())
        wish = types.InitializeParams(types.ClientCapabilities(), locale=locale)
        self.can = (await self._client.initialize_async(wish)).capabilities
        self._client.initialized(types.InitializedParams())

    def close(self) -> int:
        """Leave, and say with which code the server ended."""
        return self._wait(self._end())

    async def _end(self) -> int:
        await self._client.shutdown_async(None)
        self._client.exit(None)
        server: Any = self._client._server
        return int(await asyncio.wait_for(server.wait(), _PATIENCE))

    def _wait(self, answer: Coroutine[Any, Any, Answer]) -> Answer:
        return asyncio.run_coroutine_threadsafe(answer, self._loop).result(_PATIENCE)

    def _show(self, params: types.PublishDiagnosticsParams) -> None:
        self._shown[params.uri] = list(params.diagnostics)
        self._news.set()

    def _note(self, params: types.LogMessageParams | types.ShowMessageParams) -> None:
        self.messages.append(params.message)

    # What somebody does -----------------------------------------------------------------------------------------------

    def open(self, file: Path) -> list[types.Diagnostic]:
        """Open a file, and give what is shown in it."""
        text = file.read_bytes().decode("utf-8-sig")
        self._versions[file.as_uri()] = 1
        document = types.TextDocumentItem(file.as_uri(), "yaml", 1, text)
        return self._after(file, lambda: self._client.text_document_did_open(types.DidOpenTextDocumentParams(document)))

    def type(self, file: Path, text: str) -> list[types.Diagnostic]:
        """Replace the whole text without saving it, and give what is shown then."""
        return self._after(file, lambda: self._change(file, types.TextDocumentContentChangeWholeDocument(text)))

    def insert(self, file: Path, line: int, units: int, text: str) -> list[types.Diagnostic]:
        """Type a few characters at a place, which counts from 0."""
        at = types.Range(types.Position(line, units), types.Position(line, units))
        return self._after(file, lambda: self._change(file, types.TextDocumentContentChangePartial(at, text)))

    def close_file(self, file: Path) -> list[types.Diagnostic]:
        """Close a file, and give what is still shown in it."""
        what = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(file.as_uri()))
        return self._after(file, lambda: self._client.text_document_did_close(what))

    def shown(self, file: Path) -> list[types.Diagnostic]:
        """What is shown in a file."""
        return self._shown.get(file.as_uri(), [])

    def next_shown(self, file: Path) -> list[types.Diagnostic]:
        """What is shown in another file as soon as something is."""

        async def waited() -> None:
            while not self._shown.get(file.as_uri()):
                self._news.clear()
                await asyncio.wait_for(self._news.wait(), _PATIENCE)

        self._wait(waited())
        return self._shown[file.as_uri()]

    def _change(self, file: Path, change: types.TextDocumentContentChangeEvent) -> None:
        self._versions[file.as_uri()] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[file.as_uri()], file.as_uri())
        self._client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def _after(self, file: Path, act: Any) -> list[types.Diagnostic]:
        async def acted() -> None:
            self._shown.pop(file.as_uri(), None)
            act()
            while file.as_uri() not in self._shown:
                self._news.clear()
                await asyncio.wait_for(self._news.wait(), _PATIENCE)

        self._wait(acted())
        return self._shown[file.as_uri()]

    # What somebody asks -----------------------------------------------------------------------------------------------

    def _at(self, kind: Any, file: Path, line: int, units: int, *more: Any) -> Any:
        return kind(types.TextDocumentIdentifier(file.as_uri()), types.Position(line, units), *more)

    def offers(self, file: Path, line: int, units: int) -> dict[str, types.CompletionItem]:
        """What is offered at a place, by its label."""
        ask = self._at(types.CompletionParams, file, line, units)
        return {it.label: it for it in self._wait(self._client.text_document_completion_async(ask)) or ()}  # type: ignore[union-attr]

    def hover(self, file: Path, line: int, units: int) -> str:
        """What is shown of the word at a place."""
        told: Any = self._wait(self._client.text_document_hover_async(self._at(types.HoverParams, file, line, units)))
        return told.contents.value if told else ""

    def definition(self, file: Path, line: int, units: int) -> tuple[str, int] | None:
        """Where the word at a place is defined: the address of the file, and the line, from 0."""
        ask = self._at(types.DefinitionParams, file, line, units)
        found: Any = self._wait(self._client.text_document_definition_async(ask))
        return (found.uri, found.range.start.line) if found else None

    def rename(self, file: Path, line: int, units: int, new: str) -> dict[str, list[types.TextEdit]]:
        """What changes in which file; raises the error that is shown."""
        edit: Any = self._wait(
            self._client.text_document_rename_async(self._at(types.RenameParams, file, line, units, new))
        )
        return dict(edit.changes)

    def actions(self, file: Path, line: int) -> dict[str, types.CodeAction]:
        """What is offered at a line, by its title."""
        where = types.Range(types.Position(line, 0), types.Position(line, 0))
        ask = types.CodeActionParams(
            types.TextDocumentIdentifier(file.as_uri()), where, types.CodeActionContext(self.shown(file))
        )
        return {it.title: it for it in self._wait(self._client.text_document_code_action_async(ask)) or ()}  # type: ignore[misc]


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """A text after these edits, as an editor makes them: places count units of UTF-16."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line) + 2)
    whole = "\n".join(text.split("\n")).encode("utf-16-le")

    def offset(at: types.Position) -> int:
        return begins[at.line] + 2 * at.character

    for edit in sorted(edits, key=lambda it: (it.range.start.line, it.range.start.character), reverse=True):
        whole = whole[: offset(edit.range.start)] + edit.new_text.encode("utf-16-le") + whole[offset(edit.range.end) :]
    return whole.decode("utf-16-le")
