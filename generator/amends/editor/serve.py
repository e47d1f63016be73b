"""`amends lsp`: one editor is served over standard input and output."""

from __future__ import annotations

from amends.editor.answers import FEATURES
from amends.editor.server import Clock, Server


def serve(clock: Clock) -> None:
    """Serve an editor until it goes."""
    server = Server(clock)
    for name, answer, options in FEATURES:
        server.feature(name, options)(answer)
    server.start_io()
