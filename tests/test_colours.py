from __future__ import annotations

import json
import re
from typing import get_args

import pytest
import typst

from amends.colours import colour_variables, colours, variables
from amends.model.brand import LEAST_CONTRAST, TINT, contrast, mixed
from amends.model.people import Colour
from amends.shipped import shipped

TEMPLATES = shipped("templates")
WRITTEN = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", re.IGNORECASE)
FOR_BROWSERS_AND_TYPST = (".css", ".typ", ".html", ".j2", ".js", ".svg")
ELSEWHERE = {
    "theme/assets/amends/icon.svg": [
        colours()["named"]["teal"]["light"],
        "#fff",
    ],  # a picture of its own has no variables
    "init/shipped/sop/sop.yml.j2": ["#0b4f9e", "#7a1f5c"],  # an example of an author's own
    "theme/assets/amends/cases.css": ["#0006", "#0b151880"],  # shadows, which stand there once
}


def test_a_department_can_have_each_named_colour_and_no_other() -> None:
    assert get_args(Colour) == tuple(colours()["named"])


def test_no_colour_stands_anywhere_else() -> None:
    files = [file for file in sorted(TEMPLATES.rglob("*")) if file.suffix in FOR_BROWSERS_AND_TYPST]
    written = {str(file.relative_to(TEMPLATES)): WRITTEN.findall(file.read_text(encoding="utf-8")) for file in files}

    assert len(files) > 70
    assert WRITTEN.findall("a { color: #fff; fill: #14202b14 } #added #a-b") == ["#fff", "#14202b14"]
    assert {name: found for name, found in written.items() if found} == ELSEWHERE


def test_style_sheets_have_every_colour_as_a_variable_light_dark_and_of_paper() -> None:
    light, dark = colour_variables().splitlines()[:2]
    every = colours()

    assert light.startswith("[data-md-color-scheme] { ")
    assert dark.startswith('@media screen { [data-md-color-scheme="slate"] { ')
    for name, shades in {**every["site"], **every["named"]}.items():
        assert re.findall(rf"--am-{name}: (.+?)[;}}]", light + ";") == [shades["light"]]
        assert [value.strip() for value in re.findall(rf"--am-{name}: (.+?)[;}}]", dark)] == [shades["dark"]]
    assert {name: re.search(rf"--am-paper-{name}: (\S+?);? ", light)[1] for name in every["paper"]} == every["paper"]  # type: ignore[index]  # a missing one is the failure


def test_departments_tones_and_severities_pick_a_colour_by_its_name() -> None:
    picked = colour_variables().splitlines()[2:]

    assert '[data-colour="teal"] { --am-colour: var(--am-teal); }' in picked
    assert '[data-tone="back"] { --am-tone: var(--am-amber); }' in picked
    assert '[data-severity="1"] { --am-tone: var(--am-red); }' in picked
    # One rule more, since an SOP may have more severities than there are colours for them.
    assert len(picked) == sum(len(colours()[group]) for group in ("named", "tones", "severities")) + 1


def test_every_variable_that_a_style_sheet_asks_for_is_there() -> None:
    sheets = [file.read_text(encoding="utf-8") for file in sorted(TEMPLATES.rglob("*.css"))]
    style = colour_variables() + "".join(sheets)
    asked = set(re.findall(r"var\((--am-[\w-]+)\)", style))

    assert len(asked) > 25
    assert asked - set(re.findall(r"(--am-[\w-]+):", style)) == set()


def test_typst_has_the_light_shades_and_those_of_paper() -> None:
    every = colours()

    on_paper = typst_colours()

    assert on_paper["named"] == {name: shades["light"] for name, shades in every["named"].items()}
    assert on_paper["paper"] == {name: every["paper"][name] for name in ("ink", "mute", "line", "soft", "alert")}
    assert on_paper["tones"] == {
        "back": every["named"]["orange"]["light"],
        "do": every["named"]["green"]["light"],
        "end": every["paper"]["ink"],
        "never": every["named"]["red"]["light"],
        "stay": every["paper"]["mute"],
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_can_be_read_on_each_named_colour_and_each_on_its_own_tint(scheme: str) -> None:
    named = {name: shades[scheme] for name, shades in colours()["named"].items()}
    letters, mix = (colours()["site"][name][scheme] for name in ("on-colour", "mix"))

    assert {name: colour for name, colour in named.items() if contrast(letters, colour) < LEAST_CONTRAST} == {}
    assert {
        name: colour for name, colour in named.items() if contrast(colour, mixed(colour, mix, TINT)) < LEAST_CONTRAST
    } == {}


def test_a_group_can_be_declared_under_names_of_its_own() -> None:
    assert variables({"ink": {"light": "#111", "dark": "#eee"}, "line": {"light": "a b", "dark": "c"}}, "dark") == (
        "--ink: #eee; --line: c"
    )


def typst_colours() -> dict[str, dict[str, str]]:
    """What `theme.typ` makes of the file, asked of Typst itself."""
    show = """\
#import "/print/theme.typ": *
#let hex(group) = group.pairs().map(((name, colour)) => (name, colour.to-hex())).to-dict()
#let paper = (ink: ink, mute: mute, line: rule-colour, soft: soft, alert: alert)
#metadata((named: hex(colours), paper: hex(paper), tones: hex(tone-colours))) <colours>
"""
    facts = ("version", "effective", "next_review", "owner")
    data = {"words": dict.fromkeys(facts, ""), "control": dict.fromkeys(facts), "fonts": ["Inter"], "locale": "en"}
    inputs = {"data": json.dumps({**data, "ink_saver": False, "bleed": 0, "brand": {"logo": None, "colour": None}})}
    compiler = typst.Compiler(show.encode(), root=TEMPLATES, sys_inputs=inputs)
    found: dict[str, dict[str, str]] = json.loads(compiler.query("<colours>", field="value", one=True))
    return found


def test_every_severity_has_a_colour_however_many_there_are() -> None:
    rules = [line for line in colour_variables().splitlines() if line.startswith("[data-severity")]

    assert rules[0] == "[data-severity] { --am-tone: var(--am-green); }"
    assert [line.partition("]")[0] for line in rules[1:]] == [f'[data-severity="{rank}"' for rank in range(1, 6)]
