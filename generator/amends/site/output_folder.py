"""The folder that MkDocs fills for one locale: used only if it is ours, complete, and marked as ours.

A preview has no such folder. `amends build` gives each locale a new folder, which needs no mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from amends.content.place import folders_among
from amends.finding import UsageError
from amends.output.allowed import refuse_foreign
from amends.output.inventory import some
from amends.output.marker import write_marker
from amends.site.site_build import SiteBuild


def claim(config: MkDocsConfig, build: SiteBuild) -> None:
    """Use the folder in which MkDocs alone builds; raises UsageError where somebody else's files lie there."""
    named = (config.docs_dir, config.theme.custom_dir)
    sources = folders_among(build.place, *(Path(folder) for folder in named if folder))
    refuse_foreign(Path(config.site_dir), (build.place.home,), sources)


def choose_folder(config: MkDocsConfig, build: SiteBuild) -> None:
    """Send the locale's files to a folder of its own."""
    config.site_dir = str(Path(config.site_dir) / build.locale)


def mark_unfinished(config: MkDocsConfig, build: SiteBuild) -> None:
    """Mark what MkDocs is about to fill as ours, so that a build that was stopped half-way can be repeated."""
    write_marker(Path(config.site_dir).parent, unfinished=build.locale)


def mark_finished(config: MkDocsConfig) -> None:
    """Mark the output as ours: the next build may replace it."""
    write_marker(Path(config.site_dir).parent)


def sizes_of(files: Files) -> dict[str, int]:
    """The files that MkDocs copies as they are: their paths below the site, and their sizes in bytes."""
    copied = (file for file in files if not file.is_documentation_page() and file.inclusion.is_included())
    return {file.dest_uri: _size(file) for file in copied}


def _size(file: File) -> int:
    return Path(file.abs_src_path).stat().st_size if file.abs_src_path else len(file.content_bytes)


def refuse_incomplete(config: MkDocsConfig, written: Mapping[str, int]) -> None:
    """Raise UsageError if a file that MkDocs has written is missing now, or has another size."""
    site = Path(config.site_dir)
    wrong = sorted(name for name, size in written.items() if not _has_size(site / name, size))
    if wrong:
        raise UsageError(f"{site}: somebody removed or changed files of the new handbook ({some(wrong)}); build again")


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size
