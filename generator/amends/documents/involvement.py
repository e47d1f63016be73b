"""Who is involved in what, gathered from the whole SOP for the pages of roles, departments and contacts."""

from __future__ import annotations

from typing import Literal

from amends.edition.edition import Edition, Named
from amends.model.step import Step

Part = Literal["accountable", "consulted", "informed"]


def roles_by_kind(edition: Edition) -> dict[str, list[str]]:
    """The roles of each kind: persons, filled per case, external. Kinds without a role are left out."""
    roles = edition.sop.roles
    found = {kind: [key for key, role in roles.items() if role.kind == kind] for kind in ("person", "case", "external")}
    return {kind: keys for kind, keys in found.items() if keys}


def roles_reached(edition: Edition) -> dict[str, list[str]]:
    """The roles that people reach through each contact."""
    sop = edition.sop
    return {contact: [key for key, role in sop.roles.items() if role.contact == contact] for contact in sop.contacts}


def routes_to(edition: Edition, role_id: str) -> list[str]:
    """The matters in which a role leads."""
    return [key for key, route in edition.sop.routing.items() if route.to == role_id]


def steps_naming(edition: Edition, role_id: str) -> dict[Part, tuple[Named, ...]]:
    """The steps in which a role is accountable, consulted or informed; parts without a step are left out."""
    found: dict[Part, list[str]] = {"accountable": [], "consulted": [], "informed": []}
    for key, step in edition.sop.steps.items():
        for part, names in _named(step).items():
            if role_id in names:
                found[part].append(key)
    return {part: edition.all_named("steps", keys) for part, keys in found.items() if keys}


def has_people(edition: Edition, department_id: str) -> bool:
    """Whether a department has a role that is a person: only then are there cards to print."""
    return any(role.kind == "person" and role.department == department_id for role in edition.sop.roles.values())


def steps_of_department(edition: Edition, department_id: str) -> list[str]:
    """The steps in which a role of the department is responsible or does an action."""
    sop = edition.sop
    members = {key for key, role in sop.roles.items() if role.department == department_id}
    return [key for key, step in sop.steps.items() if _doers(step) & members]


def _named(step: Step) -> dict[Part, tuple[str, ...]]:
    return {"accountable": (step.accountable,), "consulted": tuple(step.consulted), "informed": tuple(step.informed)}


def _doers(step: Step) -> set[str | None]:
    return {step.responsible, *(action.by for action in step.actions.values())}
