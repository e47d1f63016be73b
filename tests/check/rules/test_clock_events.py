from __future__ import annotations

import pytest

from builders import FILES, Check


def _tables(start: str, by: str) -> str:
    return FILES["tables"].replace("from: received\n    by: decided", f"from: {start}\n    by: {by}")


@pytest.mark.parametrize(("start", "by"), [("decided", "received"), ("received", "received"), ("closed", "completed")])
def test_a_clock_that_runs_backwards_or_nowhere_is_found(check: Check, start: str, by: str) -> None:
    assert check("K105", tables=_tables(start, by)) == [
        (f"tables.yml: by: {by}", f"clocks/final-response: `{by}` does not come after `{start}`")
    ]


@pytest.mark.parametrize(
    ("start", "by"), [("received", "acknowledged"), ("acknowledged", "decided"), ("decided", "closed")]
)
def test_a_clock_that_runs_forwards_is_fine(check: Check, start: str, by: str) -> None:
    assert check("K105", tables=_tables(start, by)) == []
