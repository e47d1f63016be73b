"""The address of a site that a project has from the layer below."""

from __future__ import annotations

import yaml

from amends.content.layers import Resolved

_SITE_URL = ("organisation", "site_url")


def address_of_the_base(content: Resolved) -> str:
    """The address to which the QR codes would lead, as YAML to change; empty if it is the project's own."""
    organisation = (content.header or {}).get(_SITE_URL[0])
    address = organisation.get(_SITE_URL[1]) if isinstance(organisation, dict) else None
    layer = content.layer_of(_SITE_URL)
    if not address or layer is content.layers[-1]:
        return ""
    return (
        f"# for sop.yml: the address of the site is that of {layer.name}, "
        "and QR codes lead there; write yours, or null\n"
        f"{yaml.safe_dump({'organisation': {'site_url': address}})}"
    )
