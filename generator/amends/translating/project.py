"""A project as its translators see it: its languages, and the record of its translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.content.layers import Resolved
from amends.content.place import Place
from amends.content.translation_record import NOTHING, RECORD_FILE, Record, read_record
from amends.edition.words import Words, read_words
from amends.finding import Findings, UsageError
from amends.model.text import LOCALE
from amends.read import read_layered
from amends.telling.authors import locale_of_authors
from amends.translating.recording import renewed
from amends.translating.units import Texts, source_locale
from amends.write import write_file


@dataclass(frozen=True)
class Project:
    """The merged content of a project, which must be readable; rules are not asked."""

    place: Place
    content: Resolved

    @classmethod
    def at(cls, place: Place) -> Project:
        """The project at a place; raises Findings if a file of it cannot be read."""
        content = read_layered(place)
        errors = [finding for finding in content.findings if finding.is_error]
        if errors or content.header is None:
            raise Findings(errors)
        return cls(place, content)

    @property
    def id(self) -> str:
        """Its id, as files for translators carry it."""
        return str((self.content.header or {}).get("id", ""))

    @property
    def words(self) -> Words:
        """The fixed words in the language in which its authors read findings."""
        return read_words(locale_of_authors(self.place.content))

    @property
    def record_file(self) -> Path:
        """Where the record of its translations is, or will be."""
        return self.place.content / RECORD_FILE

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales of its handbook."""
        listed = (self.content.header or {}).get("locales")
        return tuple(it for it in listed if isinstance(it, str)) if isinstance(listed, list) else ("en",)

    def record(self) -> Record:
        """What was written down of its translations."""
        return read_record(self.place.content) or NOTHING

    def languages(self, locales: Sequence[str] = (), of: str | None = None) -> list[Texts]:
        """Its texts in these locales, or in all into which they are translated; raises UsageError if there are none."""
        for locale in (*locales, *filter(None, [of])):
            if not LOCALE.fullmatch(locale):
                raise UsageError(f"“{locale}” is no locale; write a language code such as  de  or  pt-BR")
        wanted = [it for it in locales or self.locales if (of or source_locale(self.content, it)) != it]
        wanted = [it for it in wanted if locales or self._is_translated(it, of)]
        if not wanted:
            raise UsageError("this SOP has one language; name another one to translate into with  --locale de")
        return [self.texts(locale, of) for locale in wanted]

    def texts(self, into: str, of: str | None = None) -> Texts:
        """Its texts in one locale, translated from `of`, or from its own language."""
        return Texts(self.content, of or source_locale(self.content, into), into, self.record())

    def record_again(self, languages: Sequence[Texts], accepted: Sequence[str]) -> Path:
        """Write the record anew, as far as these languages go, and give its file."""
        write_file(self.record_file, renewed(self.record(), languages, accepted).text().encode())
        return self.record_file

    def _is_translated(self, locale: str, of: str | None) -> bool:
        """Whether texts are translated into a locale of the handbook; into its own one if its base has another."""
        default = (self.content.header or {}).get("default_locale", "en")
        below = {(layer.content.header or {}).get("default_locale", default) for layer in self.content.layers}
        return locale != default or of is not None or below != {default}
