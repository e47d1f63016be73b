"""The variants of a project, as a file lists them: a YAML file, a table, or a YAML file that names a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from amends.codes.variants import DUPLICATE_VARIANT, NO_VARIANTS, UNUSABLE_VARIANT_ID
from amends.content.variant import Variant
from amends.content.yaml_reader import read_yaml
from amends.finding import Finding, Findings, Location, UsageError
from amends.nearest import nearest
from amends.variants.entries import Block, variant_of, variants_of
from amends.variants.fields import trouble_with_id
from amends.variants.rows import variants_in

FILE_NAME = "variants.yml"
OUTPUT = "variants"
"""The list beside a project's mkdocs.yml, and the folder of its handbooks, unless the user names others."""

_TABLE, _EVERY, _VARIANTS = "table", "every", "variants"
_FIELDS: Final = (_TABLE, _EVERY, _VARIANTS)


@dataclass(frozen=True)
class Roster:
    """All variants, in the order in which they are listed, and the files that list them."""

    variants: tuple[Variant, ...]
    files: tuple[Path, ...]

    def chosen(self, ids: Sequence[str]) -> tuple[Variant, ...]:
        """The variants with these ids, all if there are no ids; raises UsageError if there is no such variant."""
        known = {variant.id for variant in self.variants}
        for wanted in ids:
            if wanted not in known:
                raise UsageError(f"there is no variant “{wanted}”; {nearest(wanted, known, 'variants')}")
        wanted_ids = set(ids) or known
        return tuple(variant for variant in self.variants if variant.id in wanted_ids)


def read_roster(file: Path) -> Roster:
    """The variants that a file lists.

    Raises UsageError if a file cannot be read, and Findings if nobody could say which variants there are. A mistake
    within a variant is one of its `problems`, so that it does not stop the others.
    """
    if file.suffix.lower() in (".csv", ".tsv"):
        return _roster(list(_from_table(file)), [file])
    document = read_yaml(_bytes_of(file), str(file))
    if not isinstance(document.data, dict):
        hint = "write  variants:  and below it  some-id: ...; the name of a table ends in .csv"
        raise Findings([_unlisted("the file holds no block of fields", Location(str(file)), hint)])
    top = Block(document, document.data)
    if wrong := list(_wrong_fields(top)):
        raise Findings(wrong)
    every = variant_of(top, _EVERY) if _EVERY in top.data else None
    if every is not None and every.problems:
        raise Findings(list(every.problems))
    entries = top.inner(_VARIANTS) if _VARIANTS in top.data else None
    tables = [_table_of(top, file)] if _TABLE in top.data else []
    listed = [*(variants_of(entries) if entries else ()), *(it for table in tables for it in _from_table(table))]
    return _roster([_over(every, variant) if every else variant for variant in listed], [file, *tables])


def _table_of(top: Block, file: Path) -> Path:
    """The file of the table that the list names; raises Findings if it is not there."""
    table: Path = file.parent / top.data[_TABLE]
    if not table.exists():
        message = f"there is no file `{top.data[_TABLE]}`"
        raise Findings([_unlisted(message, top.location(_TABLE), "write the path of the table, from this file")])
    return table


def _wrong_fields(top: Block) -> Iterator[Finding]:
    for name, value in top.data.items():
        if name not in _FIELDS:
            yield _unlisted(f"a file of variants has no field `{name}`", top.location(name), nearest(name, _FIELDS))
        elif name == _TABLE and not isinstance(value, str):
            yield _unlisted("`table` needs the name of a file", top.location(name), "write  table: branches.csv")
        elif name == _VARIANTS and not isinstance(value, dict):
            yield _unlisted("`variants` must hold variants, each under its id", top.location(name))


def _unlisted(message: str, location: Location, hint: str = "write  variants:  and below it  some-id: ...") -> Finding:
    return NO_VARIANTS.finding(message, hint, location)


def _empty(file: Path) -> Finding:
    is_table = file.suffix.lower() in (".csv", ".tsv")
    hint = "write a row of names,  id;organisation.name,  and below it a row for each variant"
    return _unlisted("no variant is listed here", Location(str(file)), *([hint] if is_table else []))


def _from_table(file: Path) -> Iterator[Variant]:
    return variants_in(_bytes_of(file), str(file))


def _bytes_of(file: Path) -> bytes:
    if file.exists() and not file.is_file():
        raise UsageError(f"{file}: is no file; name a file of variants")
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}; name a file of variants") from None


def _over(every: Variant, variant: Variant) -> Variant:
    """The variant over what every variant has: its own layers come on top, and its own values count."""
    own = {setting.path for setting in variant.settings}
    above = {path[:length] for path in own for length in range(1, len(path))}

    def is_kept(path: tuple[str, ...]) -> bool:
        return path not in above and not any(path[:length] in own for length in range(1, len(path) + 1))

    inherited = (setting for setting in every.settings if is_kept(setting.path))
    return replace(variant, layers=(*every.layers, *variant.layers), settings=(*inherited, *variant.settings))


def _roster(variants: Sequence[Variant], files: Sequence[Path]) -> Roster:
    """The roster; raises Findings if it is empty, or if ids are unusable or the same."""
    problems = [] if variants else [_empty(files[-1])]
    first: dict[str, Variant] = {}
    for variant in variants:
        if trouble := trouble_with_id(variant.id):
            problems.append(UNUSABLE_VARIANT_ID.finding(*trouble, variant.location))
            continue
        other = first.setdefault(variant.id.lower(), variant)
        if other is not variant:
            message = f"the variant `{other.id}` is listed already, at {other.location}"
            problems.append(DUPLICATE_VARIANT.finding(message, "give one of the two another id", variant.location))
    if problems:
        raise Findings(problems)
    return Roster(tuple(variants), tuple(files))
