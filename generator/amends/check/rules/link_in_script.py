"""A line of a script holds a link.

Why: staff say this line aloud. Nobody can say a link, and nobody can click on a printed card.

Bad:
    scripts:
      promise:
        lines: {call: "I will call by [time]. See [our terms](https://example.org/terms)."}

Good:
    scripts:
      promise:
        use: "Our terms: [terms](https://example.org/terms)."
        lines: {call: "I will call by [time]."}

Way out: Move the link to the `use` or the `note` of the script.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken import script_lines
from amends.check.texts import Texts
from amends.model.markup import marks_in


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each link in a line of a script."""
    for path, links in Texts(script_lines(subject.sop)).strings_where(_links):
        for link in links:
            message = f"the link to “{link}” stands in words that are spoken"
            yield Issue(path, message, "move it to the `use` or the `note` of the script")


def _links(string: str, _: str) -> list[str]:
    return [mark.value for mark in marks_in(string) if mark.kind == "link"]


RULE = Rule("X802", "link-in-script", "warning", __doc__, check, needs_all=False)
