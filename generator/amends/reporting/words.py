"""The fixed words of a report, in the language of its reader; `%a`, `%b` stand for what is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amends.finding import Finding, Level


@dataclass(frozen=True)
class Words:
    """The words in English; a language gives its own."""

    error: str = "error"
    warning: str = "warning"
    info: str = "info"
    errors: str = "errors"
    warnings: str = "warnings"
    remark: str = "remark"
    remarks: str = "remarks"
    way_out: str = "way out: "
    clean: str = "clean: "
    none: str = "no findings"
    count: str = "%a %b"
    files: str = "%a in %b files"
    one_file: str = "%a in 1 file"
    aside: str = " (%a)"
    passed_over: str = "%a passed over"
    known: str = "%a in the baseline"
    more: str = "%a more in this file"
    columns: str = "| level | code | place | what is wrong | way out |"
    more_rows: str = "%a more; run `amends check` to see them."
    place: str = "%a: "
    comma: str = ", "
    between: str = "; "
    quotes: str = "“%a”"

    def quoted(self, text: str) -> str:
        """A text with the quotation marks of this language around what it quotes: “a” / “b”, or `a” / “b` in a pair."""
        begin, end = self.quotes.split("%a")
        for between in ("” / “", "”, “"):
            text = text.replace(between, f"{end}{between[1:-1]}{begin}")
        is_quoted = text.startswith("“") and text.endswith("”") and text[1:-1].strip()
        return f"{begin}{text[1:-1]}{end}" if is_quoted else text

    def level(self, level: Level) -> str:
        """The word for a level, beside a place."""
        return {"error": self.error, "warning": self.warning, "info": self.info}[level]

    def summary(self, findings: Sequence[Finding]) -> str:
        """The number of findings of each level: “2 errors, 1 warning”; empty if there are none."""
        kinds: tuple[tuple[Level, str, str], ...] = (
            ("error", self.error, self.errors),
            ("warning", self.warning, self.warnings),
            ("info", self.remark, self.remarks),
        )
        counts = [(sum(finding.level == kind for finding in findings), one, many) for kind, one, many in kinds]
        told = (filled(self.count, count, one if count == 1 else many) for count, one, many in counts if count)
        return self.comma.join(told)

    def total(self, findings: Sequence[Finding], files: int, ignored: int, known: int) -> str:
        """The last line of a report: “2 errors in 7 files (3 passed over)”."""
        is_clean = all(finding.level == "info" for finding in findings)
        said = filled(self.one_file if files == 1 else self.files, self.summary(findings) or self.none, files)
        silent = [filled(text, count) for text, count in ((self.passed_over, ignored), (self.known, known)) if count]
        aside = filled(self.aside, self.comma.join(silent)) if silent else ""
        return f"{self.clean if is_clean else ''}{said}{aside}"


def filled(text: str, *values: object) -> str:
    """The text with the values in place of `%a`, `%b`."""
    for name, value in zip("ab", values, strict=False):
        text = text.replace(f"%{name}", str(value))
    return text
