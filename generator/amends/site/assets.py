"""Our own scripts and styles as browsers get them: one style sheet, and no comments in scripts."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rjsmin import jsmin

from amends.colours import colour_variables
from amends.model.brand import BrandColours, Logo
from amends.render.process_files import CASE_DATA, CASE_MORE

STYLES = (
    "tokens",
    "letters",
    "frame",
    "parts",
    "lists",
    "step",
    "words",
    "checklist",
    "tables",
    "background",
    "phone",
    "print",
)
"""The parts of the style sheet in their order; `phone` and `print` change what stands before them."""
_FOLDER = "assets/amends/"
STYLE_SHEET = f"{_FOLDER}handbook.css"
_LOGO = "assets/logo"


def logo_file(logo: Logo) -> str:
    """The path of the organisation's logo on the site."""
    return f"{_LOGO}{logo.suffix}"


def add_logo(files: Files, config: MkDocsConfig, logo: Logo | None) -> None:
    """The organisation's logo as a file of the site."""
    if logo is not None:
        files.append(File.generated(config, logo_file(logo), content=logo.picture))


def make_assets_lean(files: Files, config: MkDocsConfig, brand: BrandColours | None = None) -> None:
    """Join our styles and strip our scripts. A project that has a file of the same name keeps its own."""
    _join_styles(files, config, brand)
    for file in files.javascript_files():
        if file.src_uri.startswith(_FOLDER) and file.src_uri not in (CASE_DATA, CASE_MORE):
            _replace(files, config, file.src_uri, jsmin(file.content_string))


def _join_styles(files: Files, config: MkDocsConfig, brand: BrandColours | None) -> None:
    """Join our style sheets into one, since each costs a slow phone one more request."""
    parts = [_taken(files, f"{_FOLDER}handbook/{name}.css") for name in STYLES]
    if STYLE_SHEET not in files.src_uris:
        _replace(files, config, STYLE_SHEET, "\n".join([colour_variables(brand), *parts]))


def _taken(files: Files, uri: str) -> str:
    file = files.src_uris[uri]
    files.remove(file)
    return file.content_string


def _replace(files: Files, config: MkDocsConfig, uri: str, content: str) -> None:
    if uri in files.src_uris:
        files.remove(files.src_uris[uri])
    files.append(File.generated(config, uri, content=content))
