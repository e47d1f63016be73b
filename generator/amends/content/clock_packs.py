"""The packs of legal time limits that an SOP names in `use_clocks`, read as further files of its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from amends.codes.code import Code
from amends.codes.folder import DUPLICATE_ID, UNKNOWN_CLOCK_PACK
from amends.content.loader import Content
from amends.content.yaml_reader import Document, read_yaml
from amends.nearest import nearest

COLLECTION = "clocks"
EVENTS_OF_PACK = "events"
FIELD = "use_clocks"


def with_clock_packs(content: Content, folder: Path) -> Content:
    """The content with the clocks that its header names: all of a pack, `uk-fca-disp`, or one of them, `PACK/CLOCK`.

    `folder` holds the packs. A name that leads nowhere is a finding. So is a clock that the content defines itself.
    """
    joined = _Joined(content, pack_files(folder))
    for path, name in _named(content.header or {}):
        joined.take(path, name)
    return joined.content


def pack_files(folder: Path) -> dict[str, Path]:
    """The file of each pack, by the name of the pack."""
    return {file.stem: file for file in sorted(folder.glob("*.yml"))}


def read_pack(file: Path) -> Document:
    """One shipped pack. A mistake in it is our bug, so it raises."""
    return read_yaml(file.read_bytes(), str(file))


def entries_in(document: Document, collection: str) -> dict[str, object]:
    """The clocks or the events of a pack, by id, not yet validated."""
    entries = document.data.get(collection) if isinstance(document.data, dict) else None
    return dict(entries) if isinstance(entries, dict) else {}


def _named(header: Mapping[str, object]) -> Iterator[tuple[tuple[str, int], str]]:
    """Each name with the path at which it stands. The model reports a value that is not a list of texts."""
    names = header.get(FIELD)
    for index, name in enumerate(names if isinstance(names, list) else []):
        if isinstance(name, str):
            yield (FIELD, index), name


def _with_successors(known: Mapping[str, object], clock_id: str) -> dict[str, object]:
    """One clock, and the clocks that have replaced it one after the other."""
    found: dict[str, object] = {}
    following: object = clock_id
    while isinstance(following, str) and following in known and following not in found:
        clock = known[following]
        found[following] = clock
        following = clock.get("superseded_by") if isinstance(clock, dict) else None
    return found


def _events_of(document: Document, chosen: Mapping[str, object]) -> dict[str, object]:
    """The events of a pack that the chosen clocks name, and those after which these come."""
    known = entries_in(document, EVENTS_OF_PACK)
    waiting = [clock.get(field) for clock in chosen.values() if isinstance(clock, dict) for field in _NAMING_EVENTS]
    found: dict[str, object] = {}
    while waiting:
        event = waiting.pop(0)
        if isinstance(event, str) and event in known and event not in found:
            found[event] = entry = known[event]
            waiting.append(entry.get("follows") if isinstance(entry, dict) else None)
    return {event: known[event] for event in known if event in found}


_NAMING_EVENTS = ("from", "by", "or_by", "once")


class _Joined:
    """The content so far, with the packs taken in."""

    def __init__(self, content: Content, packs: Mapping[str, Path]) -> None:
        self.content = content
        self.packs = packs

    def take(self, path: tuple[str, int], name: str) -> None:
        """Add the pack or the clock that one name of `use_clocks` stands for."""
        pack, _, clock = name.partition("/")
        if pack not in self.packs:
            self.find(
                UNKNOWN_CLOCK_PACK,
                path,
                f"there is no pack of clocks `{pack}`",
                nearest(pack, self.packs, few=len(self.packs)),
            )
            return
        document = read_pack(self.packs[pack])
        known = entries_in(document, COLLECTION)
        if clock and clock not in known:
            self.find(
                UNKNOWN_CLOCK_PACK,
                path,
                f"the pack `{pack}` has no clock `{clock}`",
                nearest(clock, known, few=len(known)),
            )
            return
        self.add(path, document, _with_successors(known, clock) if clock else known)

    def add(self, path: tuple[str, int], document: Document, chosen: Mapping[str, object]) -> None:
        """Add clocks of one pack. If a file of the SOP has a clock of the same id, that one stays: a finding."""
        clocks, origins = dict(self.content.collections.get(COLLECTION, {})), dict(self.content.origins)
        for clock_id, value in chosen.items():
            first = origins.setdefault((COLLECTION, clock_id), document)
            if first.file == document.file:
                clocks[clock_id] = value
            else:
                message = f"`{COLLECTION}/{clock_id}` of this pack is already defined in {first.file}"
                self.find(DUPLICATE_ID, path, message, "rename or delete the one of your own")
        events = dict(self.content.collections.get(EVENTS_OF_PACK, {}))
        for event_id, value in _events_of(document, chosen).items():
            # Packs share events, and an SOP may word one in its own way. The first one stays.
            if (EVENTS_OF_PACK, event_id) not in origins:
                events[event_id], origins[EVENTS_OF_PACK, event_id] = value, document
        self.content = replace(
            self.content,
            collections={**self.content.collections, COLLECTION: clocks, EVENTS_OF_PACK: events},
            origins=origins,
            files=tuple(dict.fromkeys([*self.content.files, document.file])),
        )

    def find(self, code: Code, path: tuple[str, int], message: str, hint: str) -> None:
        """Add a finding at a name of `use_clocks`."""
        finding = code.finding(message, hint, self.content.location(path))
        self.content = replace(self.content, findings=(*self.content.findings, finding))
