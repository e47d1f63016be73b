"""One record for every problem, from the YAML reader, the model, the layers or a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from amends.shipped import shipped

Level = Literal["error", "warning", "info"]
_RANK: dict[Level, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class Location:
    """A place in a file. Lines and columns count from 1; line 0 means the whole file or folder."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Finding:
    """What is wrong, where, and the way out."""

    code: str
    name: str
    level: Level
    message: str
    hint: str
    location: Location

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.level == "error"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, as an author meets them: own files before shipped ones, then by file, line, column and level.

    Shipped files come last wherever they are installed, so that the order is the same on every machine.
    """
    once = set(findings)
    installed = shipped("sop")
    is_shipped = {file: Path(file).is_relative_to(installed) for file in {finding.location.file for finding in once}}

    def key(finding: Finding) -> tuple[bool, str, int, int, int, str, str]:
        at = finding.location
        return (is_shipped[at.file], at.file, at.line, at.column, _RANK[finding.level], finding.code, finding.message)

    return sorted(once, key=key)


class Findings(Exception):  # noqa: N818 - it carries findings; the errors are among them
    """Raised if content cannot be used. It carries every finding, so that all are shown at once."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__("\n".join(f"{finding.location}: {finding.message}" for finding in self.findings))

    def __reduce__(self) -> tuple[type[Findings], tuple[list[Finding]]]:
        """Another process gets the findings themselves, not the text of the exception."""
        return Findings, (self.findings,)


class UsageError(Exception):
    """A place that cannot be read or written, or a wrong command. The text ends with the way out."""
