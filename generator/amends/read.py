"""A place on disk -> a checked SOP: content, model, check, in that order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from amends.check.consequences import without_consequences
from amends.check.engine import findings_for
from amends.check.rule import Subject
from amends.codes.asked import UNREADABLE_RECORD
from amends.codes.layers import UNKNOWN_BASE
from amends.codes.model import MISSING_FIELD
from amends.content.at_home import AtHome
from amends.content.blanks import blank_findings
from amends.content.chain import read_layers, read_layers_over
from amends.content.clock_packs import with_clock_packs
from amends.content.foreign import foreign_findings
from amends.content.layers import Layer, Resolved, resolved
from amends.content.named_file import with_named_files
from amends.content.place import HEADER_FILE, Place
from amends.content.translation_record import NOTHING, RECORD_FILE, Record, read_record
from amends.content.variant import Variant
from amends.content.variant_layer import locales_of, variant_layer
from amends.finding import Finding, Findings, Location, in_order
from amends.model import shape
from amends.model.brand import LARGEST_LOGO, LOGO
from amends.model.regional import with_regional_texts
from amends.model.sop import COLLECTIONS, Header, Sop
from amends.model.validate import validated
from amends.shipped import shipped

HEADER_FIELDS = tuple(Header.model_fields)


@dataclass(frozen=True)
class Reading:
    """What was read: the SOP, or None if its header is broken, and every finding, in the order of the files."""

    sop: Sop | None
    content: Resolved
    findings: tuple[Finding, ...]


def read_sop(place: Place, today: date, *, errors_only: bool = False) -> Reading:
    """The SOP at `place`, with every finding; raises UsageError if nothing can be read.

    With `errors_only`, no rule is asked that finds no errors: half of the time of a reading.
    """
    content = read_layered(place)
    if causes := _at_the_root(content):
        return Reading(None, content, tuple(in_order(causes)))
    at_home = AtHome(content)
    model = validated(content.header, content.collections, at_home.locate)
    record = read_record(place.content) or NOTHING
    findings = [*content.findings, *foreign_findings(content), *model.findings, *_of_the_record(place, record)]
    # Rules wait until every file can be read. Otherwise each reference to an entry in such a file would be a finding.
    if model.sop is not None and content.is_complete:
        subject = Subject(
            model.sop, today, model.broken, content.removed_entries, _locales(content), content.is_inherited, record
        )
        findings += findings_for(subject, at_home.locate, errors_only=errors_only)
    findings = [_with_the_way_back(it, content) for it in at_home.once(findings)]
    findings += blank_findings(content, {it.location for it in findings})
    return Reading(model.sop, content, tuple(in_order(without_consequences(findings, _lines_of_locales(content)))))


def _at_the_root(content: Resolved) -> list[Finding]:
    """What is wrong with the head of a layer, or with its base: most of what else is found would follow from it."""
    return [
        finding
        for layer in content.layers
        for finding in layer.content.findings
        if finding.code == UNKNOWN_BASE.code
        or (layer.content.header is None and Path(finding.location.file).name == HEADER_FILE)
    ]


def _with_the_way_back(finding: Finding, content: Resolved) -> Finding:
    """The finding; where a layer has removed what an SOP needs, with the other way out: to take that back."""
    if finding.code != MISSING_FIELD.code or finding.location not in content.removed.values():
        return finding
    return replace(finding, hint=f"{finding.hint}; or delete this line, and what the base says stays")


def _lines_of_locales(content: Resolved) -> set[tuple[str, int]]:
    """The lines that say which languages the handbook has."""
    listed = (content.header or {}).get("locales")
    items = [("locales", index) for index in range(len(listed) if isinstance(listed, list) else 0)]
    places = [content.authors_location(path) for path in (("locales",), ("default_locale",), *items)]
    return {(place.file, place.line) for place in places}


def _of_the_record(place: Place, record: Record) -> list[Finding]:
    """A finding for each line of the record of translations that cannot be read."""
    file = str(place.content / RECORD_FILE)
    message, hint = "this line says of no translation to which text it belongs", "delete it, or merge the file anew"
    return [UNREADABLE_RECORD.finding(message, hint, Location(file, line, 1)) for line in record.unreadable]


def asked_layers(place: Place) -> Resolved:
    """The merged layers, for somebody who asks what they hold; raises Findings if a file, or the base, is missing."""
    content = read_layered(place)
    findings = [finding for layer in content.layers for finding in layer.content.findings if finding.is_error]
    if findings and not content.is_complete:
        raise Findings(_at_the_root(content) or findings)
    return content


def read_layered(place: Place) -> Resolved:
    """The layers of the SOP at `place`, merged but not yet validated; raises UsageError if nothing can be read."""
    layers = [_prepared(layer) for layer in read_layers(place.content, HEADER_FIELDS, COLLECTIONS)]
    if place.variant is not None:
        over = read_layers_over(place.variant.layers, layers, HEADER_FIELDS, COLLECTIONS)
        layers += [_prepared(layer) for layer in over]
        layers.append(_prepared_variant(place.variant, resolved(layers, shape).header or {}))
    whole = resolved(layers, shape)
    return _in_its_regions(whole, locales_of(whole.header or {}, {}))


def _in_its_regions(content: Resolved, locales: Sequence[str]) -> Resolved:
    """The content with every text in `en-US`, say, where that is one of the locales and a text has only `en`."""
    if content.header is not None:
        content.header = with_regional_texts(content.header, locales)
    for name, entries in content.collections.items():
        content.collections[name] = with_regional_texts(entries, locales, name)
    return content


def sop_below(content: Resolved) -> Sop | None:
    """The SOP of all layers below the topmost one; None if there are none, or if they give no valid header."""
    if len(content.layers) == 1:
        return None
    # It is shown in the languages of the SOP over it.
    return sop_in(resolved(content.layers[:-1], shape), locales_of(content.header or {}, {}))


def sop_in(content: Resolved, locales: Sequence[str]) -> Sop | None:
    """The SOP as readers in these regions see it, to be compared with one in the same languages."""
    shown = _in_its_regions(content, locales)
    return validated(shown.header, shown.collections, shown.location).sop


def usable_sop(place: Place, today: date) -> tuple[Sop, Resolved]:
    """The SOP at `place`, ready to be built or printed; raises Findings if there is any error."""
    reading = read_sop(place, today, errors_only=True)
    errors = [finding for finding in reading.findings if finding.is_error]
    if errors or reading.sop is None:
        raise Findings(errors)
    return reading.sop, reading.content


def _prepared(layer: Layer) -> Layer:
    """A layer with its clock packs, and with every short form written out.

    A text without a locale is in the default locale of its own layer.
    """
    named = (layer.content.header or {}).get("default_locale")
    return _written_out(layer, [named if isinstance(named, str) else _DEFAULT_LOCALE])


def _prepared_variant(variant: Variant, below: Mapping[str, Any]) -> Layer:
    """The layer of a variant, prepared like any other; a text without a locale is in all locales of the variant."""
    layer = variant_layer(variant, below, COLLECTIONS)
    return _written_out(layer, locales_of(layer.content.header or {}, below) or [_DEFAULT_LOCALE])


_DEFAULT_LOCALE = str(Header.model_fields["default_locale"].default)


def _written_out(layer: Layer, locales: Sequence[str]) -> Layer:
    """A layer with all that it names, and with every short form in its long form, in each of these locales."""
    content = with_clock_packs(layer.content, shipped("sop") / "clocks")
    content = with_named_files(content, [LOGO], LARGEST_LOGO)

    def long_forms(data: Mapping[str, object], collection: str = "") -> Any:
        return reduce(_united, (shape.written_out(data, locale, collection) for locale in locales))

    content = replace(
        content,
        header=None if content.header is None else long_forms(content.header),
        collections={name: long_forms(entries, name) for name, entries in content.collections.items()},
    )
    return replace(layer, content=content)


def _united(one: Any, other: Any) -> Any:
    """Two blocks that differ only in the locales of their texts, as one."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return one
    return one | {key: _united(one[key], value) if key in one else value for key, value in other.items()}


def _locales(content: Resolved) -> frozenset[str]:
    """The locales of all layers. A base may have more languages than the SOP over it shows."""
    listed = (layer.content.header.get("locales") for layer in content.layers if layer.content.header)
    return frozenset(str(locale) for locales in listed if isinstance(locales, list) for locale in locales)
