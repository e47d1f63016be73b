"""Builds that are killed at random moments while somebody reads the site; what is then left of it is counted."""

from __future__ import annotations

import json
import random
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from amends.output.inventory import MARKER, inventory_of
from published import beside


@dataclass
class Tally:
    """What happened to a site: `broken` counts sites that were not whole, `litter` what the last build has not swept."""

    killed: int = 0
    finished: int = 0
    broken: int = 0
    reads: int = 0
    failed_reads: int = 0
    litter: int = 0


class Reader:
    """Somebody who reads these files again and again, as long as the block lasts."""

    def __init__(self, *files: Path) -> None:
        self._files = files
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._read)
        self.reads = self.failed = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._stopped.wait(0.0005):
            for file in self._files:
                self.reads += 1
                try:
                    self.failed += not file.read_bytes()
                except OSError:
                    self.failed += 1


def is_whole(site: Path) -> bool:
    """Whether every file is there, with the bytes that were published."""
    marker = json.loads((site / MARKER).read_text(encoding="utf-8"))
    return bool(marker["files"] == inventory_of(site))


def random_moments(count: int, longest: float, seed: int = 1) -> list[float]:
    """So many times in seconds, none longer than the longest."""
    chance = random.Random(seed)  # noqa: S311 - nobody profits from guessing them
    return [chance.uniform(0, longest) for _ in range(count)]


def kill_builds(
    command: Sequence[str], site: Path, moments: Sequence[float], *, change: Callable[[int], None]
) -> Tally:
    """Start the command again and again, and kill it after these times in seconds; then let it end once.

    The site must be there before. `change` changes what is built before each start, so that each build switches.
    """
    tally = Tally()
    with Reader(site / "index.html", site / "en" / "index.html") as reader:
        for number, moment in enumerate([*moments, None]):
            change(number)
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as build:
                if moment is not None:
                    time.sleep(moment)
                    build.kill()
            tally.killed += build.returncode < 0
            tally.finished += build.returncode == 0
            tally.broken += not is_whole(site)
    tally.reads, tally.failed_reads = reader.reads, reader.failed
    tally.litter = len([name for name in beside(site) if name.startswith(f".{site.name}.")])
    return tally
