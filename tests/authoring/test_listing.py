"""What an SOP holds, and who set it."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.authoring.listing import listed
from amends.content.layers import Resolved
from amends.finding import UsageError
from amends.read import read_layered
from builders import TODAY, corner_shop
from small_sop import SmallSop


@pytest.fixture
def content(tmp_path: Path) -> Resolved:
    corner_shop(tmp_path / "base")
    own = 'id: own\nextends: ../base\ndefault_locale: zh\nroles: {boss: {title: {en: Boss, zh: "{{ customer }}经理"}, department: shop}}\n'
    return read_layered(SmallSop(tmp_path / "own", {"sop.yml": own}, TODAY).place)


def test_the_collections_have_the_number_of_their_entries(content: Resolved) -> None:
    assert listed(content, None).splitlines()[:4] == [
        "phases            1",
        "steps             4",
        "departments       1",
        "roles             3",
    ]


def test_the_entries_of_a_collection_have_their_title_and_their_layer(content: Resolved) -> None:
    assert listed(content, "roles") == (
        "roles/assistant  店员      corner-shop\nroles/manager    店长      corner-shop\nroles/boss       顾客经理  own\n"
    )
    assert listed(content, "wording") == "wording/waiting  “请稍等。”  corner-shop\n"


def test_a_collection_without_entries_says_nothing(content: Resolved) -> None:
    assert listed(content, "customer-types") == ""


def test_a_wrong_name_is_told(content: Resolved) -> None:
    with pytest.raises(UsageError, match="there is no collection “rols”; the nearest is `roles`"):
        listed(content, "rols")
