"""How long `amends --help` takes, measured against a Python that only imports click.

    python benchmarks/startup.py

Prints the median wall time of each over the rounds and their ratio. Both run in turn, so that a busy machine slows
both.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

ROUNDS = 15
COMMANDS = {
    "amends --help": [sys.executable, "-m", "amends", "--help"],
    "python -c 'import click'": [sys.executable, "-c", "import click"],
}


def main() -> int:
    """Print both times and the ratio."""
    for command in COMMANDS.values():
        wall_time(command)  # the first run writes byte code
    rounds = [[wall_time(command) for command in COMMANDS.values()] for _ in range(ROUNDS)]
    help_time, click_time = (median(column) for column in zip(*rounds, strict=True))
    for name, seconds in zip(COMMANDS, (help_time, click_time), strict=True):
        print(f"{name:<28}{seconds * 1000:>7.1f} ms")
    print(f"{'ratio':<28}{help_time / click_time:>7.2f}")
    return 0


def wall_time(command: list[str]) -> float:
    """Seconds from start to end of one process."""
    begin = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
