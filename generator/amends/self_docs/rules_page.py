"""All codes and rules -> `docs/rules.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.codes.code import Code
from amends.self_docs.explanations import FAMILIES, Family, family_of

_LEVELS = {"error": "error", "warning": "warning", "info": "remark"}
_INTRODUCTION = """\
---
search: {boost: 0.1}
---
<!-- generated from amends/codes/ and amends/check/rules/: change them, then run  pytest tests/self_docs --update -->
# Rules and other codes

Every problem that *amends* finds has a code and a name. This page explains each of them: what is wrong, why that
matters, a bad example, a good example, and the way out. `amends explain P201` shows one of them in the terminal.

An **error** stops a build. A **warning** fails `amends check --strict`. A **remark** fails nothing.

Rules judge the whole SOP: `amends check` runs them once the files can be read. While a single entry cannot be read, the
rules that need every entry wait. The following codes are no rules, and are found at another time:
"""
_OF_EXAMPLES = """\
The examples are parts of a small SOP. The examples of `B` are parts of a layer over this SOP: see
[customising](customising.md). A comment such as `# terms.yml` says in which file the next lines stand. The tests put
each example into the SOP: the bad one has this problem, and the good one does not.
"""


def rules_page(codes: Sequence[Code]) -> str:
    """Markdown: a table of all codes, then each code with its reasons and examples, by family."""
    families = [(family, [code for code in codes if family_of(code) is family]) for family in FAMILIES]
    rows = [_row(code) for _, members in families for code in members]
    parts = [_INTRODUCTION, _times(), _OF_EXAMPLES, _table("| code | name | kind | what is wrong |", rows)]
    for family, members in families:
        if members:
            parts += [f"## {family.title}\n", *([f"Found {family.when}.\n"] if family.when else [])]
            parts += [section for code in members for section in _sections(code, family)]
    return "\n".join(parts)


def _times() -> str:
    rows = [f"| `{family.prefix}` | {family.title} | {family.when} |" for family in FAMILIES if family.when]
    return _table("| codes begin with | they are about | they are found |", rows)


def _table(head: str, rows: Sequence[str]) -> str:
    return "\n".join([head, re.sub(r"[^|]+", "---", head), *rows, ""])


def _sections(code: Code, family: Family) -> Iterator[str]:
    explanation = code.explanation
    yield f"### {code.code} {code.name}\n"
    yield f"*{_LEVELS[code.level].capitalize()}.* {explanation.what}\n"
    yield f"**Why:** {explanation.why}\n"
    yield f"Bad:\n\n```{family.language}\n{explanation.bad}```\n"
    yield f"Good:\n\n```{family.language}\n{explanation.good}```\n"
    yield f"**Way out:** {explanation.way_out}\n"


def _row(code: Code) -> str:
    anchor = f"{code.code}-{code.name}".lower()
    what = code.explanation.what.replace("|", "\\|")
    return f"| [{code.code}](#{anchor}) | {code.name} | {_LEVELS[code.level]} | {what} |"
