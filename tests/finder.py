"""The search of a built site, asked without a page: by the Node that Playwright brings."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from amends.shipped import shipped
from browser_calendar import NODE

QUESTIONS = Path(__file__).parent / "questions"
_SCRIPTS = [
    shipped("templates") / "theme" / "assets" / "amends" / f"find{part}.js" for part in ("-words", "-shown", "")
]
_ASKING = """
globalThis.window = { amends: {} };
const { readFileSync } = require("fs");
const { index, scripts, questions, count } = JSON.parse(readFileSync(0, "utf8"));
for (const script of scripts) (0, eval)(readFileSync(script, "utf8"));
const { docs, config } = JSON.parse(readFileSync(index, "utf8"));
const finder = new window.amends.Finder(docs, config.words);
console.log(JSON.stringify(questions.map((question) => finder.answers(question).slice(0, count).map((page) => page.map(({ location }) => location)))));
"""


def answers(site: Path, questions: Sequence[str], count: int) -> list[list[list[str]]]:
    """For each question the first pages that the search of one locale's site gives, each as the addresses of its parts."""
    index = site / "search" / "search_index.json"
    asked = {"index": str(index), "scripts": list(map(str, _SCRIPTS)), "questions": list(questions), "count": count}
    told = subprocess.run(
        [NODE, "-e", _ASKING], input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True
    )
    found: list[list[list[str]]] = json.loads(told.stdout)
    return found


def questions_of(name: str) -> dict[str, set[str]]:
    """Questions as staff type them, each with the addresses that answer it: pages, and places on pages."""
    lines = (QUESTIONS / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    asked = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {question: set(map(_address, wanted.split())) for question, _, wanted in asked}


def missed(site: Path, questions: Mapping[str, set[str]], count: int = 3) -> dict[str, list[list[str]]]:
    """The questions whose answer is not among the first pages, each with the pages that came instead."""
    found = zip(questions.items(), answers(site, list(questions), count), strict=True)
    return {question: pages for (question, wanted), pages in found if wanted.isdisjoint(_places(pages))}


def _address(wanted: str) -> str:
    return wanted if ".html" in wanted else f"{wanted}.html"


def _places(pages: list[list[str]]) -> set[str]:
    return {place for page in pages for address in page for place in (address, address.partition("#")[0])}
