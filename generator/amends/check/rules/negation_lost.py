"""A text forbids something in one language and not in the other.

Why: a “not” that is lost turns the rule round, and nobody who reads only one language will notice. Only clear cases are
found: a text that begins with “do not”, “never” or “不得”, and there no word at all that denies or avoids.

Bad:
    steps:
      settle:
        purpose: {en: "Never decide alone.", zh: "由一人决定。"}

Good:
    steps:
      settle:
        purpose: {en: "Never decide alone.", zh: "不得一人决定。"}

Way out: Find out which of the two is meant, and say it in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from amends.check.rule import Issue, Rule, Subject

_FORBIDS = {
    "en": re.compile(r"(?:do not|don['’]t|must not|never|cannot)\b", re.IGNORECASE),
    "zh": re.compile(r"不得|不要|不能|禁止|切勿|严禁|切忌|不许|不准"),
    "fr": re.compile(r"(?:jamais|ne|interdit de|défense de)\b", re.IGNORECASE),
}
_DENIES = {
    "en": re.compile(
        r"\b(?:not|no|non|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|only|unless|until|before|except"
        r"|instead|rather|alone|avoid\w*|refus\w*|forb\w*|prohib\w*|stop\w*|keep\w*|prevent\w*|less|fail\w*|lack\w*|free"
        r"|against|out|too|rul\w*|leave\w*|wrong|hard\w*|un\w+|in\w+|im\w+|ir\w+|dis\w+)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"[不没無无非勿别未莫否禁免拒避防缺少难忌仅只才除绝止停误错再先失]"),
    "fr": re.compile(
        r"\b(?:ne|pas|jamais|aucun\w*|sans|ni|non|rien|personne|seul\w*|sauf|évit\w*|refus\w*|interdi\w*|avant"
        r"|plutôt|in\w+|im\w+|dé\w+)\b|\bn['’]",
        re.IGNORECASE,
    ),
}


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text of which one language forbids, and another has no word that could."""
    for path, found in subject.compared_where(_lost):
        for other, message in found:
            yield Issue((*path, other), message, "find out which is meant, and say it in each language")


def _lost(strings: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each locale in which nothing is denied, with what is wrong."""
    known = {locale: string for locale, string in strings.items() if _language(locale) in _FORBIDS}
    found = []
    for locale, string in known.items():
        match = _FORBIDS[_language(locale)].match(string)
        for other, its in known.items() if match else ():
            if not _DENIES[_language(other)].search(its):
                begin = match[0] if match else ""
                found.append((other, f"the {locale} text begins with “{begin}”, and the {other} text denies nothing"))
    return found


def _language(locale: str) -> str:
    return locale.partition("-")[0]


RULE = Rule("L707", "negation-lost", "warning", __doc__, check, needs_all=False)
