"""Where a MkDocs build calls the page guard: after every page, and at the end."""

from __future__ import annotations

from mkdocs.structure.files import File

from amends.finding import Findings, Location
from amends.security.page_guard import PageGuard


def guarded_page(html: str, file: File, guard: PageGuard) -> str:
    """The page as it may be written; a finding names the file written by hand, or the address of a generated page."""
    is_by_hand = file.generated_by is None and file.abs_src_path is not None
    return guard.guarded(html, Location(str(file.abs_src_path) if is_by_hand else file.dest_uri))


def guarded_template(output: str, name: str, guard: PageGuard) -> str:
    """404.html and other pages that only the theme has, as they may be written; other files stay as they are."""
    return guard.guarded(output, Location(name)) if name.endswith(".html") else output


def refuse_foreign_markup(guard: PageGuard) -> None:
    """Raise Findings if a page held foreign markup."""
    if guard.findings:
        raise Findings(guard.findings)
