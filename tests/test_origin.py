"""A project installs the very amends that made it, and never a namesake."""

from __future__ import annotations

import json

import pytest

from amends.origin import address_in

COMMIT = "0123456789" * 4
GIT = {"url": "https://git.example.org/amends", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
WHEEL = {"url": "https://files.example.org/amends-1.0-py3-none-any.whl", "archive_info": {"hashes": {"sha256": "ab12"}}}


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (GIT, f"git+https://git.example.org/amends@{COMMIT}"),
        (WHEEL, "https://files.example.org/amends-1.0-py3-none-any.whl#sha256=ab12"),
        ({**WHEEL, "url": "file:///home/me/amends-1.0-py3-none-any.whl"}, None),
        ({**GIT, "url": "ssh://git@git.example.org/amends"}, f"git+ssh://git@git.example.org/amends@{COMMIT}"),
        ({**GIT, "url": "file:///home/me/amends"}, None),
        ({**WHEEL, "archive_info": {}}, None),
        ({"url": "file:///home/me/amends", "dir_info": {"editable": True}}, None),
        ({}, None),
    ],
)
def test_the_address_is_the_one_from_which_amends_was_installed(record: dict[str, object], address: str | None) -> None:
    assert address_in(json.dumps(record)) == address
