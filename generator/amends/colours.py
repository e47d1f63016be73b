"""Every colour, from `templates/colours.yml`. Style sheets get them as variables; Typst reads the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

from amends.content.yaml_reader import read_yaml
from amends.model.brand import LEAST_CONTRAST, BrandColours, contrast, legible, mixed
from amends.shipped import shipped

FILE = "colours.yml"


@cache
def colours() -> Mapping[str, Any]:
    """The groups of the file. Each colour is a text: `colours()["named"]["teal"]["dark"]` is `#4cc9ba`."""
    file = shipped("templates") / FILE
    return cast("Mapping[str, Any]", read_yaml(file.read_bytes(), str(file)).data)


def own_colours(brand: BrandColours | None) -> Mapping[str, Any]:
    """The groups of the file, with the organisation's colours in the place of ours, on light and on dark ground."""
    every = colours()
    if brand is None:
        return every
    site, start = every["site"], every["start"]
    primary, accent = (
        _both_shades(it, site["ground"]["dark"]) for it in (brand.primary, brand.accent or brand.primary)
    )
    on_primary = {"light": "#ffffff", "dark": _letters_on(primary["dark"])}
    return {
        **every,
        "site": {**site, "primary": primary, "on-primary": on_primary, "link": accent},
        "start": {**start, "teal": primary},
    }


def colour_variables(brand: BrandColours | None = None) -> str:
    """The colours as variables of CSS, and the rules that give departments, tones and severities their colours."""
    return "\n".join(_lines(own_colours(brand))) + "\n"


def _both_shades(colour: str, dark_ground: str) -> Mapping[str, str]:
    return {"light": colour, "dark": legible(colour, dark_ground, towards="#ffffff")}


def _letters_on(colour: str) -> str:
    """A very dark shade of the colour itself, or black where that would not do."""
    shade = mixed(colour, "#000000", 0.15)
    return shade if contrast(shade, colour) >= LEAST_CONTRAST else "#000000"


def variables(group: Mapping[str, Mapping[str, str]], scheme: str, prefix: str = "--") -> str:
    """The colours of one group in one scheme, as declarations of CSS: `--ink: #14202b; --mute: #52606d`."""
    return "; ".join(f"{prefix}{name}: {shades[scheme]}" for name, shades in group.items())


def _lines(every: Mapping[str, Any]) -> Iterator[str]:
    both = {**every["site"], **every["named"]}
    paper = "; ".join(f"--am-paper-{name}: {colour}" for name, colour in every["paper"].items())
    yield f"[data-md-color-scheme] {{ {variables(both, 'light', '--am-')}; {paper} }}"
    # Paper is light even if the screen is dark.
    yield f'@media screen {{ [data-md-color-scheme="slate"] {{ {variables(both, "dark", "--am-")} }} }}'
    for name in every["named"]:
        yield _pick("colour", name, "colour", name)
    for tone, picked in every["tones"].items():
        yield _pick("tone", tone, "tone", picked["screen"])
    yield f"[data-severity] {{ --am-tone: var(--am-{every['severities'][-1]}); }}"
    for rank, name in enumerate(every["severities"], 1):
        yield _pick("severity", str(rank), "tone", name)


def _pick(attribute: str, value: str, variable: str, name: str) -> str:
    return f'[data-{attribute}="{value}"] {{ --am-{variable}: var(--am-{name}); }}'
