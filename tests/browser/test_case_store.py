"""Cases in a browser follow entries that get another id."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser

from amends.shipped import shipped

STORE = shipped("templates") / "theme" / "assets" / "amends" / "case-store.js"
TIME = "2026-11-22T14:32:05+08:00"
MOVED = {
    "steps/inform": "steps/tell",
    "steps/tell/actions/call": "steps/tell/actions/ring",
    "records/log": "records/book",
    "severities/p1": "severities/grave",
}
BEFORE: dict[str, Any] = {
    "case": {"severity": "p1", "kind": "-"},
    "begun/inform": 2,
    "events/received": TIME,
    "path/0000": {"step": "accept", "answer": "steps/accept/decisions/kind/outcomes/real", "to": "inform", "open": 1},
    "path/0001": {"step": "inform", "to": "end/closed", "earlier": {"steps/inform/actions/call": TIME}},
    "steps/inform/actions/call": True,
    "steps/accept/records/log": True,
    "steps/informed/actions/call": True,
}
AFTER: dict[str, Any] = {
    "begun/tell": 2,
    "case": {"severity": "grave", "kind": "-"},
    "events/received": TIME,
    "path/0000": {"step": "accept", "answer": "steps/accept/decisions/kind/outcomes/real", "to": "tell", "open": 1},
    "path/0001": {"step": "tell", "to": "end/closed", "earlier": {"steps/tell/actions/ring": TIME}},
    "steps/accept/records/book": True,
    "steps/informed/actions/call": True,
    "steps/tell/actions/ring": True,
}


def test_ticks_clocks_and_the_way_of_a_case_move_with_renamed_entries(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(path=STORE)
    kept = page.evaluate(
        """([before, moved, time]) => {
          const store = new window.amends.Store("shop", "1");
          for (const [path, state] of Object.entries(before)) store.put("17", path, state, "", time);
          store.rename(moved);
          store.rename(moved);
          return Object.entries(store.entries("17")).map(([path, value]) => [path, value.state]);
        }""",
        [BEFORE, MOVED, TIME],
    )
    page.close()

    assert dict(kept) == AFTER
