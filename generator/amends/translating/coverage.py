"""How much of an SOP is translated into one language: by file, with each text that needs a look."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amends.content.layers import Resolved
from amends.edition.words import Words
from amends.text_width import columns, padded
from amends.translating.differences import Difference
from amends.translating.units import STATES, State, Texts, Unit

_LOOKED_AT: tuple[State, ...] = ("older", "differs", "same")
_TO_MEND: tuple[State, ...] = ("missing", "older", "differs")


@dataclass(frozen=True)
class Coverage:
    """The texts of one language, of all layers or of the project alone."""

    texts: Texts
    units: Sequence[Unit]

    @property
    def is_done(self) -> bool:
        """Whether nothing is missing, older than its source, or without one of its figures and names."""
        return not any(unit.state in _TO_MEND for unit in self.units)

    def text(self, words: Words, *, list_missing: bool = False) -> str:
        """A line for each file, and below a line for each text that needs a look.

        de: 12 of 40 texts translated from en (30 %)

          file       texts  translated  missing  older  differ  same
          sop.yml        8           2        5      1       0     0

          sop.yml:12: steps/accept/title: older than its source
        """
        counts = Counter(unit.state for unit in self.units)
        head = words(
            "translations.head",
            into=self.texts.into,
            of=self.texts.of,
            done=words.figure(counts["translated"]),
            all=words.figure(len(self.units)),
            share=words.figure(100 * counts["translated"] // (len(self.units) or 1)),
        )
        parts = [head, "", *self._table(words), ""]
        states = ("missing", *_LOOKED_AT) if list_missing else _LOOKED_AT
        looked_at = [unit for unit in self.units if unit.state in states]
        parts += [f"  {unit.location}: {unit.id}: {said_of(unit, words)}" for unit in looked_at]
        parts += [""] * bool(looked_at)
        parts += [*self._left_out(words)]
        return "\n".join(parts)

    def data(self) -> dict[str, Any]:
        """The same as plain data, with every text that is not translated."""
        return {
            "locale": self.texts.into,
            "source": self.texts.of,
            "texts": len(self.units),
            "states": _counted(self.units),
            "without_source": self.texts.without_source,
            "without_place": self.texts.without_place,
            "files": [{"file": file, **_counted(units)} for file, units in self._by_file().items()],
            "units": [_as_data(unit) for unit in self.units if unit.state != "translated"],
        }

    def _left_out(self, words: Words) -> Iterator[str]:
        """A line for each reason why texts are in no line above."""
        for name, count in (("source", self.texts.without_source), ("place", self.texts.without_place)):
            if count:
                yield words(f"translations.without-{name}", count=words.figure(count), of=self.texts.of)
                yield ""

    def _table(self, words: Words) -> list[str]:
        heads = [
            words("translations.file"),
            words("translations.texts"),
            *(words(f"translations.{it}") for it in STATES),
        ]
        rows = [[file, *map(words.figure, _row(units))] for file, units in self._by_file().items()]
        if len(rows) > 1:
            rows.append([words("translations.together"), *map(words.figure, _row(self.units))])
        widths = [max(map(columns, column)) for column in zip(heads, *rows, strict=True)]
        return [f"  {_line(row, widths)}" for row in (heads, *rows)]

    def _by_file(self) -> Mapping[str, list[Unit]]:
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(file_of(self.texts.content, unit), []).append(unit)
        return found


def as_json(coverages: Iterable[Coverage]) -> str:
    """What is known of several languages, as JSON."""
    return json.dumps([it.data() for it in coverages], ensure_ascii=False, indent=2) + "\n"


def file_of(content: Resolved, unit: Unit) -> str:
    """The file in which a text stands: as findings name it, or `LAYER: PATH` where it belongs to a layer below."""
    layer = next(layer for layer in content.layers if layer.name == unit.layer)
    file, folder = Path(unit.location.file), Path(layer.content.folder)
    if layer is content.layers[-1] or not file.is_relative_to(folder):
        return unit.location.file
    return f"{layer.name}: {file.relative_to(folder).as_posix()}"


def said_of(unit: Unit, words: Words) -> str:
    """What is to be done with a text: “missing”, “older than its source”, “lacks 48”."""
    if unit.state == "differs" or (unit.state == "older" and unit.differences):
        of_signs = words("translations.comma").join(said_of_difference(it, words) for it in unit.differences)
        return (
            of_signs
            if unit.state == "differs"
            else f"{words('translations.is.older')}{words('translations.comma')}{of_signs}"
        )
    return words(f"translations.is.{unit.state}")


def said_of_difference(difference: Difference, words: Words) -> str:
    """“lacks {{ customer }}”."""
    return words(f"translations.difference.{difference.kind}", sign=difference.sign)


def _counted(units: Iterable[Unit]) -> dict[str, int]:
    counts = Counter(unit.state for unit in units)
    return {state: counts[state] for state in STATES}


def _row(units: Sequence[Unit]) -> list[int]:
    return [len(units), *_counted(units).values()]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """The first cell to the left, figures to the right."""
    first, *figures = zip(row, widths, strict=True)
    right = (" " * (width - columns(text)) + text for text, width in figures)
    return "  ".join([padded(*first), *right])


def _as_data(unit: Unit) -> dict[str, Any]:
    at = unit.location
    return {
        "id": unit.id,
        "state": unit.state,
        "differences": [{"kind": it.kind, "sign": it.sign} for it in unit.differences],
        "source": unit.source,
        "target": unit.target,
        "layer": unit.layer,
        "file": at.file,
        "line": at.line,
    }
