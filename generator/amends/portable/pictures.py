"""The drawings of a page -> picture files that need no style sheet beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from amends.colours import colour_variables
from amends.model.brand import BrandColours
from amends.shipped import shipped

_STYLES = {".am-lanes--landscape": "process.css", ".am-timeline__lane": "timeline.css"}
"""The figures that are drawings, with the style sheet of each."""
_ON_A_SCREEN_ONLY = ".am-lanes--portrait, .am-lanes__width, .am-timeline-key svg"
_FONT = """\
svg { --am-font: "Inter", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }
svg { font-family: var(--am-font) }
"""
_MIXED_CASE = {name.lower(): name for name in ("viewBox", "textLength", "lengthAdjust", "preserveAspectRatio")}
"""HTML does not tell capitals in the names of attributes, a picture file does."""
_OF_A_PAGE = ("aria-describedby", "aria-hidden", "aria-labelledby", "href", "role", "tabindex")


def taken_pictures(
    page: BeautifulSoup, path: str, assets: Path | None = None, brand: BrandColours | None = None
) -> Iterator[tuple[str, bytes]]:
    """Put an image in the place of each drawing; yields each picture with its path, beside the page at `path`."""
    assets = assets or shipped("templates") / "theme" / "assets" / "amends"
    for element in page.select(_ON_A_SCREEN_ONLY):
        element.decompose()
    count = 0
    for selector, style in _STYLES.items():
        for figure in page.select(selector):
            css = colour_variables(brand) + _FONT + (assets / style).read_text(encoding="utf-8")
            for drawing in _drawings(figure):
                count += 1
                name = f"{posixpath.basename(path)}-{count}.svg"
                yield posixpath.join(posixpath.dirname(path), name), _file(drawing, figure, css)
                drawing.replace_with(_image(name, drawing, figure))


def _drawings(figure: Tag) -> list[Tag]:
    """The drawings of a figure. The heads of the lanes are a drawing of their own on our page, and no more here."""
    found = [svg for svg in figure.find_all("svg") if "am-grade" not in svg.get_attribute_list("class")]
    if "am-lanes" not in figure.get_attribute_list("class"):
        return found
    heads, lanes = found
    left, top, width, height = map(float, str(lanes["viewbox"]).split())
    lanes["viewbox"] = f"0 0 {left + width:g} {top + height:g}"
    lanes.extend(heads.find_all(recursive=False))  # last, so that they cover the bands
    heads.decompose()
    return [lanes]


def _file(drawing: Tag, figure: Tag, css: str) -> bytes:
    """The drawing as a file: with its size, its style, and without links, which a picture in a page does not have."""
    _, _, width, height = str(drawing["viewbox"]).split()
    frame = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": str(drawing["viewbox"]),
        "width": width,
        "height": height,
    }
    root = _element("svg", {**frame, "class": "am-timeline", "data-md-color-scheme": "default"})
    style = _element("style", {})
    style.string = css
    lane = _element("g", {"class": "am-timeline__lane", **_severity(figure)})
    lane.extend(list(drawing.__copy__().contents))
    for part in lane.find_all():
        part.name = "g" if part.name == "a" else part.name
        part.attrs = {
            _MIXED_CASE.get(name, name): value for name, value in part.attrs.items() if name not in _OF_A_PAGE
        }
    root.extend([style, lane])
    return str(root).encode()


def _severity(figure: Tag) -> Mapping[str, str]:
    rank = figure.get("data-severity")
    return {"data-severity": str(rank)} if rank else {}


def _image(name: str, drawing: Tag, figure: Tag) -> Tag:
    described = str(drawing.get("aria-label") or figure.get("aria-label") or "")
    line = _element("p", {})
    line.append(_element("img", {"src": name, "alt": " ".join(described.split())}))
    return line


def _element(name: str, attributes: Mapping[str, str]) -> Tag:
    return Tag(name=name, attrs=dict(attributes))
