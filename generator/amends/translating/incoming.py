"""What came back from a translator, judged row by row: what to write, what to write down, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from amends.codes import translated
from amends.codes.code import Code
from amends.content.translation_record import Direction, Pair, pair_of
from amends.content.yaml_source import HIDDEN, LIMITS, hidden_problem
from amends.finding import Finding
from amends.model.text import has_ink
from amends.nearest import nearest
from amends.translating.differences import Difference, differences
from amends.translating.recording import unfinished
from amends.translating.task import Returned, Row
from amends.translating.units import FORMS, WORDS, Texts, Unit


@dataclass
class Incoming:
    """The new translations by the ids of their texts, the pairs to write down, and the findings.

    `empty` is the number of rows that are not translated yet, `kept` of those whose cell is empty although the SOP has
    a translation: an empty cell deletes nothing.
    """

    changed: dict[str, str] = field(default_factory=dict)
    pairs: dict[Direction, Pair] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    empty: int = 0
    kept: int = 0

    @property
    def refused(self) -> int:
        """The number of rows that are not taken."""
        return sum(finding.is_error for finding in self.findings)


def judged(texts: Texts, returned: Returned) -> Incoming:
    """What to make of each row."""
    result = Incoming()
    judge = _Judge(texts, result)
    for name, rows in _by_id(returned).items():
        unit = texts.by_id.get(name)
        if unit is None:
            judge.report_unknown(rows[0], name)
        elif (row := judge.only_one(rows)) is not None:
            judge.take(unit, row)
    judge.refuse_halves_of_words(_by_id(returned))
    return result


def _by_id(returned: Returned) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in returned.rows:
        found.setdefault(row.id, []).append(row)
    return found


@dataclass
class _Judge:
    texts: Texts
    result: Incoming

    def report_unknown(self, row: Row, name: str) -> None:
        """A text that the SOP does not have, or that cannot be translated here."""
        if not name:
            self._report(
                translated.UNKNOWN_TEXT, row, "this row names no text in the column `id`", "copy it from the export"
            )
        else:
            self._report(
                translated.UNKNOWN_TEXT,
                row,
                f"there is no text `{name}` here to translate",
                nearest(name, self.texts.by_id),
            )

    def only_one(self, rows: list[Row]) -> Row | None:
        """The row of a text; None if several rows translate it in different ways."""
        given = {row.target: row for row in rows if row.target.strip() or row.problem}
        if len(given) <= 1:
            return next(iter(given.values()), rows[0])
        first, second, *_ = given.values()
        message = f"`{second.id}` is translated twice and differently, in {first.cell} and in {second.cell}"
        self._report(translated.TRANSLATED_TWICE, second, message, "delete one of the two rows")
        return None

    def take(self, unit: Unit, row: Row) -> None:
        """Take a row over, as far as it can be used. A TAB, which a sheet may put where somebody pastes, is a blank."""
        if row.target != unit.target:
            row = replace(row, target=row.target.replace("\t", " "))
        if row.problem or HIDDEN.search(row.target) or len(row.target) > LIMITS.text_characters:
            self._report(translated.NO_TEXT, row, *_no_text(row))
        elif not has_ink(row.target):
            self.result.kept += bool(unit.target)
            self.result.empty += not unit.target
        elif row.target == unit.target:
            self._confirm(unit, row)
        elif self._is_usable(unit, row):
            self.result.changed[unit.id] = row.target
            self.result.pairs[self._direction(unit)] = self._pair(row)
            self._compare_sources(unit, row)

    def refuse_halves_of_words(self, rows: Mapping[str, list[Row]]) -> None:
        """Refuse a word of which a form is left open: the SOP needs all of them."""
        for unit in self.texts.units:
            if unit.path[0] == WORDS and unit.path[-1] == FORMS[0]:
                forms = [
                    self.texts.by_id[f"{unit.id.rpartition('/')[0]}/{form}"] for form in FORMS if self._has(unit, form)
                ]
                given = [it for it in forms if it.id in self.result.changed]
                open_ = [it for it in forms if not it.target and it not in given]
                for it in given if open_ else ():
                    message = (
                        f"the word `{'/'.join(it.path[:2])}` needs all of its forms, and `{open_[0].path[-1]}` is empty"
                    )
                    self._report(translated.NO_TEXT, rows[it.id][0], message, "translate the other forms, too")
                    del self.result.changed[it.id], self.result.pairs[self._direction(it)]

    def _has(self, unit: Unit, form: str) -> bool:
        return f"{unit.id.rpartition('/')[0]}/{form}" in self.texts.by_id

    def _confirm(self, unit: Unit, row: Row) -> None:
        """Note that a translator has looked at a translation and left it as it is."""
        if row.is_confirmed and row.source:
            self.result.pairs[self._direction(unit)] = self._pair(row)

    def _is_usable(self, unit: Unit, row: Row) -> bool:
        """Report what differs from the source of the SOP; whether the translation can be used with that."""
        fatal = False
        locales = (self.texts.of, self.texts.into)
        for it in differences(unit.path, (unit.source, row.target), locales):
            is_free = it.sign.strip("{} ") in self.texts.free_names
            if it.kind == "figure" or is_free:
                if it.kind != "added":
                    self._report(translated.FIGURE_LOST, row, *_lost_figure(unit, it))
            else:
                fatal = True
                self._report(translated.SIGN_LOST, row, *_lost_sign(unit, it))
        return not fatal

    def _compare_sources(self, unit: Unit, row: Row) -> None:
        if row.source.strip() != unit.source.strip():
            message = (
                f"the source of `{unit.id}` is not the text of the SOP: it has changed since the export, or in the file"
            )
            hint = "the translation is taken, and counts as older; compare it with the text of the SOP"
            self._report(translated.OTHER_SOURCE, row, message, hint)

    def _direction(self, unit: Unit) -> Direction:
        return Direction(unit.id, self.texts.of, self.texts.into)

    @staticmethod
    def _pair(row: Row) -> Pair:
        return unfinished(row.target) if row.is_unfinished else pair_of(row.source, row.target)

    def _report(self, code: Code, row: Row, message: str, hint: str) -> None:
        self.result.findings.append(code.finding(f"{row.cell}: {message}", hint, row.location))


def _no_text(row: Row) -> tuple[str, str]:
    if row.problem == "formula":
        return (
            f"`{row.id}` has a formula in the place of a text",
            "write the text; put  '  before one that begins with =",
        )
    if row.problem:
        return (
            f"`{row.id}` has a date or a number in the place of a text",
            "give the cell the format “Text”, and type it anew",
        )
    if match := HIDDEN.search(row.target):
        _, message, hint = hidden_problem(match[0])
        return f"`{row.id}`: {message}", hint
    return f"`{row.id}` has more than {LIMITS.text_characters} characters", "shorten it"


def _lost_sign(unit: Unit, lost: Difference) -> tuple[str, str]:
    if lost.kind == "added":
        return f"`{unit.id}` has `{lost.sign}`, which its source lacks", "delete it"
    return (
        f"`{unit.id}` lacks `{lost.sign}`, which stands in its source",
        "copy it from the source, with its braces or brackets",
    )


def _lost_figure(unit: Unit, lost: Difference) -> tuple[str, str]:
    return f"`{unit.id}` lacks `{lost.sign}`, which stands in its source", "find out whether it belongs there"
