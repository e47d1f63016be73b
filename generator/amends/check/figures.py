"""The figures of a text, whichever way a language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,15}(?:[.,\u00a0\u202f ][0-9]{3}(?![0-9]))*+(?:[.,][0-9]{1,6}(?![0-9]))?")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = 12
_HOURS_OF_A_DAY = 24
_LENGTH_OF_A_NAME = 5
"""So many digits without a separator are the number of a telephone or of a form: a name, and no figure."""
_MYRIADS = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}
_SMALL_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
}
_OTHER_WORDS = {
    "en": {
        "a": 1,
        "an": 1,
        "first": 1,
        "once": 1,
        "second": 2,
        "twice": 2,
        "both": 2,
        "third": 3,
        "fourth": 4,
        "half": 0.5,
    }
    | {"hundred": 100, "thousand": 1_000, "dozen": 12, "quarter": 0.25, "fifth": 5, "thirty": 30}
    | {"forty": 40, "fifty": 50, "sixty": 60, "ninety": 90},
    "fr": {
        "une": 1,
        "première": 1,
        "premier": 1,
        "deuxième": 2,
        "demi": 0.5,
        "cent": 100,
        "mille": 1_000,
        "trente": 30,
    },
}
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_PARTS: dict[str, dict[str, tuple[int, ...]]] = {
    "en": {"half": (30, 6), "quarter": (15, 3), "quarterly": (3,)},
    "fr": {"demi": (30,), "demie": (30,), "quart": (15,), "trimestre": (3,), "semestre": (6,)},
}
"""Words for a part of an hour or of a year, with the minutes or months that another language may say."""
_IDEOGRAPHIC_PARTS = {"半": (30, 6), "刻": (15,), "季": (3,)}
_AFTERNOON = re.compile(r"下午|晚|\b(?:pm|p\.m\.|afternoon|evening|après-midi|soir)(?!\w)", re.IGNORECASE)
_NOON = 12
_DIGITS = dict(zip("零一二三四五六七八九十", range(11), strict=True)) | {
    "两": 2,
    "〇": 0,
    "百": 100,
    "千": 1_000,
    "半": 0.5,
}
_IDEOGRAPHIC = re.compile(f"[{''.join(_DIGITS)}]+")
_TENS = re.compile("([一二三四五六七八九])?十([一二三四五六七八九])?")


class Figures(NamedTuple):
    """The figures written in digits that are no names, in order; and every figure of the text in whatever form."""

    digits: tuple[float, ...]
    known: frozenset[float]


def written_in(string: str) -> list[tuple[float, str]]:
    """The value of each figure that is written in digits, with these digits, in order."""
    return [
        (_value(match[0]) * _MYRIADS.get(string[match.end() : match.end() + 1], 1), match[0])
        for match in _NUMBER.finditer(string)
    ]


def figures_in(string: str, locale: str) -> Figures:
    """The figures of a string: `Figures((48.0,), {48.0, 2.0})` of “within 48 hours, or two days”."""
    found = written_in(string)
    digits = (value for value, number in found if len(number) < _LENGTH_OF_A_NAME or not number.isdecimal())
    known = {*(value for value, _ in found), *_in_words(string, locale.partition("-")[0])}
    if _AFTERNOON.search(string):
        known |= {value + _NOON for value in known if value < _NOON}  # 5 pm is 17 o'clock elsewhere
    return Figures(tuple(digits), frozenset(known))


def lost_figure(whole: Figures, other: Figures) -> str:
    """A figure written in digits that the other text has in no form; empty if there is none."""
    missing = [it for it in whole.digits if it not in other.known and it / _HOURS_OF_A_DAY not in other.known]
    surplus = [it for it in other.digits if it not in whole.known]
    telling = [it for it in missing if it > _SMALL or surplus]
    return f"{telling[0]:g}" if telling else ""


def _value(number: str) -> float:
    """The value of a number with separators: a last group of three digits is thousands."""
    bare = re.sub(r"[.,\u00a0\u202f ](?=[0-9]{3}(?![0-9]))", "", number)
    return float(bare.replace(",", "."))


@cache
def _values_of_words(language: str) -> dict[str, tuple[float, ...]]:
    """Each word for a figure in a language, with every value that it may have."""
    small = enumerate(_SMALL_WORDS.get(language, "").split())
    months = enumerate(_MONTHS.get(language, "").split(), start=1)
    others = ((value, word) for word, value in _OTHER_WORDS.get(language, {}).items())
    parts = ((value, word) for word, values in _PARTS.get(language, {}).items() for value in values)
    found: dict[str, tuple[float, ...]] = {}
    for value, word in (*small, *months, *others, *parts):
        found[word] = (*found.get(word, ()), value)
    return found


def _in_words(string: str, language: str) -> Iterator[float]:
    known = _values_of_words(language)
    for word in _WORDS.findall(string.casefold()) if known else ():
        yield from known.get(word, ())
    if string.isascii():
        return
    yield from (value for sign, values in _IDEOGRAPHIC_PARTS.items() if sign in string for value in values)
    yield from (value for sign, value in _MYRIADS.items() if sign in string)
    for match in _IDEOGRAPHIC.finditer(string):
        yield from (_DIGITS[sign] for sign in match[0])
        if tens := _TENS.search(match[0]):
            yield 10 * _DIGITS.get(tens[1] or "", 1) + _DIGITS.get(tens[2] or "", 0)
