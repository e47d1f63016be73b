"""A text or a label holds markup beyond the limited Markdown: a tag, an attribute list, a snippet, or a bad link.

Why: the same text stands on the site and on paper, so amends reads only `**strong**`, `*emphasis*`, `` `code` `` and
`[links](https://example.org)`. Readers would see any other markup as it was typed. Links lead to http, https,
mailto, tel, or a relative address. Labels, such as a number, a code or an e-mail address, hold no markup at all.

Bad:
    steps:
      accept:
        purpose: "Nobody is <b>ever</b> sent away."

Good:
    steps:
      accept:
        purpose: "Nobody is **ever** sent away."

Way out: Use only `**strong**`, `*emphasis*`, `` `code` `` and links. Delete any other markup, or put a sign that is
meant as such in `` `code` ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import PLACEHOLDER, Mark, is_safe_link

_FOREIGN = (
    (
        re.compile(r"</?[a-zA-Z][^>\s]*>?|<!--|<[!?]"),
        "a tag",
        "use **strong** or *emphasis*; for a sign put `code` around it",
    ),
    (re.compile(r"\{[:#].?"), "an attribute list", "delete it; classes and ids belong into the templates"),
    (re.compile(r"\{%"), "a sign of a template", "delete it; a text knows {{ placeholders }} only"),
    (
        re.compile(r"^\[[^\]\[]+\]:\s*\S*[/:]", re.MULTILINE),
        "the address of a link that stands elsewhere",
        "write [words](address) in one piece",
    ),
    (re.compile(r"--8<--"), "a snippet of another file", "write the text here"),
    (
        re.compile(r"\]\([^)]*\)?"),
        "a link that cannot be read",
        "an address has no blanks and no brackets; write %20, %28, %29",
    ),
)
_SIGNS = re.compile(r"[<{\[\]]")
"""A sign without which no pattern can match: most texts have none, so six searches become one."""
_PICTURE = re.compile(r"(?:^|\s)(!\[[^\]\[]*\]\(\S*)")
_CODE = re.compile(r"`[^`]+`")
_SAFE = "link to http, https, mailto, tel, or a relative address"


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each kind of foreign markup in a text or label, and for each link that is not safe."""

    def problems(string: str, _: str) -> list[tuple[str, str]]:
        return list(_problems(string, subject.marks[string], subject.prose[string]))

    for path, found in subject.texts.strings_where(problems, _SIGNS):
        yield from (Issue(path, message, hint) for message, hint in found)
    for path, label in subject.labels:
        if placeholder := PLACEHOLDER.search(label):
            yield Issue(path, f"“{placeholder[0]}” would stand here as it is", "write out what it stands for")
        for message, hint in _foreign(label):
            yield Issue(path, message, hint)


def _problems(string: str, marks: Iterable[Mark], prose: str) -> Iterator[tuple[str, str]]:
    for mark in marks:
        if mark.kind == "link" and not is_safe_link(mark.value):
            yield f"the link to “{mark.value}” cannot be followed", _SAFE
    if "![" in string and (picture := _PICTURE.search(_CODE.sub("", string))):
        yield f"“{picture[1]}” is a picture, which a text cannot hold", "link to it: [words](address)"
    yield from _foreign(prose)


def _foreign(prose: str) -> Iterator[tuple[str, str]]:
    for pattern, what, hint in _FOREIGN if _SIGNS.search(prose) else ():
        if match := pattern.search(prose):
            yield f"“{match[0]}” is {what}, which a text cannot hold", hint


RULE = Rule("X801", "markup-in-text", "error", __doc__, check, needs_all=False)
