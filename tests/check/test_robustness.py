"""Rules over content that is valid and senseless: they find what they find, and never raise."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.check.engine import findings_for
from amends.check.rule import Subject
from amends.content.yaml_reader import read_yaml
from amends.finding import Location
from amends.model.sop import COLLECTIONS
from amends.model.validate import validated
from builders import FILES, TODAY

Path = tuple[str | int, ...]

DATA: dict[str, Any] = {}
for text in FILES.values():
    part = read_yaml(text.encode(), "part.yml").data
    assert isinstance(part, dict)
    DATA.update(part)

ODD: tuple[Any, ...] = (
    *(None, {}, [], "", "x", "true", "0", "unlimited", "at once", "same day", "case", "external"),
    *("accept", "review", "end/settled", "end/", "grounds/right", "/", "promise", "manager", "steps/accept"),
    *(
        "{{ x }}",
        "{{ }}",
        "{{ step:verify }}",
        "{{{{",
        "[time]",
        "[",
        "](",
        "[a](javascript:b)",
        "<b>",
        "{: }",
        "**",
        "`",
    ),
    *("a / a", "0 / 0", "1", "99999 years", "9999-12-31", "0001-01-01"),
    *({"en": "x"}, {"fr": "x"}, {"zh": "好,"}, {"p1": "1 hour"}, {"x": {"label": "x", "next": "accept"}}, ["p1", "p1"]),
)


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part_of_it in inner:
        yield (*path, key)
        yield from _paths(part_of_it, (*path, key))


PATHS = sorted(_paths(DATA), key=str)
changes = st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from((*ODD, "DELETE"))), min_size=1, max_size=8)
days = st.dates(date(2000, 1, 1), date(9999, 12, 31))


def _changed(data: dict[str, Any], path: Path, value: Any) -> None:
    holder: Any = data
    for part_of_path in path[:-1]:
        try:
            holder = holder[part_of_path]
        except (KeyError, IndexError, TypeError):
            return
    key: Any = path[-1]
    if isinstance(holder, dict) and value == "DELETE":
        holder.pop(key, None)
    elif isinstance(holder, dict) or (isinstance(holder, list) and key in range(len(holder))):
        holder[key] = copy.deepcopy(value)


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(changes, days)
def test_no_rule_raises_on_any_content_that_the_model_accepts(made: list[tuple[Path, Any]], today: date) -> None:
    data = copy.deepcopy(DATA)
    for path, value in made:
        _changed(data, path, value)
    collections = {name: data.pop(name, None) or {} for name in COLLECTIONS}
    kept = {name: entries for name, entries in collections.items() if isinstance(entries, dict)}
    model = validated(data, kept, lambda _: Location("x.yml", 1, 1))
    if model.sop is None:
        return
    findings = findings_for(Subject(model.sop, today, model.broken), lambda _: Location("x.yml", 1, 1))
    assert all(finding.message and finding.hint for finding in findings)


def test_the_content_is_valid_before_it_is_made_senseless() -> None:
    data = copy.deepcopy(DATA)
    collections = {name: data.pop(name, {}) for name in COLLECTIONS}
    model = validated(data, collections, lambda _: Location("x.yml", 1, 1))
    assert model.findings == ()
    assert model.sop is not None
    assert findings_for(Subject(model.sop, TODAY), lambda _: Location("x.yml", 1, 1)) == []
