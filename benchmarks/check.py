"""What `amends check` costs, measured against `yaml.load(..., Loader=yaml.CSafeLoader)` of the same files; its growth.

    python benchmarks/check.py [ROUNDS]

Prints CPU seconds of whole processes, start and imports included: the median of the rounds, and the ratio of the two
with its least and its greatest value; then how much more time each doubling of the size takes. The sizes and the two
programs take turns in each round, so that a busy machine slows all of them.

The content is the reference, and copies of its entries under new ids until the size is reached. Each round has a seed of
its own, which says which files are copied in which order.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median

ROUNDS = 5
MEGABYTES = (1.25, 2.5, 5.0, 10.0)
REFERENCE = Path(__file__).parents[1] / "sop" / "reference"
NOT_COPIED = ("sop.yml", "phases.yml", "tables/severities.yml", "tables/authority.yml", "background/frameworks")
"""Files whose entries stand in an order that copies would break, and frameworks, which nobody would cite."""

C_SAFE_LOADER = """\
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def main() -> int:
    """Print one row for each size."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    ours: dict[float, list[float]] = {size: [] for size in MEGABYTES}
    theirs: dict[float, list[float]] = {size: [] for size in MEGABYTES}
    for seed in range(rounds):
        for size in MEGABYTES:
            with tempfile.TemporaryDirectory() as folder:
                write_sop(Path(folder), round(size * 1_000_000), Random(seed))  # noqa: S311 - no secret depends on it
                ours[size].append(cpu_seconds("-m", "amends", "check", "--format", "json", folder))
                theirs[size].append(cpu_seconds("-c", C_SAFE_LOADER, folder))
    print(f"{'size':<10}{'check':>9}{'CSafeLoader':>13}{'ratio':>8}   (least to greatest of {rounds})")
    for size in MEGABYTES:
        ratios = [mine / other for mine, other in zip(ours[size], theirs[size], strict=True)]
        print(
            f"{size:>5} MB{median(ours[size]):>10.2f} s{median(theirs[size]):>11.2f} s{median(ratios):>8.2f}"
            f"   ({min(ratios):.2f} to {max(ratios):.2f})"
        )
    for small, large in pairwise(MEGABYTES):
        growth = median(more / less for less, more in zip(ours[small], ours[large], strict=True))
        print(f"{small:>5} -> {large:<4} MB: {growth:.2f} times as long")
    return 0


def write_sop(folder: Path, size: int, random: Random) -> None:
    """The reference in `folder`, with copies of its entries until all files together have `size` bytes."""
    written = 0
    sources = {path.relative_to(REFERENCE): path.read_text("utf-8") for path in sorted(REFERENCE.rglob("*.yml"))}
    for name, text in sources.items():
        written += write(folder / name, text)
    copied = [name for name in sources if not name.as_posix().startswith(NOT_COPIED)]
    number = 0
    while written < size:
        number += 1
        for name in random.sample(copied, len(copied)):
            if written < size:
                text = re.sub(r"^  ([a-z0-9-]+):", rf"  \1-{number}:", sources[name], flags=re.MULTILINE)
                written += write(folder / name.with_stem(f"{name.stem}-{number}"), text)


def write(path: Path, text: str) -> int:
    """Write a file; gives its size."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode())


def cpu_seconds(*arguments: str) -> float:
    """The CPU time of a Python process, the system's part included."""
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit {child.returncode}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
