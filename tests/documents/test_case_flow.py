"""How a case goes on in the browser, `case-flow.js`, asked without a page: by the Node that Playwright brings."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import playwright
import pytest

from amends.shipped import shipped

SCRIPT = shipped("templates") / "theme" / "assets" / "amends" / "case-flow.js"
_NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
_WALKING = """
globalThis.window = { amends: { END: "end/", FACTS: {}, at: Date.parse, iso: () => "2026-11-26T12:00Z" } };
(0, eval)(require("fs").readFileSync(process.argv[1], "utf8"));
const { steps, walk } = JSON.parse(process.argv[2]);
const entries = {};
let clock = 0;
const store = {
  entries: () => ({ ...entries }),
  put: (_, path, state) => { entries[path] = { state, time: new Date(clock++).toISOString() }; },
};
const ways = walk.map(([id, answer]) => {
  const found = new window.amends.Case({ steps, start: steps[0].id, words: {}, texts: {} }, store, "1");
  const step = steps.find((one) => one.id === id);
  if (answer) found.put(answer, true, step);
  const all = found.ways(step);
  if (all[0]) found.go(step, all[0]);
  return all.map(({ to }) => to);
});
console.log(JSON.stringify(ways));
"""
TOGETHER = ["care", "seal"]


def step(name: str, onward: str | None, beside: list[str] | None = None, *answers: dict[str, Any]) -> dict[str, Any]:
    decisions = [{"path": f"{name}/q", "answers": answers}] if answers else []
    return {"id": name, "onward": onward, "ticks": [], "decisions": decisions, "limits": []} | (
        {"beside": beside} if beside else {}
    )


STEPS = [
    step("accept", "care"),
    step("care", "verify", TOGETHER),
    step("seal", "verify", TOGETHER),
    step("verify", "close", None, {"path": "again", "way": "care"}, {"path": "not-yet", "way": "verify"}),
    step("close", "end/closed"),
]


def ways(*walk: tuple[str, str], steps: list[dict[str, Any]] = STEPS) -> Any:
    asked = json.dumps({"steps": steps, "walk": walk})
    told = subprocess.run([_NODE, "-e", _WALKING, SCRIPT, asked], capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


@pytest.mark.parametrize("first", TOGETHER)
def test_a_case_comes_to_all_that_runs_side_by_side_before_it_goes_on(first: str) -> None:
    [second] = {*TOGETHER} - {first}

    assert ways(("accept", ""), (first, ""), (second, "")) == [["care"], [second], ["verify"]]


def test_a_case_that_comes_again_does_all_of_it_again() -> None:
    again = ways(("accept", ""), ("care", ""), ("seal", ""), ("verify", "again"), ("care", ""), ("seal", ""))

    assert again[3:] == [["care"], ["seal"], ["verify"]]


def test_the_end_after_them_waits_for_all_but_an_answer_ends_the_case_at_once() -> None:
    last = [step(name, "end/closed", TOGETHER, {"path": f"{name}/stop", "way": "end/stopped"}) for name in TOGETHER]

    assert ways(("care", ""), ("seal", ""), steps=last) == [["seal"], ["end/closed"]]
    assert ways(("care", "care/stop"), steps=last) == [["end/stopped"]]


def test_an_answer_that_stays_offers_no_way_on() -> None:
    assert ways(("verify", "not-yet"), ("verify", "again")) == [[], ["care"]]
