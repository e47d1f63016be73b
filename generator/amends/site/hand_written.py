"""What a project writes by hand below docs/: each link, page or file that cannot be published is a finding."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from amends.codes.hand_written import PAGE_AS_HTML, STANDS_FOR_OURS, UNUSABLE_FILE
from amends.finding import Finding, Findings, Location
from amends.model.acting import acts
from amends.shipped import shipped
from amends.site.front_matter import Choices, front_matter_findings

_ASSETS = Path("assets/amends")
_WHOLE_PAGES = frozenset({".htm", ".html", ".mht", ".mhtml", ".shtml", ".xht", ".xhtml"})
_XML = frozenset({".svg", ".xml", ".xsl", ".xslt"})


def refuse_unusable_files(docs: Path, project: Path) -> None:
    """Raise Findings for each name below `docs` that MkDocs could not follow, or that would publish another's file."""
    roots = {project.resolve()} if docs.is_symlink() else {project.resolve(), docs.resolve()}
    if found := list(_unusable(docs, roots, ())):
        raise Findings(found)


def refuse_slips(files: Files, config: MkDocsConfig) -> None:
    """Raise Findings for everything below docs/ that is wrong with the pages and files themselves."""
    by_hand = [file for file in files if file.generated_by is None and file.src_dir == config.docs_dir]
    choices = _choices(config.theme)
    found = [finding for file in by_hand for finding in _findings(file, config, choices)]
    if found:
        raise Findings(found)


def _unusable(path: Path, roots: Collection[Path], above: tuple[Path, ...]) -> Iterator[Finding]:
    target = Path(os.path.realpath(path))  # `Path.resolve` raises where a link leads to itself
    if not target.exists():
        yield _unusable_file(path, "this link leads nowhere")
    elif not any(map(target.is_relative_to, roots)):
        yield _unusable_file(path, f"this link leads out of the project, to {target}")
    elif target in above:
        yield _unusable_file(path, "this link leads back to a folder that holds it")
    elif path.is_dir():
        for inner in sorted(path.iterdir()):
            yield from _unusable(inner, roots, (*above, target))
    elif not path.is_file():
        yield _unusable_file(path, "this is no file, but a pipe or a device")
    else:
        yield from _unreadable(path)


def _unreadable(path: Path) -> Iterator[Finding]:
    try:
        path.open("rb").close()
    except OSError as error:
        yield _unusable_file(path, f"this file cannot be read: {error.strerror}")


def _unusable_file(path: Path, message: str) -> Finding:
    hint = "put a copy of what it names in its place, or delete it" if path.is_symlink() else "mend that, or delete it"
    return UNUSABLE_FILE.finding(message, hint, Location(str(path)))


def _findings(file: File, config: MkDocsConfig, choices: Choices) -> Iterator[Finding]:
    path = Path(str(file.abs_src_path))
    suffix = path.suffix.lower()
    if file.is_documentation_page():
        yield from front_matter_findings(path.read_bytes(), str(path), choices)
    elif suffix in _WHOLE_PAGES:
        message = "this would be published as it is, unchecked and without the policy of the other pages"
        yield PAGE_AS_HTML.finding(message, f"write it as {path.stem}.md, which may hold HTML", Location(str(path)))
    elif suffix == ".svgz" or (suffix in _XML and acts(path.read_bytes())):
        message = "this holds a script, or what a browser could take for one"
        yield PAGE_AS_HTML.finding(message, "save it anew as a plain picture, without scripts", Location(str(path)))
    elif suffix in (".js", ".mjs") and any((Path(folder) / file.src_uri).is_file() for folder in config.theme.dirs):
        message = "this script would take the place of one that belongs to the handbook"
        hint = "give it another name, and name it in extra_javascript of mkdocs.yml"
        yield STANDS_FOR_OURS.finding(message, hint, Location(str(path)))


def _choices(theme: Theme) -> Choices:
    own = Path(theme.custom_dir) if theme.custom_dir else None
    return Choices(
        templates={"main.html", *(path.name for path in own.glob("*.html"))} if own else {"main.html"},
        icons=tuple(Path(folder) / ".icons" for folder in theme.dirs),
        assets={path.name for path in (shipped("templates") / "theme" / _ASSETS).glob("*.*")},
    )
