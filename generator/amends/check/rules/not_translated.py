"""A text is in another language than its locale says.

Why: the texts were pasted into the wrong lines, or one was copied to be translated later. Readers get words that they
cannot read, and no mark says so, as it would if the text were missing. A text of four words or more is found if it has
no letter of its own script, or if it is the same in two languages.

Bad:
    steps:
      settle:
        purpose: {en: "What was wrong is put right.", zh: "What was wrong is put right."}

Good:
    steps:
      settle:
        purpose: {en: "What was wrong is put right.", zh: "查实的问题得到解决。"}

Way out: Write the text in the language of its locale, or delete the line: the reader then sees the default language,
marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import outside_marks

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_OWN_SCRIPT = {"zh": "Han", "ja": "Han", "ko": "Han"}
_LATIN = frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs"})
_LEAST_WORDS = 4
_LEAST_IDEOGRAPHS = 4


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string in a script that is not that of its locale, and for each copy in another locale."""

    def issues(strings: Mapping[str, str]) -> list[tuple[str, str, str]]:
        return list(_issues({locale: subject.prose[string] for locale, string in strings.items()}))

    for path, found in subject.compared_where(issues):
        yield from (Issue((*path, locale), message, hint) for locale, message, hint in found)


def _issues(proses: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each locale of a text that is not translated, with message and way out."""
    seen: dict[str, str] = {}
    for locale, prose in proses.items():
        if message := _in_another_script(prose, locale):
            yield locale, message, "write it in the language of its locale, or delete this line"
        elif seen.setdefault(prose, locale) != locale and _words(prose) >= _LEAST_WORDS:
            message = f"the {locale} text is the same as the {seen[prose]} text"
            yield locale, message, "translate it, or delete this line"


def is_copied(source: str, target: str) -> bool:
    """Whether a text of four words or more is the same in two languages, so that nobody has translated it."""
    return source == target and _words(outside_marks(source)) >= _LEAST_WORDS


def _words(prose: str) -> int:
    return len(_LATIN_WORD.findall(prose))


def _in_another_script(prose: str, locale: str) -> str:
    """What is wrong; empty if the string may be in the language of its locale."""
    language = locale.partition("-")[0]
    if language in _OWN_SCRIPT and not _HAN.search(prose) and _words(prose) >= _LEAST_WORDS:
        return f"this text stands under `{locale}` and has no sign of that script"
    if language in _LATIN and len(_HAN.findall(prose)) >= _LEAST_IDEOGRAPHS and not _words(prose):
        return f"this text stands under `{locale}` and is in an East Asian script"
    return ""


RULE = Rule("L708", "not-translated", "warning", __doc__, check, needs_all=False)
