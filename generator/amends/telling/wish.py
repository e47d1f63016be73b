"""What a run of `check` asks for: the settings of sop.yml, and over them the options of the command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from amends.codes.asked import ERROR_STAYS, UNKNOWN_CODE
from amends.codes.code import Code
from amends.finding import Finding, Level, UsageError
from amends.model.checking import Checking, Profile
from amends.model.validate import Locate
from amends.nearest import nearest


@dataclass(frozen=True)
class Options:
    """What the user of the command asks for; it goes before what sop.yml says."""

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Names:
    """All codes, found by what an author may write: `S505`, `dont-says-do`, or `S5` for all that begin so."""

    def __init__(self, codes: Iterable[Code]) -> None:
        self.codes = {code.code: code for code in codes}
        self._by_name = {code.name: code.code for code in codes}

    def meant(self, word: str) -> frozenset[str]:
        """The codes that a word means; empty if there is none."""
        if word in self._by_name:
            return frozenset({self._by_name[word]})
        return frozenset(code for code in self.codes if word and code.startswith(word.upper()))

    def way_out(self, word: str) -> str:
        """A hint for a word that means no code."""
        known = [*self.codes, *self._by_name]
        return nearest(word.upper() if word[-1:].isdigit() else word.lower(), known, "codes")

    def all_meant(self, words: Iterable[str]) -> frozenset[str]:
        """The codes that several words mean."""
        return frozenset(code for word in words for code in self.meant(word))


class Wish:
    """Which codes are told of which file, and how much each weighs."""

    def __init__(self, settings: Checking, options: Options, names: Names) -> None:
        for word in (*options.select, *options.ignore):
            if not names.meant(word):
                raise UsageError(f"there is no code “{word}”; {names.way_out(word)}")
        self.names = names
        self.profile = options.profile or settings.profile
        self.selected = names.all_meant(options.select or settings.select)
        self.ignored = names.all_meant((*options.ignore, *settings.ignore))
        self.per_file = {pattern: names.all_meant(words) for pattern, words in settings.per_file.items()}
        self.severity: Mapping[str, Level] = {
            code: level for word, level in settings.severity.items() for code in names.meant(word)
        }

    def asks_for(self, code: str) -> bool:
        """Whether a code is told at all; errors are told always."""
        known = self.names.codes[code]
        if known.level == "error":
            return True
        is_ripe = self.profile != "draft" or not known.is_of_unfinished
        return is_ripe and code not in self.ignored and (not self.selected or code in self.selected)

    def passes_over(self, finding: Finding, path_of: Callable[[str], str]) -> bool:
        """Whether a setting says that a finding is not told; `path_of` gives a file as seen from its content."""
        if finding.is_error or not self.asks_for(finding.code):
            return not finding.is_error
        patterns = (pattern for pattern, codes in self.per_file.items() if finding.code in codes)
        return any(fnmatchcase(path_of(finding.location.file), pattern) for pattern in patterns)

    def weight(self, finding: Finding) -> Level:
        """The level with which a finding is told. An error stays one; to publish, a warning is one."""
        level = finding.level if finding.is_error else self.severity.get(finding.code, finding.level)
        is_left_open = self.names.codes[finding.code].blocks_publishing and finding.code not in self.severity
        return "error" if self.profile == "publish" and (level == "warning" or is_left_open) else level


def findings_of(settings: Checking, names: Names, locate: Locate) -> Iterator[Finding]:
    """What is wrong with the settings themselves."""
    per_file = [(("per_file", pattern), words) for pattern, words in settings.per_file.items()]
    lists = [(("select",), settings.select), (("ignore",), settings.ignore), *per_file]
    for path, words in lists:
        for index, word in enumerate(words):
            yield from _judged(word, ("check", *path, index), names, locate, lowers=path != ("select",))
    for word, level in settings.severity.items():
        yield from _judged(word, ("check", "severity", word), names, locate, lowers=level != "error")


def _judged(word: str, path: tuple[str | int, ...], names: Names, locate: Locate, *, lowers: bool) -> Iterator[Finding]:
    meant = names.meant(word)
    if not meant:
        yield UNKNOWN_CODE.finding(f"there is no code “{word}”", names.way_out(word), locate(path))
    elif lowers and all(names.codes[code].level == "error" for code in meant):
        message = f"“{word}” is an error, and stays one"
        yield ERROR_STAYS.finding(message, "mend what it finds, and take the code out here", locate(path))
