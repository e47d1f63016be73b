"""What layers cost: the CPU time to merge ten of them over the reference, against that of reading the reference.

    python benchmarks/layers.py

The ten are the shipped industries; the first of them are used twice. Prints the medians and the ratio: below 1, merging
is cheaper.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import cycle, islice
from statistics import median
from time import process_time

from amends.content.bases import industries
from amends.content.chain import read_layers
from amends.content.layers import Layer, resolved
from amends.content.place import find_place
from amends.model import shape
from amends.model.sop import COLLECTIONS
from amends.read import HEADER_FIELDS, _prepared

LAYERS = 10
ROUNDS = 7


def read(name: str) -> list[Layer]:
    """The layers of a shipped SOP, as they are read from its files."""
    return read_layers(find_place(name).content, HEADER_FIELDS, COLLECTIONS)


def cost(work: Callable[[], object]) -> float:
    """The median of the CPU time in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return 1000 * median(times)


def main() -> int:
    """Print both times and their ratio."""
    base = [_prepared(layer) for layer in read("reference")]
    above = [_prepared(read(name)[-1]) for name in islice(cycle(industries()), LAYERS)]
    reading, merging = cost(lambda: read("reference")), cost(lambda: resolved([*base, *above], shape))
    print(f"read the reference    {reading:>7.1f} ms")
    print(f"merge {LAYERS} layers       {merging:>7.1f} ms")
    print(f"ratio                 {merging / reading:>7.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
