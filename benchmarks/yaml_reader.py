"""How long the strict reader takes, measured against `yaml.load(text, Loader=yaml.CSafeLoader)` on the same files.

    cd generator && python ../benchmarks/yaml_reader.py

Prints milliseconds of CPU time (the median of the rounds) and the ratio: below 1, the strict reader is faster.
The two take turns in each round, so that a busy machine slows both.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

import yaml

from amends.content.yaml_reader import PureLoader, read_yaml

ROUNDS = 9
REFERENCE = Path(__file__).parents[1] / "sop" / "reference"
GENERATED_BYTES = 1_000_000

Corpus = list[bytes]
Reader = Callable[[bytes], object]

STRICT: Reader = partial(read_yaml, file="benchmark.yml")
PURE_STRICT: Reader = partial(read_yaml, file="benchmark.yml", loader=PureLoader)
C_SAFE_LOADER: Reader = partial(yaml.load, Loader=yaml.CSafeLoader)
SAFE_LOADER: Reader = partial(yaml.load, Loader=yaml.SafeLoader)

STEP = """\
steps:
  step-{number}:
    code: M{number:05}
    title: {{en: "Verify complaint {number}", zh: "核实第{number}项投诉"}}
    purpose:
      en: The facts of case {number} are known, and both sides were heard.
      zh: 查清第{number}项的事实，并听取双方意见。
    phase: verify
    responsible: responsible-department
    consulted: [after-sales-authority, legal-compliance]
    within: {{p1: 4 hours, p2: 1 business day, p3: 3 business days}}
    actions:
      listen:
        do: {{en: "Ask the {{{{ customer }}}} what happened.", zh: "请{{{{ customer }}}}说明经过。"}}
        hint: |
          Write down the words of the customer, not your summary of them.
          Read them back before you go on.
        sources: [s001-rapid-response/promise]
      look:
        do:
          en: 'Look at the goods, the papers and the record of the order.'
          zh: '查看商品、单据和订单记录。'
        when: {{severity: [p1, p2]}}
"""


def main() -> int:
    """Print one row for each corpus."""
    reference = [path.read_bytes() for path in sorted(REFERENCE.rglob("*.y*ml"))]
    print(f"{'corpus':<44}{'strict':>10}{'CSafeLoader':>13}{'ratio':>8}")
    for name, corpus in {
        f"reference, {len(reference)} files": reference,
        "reference, concatenated into one list": [as_one_file(reference)],
        "generated, one file": [generated()],
    }.items():
        print(row(name, corpus, STRICT, C_SAFE_LOADER))
    print(f"\n{'without libyaml':<44}{'strict':>10}{'SafeLoader':>13}{'ratio':>8}")
    print(row(f"reference, {len(reference)} files", reference, PURE_STRICT, SAFE_LOADER, rounds=1))
    return 0


def row(name: str, corpus: Corpus, ours: Reader, theirs: Reader, rounds: int = ROUNDS) -> str:
    """One line of the table."""
    size = sum(map(len, corpus))
    times = [(cpu_time(ours, corpus), cpu_time(theirs, corpus)) for _ in range(rounds)]
    mine, other = (median(column) for column in zip(*times, strict=True))
    return f"{name + f', {size / 1000:.0f} kB':<44}{mine * 1000:>7.1f} ms{other * 1000:>10.1f} ms{mine / other:>8.2f}"


def cpu_time(read: Reader, corpus: Corpus) -> float:
    """Seconds of CPU time for the whole corpus."""
    begin = process_time()
    for source in corpus:
        read(source)
    return process_time() - begin


def as_one_file(sources: Corpus) -> bytes:
    """The files as the items of one list, each indented by two columns."""
    return b"".join(b"-\n" + b"".join(indented(source)) for source in sources)


def indented(source: bytes) -> Iterator[bytes]:
    """The lines of a file, indented by two columns."""
    return (b"  " + line if line.strip() else line for line in source.splitlines(keepends=True))


def generated() -> bytes:
    """Steps as authors write them, in every style of text, until the file has its size."""
    steps: list[str] = []
    size = 0
    while size < GENERATED_BYTES:
        head, _, entry = STEP.format(number=len(steps)).partition("\n")
        steps.append(entry)
        size += len(entry.encode())
    return f"{head}\n{''.join(steps)}".encode()


if __name__ == "__main__":
    sys.exit(main())
