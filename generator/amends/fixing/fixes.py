"""What is mended without a doubt: look-alikes of YAML's signs, marks in Chinese text, the spelling of time limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from amends.check.rules import half_width_punctuation
from amends.codes.model import WRONG_VALUE
from amends.codes.yaml_file import LOOK_ALIKE
from amends.content.layers import Resolved
from amends.content.yaml_reader import read_yaml
from amends.content.yaml_source import LIMITS, decoded_text
from amends.file_bytes import file_bytes
from amends.finding import Finding, Findings
from amends.fixing.source import Edit, Source
from amends.model.duration import Duration
from amends.model.full_width import with_full_width

_MOST_ROUNDS = 100
_MARK = b"\xef\xbb\xbf"
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]+")
_QUOTES = {"“": "”", "„": "“", "‘": "’"}
_NUMBER_AND_UNIT = re.compile(r"([0-9]{1,9}+) *+([a-z][a-z ]*+)")


@dataclass(frozen=True)
class Fixed:
    """A file that can be mended: its bytes, and its text as it is and as it would be, both with plain line ends."""

    file: str
    source: bytes
    before: str
    after: str

    def diff(self) -> str:
        """The lines that change, as a unified diff."""
        before, after = (text.splitlines() for text in (self.before, self.after))
        return "\n".join(unified_diff(before, after, self.file, self.file, lineterm=""))

    def result(self) -> bytes:
        """What to write: with the mark at the begin and the line ends that the file has now."""
        has_windows_ends = b"\r\n" in self.source and self.source.count(b"\r\n") == self.source.count(b"\n")
        text = self.after.replace("\n", "\r\n") if has_windows_ends else self.after
        return (_MARK if self.source.startswith(_MARK) else b"") + text.encode()


def fixed_files(content: Resolved, findings: Sequence[Finding]) -> list[Fixed]:
    """The files of the topmost layer that can be mended, by what was found in them."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.location.file, []).append(finding)
    own = (file for file in content.layers[-1].content.files if file in by_file)
    looked_at = (_fixed(file, by_file[file]) for file in own)
    return [fixed for fixed in looked_at if fixed is not None and fixed.before != fixed.after]


def _fixed(file: str, findings: Sequence[Finding]) -> Fixed | None:
    """A file before and after; None if it cannot be read. What would change more than it should is left as it is."""
    try:
        source = file_bytes(Path(file), LIMITS.file_bytes)
        text = decoded_text(source, file)
    except (OSError, Findings):
        return None
    if any(finding.code == LOOK_ALIKE.code for finding in findings):
        return Fixed(file, source, text, _without_look_alikes(text, file))
    written = Source(text)
    edits = {edit for finding in findings for edit in _edits(written, finding)}
    after = written.edited(list(edits))
    return Fixed(file, source, text, after if _only_texts_differ(text, after, file) else text)


# Files that can be read -----------------------------------------------------------------------------------------------


def _edits(source: Source, finding: Finding) -> Iterator[Edit]:
    change = {half_width_punctuation.RULE.code: with_full_width, WRONG_VALUE.code: _spelt}.get(finding.code)
    if change is None or not finding.location.line:
        return
    value = source.value_at(finding.location.line, finding.location.column)
    if value is not None and (edit := source.changed(value, change)):
        yield edit


def _spelt(written: str) -> str:
    """A time limit with small letters and one space: “2  Hours” is `2 hours`; any other value as it is."""
    match = _NUMBER_AND_UNIT.fullmatch(written.strip("\"'").strip().lower())
    plain = f"{match[1]} {' '.join(match[2].split())}" if match else written
    try:
        Duration.of_field(plain)
    except PydanticCustomError:
        return written
    return plain


def _only_texts_differ(before: str, after: str, file: str) -> bool:
    """Whether both hold the same fields and lists; so no edit has reached beyond the value that it was meant for."""
    try:
        old, new = (read_yaml(text.encode(), file).data for text in (before, after))
    except Findings:
        return False
    return bool(_names(old) == _names(new))


def _names(value: Any) -> Any:
    """The shape of data: names of fields and lengths of lists, without the texts."""
    if isinstance(value, dict):
        return {key: _names(inner) for key, inner in value.items()}
    return [_names(inner) for inner in value] if isinstance(value, list) else None


# Files that cannot be read --------------------------------------------------------------------------------------------


def _without_look_alikes(text: str, file: str) -> str:
    """The text with YAML's own signs, one after the other; as it was if it cannot be read afterwards."""
    fixed = text
    for _ in range(_MOST_ROUNDS):
        found = _look_alikes(fixed, file)
        if not found:
            return fixed
        source = Source(fixed)
        edits = [edit for it in found if (edit := _plain_sign(source, it)) is not None]
        if not edits:
            break
        fixed = source.edited(edits)
    return text


def _look_alikes(text: str, file: str) -> list[Finding] | None:
    """The look-alikes that the reader finds; None if it reads the text."""
    try:
        read_yaml(text.encode(), file)
    except Findings as problems:
        return [finding for finding in problems.findings if finding.code == LOOK_ALIKE.code]
    return None


def _plain_sign(source: Source, finding: Finding) -> Edit | None:
    at = source.index(finding.location.line, finding.location.column)
    sign = source.text[at : at + 1]
    if sign == "：":
        is_apart = source.text[at + 1 : at + 2] in (" ", "\n", "")
        return at, at + 1, ":" if is_apart else ": "
    if match := _ODD_SPACES.match(source.text, at):
        return at, match.end(), " " * len(match[0])
    close = source.text.find(_QUOTES.get(sign, "\n"), at + 1)
    inner = source.text[at + 1 : close]
    if sign in _QUOTES and close > at and not set(inner) & set('"\\\n'):
        return at, close + 1, f'"{inner}"'
    return None
