"""What drawing the process costs: milliseconds for 15 steps and 10 roles, and how the cost grows to 200 steps.

    python benchmarks/swimlane.py

Every step has a question with four answers: on, back, far ahead, far back. Prints the medians of both directions, and
the ratio from one size to the next; four times for twice the steps is quadratic.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median
from time import process_time

from amends.documents.process_map import Flow, Lane, Node, ProcessMap
from amends.drawing.drawing import Direction
from amends.drawing.layout import drawing_of

ROUNDS = 5
DIRECTIONS: tuple[Direction, ...] = ("landscape", "portrait")


def process(steps: int, roles: int) -> ProcessMap:
    """A process of so many steps, handed from role to role."""
    lanes = tuple(Lane(f"role-{n}", f"Role number {n}", "teal") for n in range(roles))
    nodes = tuple(node for n in range(steps) for node in _step(n, f"role-{n * 7 // 3 % roles}"))
    return ProcessMap("process", "Process", lanes, nodes, tuple(flow for n in range(steps) for flow in _ways(n, steps)))


def _step(n: int, lane: str) -> tuple[Node, Node]:
    limit = "P1 30 minutes · P2 2 hours · P3/P4 same day"
    step = Node(f"step-{n}", "step", lane, f"Clarify and record matter number {n}", None, n + 1, limit)
    return step, Node(f"question-{n}", "decision", lane, "Can you settle it now, within your limit?")


def _ways(n: int, steps: int) -> Iterator[Flow]:
    yield Flow(f"step-{n}", f"question-{n}")
    targets = {(n + 1) % steps: "Yes", max(0, n - 1): "Not clear", (n * 5 + 3) % steps: "Other", (n * 3) % steps: "No"}
    for target, answer in targets.items():
        yield Flow(f"question-{n}", f"step-{target}", (answer,))


def cost(steps: int, roles: int, direction: Direction) -> float:
    """The median of the CPU time in milliseconds."""
    drawn, times = process(steps, roles), []
    for _ in range(ROUNDS):
        begin = process_time()
        drawing_of(drawn, direction)
        times.append(process_time() - begin)
    return 1000 * median(times)


def main() -> int:
    """Print the times and their ratios."""
    for direction in DIRECTIONS:
        print(f"{direction:<10} 15 steps, 10 roles {cost(15, 10, direction):>8.1f} ms")
        before = None
        for steps in (50, 100, 200):
            now = cost(steps, 20, direction)
            ratio = f"   x {now / before:.1f}" if before else ""
            print(f"{direction:<10} {steps:>3} steps          {now:>8.1f} ms{ratio}")
            before = now
    return 0


if __name__ == "__main__":
    sys.exit(main())
