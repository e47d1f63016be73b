"""One page of each kind that the handbook has. When you add a kind of page, add a page of it here."""

from __future__ import annotations

from collections.abc import Mapping

REFERENCE: Mapping[str, str] = {
    "cases.html.j2": "cases",
    "checklist.html.j2": "checklists/verify",
    "checklists.html.j2": "checklists/index",
    "contacts.html.j2": "contacts",
    "controls.html.j2": "controls",
    "customer_type.html.j2": "customer-types/offensive",
    "customer_types.html.j2": "customer-types/index",
    "decisions.html.j2": "decisions",
    "department.html.j2": "departments/customer-service",
    "departments.html.j2": "departments/index",
    "document_control.html.j2": "document-control",
    "framework.html.j2": "frameworks/s001-rapid-response",
    "frameworks.html.j2": "frameworks/index",
    "glossary.html.j2": "glossary",
    "home.html.j2": "index",
    "letter.html.j2": "letters/decision",
    "letters.html.j2": "letters/index",
    "metric.html.j2": "metrics/complaint-ppm",
    "metrics.html.j2": "metrics/index",
    "pause_points.html.j2": "pause-points",
    "policy.html.j2": "policy",
    "principles.html.j2": "principles",
    "print_room.html.j2": "print-room",
    "process.html.j2": "process",
    "question_ended.html.j2": "questions/ended",
    "question_give.html.j2": "questions/give",
    "question_grave.html.j2": "questions/grave",
    "question_ours.html.j2": "questions/ours",
    "question_takes.html.j2": "questions/takes",
    "record.html.j2": "records/registration",
    "records.html.j2": "records/index",
    "responsibilities.html.j2": "responsibilities",
    "role.html.j2": "roles/front-line",
    "roles.html.j2": "roles/index",
    "script.html.j2": "scripts/thank-you",
    "scripts.html.j2": "scripts/index",
    "settlements.html.j2": "settlements",
    "sources.html.j2": "sources",
    "step.html.j2": "steps/accept",
    "timeline.html.j2": "timeline",
    "wording.html.j2": "wording",
}
"""Pages of the reference SOP's handbook, by their templates."""

LAYER: Mapping[str, str] = {
    "changes.html.j2": "changes",
    "clocks.html.j2": "clocks",
    "own_table.html.j2": "tables/shifts",
    "record.html.j2": "records/stay",
}
"""Pages that only the handbook of a layer with legal clocks has, and a form with every kind of field."""

BY_HAND = ("format", "rules")
"""Pages of `docs/`, which stand in the reference handbook beside its own."""
