"""A don't, in `avoid` or `never`, goes on with something to do, or begins with “Do not”.

Why: a red cross stands before the whole text, so readers see the right thing forbidden. After a full stop or a
semicolon, a text is judged by its first word: a verb with which an action of this SOP begins, or a sign of a command.
A reason may follow: “it makes things worse”.

Bad:
    roles:
      assistant:
        never: {judge: "Do not judge the customer."}

Good:
    roles:
      assistant:
        never:
          judge: {text: "Judge the customer.", instead: "Describe what was said."}

Way out: Keep only the don't in `text`, and move what to do to `instead`; scripts to say go in `say`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.sop import Sop
from amends.model.text import Dont, Text

_CUT = re.compile(r"[.;。；]\s*(?=\w)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FORBIDS = re.compile(
    r"(?:do not|don['’]t|never|ne|jamais)\b|不要|不得|不准|切勿|严禁|禁止|别(?![人的处])", re.IGNORECASE
)
_COMMANDS = re.compile(
    r"(?:instead|rather|please|plutôt)\b|应[当该]|必?须|要(?!求)|先(?!生)|请(?!求)|改[为用]", re.IGNORECASE
)
_NO_VERBS = frozenset(
    {"a", "an", "at", "by", "for", "if", "in", "it", "no", "on", "only", "the", "this", "to", "with", "you"}
)
"""Words with which an action may begin and a reason, too."""


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each don't that tells readers to do something, or that forbids twice."""
    verbs = _verbs(subject.sop)
    for path, part in subject.parts:
        if isinstance(part, Dont):
            for locale, string in part.text.strings.items():
                yield from _issues((*path, "text", locale), string, verbs.get(locale, frozenset()))


def _issues(path: tuple[str | int, ...], string: str, verbs: frozenset[str]) -> Iterator[Issue]:
    first, *more = _CUT.split(string)
    if match := _FORBIDS.match(first):
        yield Issue(
            path,
            f"this list forbids what stands in it, and this text forbids again: “{match[0]}”",
            "write only the deed:  Argue with the customer.",
        )
    for sentence in more:
        if _COMMANDS.match(sentence) or _first_word(sentence) in verbs:
            yield Issue(
                path,
                f"this don't tells readers to do something: “{sentence.strip()}”",
                "keep the don't in `text`, and move this to `instead`",
            )


def _verbs(sop: Sop) -> dict[str, frozenset[str]]:
    """For each locale, the words with which the actions of this SOP begin."""
    actions: list[Text] = [action.do for step in sop.steps.values() for action in step.actions.values()]
    locales = {locale for text in actions for locale in text.strings}
    return {
        locale: frozenset(_first_word(text.strings[locale]) for text in actions if locale in text.strings) - _NO_VERBS
        for locale in locales
    }


def _first_word(string: str) -> str:
    match = _FIRST_WORD.search(string)
    return match[0].casefold() if match else ""


RULE = Rule("S505", "dont-says-do", "warning", __doc__, check, needs_all=False)
