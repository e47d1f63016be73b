"""What makes a finding the same finding after other lines of the file have changed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence

from amends.finding import Finding
from amends.reporting.text import LineOf

_FIGURES = re.compile(r"[0-9]+")


def fingerprints(findings: Sequence[Finding], line_of: LineOf, path_of: Callable[[str], str]) -> list[str]:
    """For each finding 64 hexadecimal digits, all different: of its code, its file, what it says and the author's line.

    The number of the line does not count, nor do figures in the message: a line may move, and a text may grow. The
    second of two equal findings in a file has a fingerprint of its own.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in findings:
        at = finding.location
        line = " ".join((line_of(at.file, at.line) if at.line else "").split())
        parts = (finding.code, path_of(at.file), _FIGURES.sub("#", finding.message), line)
        seen[parts] += 1
        whole = "\0".join((*parts, str(seen[parts])))
        found.append(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest())
    return found
