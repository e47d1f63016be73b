"""The variants in chunks, as jobs of a CI service or as targets of make: for those who have no cluster."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import yaml

from amends.variants.records import FOLDER

Form = Literal["github", "gitlab", "make"]

GITLAB_JOB: Final = ".gitlab/variants.yml"
"""The file in which a project says how its jobs run: image, installation, and the call that uses `$ONLY`."""


@dataclass(frozen=True)
class Call:
    """How the variants are built: the project, its list of variants, and the folder for the output."""

    project: str
    variants: str
    output: str

    def __str__(self) -> str:
        parts = ("amends", "build", self.project, "--variants", self.variants, "-o", self.output)
        return " ".join(map(shlex.quote, parts))


@dataclass(frozen=True)
class Chunk:
    """Some variants that one job builds; `name` says which chunk of how many it is."""

    name: str
    ids: tuple[str, ...]

    @property
    def options(self) -> str:
        """The options that choose these variants. An id has no sign that means anything to a shell."""
        return " ".join(f"--only {variant_id}" for variant_id in self.ids)


def chunks(ids: Sequence[str], most: int) -> list[Chunk]:
    """At most so many chunks, of about the same size, in the order of the list."""
    count = min(most, len(ids))
    bounds = [len(ids) * number // count for number in range(count + 1)]
    return [Chunk(f"{number}-of-{count}", tuple(ids[i:j])) for number, (i, j) in enumerate(pairwise(bounds), 1)]


def matrix(parts: Sequence[Chunk], form: Form, call: Call) -> str:
    """The chunks in the form that a CI service, or make, reads."""
    return _FORMS[form](parts, call)


def _github(parts: Sequence[Chunk], _: Call) -> str:
    """The value of `strategy.matrix`, on one line, as an output of a job needs it."""
    return json.dumps({"include": [{"chunk": part.name, "only": part.options} for part in parts]})


def _gitlab(parts: Sequence[Chunk], _: Call) -> str:
    """A child pipeline, whose jobs extend the job `.variants` of the project."""
    jobs = {f"variants {part.name}": {"extends": ".variants", "variables": {"ONLY": part.options}} for part in parts}
    return yaml.safe_dump({"include": [{"local": GITLAB_JOB}], **jobs}, sort_keys=False, width=1 << 20).rstrip()


def _make(parts: Sequence[Chunk], call: Call) -> str:
    reports = f"{call.output}/{FOLDER}"
    lines = [f".PHONY: all {' '.join(part.name for part in parts)}", f"all: {' '.join(part.name for part in parts)}"]
    for part in parts:
        report = shlex.quote(f"{reports}/report-{part.name}.json")
        command = f"{call} --jobs 1 --report {report} {part.options}"
        lines += [f"{part.name}:", "\t" + command.replace("$", "$$")]
    return "\n".join(lines)


_FORMS: Final[dict[Form, Callable[[Sequence[Chunk], Call], str]]] = {
    "github": _github,
    "gitlab": _gitlab,
    "make": _make,
}
