"""Waits until a file of a project is saved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Event
from time import monotonic

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# Reading a file is an event, too, and a folder counts as modified whenever a file in it is.
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_QUIET_SECONDS = 0.05
_LONGEST_SECONDS = 1.0


class Changes(FileSystemEventHandler):
    """Watches folders with all that is in them, and single folders without their subfolders."""

    def __init__(self) -> None:
        self._happened = Event()
        self._watched: frozenset[tuple[Path, bool]] = frozenset()
        self._observer: BaseObserver = Observer()

    def watch(self, whole: Iterable[Path], flat: Iterable[Path]) -> None:
        """Watch these folders from now on; those that do not exist are left out."""
        wanted = {(path.resolve(), True) for path in whole} | {(path.resolve(), False) for path in flat}
        wanted = {(path, is_whole) for path, is_whole in wanted if path.is_dir()}
        if wanted == self._watched:
            return
        self.stop()
        self._watched = frozenset(wanted)
        try:
            self._observer = self._started(Observer())
        except OSError:  # the system has no more room for watches, or none for this file system
            self._observer = self._started(PollingObserver())

    def stop(self) -> None:
        """Watch nothing any more."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def wait(self) -> None:
        """Wait for a change, and then until the files are quiet: an editor may save in several steps."""
        self._happened.wait()
        end = monotonic() + _LONGEST_SECONDS
        while monotonic() < end:
            self._happened.clear()
            if not self._happened.wait(_QUIET_SECONDS):
                return
        self._happened.clear()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - as watchdog calls it
        """Remember that something has changed."""
        self._happened.set()

    def _started(self, observer: BaseObserver) -> BaseObserver:
        for path, is_whole in self._watched:
            observer.schedule(self, str(path), recursive=is_whole, event_filter=_CHANGES)
        observer.start()
        return observer
