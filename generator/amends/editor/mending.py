"""Changes that an editor offers at a finding: what `check --fix` would mend, and a comment that passes it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from amends.content.layers import Resolved
from amends.content.yaml_reader import read_yaml
from amends.finding import Finding, Findings
from amends.fixing.fixes import fixed_files

_REASON = "WRITE WHY"


@dataclass(frozen=True)
class Change:
    """Lines of a file, from `first` on and before `last`, counted from 0, that become other lines."""

    first: int
    last: int
    lines: tuple[str, ...]


def mended(content: Resolved, findings: Sequence[Finding]) -> dict[str, list[Change]]:
    """What `amends check --fix` would change of these findings, by file."""
    return {it.file: list(_changes(it.before, it.after)) for it in fixed_files(content, findings)}


def _changes(before: str, after: str) -> Iterator[Change]:
    old, new = before.split("\n"), after.split("\n")
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(first, last, tuple(new[begin:end]))


def passed_over(lines: Sequence[str], finding: Finding) -> Change | None:
    """A comment above the line of a finding that passes it over; None if none can stand there, or for an error."""
    row = finding.location.line - 1
    if finding.is_error or not 0 <= row < len(lines):
        return None
    line = lines[row]
    comment = f"{line[: len(line) - len(line.lstrip())]}# amends: ignore {finding.code} {_REASON}"
    with_it = [*lines[:row], comment, *lines[row:]]
    return Change(row, row, (comment,)) if _says_the_same(lines, with_it) else None


def _says_the_same(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a new line is a comment, and no part of a text that goes over several lines."""
    try:
        old, new = (read_yaml("\n".join(lines).encode(), "").data for lines in (before, after))
    except (Findings, UnicodeEncodeError):
        return False
    return bool(old == new)
