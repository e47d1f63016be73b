"""What all checklists and role cards cost when none is in the cache: CPU time and memory, and how both grow.

    python benchmarks/printing.py [ROUNDS] [PYTHON-WITH-WEASYPRINT]

The reference SOP in English has 15 steps; the larger SOPs repeat them under new ids, so each role card has more steps
too. Each measurement has a process of its own; the sizes take turns. Prints medians with the least and the most, and the
ratio to 15 steps. With the Python of a virtual environment that has WeasyPrint, it also prints what plain PDFs of the
same texts cost there. To compare two versions, run it with the `PYTHONPATH` of each in turn.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from amends.book import all_sheets
from amends.cache import Cache
from amends.content.place import find_place
from amends.model.sop import Sop
from amends.printing.fonts import fonts
from amends.printing.job_data import job_data
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.read import usable_sop
from amends.shipped import shipped

KINDS = ("checklists", "cards")
SIZES = (15, 60, 240)
REFERENCE = find_place(str(Path(__file__).parents[1] / "sop" / "reference"))


def main() -> int:
    """Measure each size in turn, so that a busy machine is as busy for all of them."""
    if sys.argv[1:2] == ["--steps"]:
        print(json.dumps(cost(int(sys.argv[2]))))
        return 0
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    peer = sys.argv[2] if len(sys.argv) > 2 else None  # noqa: PLR2004 - the second argument
    found = []
    for _ in range(rounds):
        found.append({steps: measured(steps) for steps in SIZES})
        if peer:
            found[-1][SIZES[0]]["weasyprint"] = peer_cost(peer)
    for steps in SIZES:
        for what, unit in (("checklists", "s"), ("cards", "s"), ("memory", "MiB")):
            values = [costs[steps][what] for costs in found]
            ratio = median(costs[steps][what] / costs[SIZES[0]][what] for costs in found)
            spread = f"({min(values):.1f} to {max(values):.1f})"
            print(
                f"{steps:>4} steps  {what:<10} {median(values):>8.1f} {unit:<3} {spread:<20} {ratio:>5.2f} times 15 steps"
            )
    if peer:
        shares = [(costs[15]["checklists"] + costs[15]["cards"]) / costs[15]["weasyprint"] for costs in found]
        print(f"  15 steps  as a share of WeasyPrint {median(shares):.2f} ({min(shares):.2f} to {max(shares):.2f})")
    return 0


def measured(steps: int) -> dict[str, float]:
    """The cost of one size, in a new process."""
    command = [sys.executable, __file__, "--steps", str(steps)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def cost(steps: int) -> dict[str, float]:
    """The CPU seconds of each kind, and the peak memory of this process in MiB."""
    sop, _ = usable_sop(REFERENCE, date.min)
    [sheets, *_] = all_sheets(repeated(sop, steps))
    renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), PdfCache(Cache(None)).get)
    fonts()
    found = dict.fromkeys(KINDS, 0.0)
    for job in print_jobs(sheets, fingerprints(sheets)):
        if job.kind.name in found:
            begin = process_time()
            renderer.pdf(job)
            found[job.kind.name] += process_time() - begin
    return {**found, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def peer_cost(python: str) -> float:
    """The CPU seconds of WeasyPrint for the same PDFs of 15 steps."""
    sop, _ = usable_sop(REFERENCE, date.min)
    [sheets, *_] = all_sheets(sop)
    jobs = [job for job in print_jobs(sheets, fingerprints(sheets)) if job.kind.name in KINDS]
    texts = json.dumps([job_data(sheets.edition, job)["sheets"] for job in jobs])
    command = [python, str(Path(__file__).with_name("weasyprint_peer.py"))]
    return float(subprocess.run(command, input=texts, capture_output=True, check=True, text=True).stdout)


def repeated(sop: Sop, steps: int) -> Sop:
    """The SOP with its steps once more, and once more, until there are so many."""
    several = {
        f"{key}-{n}" if n else key: step.model_copy(update={"id": f"{key}-{n}" if n else key})
        for n in range(-(-steps // len(sop.steps)))
        for key, step in sop.steps.items()
    }
    return sop.model_copy(update={"steps": dict(list(several.items())[:steps])})


if __name__ == "__main__":
    sys.exit(main())
