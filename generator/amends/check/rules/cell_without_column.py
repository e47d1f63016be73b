"""A row of a table fills a column that the table does not have.

Why: nobody would ever see the cell, since a page shows the columns of the table and no others. Mostly the id of the
column is misspelled.

Bad:
    tables:
      on-call:
        title: Who is on call
        columns: {system: System, first: First}
        rows:
          shop: {system: Shop, frist: Ada}

Good:
    tables:
      on-call:
        title: Who is on call
        columns: {system: System, first: First}
        rows:
          shop: {system: Shop, first: Ada}

Way out: Write the id as it stands in `columns`, or add the column.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.nearest import nearest


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each cell whose column is not there."""
    for table_id, table in subject.sop.tables.items():
        for row_id, row in table.rows.items():
            for column in row:
                if column not in table.columns:
                    yield Issue(
                        ("tables", table_id, "rows", row_id, column),
                        f"the table `{table_id}` has no column `{column}`",
                        nearest(column, table.columns, "columns"),
                    )


RULE = Rule("P215", "cell-without-column", "error", __doc__, check, needs_all=False)
