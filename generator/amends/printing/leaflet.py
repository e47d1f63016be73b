"""The leaflet for those who complain: the public policy on a sheet to take away."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.policy_sheet import PolicyPart, ReachRow, policy_sheet
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet, page_address
from amends.printing.plain_data import all_runs_data, runs_data

_NAME = "policy"


def _marks(sheets: Sheets) -> Fingerprints:
    edition = sheets.edition
    return {_NAME: fingerprint(_data(edition, policy_sheet(edition)))} if edition.sop.policy else {}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition = sheets.edition
    if edition.sop.policy:
        number = f"{edition.sop.document.number}-{_NAME.upper()}"
        sheet = Sheet(policy_sheet(edition), number, marks[_NAME], page_address(edition, _NAME))
        yield PrintJob(LEAFLET, "print/leaflet.pdf", edition.words("page.policy"), (sheet,))


def _data(edition: Edition, parts: tuple[PolicyPart, ...], paper: Paper = "a4") -> Data:  # noqa: ARG001 - the same on any
    return {
        "id": _NAME,
        "title": edition.words("page.policy"),
        "intro": edition.words("policy.intro"),
        "parts": [_part(part) for part in parts],
    }


def _part(part: PolicyPart) -> Data:
    return {
        "title": runs_data(part.title),
        "text": runs_data(part.text),
        "points": all_runs_data(row.text for row in part.points),
        "times": [{"says": runs_data(row.says), "value": row.value, "extended": row.extended} for row in part.times],
        "reach": [_reach(row) for row in part.reach],
    }


def _reach(row: ReachRow) -> Data:
    ways = (row.phone, row.email, row.place.plain if row.place else "", row.hours.plain if row.hours else "")
    return {"title": runs_data(row.title), "ways": [way for way in ways if way]}


LEAFLET = PrintedKind("leaflet", "leaflet.typ", (), _marks, _jobs, _data, is_fitted=True)
