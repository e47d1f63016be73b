"""What the shipped SOPs say of one country is marked, so that a project in another one is warned of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.authoring.find_words import strings
from amends.content.bases import bases
from amends.content.foreign import foreign_values
from amends.content.place import find_place
from amends.read import read_layered

OF_ONE_COUNTRY = re.compile(r"\b12\d{3}\b|China|PRC|county|Interim Provisions|\bCNY\b|\byuan\b|人民币|中国内地")
BACKGROUND = {"frameworks", "source_documents", "settlements"}
"""Their words are those of the sources, or about them, and shown as such."""

SOP = """\
id: own
extends: {base}
locales: [en]
organisation: {{name: Own}}
document: {{number: OWN}}
calendar: {{country: GB, time_zone: Europe/London}}
"""


@pytest.mark.shipped
@pytest.mark.usefixtures("unchanged_files_parsed_once")
@pytest.mark.parametrize("base", bases())
def test_what_holds_in_one_country_is_marked(tmp_path: Path, base: str) -> None:
    (tmp_path / "sop.yml").write_text(SOP.format(base=base), encoding="utf-8")
    content = read_layered(find_place(str(tmp_path)))

    marked = {value.path for value in foreign_values(content)}
    said = {tuple(map(str, path)) for path, text in strings(content) if OF_ONE_COUNTRY.search(text)}
    english = {path for path in said if path[-1] != "zh" and path[0] not in BACKGROUND}

    assert len(english) > 3
    assert {path for path in english if not any(path[:n] in marked for n in range(len(path) + 1))} == set()
