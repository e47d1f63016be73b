"""Small pages at the earlier addresses of renamed entries: links and QR codes on paper still lead to them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.edition.address import Address, address_of
from amends.edition.edition import Edition
from amends.render.compiled_templates import compiled_templates
from amends.shipped import shipped


def moved_pages(edition: Edition) -> Mapping[str, Callable[[], bytes]]:
    """What makes each page, by its path below the locale's site: `steps/inform.html`, which leads to `tell.html`."""
    sop = edition.sop
    taken = {address_of(f"{name}/{key}").page for name, entries in _paged(edition) for key in entries}
    pages: dict[str, Callable[[], bytes]] = {}
    for old, new in sop.aliases.items():
        if old.count("/") == 1 and (was := address_of(old)) and was.page not in taken and not was.anchor:
            pages[f"{was.page}.html"] = partial(_page, edition, was, new)
    return pages


def _paged(edition: Edition) -> list[tuple[str, Mapping[str, object]]]:
    """The collections of which each entry has a page of its own."""
    names = {name.partition("/")[0] for name in edition.sop.aliases}
    return [(name, getattr(edition.sop, name)) for name in sorted(names)]


def _page(edition: Edition, was: Address, new: str) -> bytes:
    now = address_of(new)
    target = posixpath.relpath(f"{now.page}.html", posixpath.dirname(was.page)) + (
        f"#{now.anchor}" if now.anchor else ""
    )
    environment = Environment(
        loader=FileSystemLoader(shipped("templates")),
        bytecode_cache=compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template("moved.html.j2").render(
        locale=edition.locale, target=target, title=edition.title(new)
    )
    return page.encode()
