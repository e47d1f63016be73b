"""Everything that was found -> what is told, and how much of it was passed over on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from amends.codes.asked import KNOWN_IS_GONE
from amends.codes.code import Code
from amends.content.place import Place
from amends.finding import Finding, Location, in_order
from amends.model.checking import NO_WISHES
from amends.read import Reading
from amends.reporting.fingerprints import fingerprints
from amends.reporting.paths import seen_from
from amends.reporting.text import LineOf
from amends.telling.baseline import BASELINE_FILE, baseline_text, read_baseline
from amends.telling.notes import Notes
from amends.telling.wish import Names, Options, Wish, findings_of


@dataclass(frozen=True)
class Told:
    """The findings to tell, in order; the numbers of those that notes and settings hide, and that a baseline knows."""

    findings: tuple[Finding, ...]
    ignored: int = 0
    known: int = 0


class Judgement:
    """What settings and notes say of the findings of one SOP, before any baseline."""

    def __init__(self, place: Place, reading: Reading, options: Options, codes: Iterable[Code], today: date) -> None:
        self.place, self.reading = place, reading
        self.names = Names(codes)
        self.settings = reading.sop.check if reading.sop else NO_WISHES
        self.wish = Wish(self.settings, options, self.names)
        layers = reading.content.layers
        self.notes = Notes((note for layer in layers for note in layer.content.notes), self.names, today)
        self._folders = [Path(layer.content.folder).resolve() for layer in layers]
        self._path_of = cache(self._from_content)
        shown = [finding for finding in self._asked(reading.findings) if not self.notes.hide(finding)]
        self.ignored = len(reading.findings) - len(shown)
        shown += self._asked(self._about_what_is_asked())
        self.findings = in_order(map(self._weighted, shown))

    def _weighted(self, finding: Finding) -> Finding:
        level = self.wish.weight(finding)
        return finding if level == finding.level else replace(finding, level=level)

    def _asked(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        return (finding for finding in findings if not self.wish.passes_over(finding, self._path_of))

    def _about_what_is_asked(self) -> Iterator[Finding]:
        """What is wrong with the settings, and with the notes of the topmost layer; others are not the author's."""
        yield from findings_of(self.settings, self.names, self.reading.content.location)
        of_notes = [*self.notes.findings, *self.notes.over()]
        if not any(finding.is_error for finding in self.reading.findings):  # with errors, many rules have not run
            of_notes += self.notes.unused({code for code in self.names.codes if self.wish.asks_for(code)})
        own = {note.file for note in self.reading.content.layers[-1].content.notes}
        yield from (finding for finding in of_notes if finding.location.file in own)

    def told(self, line_of: LineOf) -> Told:
        """The findings that the project's baseline does not know. Raises UsageError if it cannot be read."""
        file = self._baseline_file()
        baseline = read_baseline(file) if file else None
        if baseline is None or file is None:
            return Told(tuple(self.findings), self.ignored)
        prints = self._prints(line_of)
        new = [
            it for it, print_ in zip(self.findings, prints, strict=True) if it.is_error or print_ not in baseline.known
        ]
        known = len(self.findings) - len(new)
        if gone := len(baseline.known - set(prints)):
            message = f"{gone} of its findings {'is' if gone == 1 else 'are'} found no more"
            hint = "forget them:  amends check --write-baseline"
            new.append(KNOWN_IS_GONE.finding(message, hint, Location(str(file))))
        return Told(tuple(in_order(new)), self.ignored, known)

    def baseline(self, line_of: LineOf) -> tuple[Path, str]:
        """The file of a baseline that knows every finding but errors, and its text."""
        file = self.place.home / BASELINE_FILE
        paths = [seen_from(self.place.home.resolve(), finding.location.file) for finding in self.findings]
        return file, baseline_text(self.findings, self._prints(line_of), paths)

    def _baseline_file(self) -> Path | None:
        """Where the baseline of this project is; a shipped SOP that is checked from elsewhere has none."""
        home = self.place.home
        return home / BASELINE_FILE if self.place.content.resolve().is_relative_to(home.resolve()) else None

    def _prints(self, line_of: LineOf) -> list[str]:
        root = self.place.home.resolve()
        return fingerprints(self.findings, line_of, cache(partial(seen_from, root)))

    def _from_content(self, file: str) -> str:
        """The path of a file as seen from the content folder in which it lies."""
        path = Path(file).resolve()
        inside = (path.relative_to(folder).as_posix() for folder in self._folders if path.is_relative_to(folder))
        return next(inside, file)
