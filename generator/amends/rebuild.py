"""`amends build`: the handbook is built, unless it is there already."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from amends.cache import user_cache
from amends.content.place import Place
from amends.said import Say, said
from amends.sources import sources_of
from amends.stamp import stamp_of


def rebuild(place: Place, output: Path, today: date, *, strict: bool, say: Say) -> None:
    """Build the site, on all processors, if anything has changed since the last build."""
    sources, cache = sources_of(place, without=[output]), user_cache()
    stamp = stamp_of(place, output, sources, cache, strict=strict)
    if stamp.is_current():
        say(said("unchanged", folder=output))
        return
    from amends.build import build_site  # all that builds takes long to import

    build_site(place, output, today, strict=strict, say=say, processes=os.cpu_count() or 1)
    # Somebody may have saved a file meanwhile; then the next build has something to do.
    if stamp == stamp_of(place, output, sources, cache, strict=strict):
        stamp.keep()
    say(said("built", folder=output, page=output / "index.html"))
