"""docs/format.md says what the models say, and its examples are what the strict reader and the model accept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.content.yaml_reader import read_yaml
from amends.finding import Location
from amends.model.sop import COLLECTIONS, Header
from amends.model.validate import validated
from amends.self_docs.format_tables import format_tables
from golden_files import Golden

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
BEGIN, END = "<!-- generated: collections -->\n", "<!-- /generated -->"
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", FORMAT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_tables_of_the_format_page_are_current(golden: Golden) -> None:
    before, begin, rest = FORMAT.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    assert (begin, end) == (BEGIN, END)

    golden.check(FORMAT, before + begin + format_tables() + "\n" + end + after)


def test_the_tables_tell_every_collection_once_and_every_field_of_the_header() -> None:
    tables = format_tables()

    assert re.findall(r"^### `(\w+)`$", tables, re.MULTILINE) == list(COLLECTIONS)
    header = tables.partition("### `phases`")[0]
    assert [name for name in Header.model_fields if f"| `{name}` |" not in header] == []


@pytest.mark.parametrize(
    "row",
    [
        "| `from` | event |  | The event from which `within` counts; if left out, the start of the step. |",
        "| `within` | duration, per severity |  | The step's time limit. |",
        "| `actions` | keyed: action | yes | The tick boxes, in order. |",
        "| `accountable` | id in `roles` | yes | Who answers for it: exactly one. |",
        "| `next` | step id or `end/STATE` |  |",
        "| `limit` | money |  | The highest sum, or `unlimited`. |",
        "| `never` | points | yes | The phrases not to say. |",
        "| `carried_by` | list of: full name of an entry | yes |",
        "| `review_every` | duration | yes | The time between two reviews. |",
        "| `locales` | list of: string |  | The locales of the handbook, in order. |",
        "| `fields` | keyed: record field | yes |",
        "| `standing` | `true`/`false` |  |",
    ],
)
def test_a_field_is_told_by_the_name_and_the_type_that_an_author_writes(row: str) -> None:
    assert row in format_tables()


def test_no_python_is_seen_in_the_tables() -> None:
    assert re.findall(r"Annotated|Literal|NoneType|\btuple\b|\bdict\b|Optional|<class", format_tables()) == []


def test_no_field_is_without_a_meaning() -> None:
    rows = [line for line in format_tables().splitlines() if line.startswith("| `")]

    assert len(rows) > 150
    assert [row for row in rows if row.endswith("|  |")] == []


def test_the_format_page_has_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_of_the_format_page_is_strict_yaml(example: str) -> None:
    assert read_yaml(example.encode(), "docs/format.md").findings == ()


def test_the_step_of_the_format_page_is_a_valid_step() -> None:
    (example,) = (example for example in EXAMPLES if example.startswith("steps:"))
    data = read_yaml(example.encode(), "docs/format.md").data
    assert isinstance(data, dict)

    assert validated(None, data, lambda path: Location("/".join(map(str, path)))).findings == ()
