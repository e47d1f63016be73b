"""What every template keeps to: Jinja, Typst, and what `amends init` writes."""

from __future__ import annotations

import re
from pathlib import Path

from amends.shipped import shipped

TEMPLATES = shipped("templates")
LINE = 160


def files(*patterns: str) -> list[Path]:
    return sorted(file for pattern in patterns for file in TEMPLATES.glob(pattern) if file.is_file())


def test_every_line_of_a_template_can_be_read_without_scrolling() -> None:
    templates = files("handbook/*.j2", "theme/**/*.html", "print/*.typ", "init/**/*")
    lines = [
        (str(file.relative_to(TEMPLATES)), number, len(line))
        for file in templates
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    ]

    assert {Path(name).suffix for name, _, _ in lines} == {".j2", ".html", ".typ"}
    assert len(lines) > 3000
    assert [it for it in lines if it[2] > LINE] == []


def test_no_template_gathers_facts_by_itself() -> None:
    gathering = re.compile(
        r"\.(?:append|extend|setdefault|update|add)\(|(?:select|reject)(?:attr)?\(|\| *(?:unique|groupby)"
    )
    pages = files("handbook/*.j2")

    assert gathering.search("{% set _ = names.append(name) %}")
    assert len(pages) > 35
    assert [file.name for file in pages if gathering.search(file.read_text(encoding="utf-8"))] == []
