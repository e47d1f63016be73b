"""The whole story of `amends serve`: read, listen, and read again whenever a file is saved."""

from __future__ import annotations

import gc
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

from amends.content.chain import layer_folders
from amends.content.place import Place, folders_read
from amends.preview.changes import Changes
from amends.preview.preview import Preview, Trouble
from amends.preview.server import PreviewServer
from amends.said import Say, said
from amends.shipped import shipped
from amends.site.build import own_pages


def serve(  # noqa: PLR0913 - each is one choice of the user, or a way to tell him something
    place: Place,
    locale: str | None,
    address: str,
    *,
    reads: str,
    open_in_browser: bool,
    say: Say,
    tell: Callable[[Trouble], None],
) -> None:
    """Serve a preview until the user, who reads the language `reads`, stops it.

    `tell` gets what is wrong with the files after each time they are read.

    Raises UsageError if nobody can listen at the address.
    """
    # Each refresh makes very many objects that live on; looking for garbage among them takes a fifth of its time.
    gc.set_threshold(50_000, 20, 50)
    with own_pages(place) as settings:
        preview, changes = Preview(place, settings), Changes()
        with PreviewServer(preview, address, locale, reads) as server:
            changes.watch(_folders(place), [place.home])
            tell(preview.refresh())
            Thread(target=_follow, args=(place, preview, changes, tell), daemon=True).start()
            say(said("preview", address=server.url))
            if open_in_browser:
                webbrowser.open(server.url)
            try:
                server.serve_forever(poll_interval=0.1)
            except KeyboardInterrupt:
                say(said("preview-ended"))
            finally:
                changes.stop()


def _follow(place: Place, preview: Preview, changes: Changes, tell: Callable[[Trouble], None]) -> None:
    while True:
        changes.wait()
        tell(preview.refresh())
        changes.watch(_folders(place), [place.home])  # a new base, or other pages of one's own


def _folders(place: Place) -> Iterator[Path]:
    """The folders from which a handbook is made. Our own templates count, for those who change them."""
    yield from layer_folders(place.content)
    yield from folders_read(place)
    yield shipped("templates")
