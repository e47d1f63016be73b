"""Every shipped industry is a layer of real differences, clean in both languages, that repeats nothing of the base."""

from __future__ import annotations

import pytest

from amends.comparing.changes import changes
from amends.content.chain import industries
from shipped_sops import ShippedSops

LEAST = 25


def test_the_eight_industries_are_shipped() -> None:
    assert industries() == [
        "banking",
        "hospitality",
        "it-after-sales",
        "livestock-feed",
        "logistics",
        "manufacturing",
        "retail",
        "tourism",
    ]


@pytest.mark.parametrize("name", industries())
def test_an_industry_is_clean_complete_and_really_different(shipped_sops: ShippedSops, name: str) -> None:
    reading = shipped_sops.reading(name)

    assert reading.sop is not None
    assert [finding for finding in reading.findings if finding.level != "info"] == []
    assert reading.sop.locales == ("en", "zh")
    found = changes(shipped_sops.sop("reference"), reading.sop)
    assert len(found) >= LEAST
    # What section by section a trade changes: who leads, what is gravest, what is said, done, filled in and measured.
    assert {change.path[0] for change in found} >= {
        "roles",
        "routing",
        "severities",
        "scripts",
        "wording",
        "steps",
        "records",
        "remedies",
        "metrics",
        "customer_types",
    }
    own = [change for change in found if change.path[0] == "situations" and change.kind == "added"]
    assert own, "what happens in this trade alone is named on the home page"
    p1 = [change for change in found if change.path[:3] == ("severities", "p1", "triggers")]
    assert any(change.kind == "added" for change in p1)
