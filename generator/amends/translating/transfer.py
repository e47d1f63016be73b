"""Texts out to translators in the kind of file that its name says, and the translations back into the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from amends.content.translation_record import Direction, Pair
from amends.edition.words import Words, read_words
from amends.faults import usage_error
from amends.file_bytes import file_bytes
from amends.finding import UsageError
from amends.fixing.fixes import Fixed
from amends.model.text import LOCALE
from amends.nearest import nearest
from amends.shipped import shipped
from amends.translating import po, workbook, xliff
from amends.translating.incoming import Incoming, judged
from amends.translating.project import Project
from amends.translating.recording import renewed, with_pairs
from amends.translating.task import Returned, job_of
from amends.translating.units import STATES, Texts
from amends.translating.writing import written
from amends.write import write_file

_MOST_BYTES = 100_000_000
_KINDS: dict[str, ModuleType] = {".xlsx": workbook, ".po": po, ".xliff": xliff, ".xlf": xliff}


def exported(project: Project, texts: Texts, file: Path, *, own: bool = False, todo: bool = False) -> int:
    """Write the texts into a file for translators, and give their number. Raises UsageError if it cannot be written.

    `own` leaves out texts of the base, `todo` those that are translated.
    """
    kind = _kind_of(file)
    units = [unit for unit in (texts.own() if own else texts.units) if not todo or unit.state != STATES[0]]
    job = job_of(project.id, texts, units, read_words(texts.of))
    data: bytes = kind.written(job)
    write_file(file, data)
    return len(units)


@dataclass
class Import:
    """A file that came back, and what it would change."""

    project: Project
    texts: Texts
    incoming: Incoming
    files: list[Fixed] = field(default_factory=list)
    without_place: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_file(cls, project: Project, file: Path, locale: str | None = None) -> Import:
        """What a file would change; raises UsageError if it cannot be read, or is for another language."""
        _refuse_shipped(project)
        returned = _returned(file)
        texts = project.texts(*_locales(project, returned, locale))
        incoming = judged(texts, returned)
        made = written(project, texts, incoming.changed)
        return cls(project, texts, incoming, made.files, made.without_place)

    @property
    def changes(self) -> int:
        """The number of texts that change."""
        return len(self.incoming.changed) - len(self.without_place)

    @property
    def pairs(self) -> dict[Direction, Pair]:
        """What to write down of the texts that were translated or confirmed."""
        return {key: pair for key, pair in self.incoming.pairs.items() if key.id not in self.without_place}

    @property
    def is_confirming(self) -> bool:
        """Whether there is something to write down, although no text may change."""
        record = self.project.record()
        return any(record.pairs.get(key) != frozenset([pair]) for key, pair in self.pairs.items() if record.pairs)

    def summary(self, words: Words) -> Iterator[str]:
        """What comes of the file: how many texts change, how many are left, what has no place."""
        counts = {
            "changed": self.changes,
            "refused": self.incoming.refused,
            "empty": self.incoming.empty,
            "kept": self.incoming.kept,
        }
        told = [words.counted(f"translations.import.{name}", count) for name, count in counts.items() if count]
        yield words("translations.semicolon").join(told or [words("translations.import.nothing")])
        for line in self.without_place.values():
            yield words("translations.import.no-place", line=line)

    def write(self, say: Callable[[Path], None]) -> None:
        """Write the files and the record; `say` gets each of them."""
        for it in self.files:
            write_file(Path(it.file), it.result())
            say(Path(it.file))
        after = Project.at(self.project.place)
        record = after.record()
        if not record.pairs:  # the first record: whatever stands there fits
            record = renewed(record, after.languages([self.texts.into], self.texts.of))
        new = with_pairs(record, self.pairs.items())
        if new != after.record():
            write_file(after.record_file, new.text().encode())
            say(after.record_file)


def _kind_of(file: Path) -> ModuleType:
    kind = _KINDS.get(file.suffix.lower())
    if kind is None:
        raise UsageError(f"{file}: nothing is known of such files; its name must end in  {'  '.join(_KINDS)}")
    return kind


def _returned(file: Path) -> Returned:
    kind = _kind_of(file)
    try:
        source = file_bytes(file, _MOST_BYTES)
    except OSError as error:
        raise usage_error(error, file, "cannot be read") from None
    if len(source) > _MOST_BYTES:
        raise UsageError(f"{file}: this file has more than {_MOST_BYTES} bytes; export the texts in parts")
    returned: Returned = kind.read(source, str(file))
    return returned


def _locales(project: Project, returned: Returned, wanted: str | None) -> tuple[str, str | None]:
    """The locale of the translations and that of the sources; raises UsageError if they do not fit."""
    into = returned.into or wanted or ""
    if wanted and into != wanted:
        raise UsageError(f"{returned.file}: this file is for `{into}`, not for `{wanted}`; import the other file")
    if not LOCALE.fullmatch(into):
        raise UsageError(f"{returned.file}: the file names no language into which it translates; say it:  --locale de")
    of = returned.of or None
    if of == into or not project.texts(into, of).units:
        hint = nearest(str(of), project.locales, "languages")
        raise UsageError(f"{returned.file}: the SOP has no texts in `{of}`, from which the file translates; {hint}")
    return into, of


def _refuse_shipped(project: Project) -> None:
    """A shipped SOP belongs to amends, except where somebody works on amends itself."""
    installed = shipped("sop")
    if installed.parent.name == "_bundled" and project.place.content.resolve().is_relative_to(installed.resolve()):
        raise UsageError(
            "this SOP came with amends and is the same for everybody; begin a project over it:  amends init DIR"
        )
