"""Signs that look like the ones that YAML knows: a full-width colon, a no-break space, curly quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from amends.codes import yaml_file
from amends.codes.code import Code

Problem = tuple[Code, str, str]
"""Code, message and hint."""

_SPACES: Final = "\u00a0\u2000-\u200a\u202f\u3000"
_AT_BEGIN_OF_LINE: Final = re.compile(
    rf"^(?:[ ]*(?P<indent>[{_SPACES}])"
    rf"|[ ]*(?:- +)*(?P<name>[a-z][a-z0-9_-]*)(?:(?P<colon>：)|:(?P<space>[{_SPACES}])))",
    re.MULTILINE,
)
_LINE_WITH_SIGN: Final = re.compile(f"[：{_SPACES}].*")
QUOTES: Final = {"“": "”", "‘": "’", "„": "“", "«": "»", "＂": "＂", "＇": "＇"}
_ENDS_OF_SENTENCES: Final = tuple(".!?…。！？")
_PATH: Final = re.compile(r'(?:\b[A-Za-z]:|"\\\\[\w.-]+)\\[abefnrtv0]\w')  # `C:\new`, or `\\desk\new`
_THOUSANDS: Final = re.compile(r"\d{3}(?!\d)")


def signs_at_lines(text: str) -> Iterator[tuple[int, Problem]]:
    """Each sign in the place of a colon, or of a space before or after a field name, with its index in the text."""
    for line in _LINE_WITH_SIGN.finditer(text):  # most lines have no such sign
        match = _AT_BEGIN_OF_LINE.match(text, text.rfind("\n", 0, line.start()) + 1)
        if match is None:
            continue
        if match["colon"]:
            message = "“：” is the colon of Chinese text, and none for YAML"
            hint = f"write  {match['name']}: ...  with a plain colon and a space"
            yield match.start("colon"), (yaml_file.LOOK_ALIKE, message, hint)
        else:
            index = match.start("indent" if match["indent"] else "space")
            name = unicodedata.name(text[index]).lower()
            message = f"the {name} (U+{ord(text[index]):04X}) is no space for YAML"
            yield index, (yaml_file.LOOK_ALIKE, message, "delete it, and press the space bar")


def quotes_around(value: str, *, is_flow: bool) -> Problem | None:
    """What is wrong with a text in other quotes than those of YAML, which are a part of it; None if it has none.

    Between brackets such a text ends at its first comma, if `is_flow`. A whole sentence in quotes is one to be said.
    """
    close = QUOTES.get(value[:1])
    if close is None:
        return None
    if is_flow and close not in value[1:]:
        message = f"“{value[0]}” is no quote for YAML, so the text ends before the next comma"
        return yaml_file.LOOK_ALIKE, message, 'use straight quotes:  "..."'
    inner = value[1:-1]
    if value[-1] == close and not {value[0], close} & set(inner) and inner[-1:] not in _ENDS_OF_SENTENCES:
        message = f"the quotes {value[0]} {close} belong to the text, and will be printed"
        hint = "use straight quotes, or none; if they are meant, put straight ones around"
        return yaml_file.QUOTES_IN_TEXT, message, hint
    return None


def rest_of_number(text: str, begin: int) -> Problem | None:
    """What is wrong with a name such as the `500` of `{amount: 1,500}`; None if it is no part of a number."""
    if text[begin - 1 : begin] == "," and text[begin - 2 : begin - 1].isdigit() and _THOUSANDS.match(text, begin):
        message = "between brackets a comma ends the number before it"
        hint = "write an amount without a comma:  1500; put a text that holds one in quotes"
        return yaml_file.NUMBER_WITH_COMMA, message, hint
    return None


def escaped_path(written: str, value: str) -> Problem | None:
    r"""What is wrong with a path in double quotes such as `"D:\new\temp"`, which YAML reads as two lines; or None."""
    if _PATH.search(written) and (len(value.splitlines()) > 1 or "\t" in value):
        message = "in double quotes “\\t” is a TAB, and “\\n” ends the line"
        return yaml_file.ESCAPE_IN_TEXT, message, "put the text in single quotes, or write “\\\\” for each “\\”"
    return None


def conflict(text: str) -> int | None:
    """The index of the first mark that git left where two people had changed the same lines; None if there is none."""
    begin = text.find("\n<<<<<<< ") + 1 if not text.startswith("<<<<<<< ") else 0
    is_left = text.startswith("<<<<<<< ", begin) and "\n>>>>>>> " in text[begin:]
    return begin if is_left else None
