"""A project with pages and templates of its own, judged as a build judges it, but without an SOP."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from amends.content.place import Place
from amends.shipped import shipped
from amends.site.hand_written import refuse_slips, refuse_unusable_files
from amends.site.template_errors import refuse_broken_template
from amends.site.untrusted import refuse_what_needs_trust
from hotel import Hotel

_FILE = re.compile(r"^# ((?:docs|own)/\S+|mkdocs\.yml)(?: -> (\S+))?\n", re.MULTILINE)


def files_by_hand(example: str) -> Iterator[tuple[str, str]]:
    """Path and text of each file of an example, or `-> TARGET` of a link; a text without a path is a page."""
    before, *parts = _FILE.split(example)
    if before:
        yield "docs/page.md", before
    for path, target, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield path, f"-> {target}" if target else text


def build_by_hand(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Judge a project with these files, and fill each of its own templates; raises Findings."""
    for path in ("docs", "own"):
        (folder / path).mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        write(folder / path, text)
    if "mkdocs.yml" in files:
        Hotel(folder / "sop")
        refuse_what_needs_trust(Place(folder, folder / "sop", folder / "mkdocs.yml"))
        return
    write(folder / "mkdocs.yml", "site_name: x\ntheme: {name: material, custom_dir: own}\nplugins: []\n")
    config = load_config(str(folder / "mkdocs.yml"))
    config.theme.dirs.insert(1, str(shipped("templates") / "theme"))
    refuse_unusable_files(folder / "docs", folder)
    refuse_slips(get_files(config), config)
    environment = config.theme.get_env()
    for template in (folder / "own").rglob("*.html"):
        try:
            environment.get_template(template.relative_to(folder / "own").as_posix()).render(config=config)
        except Exception as error:  # noqa: BLE001 - templates may raise anything
            with as_findings():
                refuse_broken_template(error, config)


@contextlib.contextmanager
def as_findings() -> Iterator[None]:
    """Raise the Findings of which an error for MkDocs was made."""
    try:
        yield
    except PluginError as error:
        raise error.__cause__ or error from None


def write(file: Path, text: str | bytes) -> None:
    """Write a file, or the link that `-> TARGET` stands for."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        file.write_bytes(text)
    elif text.startswith("-> "):
        file.symlink_to(text.removeprefix("-> "))
    else:
        file.write_text(text, encoding="utf-8")
