"""What `amends check` costs, measured against `yaml.load(..., Loader=yaml.CSafeLoader)` of the same files; its growth.

    python benchmarks/check.py [ROUNDS] [BEFORE]

CPU seconds of whole processes, start and imports included. The sizes and the programs take turns in each round, so that
a busy machine slows all of them. Prints the rows, and writes them into docs/performance.md.

The content is the reference, and copies of its entries under new ids until the size is reached; nearly every text of a
copy has words of its own. Each round has a seed of its own, which says which files are copied in which order.
BEFORE is the `generator` folder of another version, which is measured too.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

from measured import Row, write_rows

ROUNDS = 5
MEGABYTES = (1.25, 2.5, 5.0, 10.0)
REFERENCE = Path(__file__).parents[1] / "sop" / "reference"
GENERATOR = Path(__file__).parents[1] / "generator"
LETTERS = "bcdfghjklm"
CHARACTERS = "春夏秋冬山水风云花鸟鱼虫草木石玉金银铜铁"
SAME_TEXTS = f"{MEGABYTES[-1]:g} MB, copies with the same texts"
NOT_COPIED = ("sop.yml", "phases.yml", "tables/severities.yml", "tables/authority.yml", "background/frameworks")
"""Files whose entries stand in an order that copies would break, and frameworks, which nobody would cite."""

C_SAFE_LOADER = """\
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def main() -> int:
    """Measure everything, and write the rows."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    before = Path(sys.argv[2]) if sys.argv[2:] else None
    taken: dict[str, list[float]] = {}
    for seed in range(rounds):
        for name, seconds in measured(seed, before):
            taken.setdefault(name, []).append(seconds)
            print(f"{name:<40}{seconds:>8.2f} s", flush=True)
    rows = list(rows_of(taken))
    print("\n".join(row.line() for row in rows))
    write_rows("check", rows)
    return 0


def measured(seed: int, before: Path | None) -> Iterator[tuple[str, float]]:
    """One round: the seconds of each program over each content, by the names of both."""
    yield from of_each_program("reference", REFERENCE, before)
    for size in MEGABYTES:
        with tempfile.TemporaryDirectory() as folder:
            write_sop(Path(folder), round(size * 1_000_000), Random(seed))  # noqa: S311 - no secret depends on it
            yield from of_each_program(f"{size:g} MB", Path(folder), before)
    with tempfile.TemporaryDirectory() as folder:
        write_sop(Path(folder), round(MEGABYTES[-1] * 1_000_000), Random(seed), other_words=lambda text, _: text)  # noqa: S311
        yield from of_each_program(SAME_TEXTS, Path(folder), before)


def of_each_program(content: str, folder: Path, before: Path | None) -> Iterator[tuple[str, float]]:
    """The seconds of each program over one folder."""
    check = ("-m", "amends", "check", "--format", "json", str(folder))
    yield f"{content}: check", cpu_seconds(*check)
    if before:
        yield f"{content}: before", cpu_seconds(*check, generator=before)
    yield f"{content}: CSafeLoader", cpu_seconds("-c", C_SAFE_LOADER, str(folder))


def rows_of(taken: dict[str, list[float]]) -> Iterator[Row]:
    """The rows of the table, from the seconds of each program over each content."""
    for program, its in (("before", ", before"), ("check", "")):
        if f"reference: {program}" in taken:
            yield Row(f"`check` of the reference{its}", "1 second", 1, taken[f"reference: {program}"])
            for content in (*(f"{size:g} MB" for size in MEGABYTES), SAME_TEXTS):
                ours, theirs = taken[f"{content}: {program}"], taken[f"{content}: CSafeLoader"]
                ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
                yield Row(f"`check` of {content}{its}", "CSafeLoader, same files", 3, ratios)
    for small, large in pairwise(f"{size:g} MB" for size in MEGABYTES):
        growth = [more / less for less, more in zip(taken[f"{small}: check"], taken[f"{large}: check"], strict=True)]
        yield Row(f"`check` of {large}", small, 2.3, growth)


def in_other_words(text: str, number: int) -> str:
    """The file of a copy with a word of the copy's own in nearly every text; placeholders stay what they are."""
    word = "".join(LETTERS[int(digit)] for digit in str(number)) * 2
    english = re.sub(r"\b(a|and|in|is|of|the|to) (?![^{}\n]*\}\})", rf"\1 {word} ", text)
    return re.sub("([不和在是有的])", rf"\1{CHARACTERS[number % len(CHARACTERS)]}", english)


def write_sop(folder: Path, size: int, random: Random, other_words: Callable[[str, int], str] = in_other_words) -> None:
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
                written += write(folder / name.with_stem(f"{name.stem}-{number}"), other_words(text, number))


def write(path: Path, text: str) -> int:
    """Write a file; gives its size."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode())


def cpu_seconds(*arguments: str, generator: Path = GENERATOR) -> float:
    """The CPU time of a Python process with the modules of that folder, the system's part included."""
    environment = os.environ | {"PYTHONPATH": str(generator)}
    command = [sys.executable, *arguments]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit {child.returncode}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
