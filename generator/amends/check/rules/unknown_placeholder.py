"""A `{{ name }}` is not declared, stands where it cannot be replaced, or has only one brace on each side.

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

import re
from collections.abc import Iterable, Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import Mark
from amends.model.placeholder import ORGANISATION, TITLED, names_of_words, plain_placeholders, vocabulary_names
from amends.model.walk import FieldPath
from amends.nearest import nearest

_BRACES = "write  {{ name }}  with two braces on both sides; put braces that are meant as such in `code`"
_ONE_BRACE = re.compile(r"(?<!\{)\{ ?([^\s{}](?:[^{}]*[^\s{}])?) ?\}(?!\})")
_IN_WORDS = "write here, in plain words, what it stands for"


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each placeholder that cannot be replaced, and for braces that are no placeholder."""
    known = _Known(subject)
    yield from _of_removed_words(subject, known)
    for path, text in subject.own_texts:
        for locale, string in text.strings.items():
            if "{" in string or "}" in string:
                marks, prose = subject.marks[string], subject.prose[string]
                for message, hint in dict.fromkeys(_problems(marks, prose, known, known.allowed_at(path))):
                    yield Issue((*path, locale), message, hint)


def _of_removed_words(subject: Subject, known: _Known) -> Iterator[Issue]:
    """An issue for each variable or word that a layer removed while texts use it: one, not one for each text."""
    for name, forms in known.removed_words.items():
        using = [
            "/".join(map(str, path))
            for path, text in subject.own_texts
            if any(mark.value in forms for string in text.strings.values() for mark in subject.marks[string])
        ]
        if using:
            collection, _, key = name.partition("/")
            use = f"`{using[0]}` uses it" if len(using) == 1 else f"{len(using)} texts use it, such as `{using[0]}`"
            hint = f"take the removal back, or say it in your way:  {collection}: {{{key}: ...}}"
            yield Issue((collection, key), f"`{name}` is removed, but {use}", hint)


class _Known:
    """The placeholders that are declared."""

    def __init__(self, subject: Subject) -> None:
        self.removed = subject.removed
        self.removed_words = {
            name: frozenset({key}) if collection == "variables" else names_of_words([key])
            for name in subject.removed
            for collection, _, key in [name.partition("/")]
            if collection in ("variables", "vocabulary")
            and "/" not in key
            and key not in getattr(subject.sop, collection)
        }
        self.vocabulary = vocabulary_names(subject.sop)
        self.plain = plain_placeholders(subject.sop)
        self.titles = {
            word: frozenset(f"{word}:{name}" for name in subject.targets[collection])
            for word, collection in TITLED.items()
        }
        self.all = self.plain.union(*self.titles.values())

    def allowed_at(self, path: FieldPath) -> frozenset[str]:
        """The placeholders that this text may use; fewer where it is itself put into other texts."""
        if path[0] == "organisation":
            return self.vocabulary
        if path[0] == "variables":
            return self.vocabulary | {ORGANISATION}
        is_title = path[0] in TITLED.values() and path[2:] == ("title",)
        return self.plain if is_title else self.all

    def undeclared(self, name: str) -> tuple[str, str]:
        """Message and way out for a name that is not declared."""
        word, colon, entry_id = name.partition(":")
        message = f"`{{{{ {name} }}}}` is not declared"
        if not (colon and word in TITLED):
            return message, nearest(name, self.plain, "variables and vocabulary in sop.yml")
        if place := self.removed.get(f"{TITLED[word]}/{entry_id}"):
            return f"{message} any more: it was removed at {place}", "name another one, or write plain words"
        return message, nearest(name, self.titles[word], f"`{TITLED[word]}`")


def _problems(marks: Iterable[Mark], prose: str, known: _Known, allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    for mark in marks:
        if mark.kind == "placeholder" and any(mark.value in forms for forms in known.removed_words.values()):
            continue  # told once, at its removal
        if mark.kind == "placeholder" and mark.value not in known.all:
            yield known.undeclared(mark.value)
        elif mark.kind == "placeholder" and mark.value not in allowed:
            yield f"`{{{{ {mark.value} }}}}` cannot stand here: this text is itself put into other texts", _IN_WORDS
    if "{{" in prose or "}}" in prose:
        yield "there are braces here that hold no name", _BRACES
    for match in _ONE_BRACE.finditer(prose):
        if match[1] in known.all:
            yield (
                f"`{match[0]}` has one brace on each side, and is no placeholder",
                f"write  {{{{ {match[1]} }}}}",
            )


RULE = Rule("R102", "unknown-placeholder", "error", __doc__, check, needs_all=False)
