"""What a benchmark has measured, as rows of the table in docs/performance.md."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

# The first round writes byte code, as every installation has it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = "| what | against | at most | measured | from | to | n |\n|---|---|---:|---:|---:|---:|---:|\n"


@dataclass(frozen=True)
class Row:
    """One comparison: what was measured against what, the ratio that is wanted, and the ratio in each round."""

    what: str
    against: str
    wanted: float
    ratios: list[float] = field(default_factory=list)

    def line(self) -> str:
        """The row of the table."""
        values = (self.wanted, median(self.ratios), min(self.ratios), max(self.ratios))
        cells = " | ".join(f"{value:.3g}" for value in values)
        return f"| {self.what} | {self.against} | {cells} | {len(self.ratios)} |"


def compared(  # noqa: PLR0913, PLR0917 - a row has so many parts
    what: str, against: str, wanted: float, peer: Callable[[], float], ours: Callable[[], float], rounds: int
) -> Row:
    """Measure both in turn, after one round that nobody counts: the first one writes byte code."""
    ratios = [_ratio(peer(), ours()) for _ in range(rounds + 1)][1:]
    row = Row(what, against, wanted, ratios)
    print(row.line(), flush=True)
    return row


def _ratio(peer: float, ours: float) -> float:
    return ours / peer


def write_rows(part: str, rows: Iterable[Row]) -> None:
    """Put the rows of one benchmark into the page, in the place of its earlier ones."""
    write_table(part, HEAD + "\n".join(row.line() for row in rows))


def write_table(part: str, table: str) -> None:
    """Put the table of one benchmark into the page, in the place of its earlier one."""
    begin, end = f"<!-- measured: benchmarks/{part}.py -->", "<!-- end -->"
    text = PAGE.read_text(encoding="utf-8")
    whole = f"{begin}\n{table}\n{end}"
    PAGE.write_text(re.sub(f"{re.escape(begin)}.*?{end}", lambda _: whole, text, flags=re.DOTALL), encoding="utf-8")
