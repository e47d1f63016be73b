"""The bytes of a file -> text that means the same to every parser and every editor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from amends.codes import yaml_file
from amends.codes.code import Code
from amends.content.look_alikes import conflict
from amends.content.yaml_findings import CONFLICT, MOST_FINDINGS, PERCENT, SAVE_AS, location_at
from amends.finding import Finding, Findings, Location


@dataclass(frozen=True)
class Limits:
    """How much one file may hold: far more than an SOP needs, and far less than would slow a build down."""

    file_bytes: int = 2_000_000
    depth: int = 40
    values: int = 200_000
    text_characters: int = 200_000
    key_characters: int = 200


LIMITS: Final = Limits()

# U+0085, U+2028 and U+2029 end a line in PyYAML but in no editor, so every line number after them would be wrong.
HIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
    r"\u00ad\u180e\u2060\U000e0000-\U000e007f]"
    r"|\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"  # Thai, Lao, Burmese and Khmer part their words so
)
_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTIVE: Final = re.compile(r"(?:[ ]*(?:#.*)?\n)*(?=%)")


def readable_text(source: bytes, file: str, limits: Limits) -> str:
    """The text of a file. Raises Findings if it is too large, is not UTF-8, or holds invisible characters."""
    if len(source) > limits.file_bytes:
        message = f"the file has more than {limits.file_bytes} bytes, and cannot be read"
        raise Findings([yaml_file.FILE_TOO_LARGE.finding(message, "split it into several files", Location(file))])
    text = decoded_text(source, file)
    if (index := conflict(text)) is not None:
        raise Findings([yaml_file.MERGE_CONFLICT.finding(*CONFLICT, location_at(file, text, index))])
    if unwanted := list(islice(_unwanted_characters(text, file), MOST_FINDINGS)):
        raise Findings(unwanted)
    return text


def decoded_text(source: bytes, file: str) -> str:
    """The text of a file with plain line ends. Raises Findings if it is not UTF-8."""
    if _is_utf_16(source):
        raise Findings(
            [yaml_file.NOT_UTF_8.finding("the file is saved as UTF-16 (“Unicode”)", SAVE_AS, Location(file))]
        )
    try:
        return _with_plain_line_ends(source.removeprefix(b"\xef\xbb\xbf").decode())
    except UnicodeDecodeError as error:
        raise Findings([_encoding_finding(error, file)]) from None


def _is_utf_16(source: bytes) -> bool:
    """Whether a mark says so, or the first letters: every second byte is zero, and no program file begins like that."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    pairs = (source[:8:2], source[1:8:2])
    return any(not any(zeros) and _is_written(letters) for letters, zeros in (pairs, reversed(pairs)) if zeros)


def _is_written(letters: bytes) -> bool:
    return all(32 <= letter < 127 or letter in b"\t\r\n" for letter in letters)  # noqa: PLR2004 - ASCII


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding_finding(error: UnicodeDecodeError, file: str) -> Finding:
    source, begin = error.object, error.start
    message = f"the byte 0x{source[begin]:02x} is not UTF-8 text"
    if guess := _guess(source[begin:]):
        message += f"; it is probably “{guess}”, saved in an older Windows encoding"
    before = _with_plain_line_ends(source[:begin].decode())
    return yaml_file.NOT_UTF_8.finding(message, SAVE_AS, location_at(file, before, len(before)))


def _guess(source: bytes) -> str:
    """What the first bytes mean in another encoding: two Chinese characters, or one letter with an accent."""
    pair = source[:4].decode("gb2312", "ignore")
    is_chinese = len(pair) == 2 and not any(map(str.isascii, pair))  # noqa: PLR2004  # two characters in four bytes
    return pair if is_chinese else source[:1].decode("cp1252", "ignore")


def _unwanted_characters(text: str, file: str) -> Iterator[Finding]:
    is_plain = text.replace("\n", "").isprintable()
    for match in () if is_plain else HIDDEN.finditer(text):
        code, message, hint = hidden_problem(match[0])
        yield code.finding(message, hint, location_at(file, text, match.start()))
    if directive := _DIRECTIVE.match(text):
        yield yaml_file.NOT_YAML.finding(*PERCENT, location_at(file, text, directive.end()))


def hidden_problem(character: str) -> tuple[Code, str, str]:
    """Code, message and hint for a character that nobody can see."""
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
    if character in _DIRECTIONS:
        return (
            yaml_file.TEXT_DIRECTION_CHARACTER,
            f"the invisible character {name} can disguise what readers see",
            "delete it",
        )
    return (
        yaml_file.CONTROL_CHARACTER,
        f"the invisible character {name} has no place in a text",
        "delete it, or type the text anew",
    )
