"""One record for every problem, from the YAML reader, the model, the layers or a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """A key that sorts findings as an author meets them: by file, line, column and level."""
        at = self.location
        return (at.file, at.line, at.column, _RANK[self.level], self.code, self.message)

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.level == "error"


class Findings(Exception):  # noqa: N818 - it carries findings; the errors are among them
    """Raised if content cannot be used. It carries every finding, so that all are shown at once."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = sorted(set(findings), key=lambda finding: finding.sort_key)
        super().__init__("\n".join(f"{finding.location}: {finding.message}" for finding in self.findings))

    def __reduce__(self) -> tuple[type[Findings], tuple[list[Finding]]]:
        """Another process gets the findings themselves, not the text of the exception."""
        return Findings, (self.findings,)


class UsageError(Exception):
    """A place that cannot be read or written, or a wrong command. The text ends with the way out."""
