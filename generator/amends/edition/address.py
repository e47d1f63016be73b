"""Where an entry is shown: the page and the anchor for its full name, the same in every locale."""

from __future__ import annotations

from dataclasses import dataclass

_PAGE_PER_ENTRY = frozenset(
    {
        "steps",
        "scripts",
        "letters",
        "roles",
        "departments",
        "records",
        "customer_types",
        "frameworks",
        "metrics",
        "tables",
    }
)
_TABLES = frozenset(
    {
        "severities",
        "kinds",
        "channels",
        "routing",
        "validity",
        "remedies",
        "compensation",
        "goodwill",
        "authority",
        "escalations",
    }
)
_SHARED_PAGE = {
    **dict.fromkeys(_TABLES, "decisions"),
    "phases": "process",
    "end_states": "process",
    "pause_points": "pause-points",
    "contacts": "contacts",
    "holders": "contacts",
    "wording": "wording",
    "policy": "policy",
    "situations": "index",
    "events": "process",
    "principles": "principles",
    "clocks": "clocks",
    "controls": "controls",
    "source_documents": "sources",
    "settlements": "settlements",
    "glossary": "glossary",
}
_SINGULAR = {
    "severities": "severity",
    "authority": "authority",
    "customer_types": "customer-type",
    "source_documents": "source-document",
    "remedies": "remedy",
    "duties": "duty",
}


@dataclass(frozen=True)
class Address:
    """A page without its suffix, `steps/accept`, and an anchor on it, `action--greet`, if there is one."""

    page: str
    anchor: str = ""


def address_of(full_name: str) -> Address:
    """Where `steps/accept/actions/greet` is shown.

    >>> address_of("steps/accept/actions/greet")
    Address(page='steps/accept', anchor='action--greet')
    >>> address_of("glossary/complaint")
    Address(page='glossary', anchor='glossary--complaint')
    """
    collection, entry, *rest = full_name.split("/")
    if collection in _PAGE_PER_ENTRY:
        return Address(f"{collection.replace('_', '-')}/{entry}", anchor_of(rest))
    return Address(_SHARED_PAGE[collection], anchor_of([collection, entry]))


def anchor_of(parts: list[str]) -> str:
    """The anchor for the path below a page: collection names in the singular, joined by `--`."""
    return "--".join(_singular(part) if index % 2 == 0 else part for index, part in enumerate(parts))


def _singular(name: str) -> str:
    return _SINGULAR.get(name, name.removesuffix("s").replace("_", "-"))
