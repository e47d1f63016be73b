"""The list of kinds of page is complete, and every page on it exists."""

from __future__ import annotations

import re
from pathlib import Path

from amends.shipped import shipped
from page_kinds import BY_HAND, LAYER, REFERENCE


def test_every_template_of_a_page_has_a_page_on_the_list() -> None:
    templates = {
        path.name: path.read_text(encoding="utf-8") for path in (shipped("templates") / "handbook").glob("*.j2")
    }
    parts = set(re.findall(r'{%-? *(?:import|include|extends|from) *"([^"]+)"', "".join(templates.values())))

    assert "ui.html.j2" in parts
    assert REFERENCE.keys() | LAYER.keys() == {name for name in templates.keys() - parts if name.endswith(".html.j2")}


def test_every_page_on_the_list_is_built(reference_site: Path, layer_site: Path) -> None:
    wanted = [(reference_site, path) for path in (*REFERENCE.values(), *BY_HAND)]
    wanted += [(layer_site, path) for path in LAYER.values()]

    missing = [
        path for site, path in wanted for locale in ("en", "zh") if not (site / locale / f"{path}.html").is_file()
    ]
    assert missing == []
