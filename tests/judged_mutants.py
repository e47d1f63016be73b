"""Mutants of shipped SOPs, each read in the place of its file, and whether what came of it is right."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random

from amends.book import Manuscript, read_manuscript
from amends.content.place import Place, find_place
from amends.file_bytes import unsaved
from amends.finding import Finding, Findings, UsageError
from amends.read import read_sop
from mutants import Mutant, mutants

DAY = date(2026, 11, 21)
NEAR_LINES = 3


@dataclass(frozen=True)
class Judged:
    """A mutant of a file, and the findings that the whole SOP did not have before; no SOP at all is one of them."""

    file: str
    mutant: Mutant
    found: tuple[Finding, ...]
    is_unusable: bool = False

    @property
    def errors(self) -> list[Finding]:
        """What stops a build."""
        return [finding for finding in self.found if finding.is_error]

    @property
    def is_wrong(self) -> bool:
        """Whether a spoiled file is let through, told without a file, or a sound one is told of."""
        if self.mutant.verdict == "reject":
            return not self.is_unusable and not any(it.location.file for it in self.errors)
        return self.mutant.verdict == "same" and (self.is_unusable or bool(self.found))

    @property
    def is_near(self) -> bool:
        """Whether one of its errors stands in the file, within three lines of the change."""
        lines = [it.location.line for it in self.errors if it.location.file == self.file]
        return any(abs(line - self.mutant.line) <= NEAR_LINES for line in lines)

    def __str__(self) -> str:
        told = "; ".join(
            f"{it.code} {Path(it.location.file).name}:{it.location.line} {it.message}" for it in self.found[:2]
        )
        return f"{self.mutant.kind}, {Path(self.file).name}:{self.mutant.line}: {told}"


def judged(names: Sequence[str], most: int, seed: int) -> list[Judged]:
    """So many mutants of these shipped SOPs, the same ones for the same seed."""
    return list(islice(_judged(names, Random(seed)), most))  # noqa: S311 - a repeatable choice, and no secret


def let_through(name: str, most: int, seed: int) -> Iterator[tuple[Mutant, Manuscript]]:
    """Mutants of one SOP in which no error was found, each with what is to be built of it."""
    place, chance = find_place(name), Random(seed)  # noqa: S311 - a repeatable choice, and no secret
    tried = _manuscripts(place, chance)
    return islice(((mutant, manuscript) for mutant, manuscript in tried if manuscript), most)


def _manuscripts(place: Place, chance: Random) -> Iterator[tuple[Mutant, Manuscript | None]]:
    for file in cycle(sorted(place.content.rglob("*.yml"))):
        for mutant in mutants(file.read_bytes(), chance):
            with unsaved({os.path.realpath(file): mutant.source}):
                try:
                    yield mutant, read_manuscript(place, DAY)
                except (Findings, UsageError):
                    yield mutant, None


def _judged(names: Sequence[str], chance: Random) -> Iterator[Judged]:
    places = [find_place(name) for name in names]
    before = {place.content: _findings(place) for place in places}
    for place in cycle(places):
        file = chance.choice(sorted(place.content.rglob("*.yml")))
        for mutant in mutants(file.read_bytes(), chance):
            yield _tried(place, file, mutant, before[place.content])


def _tried(place: Place, file: Path, mutant: Mutant, before: frozenset[tuple[str, str]]) -> Judged:
    with unsaved({os.path.realpath(file): mutant.source}):
        try:
            found = read_sop(place, DAY).findings
        except UsageError:
            return Judged(str(file), mutant, (), is_unusable=True)
    return Judged(str(file), mutant, tuple(it for it in found if (it.code, it.message) not in before))


def _findings(place: Place) -> frozenset[tuple[str, str]]:
    return frozenset((it.code, it.message) for it in read_sop(place, DAY).findings)
