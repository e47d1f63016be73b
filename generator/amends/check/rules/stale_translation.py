"""A text has changed since it was translated, and its translation is still the same.

Why: somebody has changed a rule, and those who read the other language still follow the old one. It shows only where
`amends translations --update` has written a record of which translation belongs to which text. If you change both
texts, they are taken to fit.

Bad:
    # sop.yml
    summary: {en: "Everybody is heard within a day.", zh: "人人都会被倾听。"}
    # amends.translations.lock
    000000000000 726e5aa86d32 en>zh summary

Good:
    # sop.yml
    summary: {en: "Everybody is heard.", zh: "人人都会被倾听。"}
    # amends.translations.lock
    7ce0bb976c36 726e5aa86d32 en>zh summary

Way out: Bring the translation up to date. If it still fits as it is, write `amends translations --accept ID`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.content.translation_record import Direction, id_of
from amends.model.walk import FieldPath


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each translation that was made for another text than the one that stands there now."""
    recorded = subject.record.pairs
    by_id: dict[str, list[Direction]] = {}
    for direction in recorded:
        by_id.setdefault(direction.id, []).append(direction)
    for path, name, strings in _translated(subject) if recorded else ():
        for it in by_id.get(name, ()):
            source, target = strings.get(it.of), strings.get(it.into)
            if source and target and it.into in subject.sop.locales and subject.record.is_older(it, source, target):
                message = f"the {it.into} text is older than the {it.of} text, which has changed since"
                yield Issue(
                    (*path, it.into), message, f"translate it anew; if it fits:  amends translations --accept {name}"
                )


def _translated(subject: Subject) -> Iterator[tuple[FieldPath, str, dict[str, str]]]:
    """Each text and each form of a word: the path in which its locales stand, its id, and its strings."""
    yield from ((path, id_of(path), text.strings) for path, text in subject.texts)
    for name, word in subject.sop.vocabulary.items():
        for form in ("one", "a", "many"):
            path: FieldPath = ("vocabulary", name)
            yield path, id_of((*path, form)), {locale: getattr(forms, form) for locale, forms in word.items()}


RULE = Rule("L710", "stale-translation", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
