"""The explanations of codes in other languages: `templates/explanations/LOCALE.yml`, one block for each code.

Each block has a mark of the English explanation that it translates, so a test finds one that has grown old.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from amends.codes.code import Code
from amends.content.yaml_reader import read_yaml
from amends.shipped import shipped
from amends.text_width import columns

ENGLISH = "en"
_WIDTH = 110
_INDENT = "    "


def mark(code: Code) -> str:
    """What tells one English explanation from another."""
    return sha256(code.doc.strip().encode()).hexdigest()[:8]


def translated(code: Code, family: str, locale: str) -> Iterator[str]:
    """The parts of an explanation in a language; the examples are those of the code where the words do not matter."""
    known = translations(locale)
    labels, own, english = known["labels"], known["codes"][code.code], code.explanation
    yield f"{code.code} {code.name}{labels['level'].replace('%a', known['levels'][code.level])}"
    yield _filled(own["what"])
    yield _filled(labels["why"] + own["why"])
    for label, example in (("bad", english.bad), ("good", english.good)):
        yield labels[label] + "\n" + textwrap.indent(own.get(label, example).rstrip(), _INDENT)
    yield _filled(labels["way-out"] + own["way-out"])
    if family in known["found"]:
        yield known["found"][family]


@cache
def translations(locale: str) -> Any:
    """All that is written in a language about the codes; raises LookupError for a language that has nothing."""
    file = shipped("templates") / "explanations" / f"{locale.partition('-')[0]}.yml"
    if not file.is_file():
        raise LookupError(f"there are no explanations in {locale}")
    return read_yaml(file.read_bytes(), file.name).data


def _filled(text: str) -> str:
    """The text in lines for a terminal, which by itself breaks lines of Chinese well, and other words anywhere."""
    if columns(text) != len(text):
        return text
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
