"""A place on disk -> a checked SOP: content, model, check, in that order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amends.check.engine import findings_for
from amends.check.rule import Subject
from amends.content.loader import Content, read_content
from amends.content.place import Place
from amends.finding import Finding, Findings
from amends.model.sop import COLLECTIONS, Header, Sop
from amends.model.validate import validated


@dataclass(frozen=True)
class Reading:
    """What was read: the SOP where it could be understood, and every finding, in the order of the files."""

    sop: Sop | None
    content: Content
    findings: tuple[Finding, ...]


def read_sop(place: Place, today: date) -> Reading:
    """The SOP at `place` with all that is to be said of it; raises PlaceError where nothing can be read."""
    content = read_content(place.content, list(Header.model_fields), COLLECTIONS)
    model = validated(content.header, content.collections, content.location)
    findings = [*content.findings, *model.findings]
    # Rules wait until every file can be read: each link to an entry that is not there yet would be a finding.
    if model.sop is not None and content.is_complete:
        findings += findings_for(Subject(model.sop, today, model.broken), content.location)
    return Reading(model.sop, content, tuple(sorted(set(findings), key=lambda finding: finding.sort_key)))


def usable_sop(place: Place, today: date) -> tuple[Sop, Content]:
    """The SOP at `place`, fit to be printed; raises Findings where there is any error."""
    reading = read_sop(place, today)
    errors = [finding for finding in reading.findings if finding.is_error]
    if errors or reading.sop is None:
        raise Findings(errors)
    return reading.sop, reading.content
