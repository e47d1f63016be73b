"""What PDFs cost when none is in the cache, and when all are: CPU time and memory, and how both grow.

    python benchmarks/printing.py [ROUNDS] [PYTHON-WITH-WEASYPRINT]

The family are all PDFs that a build makes of the reference in English, with their small pictures. The larger SOP repeats
its steps under new ids, so each role card has more steps too. Each measurement has a process of its own; what is compared
takes turns. Writes the medians, with the least and the most, into docs/performance.md. The Python of a virtual
environment that has WeasyPrint tells what plain PDFs of the same texts cost there; without it, that row is left out.
To compare two versions, run it with the `PYTHONPATH` of each in turn.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time

from measured import Row, write_rows

from amends.book import all_sheets, read_manuscript
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
FEW, MANY = 15, 240
REFERENCE = find_place(str(Path(__file__).parents[1] / "sop" / "reference"))


def main() -> int:
    """Measure everything in turn, so that a busy machine is as busy for all of it."""
    match sys.argv[1:]:
        case ["--steps", steps]:
            print(json.dumps(cost(int(steps))))
        case ["--family", folder]:
            print(json.dumps(family_cost(Path(folder))))
        case arguments:
            rounds, peer = (*arguments, "3")[0], (*arguments, "", "")[1]
            rows = reference(int(rounds), peer)
            write_rows("printing", rows)
            write_rows("printing", [*rows, *growth()])  # so many sheets take minutes
    return 0


def reference(rounds: int, peer: str) -> list[Row]:
    """What the PDFs of the reference cost."""
    cold = Row("all PDFs of one locale, cold", "CPU seconds", 6)
    kept = Row("all PDFs of one locale, unchanged, from the cache", "all PDFs, cold", 0.05)
    share = Row("checklists and cards, cold", "WeasyPrint, plain PDFs of the same texts", 0.3)
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            made, again = (in_a_process("--family", folder)["family"] for _ in range(2))
        cold.ratios.append(made)
        kept.ratios.append(again / made)
        if peer:
            share.ratios.append(in_a_process("--steps", str(FEW))["time"] / peer_cost(peer))
    return shown([cold, kept, share] if peer else [cold, kept])


def growth() -> list[Row]:
    """What many more steps cost."""
    few, many = (in_a_process("--steps", str(steps)) for steps in (FEW, MANY))
    times, what = MANY // FEW, f"checklists and cards of {MANY} steps"
    time = Row(f"{what}, CPU time", f"{times} times those of {FEW} steps", 1, [many["time"] / few["time"] / times])
    return shown([time, Row(f"{what}, memory", "MiB", 1024, [many["memory"]])])


def shown(rows: list[Row]) -> list[Row]:
    """The rows, which are printed too."""
    for row in rows:
        print(row.line(), flush=True)
    return rows


def in_a_process(*arguments: str) -> dict[str, float]:
    """What one measurement tells, in a new process."""
    command = [sys.executable, __file__, *arguments]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def family_cost(folder: Path) -> dict[str, float]:
    """The CPU seconds of all PDFs of a build in English with their pictures; the cache is in this folder."""
    book = read_manuscript(REFERENCE, date.min).handbook("en", PdfCache(Cache(folder)))
    made = {path: make for path, make in book.downloads.items() if path.endswith(".pdf")}
    begin = process_time()
    for make in made.values():
        make()
    return {"family": process_time() - begin}


def cost(steps: int) -> dict[str, float]:
    """The CPU seconds of checklists and cards, and the peak memory of this process in MiB."""
    sop, _ = usable_sop(REFERENCE, date.min)
    [sheets, *_] = all_sheets(repeated(sop, steps))
    renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), PdfCache(Cache(None)).get)
    fonts()
    jobs = [job for job in print_jobs(sheets, fingerprints(sheets)) if job.kind.name in KINDS]
    begin = process_time()
    for job in jobs:
        renderer.pdf(job)
    return {"time": process_time() - begin, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


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
