"""The sites of locales that a build can take over from the last one as they are, since nothing of them has changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from amends.cache import Cache
from amends.content.chain import layer_folders
from amends.content.place import Place
from amends.edition.edition import Edition
from amends.edition.view import view_digest
from amends.installation import installation
from amends.output.inventory import Inventory, inventory_of
from amends.sources import has_edit_links, is_all, sources_of


@dataclass(frozen=True)
class KeptLocales:
    """What was built into an output, locale by locale, as the cache knows it.

    `made_from` is a digest of all that goes into a site beside the SOP; empty where nobody can know all of it.
    """

    cache: Cache
    output: Path
    made_from: str

    def inventory(self, key: str, locale: str) -> Inventory | None:
        """The files of a locale in the output, if they are just what a build would make of the edition of this key."""
        kept = self.cache.get(key) if key else None
        if kept is None:
            return None
        try:
            inventory: Inventory = json.loads(kept)
            return inventory if inventory_of(self.output, locale) == inventory else None
        except OSError:
            return None

    def keep(self, key: str, inventory: Inventory) -> None:
        """Remember what was just built of the edition of this key."""
        if key:
            self.cache.put(key, json.dumps(dict(inventory)).encode())

    def key(self, edition: Edition) -> str:
        """What stands for all that goes into the site of an edition; empty where nobody can know all of it."""
        if not self.made_from:
            return ""
        said = f"locale {self.output.absolute()} {self.made_from} {edition.locale} {view_digest(edition)}"
        return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()


def kept_locales(place: Place, output: Path, cache: Cache, *, strict: bool) -> KeptLocales:
    """What the cache knows of an output. Where pages lead to lines of YAML, it knows nothing: any edit moves lines."""
    if not cache.is_kept or has_edit_links(place) or not is_all(place):
        return KeptLocales(cache, output, "")
    layers = (*layer_folders(place.content), *(place.variant.layers if place.variant else ()))
    beside = sources_of(place, without=[output, *layers])
    said = repr((place.home.absolute(), beside.digest(), installation(), strict))
    return KeptLocales(cache, output, hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest())
