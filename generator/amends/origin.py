"""Where this installation of amends came from: what pip needs to install the same once more, and its pages."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import distribution

from amends.shipped import shipped

UNKNOWN = "git+https://repository.invalid/amends@COMMIT"
"""Stands where an address is not known. Names that end in `.invalid` belong to nobody, now and ever (RFC 2606)."""


def own_address() -> str | None:
    """`git+https://git.example.org/amends@COMMIT`, or the address of a wheel with its hash.

    None if amends was installed from a folder, or by its name: a name on a package index may belong to anybody.
    """
    return address_in(distribution("amends").read_text("direct_url.json") or "{}")


@cache
def page_of_source(path: str) -> str | None:
    """The address at which people read a page of our repository: in this checkout, or where this was installed from.

    None if neither is known.
    """
    own = shipped("sop").parent / path
    if own.is_file():
        return own.as_uri()
    address = own_address() or ""
    if not address.startswith("git+https://"):
        return None
    repository, _, commit = address.removeprefix("git+").rpartition("@")
    return f"{repository.removesuffix('.git')}/blob/{commit}/{path}"


def address_in(direct_url: str) -> str | None:
    """The address in the record that installers leave, `direct_url.json` (PEP 610)."""
    record = json.loads(direct_url)
    url = str(record.get("url", ""))
    if not url.startswith(("https://", "ssh://")):
        return None  # a folder of this machine is no place for others
    if "vcs_info" in record:
        return f"{record['vcs_info']['vcs']}+{url}@{record['vcs_info']['commit_id']}"
    sha256 = record.get("archive_info", {}).get("hashes", {}).get("sha256")
    return f"{url}#sha256={sha256}" if sha256 else None
