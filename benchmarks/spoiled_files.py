"""How mutants of the shipped SOPs are judged: `python benchmarks/spoiled_files.py [NUMBER] [SEED] [SOP ...]`.

Each mutant is a shipped file that somebody has spoiled in one way. What must be refused has to be refused with its file,
and near its line; nothing may raise, hang or write.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from amends.content.bases import bases
from judged_mutants import Judged, judged

NUMBER, SEED = 5_000, 1


def main(number: int = NUMBER, seed: int = SEED, *names: str) -> None:
    """Judge so many mutants, of all shipped SOPs or of these, and print what came of them."""
    begin = perf_counter()
    found = judged(names or bases(), number, seed)
    seconds = perf_counter() - begin
    rejected = [it for it in found if it.mutant.verdict == "reject"]
    with_line = [it for it in rejected if it.mutant.line]
    far = [it for it in with_line if not it.is_near]
    wrong = [it for it in found if it.is_wrong]
    print(f"{len(found)} mutants of {len({it.mutant.kind for it in found})} kinds in {seconds:.0f} s")
    print(f"to be refused: {len(rejected)}, refused: {len(rejected) - sum(it in rejected for it in wrong)}")
    print(f"to be as before: {sum(it.mutant.verdict == 'same' for it in found)}")
    print(f"near their line: {len(with_line) - len(far)} of {len(with_line)}")
    for title, some in (("judged wrongly", wrong), ("far from their line", far)):
        print(f"{title}: {dict(Counter(it.mutant.kind for it in some))}")
        for it in _one_of_each_kind(some):
            print(f"  {it}")


def _one_of_each_kind(some: list[Judged]) -> list[Judged]:
    return list({it.mutant.kind: it for it in some}.values())


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    main(int(given.get(1, NUMBER)), int(given.get(2, SEED)), *sys.argv[3:])
