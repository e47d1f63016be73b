"""A script, a letter or another text tells staff to say a phrase that `wording` forbids.

Why: nobody can follow a handbook that says “never say this” on one page and “say this” on another. Capitals,
punctuation and quotation marks make no difference. Phrases that are wrong only `until` an event are not judged.

Bad:
    scripts:
      promise:
        lines: {call: "Please wait a moment, I will call by [time]."}

Good:
    scripts:
      promise:
        lines: {call: "I will look now, and call by [time]."}

Way out: Say it in other words, as in a script that the wording names in `instead`. If the phrase is right after all,
take it out of `wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken import letter_texts, spoken_words
from amends.model.sop import Sop

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_NO_WORD = re.compile(r"[\W_]+")
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each forbidden phrase in each text that is said aloud or written in a letter."""
    forbidden = _by_first(_forbidden(subject.sop))
    for path, text in (*spoken_words(subject.sop), *letter_texts(subject.sop)):
        for locale, string in text.strings.items():
            said = _words(string)
            firsts = {(locale, first) for first in (*said.split(), *said)}
            for wording_id, phrase in (it for first in firsts for it in forbidden.get(first, ())):
                if _holds(said, phrase):
                    yield Issue(
                        (*path, locale),
                        f"this says “{phrase.strip()}”, which `wording/{wording_id}` forbids",
                        _way_out(subject.sop, wording_id),
                    )


def _forbidden(sop: Sop) -> Iterator[tuple[str, str, str]]:
    """Each phrase that is always wrong: the id of its wording, its locale, its words without punctuation."""
    for wording_id, wording in sop.wording.items():
        for point in wording.never.values() if wording.until is None else ():
            for locale, string in point.text.strings.items():
                if words := _words(string):
                    yield wording_id, locale, words


def _by_first(phrases: Iterator[tuple[str, str, str]]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The phrases by locale and first word, or first Chinese character: of a thousand, a line is held against few."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for wording_id, locale, phrase in phrases:
        first = phrase.strip()[0] if _WITHOUT_SPACES.search(phrase) else phrase.split()[0]
        found.setdefault((locale, first), []).append((wording_id, phrase))
    return found


def _words(string: str) -> str:
    """The words of a string without punctuation, each between blanks: ` please wait a moment `; empty if none."""
    bare = _NO_WORD.sub(" ", _APOSTROPHE.sub("", string.casefold())).strip()
    return f" {bare} " if bare else ""


def _holds(said: str, phrase: str) -> bool:
    if _WITHOUT_SPACES.search(phrase):
        return phrase.replace(" ", "") in said.replace(" ", "")
    return phrase in said


def _way_out(sop: Sop, wording_id: str) -> str:
    instead = sop.wording[wording_id].instead
    if instead:
        return "say it as in " + ", ".join(f"`scripts/{script_id}`" for script_id in instead)
    return f"say it in other words, or take the phrase out of `wording/{wording_id}`"


RULE = Rule("S501", "forbidden-wording", "warning", __doc__, check, needs_all=False)
