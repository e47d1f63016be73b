"""A script refuses what the customer asks, and neither it nor its step names a review or another way to complain.

Why: a refusal that ends the talk sends people to the press. ISO 10002 and most regulators want them to be told where
else they can go: a review in the house, and a body outside. All scripts and actions of the steps that use the script
count.

Bad:
    scripts:
      refused:
        title: "Refused"
        lines: {no: "We don't uphold your complaint. The goods were as described."}
    steps:
      settle: {scripts: [refused]}

Good:
    scripts:
      refused:
        title: "Refused"
        lines: {no: "We don't uphold your complaint. You can ask for a review, or go to the ombudsman."}
    steps:
      settle: {scripts: [refused]}

Way out: Add a line that names the review, and the body outside. The phrases are the lists `refusal` and `routes`; see
docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import PhraseList
from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken import scripts_said_in
from amends.check.spoken_phrases import spoken_phrases, told_once
from amends.model.sop import Sop
from amends.model.step import Step


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each script that refuses where nothing near it names another way."""
    sop, routes = subject.sop, PhraseList(subject.sop, "routes")
    users: dict[str, list[str]] = {}
    for step_id, step in sop.steps.items():
        for script_id in scripts_said_in(step):
            users.setdefault(script_id, []).append(step_id)
    known: dict[tuple[str, str], bool] = {}

    def names_a_route(step_id: str, locale: str) -> bool:
        key = step_id, locale
        if key not in known:
            known[key] = any(routes.found_in(text, locale) for text in _texts(sop, sop.steps[step_id], locale))
        return known[key]

    for path, said in told_once(spoken_phrases(subject, "refusal")):
        locale, entry_id = str(path[-1]), str(path[1])
        if path[0] not in ("scripts", "steps"):
            continue
        own = _lines(sop, entry_id, locale) if path[0] == "scripts" else ()
        steps = users.get(entry_id, []) if path[0] == "scripts" else [entry_id]
        if not any(routes.found_in(text, locale) for text in own) and not any(
            names_a_route(step_id, locale) for step_id in steps
        ):
            hint = "add a line that names the review in the house, and the body outside"
            yield Issue(path, f"{said}, and nothing near says where else the customer can go", hint)


def _texts(sop: Sop, step: Step, locale: str) -> Iterator[str]:
    """What the actions of a step say, with all of its scripts."""
    for action in step.actions.values():
        for text in (action.do, action.hint, action.words):
            yield _with_variables(sop, text.strings.get(locale, "") if text else "", locale)
    for script_id in sorted(scripts_said_in(step)):
        yield from _lines(sop, script_id, locale)


def _lines(sop: Sop, script_id: str, locale: str) -> Iterator[str]:
    script = sop.scripts.get(script_id)
    for line in script.lines.values() if script else ():
        yield _with_variables(sop, line.text.strings.get(locale, ""), locale)


def _with_variables(sop: Sop, string: str, locale: str) -> str:
    """The string, with the words behind its placeholders after it."""
    names = (name for name in sop.variables if name in string)
    return " ".join((string, *(sop.variables[name].strings.get(locale, "") for name in names)))


RULE = Rule("S512", "refusal-without-routes", "warning", __doc__, check, needs_all=True)
