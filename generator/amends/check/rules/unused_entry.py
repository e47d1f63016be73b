"""An entry is defined, and nothing uses it.

Why: readers do not know what the entry is for: a script that no step says, a form that nobody fills in. Nobody keeps
such an entry up to date. Often an id was changed in one place only.

Bad:
    scripts:
      refund:
        title: Refund
        lines: {money: "You will have your money back today."}

Good:
    scripts:
      refund:
        title: Refund
        lines: {money: "You will have your money back today."}
    steps:
      settle:
        scripts: [refund]

Way out: Name the entry in the field that the message names, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.complaint import known_as
from amends.model.placeholder import OF_FIXED_WORDS, TITLED, names_of_words
from amends.nearest import closest

_UNUSED = {
    "phases": ("no step belongs to this phase", "name it in the `phase` of a step, or delete it"),
    "departments": ("no role belongs to this department", "name it in the `department` of a role, or delete it"),
    "contacts": (
        "no role and no call names this contact",
        "name it in the `contact` of a role or a call, or delete it",
    ),
    "scripts": (
        "nothing says this script",
        "name it in the `say` of an action or the `scripts` of a step, or delete it",
    ),
    "letters": (
        "nothing sends this letter",
        "name it in the `letters` of an action, an answer, an escalation or a form, or delete it",
    ),
    "kinds": (
        "no `when` and no clock names this kind",
        "name it in the `when` of a limit, an action or a clock, or delete it",
    ),
    "channels": (
        "no `when` and no clock names this channel, and it says nothing of its own",
        "give it an `owner`, first words in `say` or a form in `records`; or name it in a `when`; or delete it",
    ),
    "events": (
        "no step sets this event, and no time limit names it",
        "name it in the `sets` of a step or in the `from` or `by` of a limit, or delete it",
    ),
    "records": ("no step fills in this record", "name it in the `records` of a step or an action, or delete it"),
}
_NO_PART = ("this role has no part in anything", "give it a step, an action or a duty, or delete it")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each entry that nothing uses."""
    used = _used(subject)
    for collection, (message, hint) in _UNUSED.items():
        for entry_id in getattr(subject.sop, collection):
            if (collection, entry_id) not in used:
                yield Issue((collection, entry_id), message, hint)
    yield from _unused_words(subject)
    for role_id, role in subject.sop.roles.items():
        if role.kind != "external" and not role.duties and ("roles", role_id) not in used:
            yield Issue(("roles", role_id), *_NO_PART)


def _unused_words(subject: Subject) -> Iterator[Issue]:
    """An issue for each variable and each word of the topmost layer that no text uses: often its name is mistyped.

    In an SOP of its own, an unused word with no other near it harms nobody: a new project begins with some.
    """
    sop = subject.sop
    words = {("variables", key): frozenset({key}) for key in sop.variables}
    words |= {("vocabulary", key): names_of_words([key]) for key in sop.vocabulary if key != OF_FIXED_WORDS}
    is_layer = any(subject.is_inherited(("steps", key)) for key in sop.steps)
    for (field, key), names in words.items():
        if subject.named.isdisjoint(names) and not subject.is_inherited((field, key)):
            near = closest(key, frozenset(getattr(sop, field)) - {key})
            hint = f"the nearest is `{near}`" if near else "write it into a text, or delete it"
            if near or is_layer:
                yield Issue((field, key), f"no text uses `{{{{ {key} }}}}`", hint)


def _used(subject: Subject) -> set[tuple[str, str]]:
    """Each entry that another one names, in a field or in a text: `{{ script:promise }}`."""
    fields = {(use.collection, use.id) for use in subject.uses if use.path[:2] != (use.collection, use.id)}
    by_law = {
        (collection, entry_id)
        for clock in subject.sop.clocks.values()
        for scope in (clock.when, clock.unless)
        if scope
        for collection, names in (("kinds", scope.kind), ("channels", scope.channel))
        for entry_id in known_as(getattr(subject.sop, collection), names)
    }
    in_situations = {
        (collection, entry_id)
        for use in subject.uses
        if use.path[0] == "situations"
        for collection, _, entry_id in [use.id.partition("/")]
    }
    speaking = {("channels", key) for key, it in subject.sop.channels.items() if it.owner or it.say or it.records}
    in_texts = (name.partition(":") for name in subject.named)
    return (
        fields
        | by_law
        | in_situations
        | speaking
        | {(TITLED[word], entry_id) for word, _, entry_id in in_texts if word in TITLED}
    )


RULE = Rule("R104", "unused-entry", "warning", __doc__, check, is_of_unfinished=True)
