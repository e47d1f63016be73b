"""Which PDFs the user wants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from amends.finding import UsageError
from amends.model.sop import Sop
from amends.nearest import nearest
from amends.printing.kind import PrintJob
from amends.printing.kinds import KINDS


@dataclass(frozen=True)
class Selection:
    """What the user wants: kinds by name, single PDFs by option and id, locales. An empty field selects all."""

    kinds: tuple[str, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    locales: tuple[str, ...] = ()

    def locales_of(self, sop: Sop) -> tuple[str, ...]:
        """The locales to print; raises UsageError if one of them is not a locale of the SOP."""
        _must_exist("locale", "locales", self.locales, sop.locales)
        return self.locales or sop.locales

    def of(self, jobs: Iterable[PrintJob]) -> list[PrintJob]:
        """The selected PDFs. If steps, roles or departments are named, only their PDFs.

        Raises UsageError if a named id has no PDF, or if it is of another kind.
        """
        self._refuse_other_kinds()
        everything = list(jobs)
        for kind in KINDS:
            for selector in kind.selectors:
                known = [job.asked_by[1] for job in everything if job.asked_by and job.asked_by[0] == selector.option]
                _must_exist(selector.one, selector.many, self.named.get(selector.option, ()), known)
        return [job for job in everything if self._includes(job)]

    def _refuse_other_kinds(self) -> None:
        """Raise UsageError if one kind is wanted and an option of another one is given."""
        for option in (option for option, names in self.named.items() if names):
            owners = [kind.name for kind in KINDS if option in {selector.option for selector in kind.selectors}]
            if self.kinds and not set(owners) & set(self.kinds):
                raise UsageError(f"--{option} is no option of {self.kinds[0]}; write  amends print {owners[0]}")

    def _includes(self, job: PrintJob) -> bool:
        if job.kind.name not in self.kinds and (self.kinds or job.kind.made == "named"):
            return False
        wanted = {(option, name) for option, names in self.named.items() for name in names}
        return job.asked_by in wanted if wanted else not job.only_named


def _must_exist(one: str, many: str, wanted: Collection[str], known: Collection[str]) -> None:
    for name in wanted:
        if name not in known:
            raise UsageError(f"there is no {one} “{name}”; {nearest(name, known, many)}")
