"""New translations -> the files of the project's own layer: beside their texts, or as patches of texts of the base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amends.content.layers import Keys
from amends.content.place import HEADER_FILE
from amends.content.yaml_reader import read_yaml
from amends.content.yaml_source import LIMITS, decoded_text
from amends.file_bytes import file_bytes
from amends.finding import Findings, UsageError
from amends.fixing.fixes import Fixed
from amends.model import shape
from amends.model.sop import COLLECTIONS
from amends.translating.project import Project
from amends.translating.units import FORMS, WORDS, Texts, Unit, place_of, texts_in
from amends.translating.yaml_edits import NoPlaceError, YamlEdits
from amends.translating.yaml_style import Block, flow

LOCALES = "locales"
PATCHES = "translations"
"""The folder in which texts of a base are patched: one file for each collection."""
_NOTE = "# Translations of texts of the base, written by  amends import translations. Edit them like any other file.\n"
_NEW = b"\n"


@dataclass
class Written:
    """The files as they would be, and the units for which there is no place yet, with what an author can paste."""

    files: list[Fixed] = field(default_factory=list)
    without_place: dict[str, str] = field(default_factory=dict)


def written(project: Project, texts: Texts, changed: Mapping[str, str]) -> Written:
    """The files of the project with these translations, by the ids of their texts."""
    result = Written()
    own = project.content.layers[-1].content
    default = str((own.header or {}).get("default_locale", "en"))
    files: dict[Path, _File] = {}
    for ids, path, value in _changes(texts, changed):
        at = _file_for(project, path)
        if at not in files:
            files[at] = _File(at, default)
        try:
            files[at].put(path, value)
        except NoPlaceError:
            result.without_place |= dict.fromkeys(ids, f"{'/'.join(path)}: {flow(value)}")
    if texts.into not in project.locales:
        head = Path(own.folder) / HEADER_FILE
        file = files[head] if head in files else files.setdefault(head, _File(head, default))
        file.edits.add_to_list(LOCALES, project.locales, texts.into)
    result.files = [fixed for file in files.values() if (fixed := file.fixed()).before != fixed.after]
    return result


def _changes(texts: Texts, changed: Mapping[str, str]) -> Iterator[tuple[Sequence[str], Keys, Block | str]]:
    """Each place to write, with the ids of what is written there: all forms of a word go together."""
    words: dict[Keys, list[Unit]] = {}
    for name in changed:
        unit = texts.by_id[name]
        if unit.path[0] == WORDS:
            words.setdefault(unit.path[:2], []).append(unit)
        else:
            yield [name], place_of(unit.path, texts.into), changed[name]
    for word, units in words.items():
        forms = {form: texts.by_id["/".join((*word, form))] for form in FORMS}
        value = {form: changed.get(unit.id, unit.target) for form, unit in forms.items()}
        yield [unit.id for unit in units], (*word, texts.into), value


def _file_for(project: Project, path: Keys) -> Path:
    """The file of the project in which the entry stands, or in which it is patched from now on."""
    own = project.content.layers[-1].content
    if path[0] not in COLLECTIONS:
        return Path(own.folder) / HEADER_FILE
    document = own.origins.get((path[0], path[1]))
    if document is not None and document.file in own.files:
        return Path(document.file)
    return Path(own.folder) / PATCHES / f"{path[0].replace('_', '-')}.yml"


class _File:
    """A file of the project that is being changed; one that is not there yet begins with a note."""

    def __init__(self, path: Path, default: str) -> None:
        self.path, self.default = path, default
        self.is_new = not path.exists()
        self.source = _NEW if self.is_new else _bytes_of(path)
        self.before = "" if self.is_new else decoded_text(self.source, str(path))
        self.data = self._long(self.before)
        self.edits = YamlEdits(_NOTE if self.is_new else self.before, self._holds, default)
        self.wanted: dict[Keys, str] = {}

    def put(self, path: Keys, value: Block | str) -> None:
        """Let a text stand at its path; raises NoPlaceError if there is no place for it."""
        self.edits.put(path, value)
        if isinstance(value, str):
            self.wanted[path] = value
        else:
            self.wanted |= {(*path, form): str(text) for form, text in value.items()}

    def fixed(self) -> Fixed:
        """The file before and after. That nothing else has changed is proved, not hoped."""
        after = self.edits.result()
        expected = dict(_strings(self.data)) | self.wanted
        if self._strings_after(after) != expected:
            raise UsageError(f"{self.path}: the texts cannot be put in without changing others; write them yourself")
        return Fixed(str(self.path), self.source, self.before, after)

    def _strings_after(self, text: str) -> dict[Keys, str] | None:
        try:
            return dict(_strings(self._long(text)))
        except Findings:
            return None

    def _holds(self, path: Keys) -> bool:
        here: Any = self.data
        for part in path:
            if not isinstance(here, dict) or part not in here:
                return False
            here = here[part]
        return True

    def _long(self, text: str) -> dict[str, Any]:
        """What a text of the file says, in its long form."""
        if not text.strip():
            return {}
        data = read_yaml(text.encode(), str(self.path)).data
        whole: dict[str, Any] = dict(data) if isinstance(data, dict) else {}
        head = {name: value for name, value in whole.items() if name not in COLLECTIONS}
        lists = {name: dict(it) for name, it in whole.items() if name in COLLECTIONS and isinstance(it, dict)}
        long = {name: shape.written_out(entries, self.default, name) for name, entries in lists.items()}
        return {**whole, **shape.written_out(head, self.default), **long}


def _strings(data: Mapping[str, Any]) -> Iterator[tuple[Keys, str]]:
    """Every value but the list of locales, by its path, with all forms of each word."""
    for name, value in data.items():
        if name == WORDS:
            for path, strings in texts_in({WORDS: value}):
                yield from ((place_of(path, locale), string) for locale, string in strings.items())
        elif name != LOCALES:
            yield from _leaves(value, (name,))


def _leaves(value: Any, path: Keys) -> Iterator[tuple[Keys, str]]:
    if not isinstance(value, dict) or not value:
        yield path, str(value)
    else:
        for name, inner in value.items():
            yield from _leaves(inner, (*path, name))


def _bytes_of(path: Path) -> bytes:
    try:
        return file_bytes(path, LIMITS.file_bytes)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; check its permissions") from None
