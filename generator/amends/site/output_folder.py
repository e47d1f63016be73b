"""The folder that MkDocs fills for one locale: used only if it is ours, and marked as ours. A preview has none."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from amends.site.site_build import SiteBuild
from amends.write import refuse_foreign, write_marker


def claim(config: MkDocsConfig, build: SiteBuild) -> None:
    """Send the locale's files to a folder of its own; raises UsageError where somebody else's files lie there."""
    if not build.is_serving:
        refuse_foreign(Path(config.site_dir), (build.place.content, build.place.home))
        config.site_dir = str(Path(config.site_dir) / build.locale)


def mark_unfinished(config: MkDocsConfig, build: SiteBuild) -> None:
    """Mark what MkDocs is about to fill as ours, so that a build that was stopped half-way can be repeated."""
    if not build.is_serving:
        write_marker(Path(config.site_dir).parent, unfinished=build.locale)


def mark_finished(config: MkDocsConfig, build: SiteBuild) -> None:
    """Mark the output as ours: the next build may replace it."""
    if not build.is_serving:
        write_marker(Path(config.site_dir).parent)
