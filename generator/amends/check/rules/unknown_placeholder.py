"""A `{{ name }}` is not declared, or it stands where it cannot be replaced.

Why: readers would see braces instead of a word. Some texts are themselves put into other texts: a title cannot name
another title, `organisation` can use only the vocabulary, and `variables` can use the vocabulary and the
organisation. In `frameworks`, which hold the words of a source, braces are plain braces.

Bad:
    steps:
      accept:
        purpose: "No {{ custmer }} is sent away."

Good:
    steps:
      accept:
        purpose: "No {{ customer }} is sent away."

Way out: Correct the name, or declare it in sop.yml. Where the text is put into other texts, write plain words. Put
braces that are meant as such in `` `code` ``.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import marks_in, outside_marks
from amends.model.placeholder import ORGANISATION, TITLED, plain_placeholders, vocabulary_names
from amends.model.sop import Sop
from amends.model.walk import FieldPath
from amends.nearest import nearest

_BRACES = "write  {{ name }}  with two braces on both sides; put braces that are meant as such in `code`"
_IN_WORDS = "write here, in plain words, what it stands for"


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each placeholder that cannot be replaced, and for braces that are no placeholder."""
    titles = {f"{word}:{name}" for word, collection in TITLED.items() for name in subject.targets[collection]}
    known = plain_placeholders(subject.sop) | titles
    for path, text in subject.own_texts:
        allowed = known - _forbidden_at(path, subject.sop, known)
        for locale, string in text.strings.items():
            for message, hint in dict.fromkeys(_problems(string, known, allowed)):
                yield Issue((*path, locale), message, hint)


def _forbidden_at(path: FieldPath, sop: Sop, known: frozenset[str]) -> frozenset[str]:
    """The placeholders that this text may not use, because it is itself put into other texts."""
    if path[0] == "organisation":
        return known - vocabulary_names(sop)
    if path[0] == "variables":
        return known - vocabulary_names(sop) - {ORGANISATION}
    is_title = path[0] in TITLED.values() and path[2:] == ("title",)
    return known - plain_placeholders(sop) if is_title else frozenset()


def _problems(string: str, known: frozenset[str], allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    for mark in marks_in(string):
        if mark.kind == "placeholder" and mark.value not in known:
            yield f"`{{{{ {mark.value} }}}}` is not declared", _nearest(mark.value, known)
        elif mark.kind == "placeholder" and mark.value not in allowed:
            yield f"`{{{{ {mark.value} }}}}` cannot stand here: this text is itself put into other texts", _IN_WORDS
    rest = outside_marks(string)
    if "{{" in rest or "}}" in rest:
        yield "there are braces here that hold no name", _BRACES


def _nearest(name: str, known: frozenset[str]) -> str:
    word, colon, _ = name.partition(":")
    if colon and word in TITLED:
        return nearest(name, (other for other in known if other.startswith(f"{word}:")), f"`{TITLED[word]}`")
    return nearest(name, (other for other in known if ":" not in other), "variables and vocabulary in sop.yml")


RULE = Rule("R102", "unknown-placeholder", "error", __doc__, check, needs_all=False)
