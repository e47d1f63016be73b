"""Which PDFs somebody wants printed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from amends.documents.print_jobs import KINDS, Kind, PrintJob
from amends.finding import PlaceError
from amends.model.sop import Sop
from amends.nearest import nearest


@dataclass(frozen=True)
class Selection:
    """The wish: kinds of sheet, single steps, roles or departments, locales; what is empty leaves all."""

    kinds: tuple[Kind, ...] = KINDS
    steps: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()

    def includes(self, job: PrintJob) -> bool:
        """Whether a PDF is wanted. Who names steps, roles or departments gets their PDFs and no others."""
        named = {
            *(f"print/checklists/{step}.pdf" for step in self.steps),
            *(f"print/cards/{role}.pdf" for role in self.roles),
            *(f"print/departments/{department}.pdf" for department in self.departments),
        }
        return job.path in named if named else job.kind in self.kinds

    def locales_of(self, sop: Sop) -> tuple[str, ...]:
        """The locales to print; raises PlaceError where the wish names something that the SOP does not have."""
        cards = [key for key, role in sop.roles.items() if role.kind == "person"]
        departments = [role.department for role in sop.roles.values() if role.kind == "person" and role.department]
        _must_exist("step", "steps", self.steps, sop.steps)
        _must_exist("role with a card", "roles with a card", self.roles, cards)
        _must_exist("department with cards", "departments with cards", self.departments, departments)
        _must_exist("locale", "locales", self.locales, sop.locales)
        return self.locales or sop.locales


def _must_exist(one: str, many: str, wanted: Collection[str], known: Collection[str]) -> None:
    for name in wanted:
        if name not in known:
            raise PlaceError(f"there is no {one} “{name}”; {nearest(name, known, many)}")
