"""What a finished handbook was made from, so that a build of the same again has nothing to do."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from amends.cache import Cache
from amends.content.place import Place
from amends.faults import told_as_usage
from amends.finding import UsageError
from amends.installation import installation
from amends.output.inventory import MARKER, is_whole
from amends.output.marker import read_marker
from amends.sources import Sources, is_all


@dataclass(frozen=True)
class Stamp:
    """The stamp of one output, kept in the cache: what the build began with, and what it left there."""

    cache: Cache
    output: Path
    made_from: str
    """A digest of the sources, the settings and the installation, as they were before anything was read."""

    def is_current(self) -> bool:
        """Whether the output is just what a build would make of this now."""
        try:
            kept = self.cache.get(self._key)
            return kept is not None and kept == _digest_of_marker(self.output) and _is_whole(self.output)
        except (OSError, UsageError):
            return False  # whatever is wrong with it, the handbook is built again

    def keep(self) -> None:
        """Remember that the output was just made from this; its files are looked at when somebody builds again."""
        with told_as_usage(self.output), contextlib.suppress(FileNotFoundError):
            self.cache.put(self._key, _digest_of_marker(self.output))

    @property
    def _key(self) -> str:
        return hashlib.sha256(f"stamp {self.output.absolute()} {self.made_from}".encode()).hexdigest()


def _digest_of_marker(output: Path) -> bytes:
    return hashlib.sha256((output / MARKER).read_bytes()).digest()


def _is_whole(output: Path) -> bool:
    """Whether an output is as a build has left it."""
    marker = read_marker(output)
    return marker is not None and is_whole(output, marker.files)


def stamp_of(place: Place, output: Path, sources: Sources, cache: Cache, *, strict: bool) -> Stamp:
    """The stamp of a build that begins now. It stays empty where nothing is kept, or where more than files goes in."""
    if not (cache.is_kept and is_all(place)):
        return Stamp(Cache(None), output, "")
    said = (place.home.absolute(), place.content.absolute(), place.variant, strict)
    return Stamp(cache, output, repr((sources.digest(), installation(), said)))
