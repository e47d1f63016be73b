"""One page of each kind that the handbook has. When you add a kind of page, add a page of it here."""

from __future__ import annotations

from collections.abc import Mapping

REFERENCE: Mapping[str, str] = {
    "cases.md.j2": "cases",
    "checklist.md.j2": "checklists/verify",
    "checklists.md.j2": "checklists/index",
    "contacts.md.j2": "contacts",
    "controls.md.j2": "controls",
    "customer_type.md.j2": "customer-types/offensive",
    "customer_types.md.j2": "customer-types/index",
    "decisions.md.j2": "decisions",
    "department.md.j2": "departments/customer-service",
    "departments.md.j2": "departments/index",
    "document_control.md.j2": "document-control",
    "framework.md.j2": "frameworks/s001-rapid-response",
    "frameworks.md.j2": "frameworks/index",
    "glossary.md.j2": "glossary",
    "home.md.j2": "index",
    "metric.md.j2": "metrics/complaint-ppm",
    "metrics.md.j2": "metrics/index",
    "principles.md.j2": "principles",
    "process.md.j2": "process",
    "record.md.j2": "records/registration",
    "records.md.j2": "records/index",
    "responsibilities.md.j2": "responsibilities",
    "role.md.j2": "roles/front-line",
    "roles.md.j2": "roles/index",
    "script.md.j2": "scripts/thank-you",
    "scripts.md.j2": "scripts/index",
    "settlements.md.j2": "settlements",
    "sources.md.j2": "sources",
    "step.md.j2": "steps/accept",
    "timeline.md.j2": "timeline",
    "wording.md.j2": "wording",
}
"""Pages of the reference SOP's handbook, by their templates."""

LAYER: Mapping[str, str] = {"changes.md.j2": "changes", "clocks.md.j2": "clocks"}
"""Pages that only the handbook of a layer with legal clocks has."""

BY_HAND = ("format", "rules")
"""Pages of `docs/`, which stand in the reference handbook beside its own."""
