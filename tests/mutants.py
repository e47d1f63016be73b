"""Content files changed in every way in which people and programs spoil them, each with what must come of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

Verdict = Literal["reject", "same", "any"]
"""An error that was not there before; the same findings as before; or nothing worse than findings."""


@dataclass(frozen=True)
class Mutant:
    """What a file holds now, and the line that was changed; 0 if it is the whole file."""

    kind: str
    verdict: Verdict
    source: bytes
    line: int


Change = Callable[[str, Random], "tuple[str, int] | None"]
"""A text -> the changed text and the line of the change, counted from 1; None if it has no place for this change."""

_FIELD = r"^(?P<lead> +(?:- )?)(?P<name>[a-z_]+): "
_TITLE = r"^ +title: (?=\{)"


def _places(text: str, pattern: str) -> list[re.Match[str]]:
    return list(re.finditer(pattern, text, re.MULTILINE))


def _at(pattern: str, make: Callable[[re.Match[str], Random], str]) -> Change:
    """Replace one place of a pattern, outside of comments and of texts over several lines."""

    def change(text: str, chance: Random) -> tuple[str, int] | None:
        found = [it for it in _places(text, pattern) if not _is_aside(text, it.start())]
        if not found:
            return None
        match = chance.choice(found)
        new = make(match, chance)
        return text[: match.start()] + new + text[match.end() :], text.count("\n", 0, match.start()) + 1

    return change


def _is_aside(text: str, index: int) -> bool:
    line = text[text.rfind("\n", 0, index) + 1 :].partition("\n")[0]
    return line.lstrip().startswith("#") or bool(re.search(r": [|>]-?$", line))


def _swapped(word: str) -> str:
    """Two letters in the wrong order, which no other word is."""
    for index in range(len(word) - 1):
        if word[index] != word[index + 1]:
            return f"{word[:index]}{word[index + 1]}{word[index]}{word[index + 2 :]}"
    return f"{word}x"


def _instead(pattern: str, new: str) -> Change:
    return _at(pattern, lambda match, _: match.expand(new))


def _line(new: str) -> Change:
    """One more line above a field, at its own indentation; `%` stands for that."""
    return _at(_FIELD, lambda match, _: new.replace("%", match["lead"].replace("-", " ")) + "\n" + match[0])


def _anywhere(make: Callable[[str, int, Random], str]) -> Change:
    def change(text: str, chance: Random) -> tuple[str, int]:
        index = chance.randrange(len(text))
        return make(text, index, chance), text.count("\n", 0, index) + 1

    return change


def _whole(make: Callable[[str], str]) -> Change:
    return lambda text, _: (make(text), 0)


# Values that a field of this name cannot have, wherever it stands.
_ROLE = r"^(?P<a> +(?:responsible|accountable): )(?P<b>[a-z-]+)$"
_WITHIN = r"^(?P<a> +within: )(?P<b>[^{\n#]+)$"
_EN = r'(?P<a>\ben: ")(?P<b>[^"\n]{8,})(?P<c>")'

TEXT_CHANGES: tuple[tuple[str, Verdict, Change], ...] = (
    # YAML
    ("tab as indent", "reject", _instead(r"^  (?=[a-z_]+:)", "\t")),
    ("tab behind the indent", "reject", _instead(r"^(?P<a>    )(?=[a-z_]+:)", r"\g<a>\t")),
    ("quote not closed", "reject", _instead(r'^(?P<a>[^"\n]*"[^"\n]*)"(?P<b>[^"\n]*)$', r"\g<a>\g<b>")),
    ("quote not opened", "any", _instead(r'^(?P<a>[^"\n]*)"(?P<b>[^"\n]*"[^"\n]*)$', r"\g<a>\g<b>")),
    ("brace not closed", "reject", _instead(r"\}$", "")),
    ("brace too many", "reject", _instead(r"\}$", "}}")),
    ("bracket not closed", "reject", _instead(r"\]$", "")),
    ("brace not opened", "reject", _instead(r": \{", ": ")),
    ("comma missing", "reject", _instead(r'", (?=[a-z]{2}: ")', '" ')),
    ("colon missing", "reject", _instead(r"^(?P<a>  +[a-z-]+):$", r"\g<a>")),
    ("colon doubled", "any", _instead(r"^(?P<a>  +[a-z_]+):(?= )", r"\g<a>::")),
    ("space after a colon missing", "reject", _instead(r"^(?P<a> +[a-z_]+): (?=\{)", r"\g<a>:")),
    ("full-width colon", "reject", _instead(r"^(?P<a> +[a-z_]+): ", r"\g<a>：")),
    ("no-break space", "reject", _instead(r"^(?P<a> +[a-z_]+): ", "\\g<a>:\u00a0")),
    ("no-break indent", "reject", _instead(r"^  (?=[a-z_]+: )", "\u00a0\u00a0")),
    ("curly quotes and a comma", "reject", _instead(_EN, r"en: “\g<b>, and more”")),
    ("a colon in a bare text", "reject", _instead(_ROLE, r"\g<a>\g<b>: of the day")),
    ("an alias", "reject", _instead(_ROLE, r"\g<a>*\g<b>")),
    ("an anchor", "reject", _instead(_ROLE, r"\g<a>&\g<b>")),
    ("a tag", "reject", _instead(_ROLE, r"\g<a>!\g<b>")),
    ("python in a tag", "reject", _instead(_ROLE, r"\g<a>!!python/object/apply:os.getcwd []")),
    ("an at sign", "reject", _instead(_ROLE, r"\g<a>@\g<b>")),
    ("a percent sign", "reject", _instead(_ROLE, r"\g<a>%\g<b>")),
    ("a backtick", "reject", _instead(_ROLE, r"\g<a>`\g<b>`")),
    ("a merge key", "reject", _line("%<<: {a: b}")),
    ("a field twice", "reject", _at(_FIELD + r".*$", lambda match, _: f"{match[0]}\n{match[0].replace('- ', '  ')}")),
    ("a list as a name", "reject", _line("%[a, b]: c")),
    ("a question mark", "reject", _line("%? a\n%: b")),
    ("nested too deep", "reject", _line("%deep: " + "[" * 60 + "]" * 60)),
    ("a second document", "reject", _instead(r"^(?=  [a-z-]+:$)", "---\n")),
    ("an end of the document", "any", _instead(r"^(?=  [a-z-]+:$)", "...\n")),
    ("a directive", "reject", _whole(lambda text: f"%YAML 1.1\n---\n{text}")),
    ("marks of git", "reject", _at(_FIELD + ".*$", lambda m, _: f"<<<<<<< HEAD\n{m[0]}\n=======\n{m[0]}x\n>>>>>>> branch")),
    ("a NUL", "reject", _anywhere(lambda text, index, _: f"{text[:index]}\0{text[index:]}")),
    ("a change of direction", "reject", _anywhere(lambda text, index, _: f"{text[:index]}\u202e{text[index:]}")),
    ("a zero-width space", "reject", _instead(_EN, "\\g<a>\u200b\\g<b>\\g<c>")),
    ("a soft hyphen", "reject", _instead(_EN, "\\g<a>\u00ad\\g<b>\\g<c>")),
    ("a line separator", "reject", _instead(_EN, "\\g<a>\u2028\\g<b>\\g<c>")),
    ("a long key", "reject", _line("%" + "k" * 300 + ": x")),
    # Fields and values
    ("a field with two letters swapped", "reject", _at(_TITLE, lambda m, _: m[0].replace("title", "tilte"))),
    ("a field that is not known", "reject", _at(_TITLE, lambda m, _: m[0].replace("title: ", "bogus: x\n") + " " * (len(m[0]) - 7) + "title: ")),
    ("a text as a list", "reject", _at(_TITLE + r".*$", lambda m, _: m[0].partition("{")[0] + "[a, b]")),
    ("a text that is empty", "reject", _at(_TITLE + r".*$", lambda m, _: m[0].partition("{")[0] + '""')),
    ("a text without anything", "reject", _at(_TITLE + r".*$", lambda m, _: m[0].partition("{")[0].rstrip())),
    ("a text with parts", "reject", _at(_TITLE + r".*$", lambda m, _: m[0].partition("{")[0] + "{en: {a: b}}")),
    ("a locale that is none", "reject", _at(_TITLE + r".*$", lambda m, _: m[0].partition("{")[0] + "{English: Title}")),
    ("a role that is not known", "reject", _at(_ROLE, lambda m, _: f"{m['a']}{_swapped(m['b'])}")),
    ("a role with a capital", "reject", _at(_ROLE, lambda m, _: f"{m['a']}{m['b'].capitalize()}")),
    ("two roles where one is meant", "reject", _instead(_ROLE, r"\g<a>[\g<b>, \g<b>]")),
    ("a step that is not known", "reject", _instead(r"\bnext: [a-z/-]+", "next: nowhere-at-all")),
    ("an end that is not known", "reject", _instead(r"\bnext: [a-z/-]+", "next: end/never-heard-of")),
    ("a time without a unit", "reject", _instead(_WITHIN, r"\g<a>12")),
    ("no time", "reject", _instead(_WITHIN, r"\g<a>0 hours")),
    ("a time with a capital", "reject", _instead(_WITHIN, r"\g<a>2 Hours")),
    ("a time in words", "reject", _instead(_WITHIN, r"\g<a>soonish")),
    ("a time of another unit", "reject", _instead(_WITHIN, r"\g<a>3 fortnights")),
    ("a severity that is not known", "reject", _instead(_WITHIN, r"\g<a>{p9: 1 hour}")),
    ("an id with a capital", "reject", _at(r"^  (?P<id>[a-z-]+):$", lambda m, _: f"  {m['id'].upper()}:")),
    ("an id with a space", "reject", _at(r"^  (?P<id>[a-z-]+):$", lambda m, _: f"  {m['id']} two:")),
    ("yes instead of true", "reject", _instead(r": true$", ": yes")),
    ("a list as plain text", "reject", _instead(r"\b(?P<a>say|records|consulted|informed): \[(?P<b>[a-z-]+)\]", r"\g<a>: \g<b>")),
    # Words
    ("a placeholder that is not known", "reject", _instead(_EN, r"\g<a>{{ nonsense }} \g<b>\g<c>")),
    ("a placeholder that is not closed", "reject", _instead(_EN, r"\g<a>{{ customer \g<b>\g<c>")),
    ("a tag of HTML", "reject", _instead(_EN, r"\g<a><b>\g<b></b>\g<c>")),
    ("a link that runs code", "reject", _instead(_EN, r"\g<a>[x](javascript:alert(1)) \g<b>\g<c>")),
    ("a text cut by a comment", "any", _instead(_EN, r"en: \g<b> # 3")),
    ("half-width marks", "any", _instead("，", ",")),
    ("a formula in a cell", "any", _instead(_EN, r"\g<a>=cmd|' /C calc'!A0 \g<b>\g<c>")),
    ("control sequences", "reject", _instead(_EN, "\\g<a>\\\\x1b[31m\\g<b>\\g<c>")),
    ("a path in double quotes", "any", _instead(_EN, r"\g<a>D:\\new\\temp \g<b>\g<c>")),
    # Lines
    ("one space more", "any", _instead(r"^(?P<a> +)(?=[a-z_]+: )", r"\g<a> ")),
    ("one space less", "any", _instead(r"^ (?P<a> +)(?=[a-z_]+: )", r"\g<a>")),
    ("a line lost", "any", _instead(r"^.+\n", "")),
    ("a line twice", "any", _at(r"^.+\n", lambda match, _: match[0] * 2)),
    ("cut off", "any", _anywhere(lambda text, index, _: text[:index])),
    ("a sign lost", "any", _anywhere(lambda text, index, _: text[:index] + text[index + 1 :])),
    ("a sign too many", "any", _anywhere(lambda text, index, chance: text[:index] + chance.choice("{}[]:,#&*!|>'\"%@`-?=") + text[index:])),
    ("a piece lost", "any", _anywhere(lambda text, index, chance: text[:index] + text[index + chance.randrange(200) :])),
    ("a word that is long", "any", _instead(_EN, r"\g<a>" + "x" * 3000 + r" \g<b>\g<c>")),
    # What changes nothing
    ("a comment", "same", _instead(r"^(?=[a-z_]+:$)", "# a comment: {of [no] meaning}\n")),
    ("an empty line", "same", _instead(r"^(?=[a-z_]+:$)", "\n")),
    ("blanks at the end of a line", "same", _instead(r"^(?P<a> +[a-z_]+: \{.*\})$", r"\g<a>   ")),
    ("line ends of Windows", "same", _whole(lambda text: text.replace("\n", "\r\n"))),
    ("a byte order mark", "same", _whole(lambda text: f"\ufeff{text}")),
    ("quotes around an id", "same", _instead(_ROLE, r"\g<a>'\g<b>'")),
    ("the other quotes", "same", _instead(r'(?P<a>\ben: )"(?P<b>[^"\'\\\n]+)"', r"\g<a>'\g<b>'")),
    ("an end of the file without a line end", "same", _whole(str.rstrip)),
)  # fmt: skip


def _with_byte(source: bytes, chance: Random) -> bytes:
    index = chance.randrange(len(source))
    return source[:index] + bytes([chance.randrange(256)]) + source[index + 1 :]


BYTE_CHANGES: tuple[tuple[str, Verdict, Callable[[bytes, Random], bytes]], ...] = (
    ("saved as UTF-16", "reject", lambda source, _: source.decode().encode("utf-16")),
    ("saved as Latin-1", "any", lambda source, _: source.decode().encode("latin-1", "replace") + b"# \xe9"),
    ("saved as GBK", "any", lambda source, _: source.decode().encode("gb18030")),
    ("a byte changed", "any", _with_byte),
    ("nothing left", "any", lambda _, __: b""),
    ("only a comment left", "any", lambda _, __: b"# nothing\n"),
    ("noise", "any", lambda _, chance: chance.randbytes(300)),
    ("no mapping", "reject", lambda _, __: b"- a\n- b\n"),
)
KINDS = (*(kind for kind, *_ in TEXT_CHANGES), *(kind for kind, *_ in BYTE_CHANGES))


def mutants(source: bytes, chance: Random) -> Iterator[Mutant]:
    """One mutant of each kind for which the file has a place, in an order of chance."""
    text = source.decode()
    made: list[Mutant] = []
    for kind, verdict, change in TEXT_CHANGES:
        changed = change(text, chance)
        if changed is not None and changed[0] != text:
            made.append(Mutant(kind, verdict, changed[0].encode(), changed[1]))
    made += [Mutant(kind, verdict, change(source, chance), 0) for kind, verdict, change in BYTE_CHANGES]
    chance.shuffle(made)
    yield from made
