"""The commands as users run them, each in its own process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
Ended = subprocess.CompletedProcess[str]


def amends(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Ended:
    """`amends ARGUMENTS`; its output is kept apart from its messages."""
    return _run("amends", arguments, cwd, environment)


def amends_without_rules(*arguments: str | Path, cwd: Path = ROOT) -> Ended:
    """`amends ARGUMENTS` without the rules: shows which defences remain between an author's text and a reader."""
    program = "import amends.check.engine as e; e.RULES = (); from amends.cli import main; main()"
    return _ended([sys.executable, "-c", program, *map(str, arguments)], cwd, {})


def mkdocs(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Ended:
    """`mkdocs ARGUMENTS`, which uses only the plugin of amends."""
    return _run("mkdocs", arguments, cwd, {"NO_MKDOCS_2_WARNING": "1"} | environment)


def _run(module: str, arguments: tuple[str | Path, ...], cwd: Path, environment: dict[str, str]) -> Ended:
    return _ended([sys.executable, "-m", module, *map(str, arguments)], cwd, environment)


def _ended(command: list[str], cwd: Path, environment: dict[str, str]) -> Ended:
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)
