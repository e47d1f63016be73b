"""A script, a letter or another text tells staff to say a phrase that `wording` forbids.

Why: nobody can follow a handbook that says “never say this” on one page and “say this” on another. Capitals,
punctuation and quotation marks make no difference. Phrases that are wrong only `until` an event are not judged.

Bad:
    scripts:
      promise:
        lines: {call: "Please wait a moment, I will call by [time]."}

Good:
    scripts:
      promise:
        lines: {call: "I will look now, and call by [time]."}

Way out: Say it in other words, as in a script that the wording names in `instead`. If the phrase is right after all,
take it out of `wording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import PhraseIndex, bare_words, forbidden_wording
from amends.check.rule import Issue, Rule, Subject
from amends.model.sop import Sop
from amends.model.walk import FieldPath


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each forbidden phrase in each text that is said aloud or written in a letter."""
    forbidden = {locale: PhraseIndex(forbidden_wording(subject.sop, locale)) for locale in subject.sop.locales}

    def found_in(string: str, locale: str) -> list[tuple[str, str]]:
        return list(forbidden[locale].found_in(string)) if locale in forbidden else []

    for path, found in subject.said.strings_where(found_in):
        for phrase, wording_id in found:
            message = f"this says “{bare_words(phrase).strip()}”, which `wording/{wording_id}` forbids"
            yield Issue(path, message, _way_out(subject.sop, wording_id, path))


def _way_out(sop: Sop, wording_id: str, path: FieldPath) -> str:
    instead = [it for it in sop.wording[wording_id].instead if ("scripts", it) != path[:2]]
    if instead:
        return "say it as in " + ", ".join(f"`scripts/{script_id}`" for script_id in instead)
    return f"say it in other words, or take the phrase out of `wording/{wording_id}`"


RULE = Rule("S501", "forbidden-wording", "warning", __doc__, check, needs_all=False)
