"""What several findings of the YAML reader share: how they name a place, their messages and their hints."""

from __future__ import annotations

from typing import Final

from amends.finding import Location

MOST_FINDINGS: Final = 100


def location_at(file: str, text: str, index: int) -> Location:
    """The place of a character of the text."""
    return Location(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


CONFLICT: Final = (
    "git has left the changes of two people here, one above the other",
    "keep the right lines; delete the others, and the lines that begin with <<<<<<<, ======= and >>>>>>>",
)
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
