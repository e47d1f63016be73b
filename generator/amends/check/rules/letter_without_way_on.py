"""A letter that says no does not tell its reader where else to complain, and by when.

Why: who is refused something has a right to know that there is a review, who decides outside, and when it is too late
for that. A `refusal` and a `decision` tell all three in their `tells`; a `final-response`, after which there is no
review, the last two; a `restriction` of contact tells that there is a review. A paragraph that holds only in some cases
does not count, and one that tells a time limit has a slot, a placeholder or a figure for it.

Bad:
    letters:
      refusal:
        title: Refusal
        kind: refusal
        paragraphs: {reason: "We cannot refund the fare, since the train was on time."}
    steps:
      settle:
        actions:
          refuse: {do: "Say no in writing.", letters: [refusal]}

Good:
    letters:
      refusal:
        title: Refusal
        kind: refusal
        paragraphs:
          reason: "We cannot refund the fare, since the train was on time."
          review: {text: "You may ask us for a review until [date].", tells: [review, time-limit]}
          outside: {text: "Or write to the Rail Ombudsman: [address].", tells: [outside]}
        slots: {date: "last day", address: "its address"}
    steps:
      settle:
        actions:
          refuse: {do: "Say no in writing.", letters: [refusal]}

Way out: Add the paragraph, and write into its `tells` what it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from amends.check.rule import Issue, Rule, Subject
from amends.model.letters import Letter, LetterKind, Paragraph, Told
from amends.model.markup import marks_in

_MUST_TELL: Mapping[LetterKind, tuple[Told, ...]] = {
    "decision": ("review", "outside", "time-limit"),
    "refusal": ("review", "outside", "time-limit"),
    "final-response": ("outside", "time-limit"),
    "restriction": ("review",),
}
_MEANS: Mapping[Told, str] = {
    "review": "that a review may be asked for",
    "outside": "who decides outside the organisation",
    "time-limit": "by when to go there",
}
_FIGURE = re.compile(r"\d")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each letter that does not tell all that it must, and for each time limit without a time."""
    for letter_id, letter in subject.sop.letters.items():
        told = {it for paragraph in letter.paragraphs.values() if _always(paragraph) for it in paragraph.tells}
        if left := [it for it in _MUST_TELL.get(letter.kind, ()) if it not in told]:
            means = "; nor ".join(_MEANS[it] for it in left)
            message = f"this letter is a {letter.kind} and does not always tell {means}"
            hint = f"add a paragraph without a condition, with  tells: [{', '.join(left)}]"
            yield Issue(("letters", letter_id), message, hint)
        yield from _limits_without_time(letter_id, letter)


def _limits_without_time(letter_id: str, letter: Letter) -> Iterator[Issue]:
    for key, paragraph in letter.paragraphs.items():
        for locale, string in paragraph.text.strings.items() if "time-limit" in paragraph.tells else ():
            if not _names_a_time(string):
                path = ("letters", letter_id, "paragraphs", key, "text", locale)
                yield Issue(path, "this tells a time limit, and names no time", "write  [date]  or the time itself")


def _always(paragraph: Paragraph) -> bool:
    return paragraph.when is None and paragraph.use is None


def _names_a_time(string: str) -> bool:
    return _FIGURE.search(string) is not None or any(mark.kind in ("slot", "placeholder") for mark in marks_in(string))


RULE = Rule("S516", "letter-without-way-on", "warning", __doc__, check, needs_all=False)
