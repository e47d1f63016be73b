"""Two answers to a decision have the same words.

Why: readers cannot tell which of the two is meant, and take the first. Often one was copied and not changed.

Bad:
    steps:
      verify:
        decisions:
          grounds:
            outcomes:
              right: {label: "Yes"}
              wrong: {label: "Yes", next: end/refused}

Good:
    steps:
      verify:
        decisions:
          grounds:
            outcomes:
              right: {label: "Yes"}
              wrong: {label: "No", next: end/refused}

Way out: Give each answer its own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import bare_words
from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each answer with the words of an earlier one. Answers with different conditions may be alike."""
    for step_id, step in subject.sop.steps.items():
        for decision_id, decision in step.decisions.items():
            seen: dict[tuple[str, str, object], str] = {}
            for key, answer in decision.outcomes.items():
                for locale, string in answer.label.strings.items():
                    first = seen.setdefault((locale, bare_words(string) or string, answer.when), key)
                    if first != key:
                        path = ("steps", step_id, "decisions", decision_id, "outcomes", key, "label", locale)
                        message = f"this answer has the same words as `{first}`: “{string}”"
                        yield Issue(path, message, "give each answer its own words")


RULE = Rule("P210", "outcomes-alike", "warning", __doc__, check, needs_all=False)
