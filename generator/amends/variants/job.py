"""One variant -> one folder with its handbook. What goes in and what comes out can be sent to another machine."""

from __future__ import annotations

import hashlib
import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Literal

from amends.content.place import Place
from amends.content.variant import Variant
from amends.finding import Finding, Findings, UsageError
from amends.installation import installation
from amends.sources import Sources
from amends.variants.records import Records

State = Literal["built", "unchanged", "failed"]

_ONE_AT_A_TIME = threading.Lock()  # MkDocs keeps its log and its caches per process; a worker may have several threads


@dataclass(frozen=True)
class Job:
    """What is needed to build one variant on any machine that sees the same folders under the same paths."""

    variant: Variant
    project: Place
    output: Path
    sources: tuple[Sources, ...]
    digests: tuple[str, ...]
    """The digest of each of the sources when the job was made: of the project, and of the variant's layers."""
    installation: str
    today: date
    is_strict: bool = False
    has_edit_links: bool = False
    """Whether pages lead to the line of their YAML, so that a handbook changes when that line moves."""

    @property
    def key(self) -> str:
        """A hash of everything from which the handbook is made."""
        values = [(it.path, it.value, it.location if self.has_edit_links else "") for it in self.variant.settings]
        said = repr((self.variant.id, values, self.digests, self.installation, self.is_strict))
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Result:
    """What came of a variant. `error` is what went wrong beside findings; `messages` are those of MkDocs."""

    id: str
    state: State
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    error: str = ""
    messages: tuple[str, ...] = ()


def is_current(job: Job) -> bool:
    """Whether the handbook is there already, whole, and made from what the job says. No build needs to be loaded."""
    return not job.variant.problems and Records(job.output).is_current(job.variant.id, job.key)


def build_variant(job: Job) -> Result:
    """Build one variant into its folder, unless it is there already; never raises, so that no variant stops others."""
    begin = monotonic()
    with _ONE_AT_A_TIME, _messages_kept() as messages:
        result = _result(job)
    return replace(result, seconds=round(monotonic() - begin, 2), messages=tuple(messages))


def _result(job: Job) -> Result:
    variant_id = job.variant.id
    try:
        return Result(variant_id, _built(job))
    except Findings as problems:
        return Result(variant_id, "failed", findings=tuple(problems.findings))
    except UsageError as error:
        return Result(variant_id, "failed", error=str(error))
    except Exception as error:  # noqa: BLE001 - a bug that one variant meets must not cost the others their handbooks
        return Result(variant_id, "failed", error=_told(error))


def _built(job: Job) -> State:
    from amends.build import build_site  # MkDocs takes a second to import, and an unchanged variant does not need it

    if errors := [problem for problem in job.variant.problems if problem.is_error]:
        raise Findings(errors)
    if job.installation != installation():
        raise UsageError("this machine has another amends, or other packages, than the one that gave the work to it")
    if is_current(job):
        return "unchanged"
    place = replace(job.project, variant=job.variant)
    build_site(place, job.output / job.variant.id, job.today, strict=job.is_strict, say=lambda _: None)
    if tuple(sources.digest() for sources in job.sources) == job.digests:
        Records(job.output).keep(job.variant.id, job.key)
    # Otherwise somebody has saved a file meanwhile, and without a record the next run builds it again.
    return "built"


def _told(error: Exception) -> str:
    """The message of an error of MkDocs, which is written for users; the traceback of any other."""
    from click import ClickException

    return error.format_message() if isinstance(error, ClickException) else traceback.format_exc()


@contextmanager
def _messages_kept() -> Iterator[list[str]]:
    """What MkDocs and its plugins warn of, as a list instead of on the terminal, where nobody knew whose it is."""
    messages: list[str] = []
    handler = _Keeping(messages)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)


class _Keeping(logging.Handler):
    """Appends each message to a list."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
