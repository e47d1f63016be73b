"""A time limit as the cells of a table with a column for each severity."""

from __future__ import annotations

from itertools import groupby

from amends.edition.edition import Edition
from amends.model.duration import BySeverity
from amends.printing.kind import Data


def severity_names(edition: Edition) -> list[str]:
    """The short names of all severities, the gravest first: the heads of the columns."""
    return [edition.plain(severity.short) for severity in edition.sop.severities.values()]


def limit_cells(edition: Edition, within: BySeverity) -> list[Data]:
    """The times from the gravest severity on, each with the number of columns that it fills.

    A severity without a time has an empty cell. Without severities there is one cell.
    """
    times = [within.for_severity(severity) for severity in edition.sop.severities] or [within.everywhere]
    return [{"text": edition.duration(time) if time else "", "span": len(list(same))} for time, same in groupby(times)]
