"""What the YAML reader may find: every code with its name, and the way out that several of them share."""

from __future__ import annotations

from typing import Final

from amends.finding import Finding, Location

CODES: Final = {
    "Y001": "not-yaml",
    "Y002": "file-too-large",
    "Y003": "not-utf-8",
    "Y004": "control-character",
    "Y005": "text-direction-character",
    "Y006": "too-many-values",
    "Y007": "special-sign",
    "Y008": "field-name-too-long",
    "Y009": "merge-key",
    "Y010": "duplicate-field",
    "Y011": "text-too-long",
    "Y012": "nested-too-deep",
    "Y013": "field-name-not-text",
    "Y015": "second-document",
    "Y016": "tab",
    "Y017": "empty-file",
    "Y021": "text-cut-by-comment",
}
"""The name of each finding of the reader. A code is never given to another problem."""

_WARNINGS: Final = frozenset({"Y021"})
MOST_FINDINGS: Final = 100


def finding(code: str, message: str, hint: str, location: Location) -> Finding:
    """A finding of the reader, by its code."""
    return Finding(code, CODES[code], "warning" if code in _WARNINGS else "error", message, hint, location)


def location_at(file: str, text: str, index: int) -> Location:
    """The place of a character of the text."""
    return Location(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


QUOTE_IT: Final = "put the whole text in quotes"
SAVE_AS: Final = "in the editor choose Save As, then the encoding UTF-8"
TAB: Final = ("a TAB stands outside quotes", "use spaces only; let the editor turn every TAB into spaces")
ESCAPE: Final = ("no sign that YAML knows begins with this “\\”", "use single quotes, or write “\\\\” for a “\\”")
PERCENT: Final = ("a line cannot begin with “%”", "put the text in quotes; a file needs no line such as %YAML")
BRACKETS: Final = "close the bracket, and put each text between brackets in quotes"
SIGN_IN_BRACKETS: Final = ("a text with “?” or “:” stands between brackets without quotes", QUOTE_IT)
QUESTION_MARK: Final = ("a text that begins with “?” has a special meaning in YAML", QUOTE_IT)
HEADER: Final = (
    "a text cannot follow “|” or “>” in the same line",
    "begin it in the next line, two spaces further in; or put it in quotes",
)
BLOCK_AS_KEY: Final = ("a field name cannot begin with this sign", 'put the whole text in quotes:  "{{ customer }}"')
