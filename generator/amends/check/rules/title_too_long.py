r"""A title or a name has more than 300 characters.

Why: titles stand in boxes of the process, in headings, in links and at the top of a sheet, where a few words have room.
A longer one covers everything else, or cannot be printed.

Bad:
    steps:
      accept:
        title: "Accept the complaint, whoever brings it, whether in a letter, by telephone or at the counter; thank the\
          customer, write down what happened and when, who was there and what was promised; ask what they want; say who\
          will call them and when; and put everything into the log before the next customer comes to the same counter"

Good:
    steps:
      accept:
        title: "Accept the complaint"

Way out: Write a few words as the title, and the rest into a text of the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_MOST = 300
_TITLES = frozenset({"title", "name", "term", "label", "question", "short"})


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each title that is too long, in each locale."""
    lengths = subject.texts.strings_where(lambda string, _: len(string) if len(string) > _MOST else 0)
    for path, length in lengths:
        field = path[-2]
        if field in _TITLES:
            message = f"this {field} has {length} characters, and has room for {_MOST} at most"
            yield Issue(path, message, "write a few words, and the rest into a text of the entry")


RULE = Rule("X804", "title-too-long", "error", __doc__, check, needs_all=False)
