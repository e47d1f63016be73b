"""A language server: what is open in an editor, and the checks of it, which run while nobody types."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from amends.content.place import HEADER_FILE
from amends.editor.messages import diagnostics
from amends.editor.places import Lines
from amends.editor.project import Checked, Project, Texts, place_of, plain_text

_QUIET_SECONDS = 0.25
"""So long nobody types before a check begins."""

Clock = Callable[[], date]


class Server(LanguageServer):
    """A server for all projects of which a file is open; each is checked as a whole, one after the other."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("amends", version("amends"))
        self.clock = clock
        self.projects: dict[str, Project] = {}
        self.checked: dict[str, Checked] = {}
        self.shown: dict[str, dict[str, list[types.Diagnostic]]] = {}
        self.locale = ""
        self.worker = ThreadPoolExecutor(1, "check")
        self._waiting: set[str] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._is_checking = False

    # Files ------------------------------------------------------------------------------------------------------------

    def buffers(self) -> dict[str, bytes]:
        """What is open in the editor, by the real path of the file."""
        documents = list(self.workspace.text_documents.values())
        return {os.path.realpath(it.path): it.source.encode("utf-8", "surrogatepass") for it in documents if it.path}

    def uri_of(self, file: str) -> str:
        """The address of a file, as the editor writes it if the file is open."""
        real = os.path.realpath(file)
        open_ones = (it.uri for it in self.workspace.text_documents.values() if os.path.realpath(it.path) == real)
        return next(open_ones, uris.from_fs_path(real) or "")

    def lines_in(self, texts: Texts, file: str) -> Lines:
        """The lines of a file with their places."""
        return Lines(texts.lines(file), self.units)

    def units(self, text: str) -> int:
        """How many units the editor counts for a string."""
        return int(self.workspace.position_codec.client_num_units(text))

    def open_at(self, uri: str, at: types.Position) -> tuple[Project | None, str, str, int, Lines]:
        """The project of an open file, the file's path and text, the index of a place in it, and its lines."""
        document = self.workspace.get_text_document(uri)
        text = plain_text(document.source)
        lines = Lines(text.split("\n"), self.units)
        return self.project_of(document.path), document.path, text, lines.index(at), lines

    def project_of(self, file: str | None) -> Project | None:
        """The project of a file, which is begun if it is not known yet."""
        place = place_of(Path(os.path.realpath(file))) if file else None
        if place is None:
            return None
        return self.projects.setdefault(str(place.content.resolve()), Project(place))

    # Checking ---------------------------------------------------------------------------------------------------------

    def changed(self, file: str | None) -> None:
        """Check every project that reads the file, once nobody has typed for a moment."""
        own, real = self.project_of(file), os.path.realpath(file or "")
        self._waiting |= {key for key, it in self.projects.items() if it is own or real in it.files}
        self._wait()

    def all_changed(self) -> None:
        """Check every project."""
        self._waiting |= self.projects.keys()
        self._wait()

    def closed(self, file: str | None) -> None:
        """Forget the project of a file if none of its files is open any more."""
        opened = {os.path.realpath(it.path) for it in self.workspace.text_documents.values() if it.path}
        for key, project in list(self.projects.items()):
            if not opened & project.files:
                del self.projects[key]
                self.checked.pop(key, None)
                self.show(key, {})
        self.changed(file) if self.projects else None

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_QUIET_SECONDS, self._begin)

    def _begin(self) -> None:
        """Check the next project that waits; another one follows when it is done."""
        self._waiting &= self.projects.keys()
        if self._is_checking or not self._waiting:
            return
        self._is_checking = True
        key = min(self._waiting)
        self._waiting.discard(key)
        job = partial(self.projects[key].check, self.buffers(), self.clock(), self.locale)
        done = asyncio.get_running_loop().run_in_executor(self.worker, job)
        done.add_done_callback(partial(self._end, key))

    def _end(self, key: str, done: asyncio.Future[Checked]) -> None:
        self._is_checking = False
        if error := done.exception():
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"amends: {error!r}"))
        elif key in self.projects:
            self.checked[key] = checked = done.result()
            lines: dict[str, Lines] = {}
            header = str(self.projects[key].place.content / HEADER_FILE)

            def lines_of(file: str) -> Lines:
                return lines.setdefault(file, self.lines_in(checked.texts, file))

            opened: dict[str, list[types.Diagnostic]] = {
                self.uri_of(it): [] for it in self.buffers() if it in checked.files
            }
            self.show(key, opened | diagnostics(checked, header, self.uri_of, lines_of))
        self._begin()

    def show(self, key: str, found: dict[str, list[types.Diagnostic]]) -> None:
        """Show what was found in one project; a file that two projects read has the findings of both."""
        before = self.shown.get(key, {})
        self.shown[key] = found
        for uri in {**before, **found}:
            told = [it for of_one in self.shown.values() for it in of_one.get(uri, ())]
            unique = list({repr(it): it for it in told}.values())
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, unique))
        if not found:
            del self.shown[key]
