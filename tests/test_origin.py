"""A project installs the very amends that made it, and never a namesake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from amends import origin
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


def test_a_page_of_the_source_is_found_in_a_checkout_and_where_an_installation_came_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert (origin.page_of_source("docs/rules.md") or "").endswith("/docs/rules.md")

    origin.page_of_source.cache_clear()
    monkeypatch.setattr(origin, "shipped", lambda _: tmp_path / "sop")
    monkeypatch.setattr(origin, "own_address", lambda: "git+https://git.example.org/amends.git@abc")
    assert origin.page_of_source("docs/rules.md") == "https://git.example.org/amends/blob/abc/docs/rules.md"

    origin.page_of_source.cache_clear()
    monkeypatch.setattr(origin, "own_address", lambda: None)
    assert origin.page_of_source("docs/rules.md") is None
    origin.page_of_source.cache_clear()
