"""What many handbooks cost: CPU time and memory of `amends build --variants` by the number of variants.

    python benchmarks/variants.py                       1, 10, 100 and 1,000 variants of the small SOP, 1 and 10 of a hotel
    python benchmarks/variants.py --sop small 10 50     only these

Each variant has a name, an address and telephone numbers of its own, in English. Every run begins without any output and
without caches; then the same command runs once more, with nothing changed. Writes the table into docs/scaling.md; rows of
other numbers stay as they are. Linux only, since it reads /proc. Takes hours for 1,000 variants.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hotel import Hotel  # noqa: E402 - the small SOP of the tests

PAGE = ROOT / "docs" / "scaling.md"
BEGIN, END = "<!-- measured: benchmarks/variants.py -->", "<!-- end -->"
HEAD = """\
| SOP | variants | CPU s each | wall s | processes | peak MiB | MB each | again: CPU s each |
|---|---:|---:|---:|---:|---:|---:|---:|
"""
WISHES = {"small": (1, 10, 100, 1000), "hotels": (1, 10)}
CONTACT = {"small": "porter", "hotels": "security"}
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What one command cost, with all its processes."""

    cpu: float
    wall: float
    peak: float


def main() -> int:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--sop", choices=[*WISHES], action="append")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    for sop in asked.sop or WISHES:
        for number in asked.numbers or WISHES[sop]:
            row = measured(sop, number, asked.jobs)
            print(row, flush=True)
            write(row)
    return 0


def measured(sop: str, number: int, jobs: int) -> str:
    """One row of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = str(Hotel(folder / "small").folder) if sop == "small" else sop
        (folder / "branches.csv").write_text(table(number, CONTACT[sop]), encoding="utf-8")
        command = ["build", place, "--variants", "branches.csv", "-o", "out", "--jobs", str(jobs)]
        first, again = cost(command, folder), cost(command, folder)
        size = sum(path.stat().st_size for path in (folder / "out").rglob("*") if path.is_file())
    each = (
        f"{first.cpu / number:.2f}",
        f"{first.wall:.0f}",
        str(jobs),
        f"{first.peak:.0f}",
        f"{size / number / 1e6:.1f}",
    )
    return f"| {sop} | {number:,} | {' | '.join(each)} | {again.cpu / number:.3f} |"


def table(number: int, contact: str) -> str:
    """A table of so many branches."""
    rows = (
        f'b{n:06},"Branch {n}, Main Street",en,https://handbook.example/b{n:06}/,+41 44 {n:06}' for n in range(number)
    )
    return "\n".join(["id,organisation.name,locales,organisation.site_url,contacts." + contact + ".phone", *rows, ""])


def cost(command: list[str], folder: Path) -> Cost:
    """Run `amends`, and look at all its processes ten times in a second."""
    begin = monotonic()
    cpu: dict[int, float] = {}
    peak = 0.0
    own_cache = {**os.environ, "AMENDS_CACHE": str(folder / "cache")}
    run = subprocess.Popen(
        [sys.executable, "-m", "amends", *command], cwd=folder, env=own_cache, start_new_session=True
    )
    while run.poll() is None:
        memory = 0.0
        for process in Path("/proc").glob("[0-9]*"):
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                if int(fields[3]) == run.pid:
                    cpu[int(process.name)] = (int(fields[11]) + int(fields[12])) / TICKS
                    memory += proportional(process)
            except OSError:
                pass  # it has just ended
        peak = max(peak, memory)
        sleep(0.1)
    if run.returncode:
        raise SystemExit(f"the build ended with {run.returncode}")
    return Cost(sum(cpu.values()), monotonic() - begin, peak)


def proportional(process: Path) -> float:
    """The memory of a process in MiB; what several processes share counts once for all of them."""
    found = re.search(r"^Pss: +(\d+)", (process / "smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def write(row: str) -> None:
    """Put the row into the table, in the place of the row for the same SOP and number."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN + "\n")
    old, _, after = rest.partition(END)
    rows = {key(line): line for line in old.splitlines()[2:]} | {key(row): row}
    lines = "\n".join(rows[name] for name in sorted(rows))
    PAGE.write_text(f"{before}{BEGIN}\n{HEAD}{lines}\n{END}{after}", encoding="utf-8")


def key(row: str) -> tuple[str, int]:
    """The SOP and the number of variants of a row."""
    _, sop, number, *_ = (cell.strip() for cell in row.split("|"))
    return sop, int(number.replace(",", ""))


if __name__ == "__main__":
    sys.exit(main())
