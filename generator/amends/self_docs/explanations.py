"""All codes and all rules in one place: their families, and the explanation of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.check.registry import RULES
from amends.codes.code import Code
from amends.codes.registry import CODES
from amends.finding import UsageError
from amends.nearest import nearest
from amends.self_docs.translated_explanations import ENGLISH, translated

EXPLAINED: tuple[Code, ...] = (*CODES, *RULES)
"""Every code that a finding can have."""


@dataclass(frozen=True)
class Family:
    """The codes that begin with `prefix`. `when` says when they are found; it is empty for rules."""

    prefix: str
    title: str
    when: str = ""
    language: str = "yaml"
    """The language of the examples."""


FAMILIES = (
    Family("Y", "One file", "when a file is read"),
    Family("C", "The files of a folder", "when the files of a folder are put together"),
    Family("B", "Layers", "when a layer is merged over the layers below it"),
    Family("M", "Fields and values", "when the fields of each entry are read"),
    Family("V", "Variants", "when the variants of a project are read"),
    Family("R", "References"),
    Family("P", "Process"),
    Family("O", "Roles and authority"),
    Family("T", "Time limits"),
    Family("K", "Legal time limits"),
    Family("S", "Scripts and wording"),
    Family("W", "Clear words"),
    Family("F", "Frameworks and figures"),
    Family("L", "Languages"),
    Family("X8", "Markup"),
    Family("G", "Document control"),
    Family("A", "What is asked of check", "when `amends check` chooses what it tells"),
    Family("H", "Pages written by hand", "when `amends build` reads the folder `docs/`", "markdown"),
    Family("E", "Files of translators", "when `amends import translations` reads what came back", "po"),
    Family("X9", "Finished pages", "when `amends build` reads each finished page", "html"),
)
"""In the order in which amends finds their problems."""


def family_of(code: Code) -> Family:
    """The family of a code; raises LookupError if it has none."""
    for family in FAMILIES:
        if code.code.startswith(family.prefix):
            return family
    raise LookupError(f"{code.code} belongs to no family")


def explained(word: str, locale: str = ENGLISH) -> str:
    """The whole explanation of a code, found by the code or by its name; raises UsageError if there is none."""
    code = next((code for code in EXPLAINED if word.upper() in (code.code, code.name.upper())), None)
    if code is None:
        known = [name for code in EXPLAINED for name in (code.code, code.name)]
        # Codes have capitals and names do not. So a word in the wrong case is still near the right one.
        written = word.upper() if word[-1:].isdigit() else word.lower()
        raise UsageError(f"there is no code “{word}”; {nearest(written, known, 'codes')}")
    if not code.doc:
        raise UsageError("the explanations are not loaded with python -OO (PYTHONOPTIMIZE=2); run amends without it")
    parts = _parts(code) if locale == ENGLISH else translated(code, family_of(code).prefix, locale)
    return "\n\n".join(parts)


def _parts(code: Code) -> Iterator[str]:
    yield f"{code.code} {code.name} ({code.level})"
    yield code.doc.strip()
    if when := family_of(code).when:
        yield f"Found {when}."
