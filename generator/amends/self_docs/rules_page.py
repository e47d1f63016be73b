"""The registry -> `docs/rules.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from amends.check.explanation import explanation_of
from amends.check.rule import Rule

_FAMILIES = {
    "R": "References",
    "P": "Process",
    "O": "Roles and authority",
    "T": "Time limits",
    "K": "Legal time limits",
    "S": "Scripts and wording",
    "F": "Frameworks and figures",
    "L": "Languages",
    "X": "Markup",
    "G": "Document control",
}
_SEVERITIES = {"error": "error", "warning": "warning", "info": "remark"}
_INTRODUCTION = """\
---
search: {boost: 0.1}
---
<!-- generated from generator/amends/check/rules/: change it there, then run  pytest tests/self_docs --update -->
# Rules

What `amends check` looks at once the files can be read. An **error** stops a build; a **warning** fails
`amends check --strict`; a **remark** fails nothing. `amends explain P201` shows a rule in the terminal.

Each example is a part of a small SOP; the tests run `amends check` over it with the bad part and with the good one.
Findings whose codes begin with `Y`, `C` or `M` come from reading the files: YAML, collections, fields. `C009` is a name
in `use_clocks` to which no shipped pack, or no clock of that pack, belongs. Codes that begin with `B` speak of layers:
see [customising](customising.md).
"""


def rules_page(rules: Sequence[Rule]) -> str:
    """Markdown: a table of all rules, then each rule with its reasons and examples, by family."""
    table = ["| code | name | kind | what it finds |", "|---|---|---|---|", *map(_row, rules), ""]
    parts = [_INTRODUCTION, "\n".join(table)]
    for letter, family in groupby(rules, key=lambda rule: rule.code[0]):
        parts += [f"## {_FAMILIES[letter]}\n", *(section for rule in family for section in _sections(rule))]
    return "\n".join(parts)


def _sections(rule: Rule) -> Iterator[str]:
    explanation = explanation_of(rule.doc)
    yield f"### {rule.code} {rule.name}\n"
    yield f"*{_SEVERITIES[rule.severity].capitalize()}.* {explanation.what}\n"
    yield f"**Why:** {explanation.why}\n"
    yield f"Bad:\n\n```yaml\n{explanation.bad}```\n"
    yield f"Good:\n\n```yaml\n{explanation.good}```\n"


def _row(rule: Rule) -> str:
    anchor = f"{rule.code}-{rule.name}".lower()
    what = explanation_of(rule.doc).what.replace("|", "\\|")
    return f"| [{rule.code}](#{anchor}) | {rule.name} | {_SEVERITIES[rule.severity]} | {what} |"
