"""What the files of an SOP say aloud and in writing, cut into sentences or clauses, and how long these are.

A placeholder counts as one word, or as two characters; so does a slot. A sentence ends with a full stop, a question mark or an
exclamation mark; a Chinese clause with these, a comma, a semicolon or a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amends.content.yaml_reader import read_yaml

MOST_WORDS = 25
"""In one sentence that is spoken."""
MOST_CHARACTERS = 20
"""In one clause that is spoken: about as many as people say in one breath."""
MOST_ANYWHERE = 40
"""Words of an English sentence, or characters of a Chinese clause, in any text."""

_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}|\[[a-z][a-z0-9-]*\]")
_END = {"en": re.compile(r"[.?!](?=[\s”\"]|$)"), "zh": re.compile(r"[。？！，；：、?!]")}
_WORD = re.compile(r"[\w’'-]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff0-9A-Za-z]")


@dataclass(frozen=True)
class Spoken:
    """One string in one locale, with the place at which it stands."""

    place: str
    kind: str
    locale: str
    text: str


@dataclass(frozen=True)
class Piece:
    """A sentence or a clause, with its length in words or characters."""

    place: str
    text: str
    length: int


def spoken_in(folder: Path) -> Iterator[Spoken]:
    """What the files of a folder say: scripts and other words aloud, letters and the policy in writing."""
    for path in sorted(folder.rglob("*.yml")):
        data: Any = read_yaml(path.read_bytes(), str(path)).data
        for place, kind, value in _texts(data if isinstance(data, dict) else {}):
            for locale, text in value.items() if isinstance(value, dict) else ():
                if locale in _END and isinstance(text, str):
                    yield Spoken(f"{path.parent.name}/{place}", kind, locale, text)


def texts_in(folder: Path) -> Iterator[Spoken]:
    """Every text of the files of a folder, said or only read."""
    for path in sorted(folder.rglob("*.yml")):
        for place, locale, text in _in_locales(read_yaml(path.read_bytes(), str(path)).data, path.stem):
            yield Spoken(place, "any", locale, text)


def pieces_of(spoken: Spoken) -> Iterator[Piece]:
    """The sentences of an English string, the clauses of a Chinese one."""
    filler = "某某" if spoken.locale == "zh" else "something"
    for piece in _END[spoken.locale].split(_PLACEHOLDER.sub(filler, spoken.text)):
        length = len((_HAN if spoken.locale == "zh" else _WORD).findall(piece))
        if length:
            yield Piece(spoken.place, piece.strip(), length)


def _in_locales(data: Any, place: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _END and isinstance(value, str):
                yield place, key, value
            else:
                yield from _in_locales(value, f"{place}/{key}")


def _texts(data: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for key, script in _entries(data, "scripts"):
        yield from ((f"{key}/{name}", "spoken", _text(line)) for name, line in _entries(script, "lines"))
    for key, step in _entries(data, "steps"):
        yield from ((f"{key}/{name}", "spoken", it.get("words")) for name, it in _entries(step, "actions"))
    for key, kind in _entries(data, "customer_types"):
        yield from ((f"{key}/{name}", "spoken", _text(it)) for name, it in _entries(kind, "words"))
    for key, letter in _entries(data, "letters"):
        yield from ((f"{key}/{name}", "written", _text(it)) for name, it in _entries(letter, "paragraphs"))
    for key, part in _entries(data, "policy"):
        yield f"policy/{key}", "written", part.get("text")
        yield from ((f"{key}/{name}", "written", _text(it)) for name, it in _entries(part, "points"))


def _entries(data: Any, name: str) -> Iterator[tuple[str, Any]]:
    found = data.get(name) if isinstance(data, dict) else None
    return ((key, it) for key, it in found.items() if isinstance(it, dict)) if isinstance(found, dict) else iter(())


def _text(line: Any) -> Any:
    return line.get("text", line) if isinstance(line, dict) else line
