"""Cases in a browser follow entries that get another id."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser

from amends.shipped import shipped

SCRIPTS = shipped("templates") / "theme" / "assets" / "amends"
TIME = "2026-11-22T14:32:05+08:00"
MOVED = {
    "steps/inform": "steps/tell",
    "steps/tell/actions/call": "steps/tell/actions/ring",
    "records/log": "records/book",
    "severities/p1": "severities/grave",
    "records/book/fields/seen": "records/book/fields/looked-at",
    "records/book/fields/seen/choices/yes": "records/book/fields/looked-at/choices/whole",
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
    "records/log/fields/seen": "yes",
    "records/log/fields/also": ["yes", "no"],
    "records/log/fields/note": 'yes, "all"\nof it',
}
AFTER: dict[str, Any] = {
    "begun/tell": 2,
    "case": {"severity": "grave", "kind": "-"},
    "events/received": TIME,
    "path/0000": {"step": "accept", "answer": "steps/accept/decisions/kind/outcomes/real", "to": "tell", "open": 1},
    "path/0001": {"step": "tell", "to": "end/closed", "earlier": {"steps/tell/actions/ring": TIME}},
    "records/book/fields/also": ["yes", "no"],
    "records/book/fields/looked-at": "whole",
    "records/book/fields/note": 'yes, "all"\nof it',
    "steps/accept/records/book": True,
    "steps/informed/actions/call": True,
    "steps/tell/actions/ring": True,
}


def test_ticks_clocks_and_the_way_of_a_case_move_with_renamed_entries(browser: Browser) -> None:
    page = browser.new_page()
    for name in ("case-store.js", "case-rename.js"):
        page.add_script_tag(path=SCRIPTS / name)
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
