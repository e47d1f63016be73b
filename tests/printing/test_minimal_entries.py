"""Whatever `check` accepts can be printed and shown, however little of it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from amends.book import Handbook
from amends.cache import Cache
from amends.content.yaml_reader import read_yaml
from amends.model import shape
from amends.printing.pdf_cache import PdfCache
from builders import TODAY
from hotel import FILES
from printed_book import PrintedBook
from small_sop import SmallSop

MINIMAL = """\
id: least
title: Least
start: accept
end_states: {closed: {title: Closed}}
organisation: {name: Least, site_url: "https://least.example/"}
document: {number: L, version: "1", owner: boss, approver: boss, effective: 2026-01-01, last_review: 2026-01-01, review_every: 1 year}
phases: {case: {title: Case}}
steps:
  accept: {title: Accept, purpose: Listen., phase: case, responsible: clerk, accountable: judge, actions: {a: {do: Listen.}}, next: end/closed}
  note:
    {title: Note, purpose: Write., phase: case, alongside: accept, responsible: boss, accountable: judge, actions: {a: {do: Write., by: clerk}},
    decisions: {full: {question: "Full?", outcomes: {y: {label: "Yes"}, n: {label: "No", stay: true}}}}}
departments: {office: {title: Office}}
roles:
  clerk: {title: Clerk, department: office}
  boss: {title: Boss, department: office}
  judge: {title: Judge, department: office}
  guest: {title: Guest, kind: external}
  owner: {title: Owner, kind: case, filled_by: [clerk]}
contacts: {desk: {title: Desk}}
scripts: {hello: {title: Hello, lines: {a: Good day.}}}
wording: {bad: {never: {a: No.}}}
customer_types: {loud: {title: Loud, recognise: {a: Loud.}, do: {a: Wait.}}}
situations: {noise: {title: Noise, go: [steps/accept]}}
principles: {fair: {title: Fair, text: Be fair.}}
severities: {p1: {title: One, short: P1, triggers: {a: Any.}}}
kinds: {safety: {title: Safety, short: safety}}
channels: {letter: {title: Letter, short: by letter}}
routing: {all: {about: All, to: clerk}}
validity: {yes: {grounds: Good, demand: Good, finding: Right}}
remedies: {repair: {title: Repair, when: Always.}}
compensation: {ours: {case: Ours, rule: Pay.}}
goodwill: {usual: {title: Usual, slight: Tea., hardship: Dinner.}}
authority: {l1: {code: L1, roles: [boss], limit: unlimited}}
escalations: {late: {when: Late, to: boss}}
records: {log: {title: Log, fields: {what: {title: What}}}}
controls: {look: {title: Look, what: Look., by: boss}}
families: {ours: Ours}
metrics: {count: {title: Count, family: ours, meaning: How many., how: Count.}}
source_documents: {book: {title: Book}}
frameworks: {rule: {title: Rule, kind: principles, document: book, place: Page 1, at: "1", items: {a: {text: Listen., not_applied: Old.}}}}
settlements: {c1: {code: C1, title: Clash, positions: {a: One.}, settlement: Other., carried_by: [steps/accept]}}
tables:
  bare: {title: Bare, columns: {one: One}, rows: {}}
  gaps: {title: Gaps, columns: {one: One, two: {title: Two}}, rows: {a: {}, b: {two: "{{ step:note }}"}}}
glossary: {word: {term: Word, meaning: A word.}}
"""


@pytest.fixture
def least(tmp_path: Path) -> SmallSop:
    return SmallSop(tmp_path / "sop", {"sop.yml": MINIMAL}, TODAY)


def handbook(sop: SmallSop, locale: str) -> Handbook:
    return sop.manuscript().handbook(locale, PdfCache(Cache(None)), is_on_demand=True)


def shown(book: Handbook) -> int:
    """Render every page; the number of pages."""
    return sum(1 for page in book.pages if book.html(page))


def test_every_collection_stands_in_the_smallest_sop(least: SmallSop) -> None:
    assert all(getattr(least.sop(), name) for name in shape.fields_of(()) & set(yaml.safe_load(MINIMAL)))
    assert [finding for finding in least.reading().findings if finding.is_error] == []


def test_every_page_of_the_smallest_sop_is_made(least: SmallSop) -> None:
    assert shown(handbook(least, "en")) > 30


def test_every_file_of_the_smallest_sop_is_made(least: SmallSop) -> None:
    files = handbook(least, "en").downloads

    assert "print/cards/judge.pdf" in files  # answers for a step, and has nothing else on the card
    assert [path for path, make in files.items() if not make()] == []


def test_the_smallest_sop_has_a_book(least: SmallSop) -> None:
    assert "Judge" in "".join(PrintedBook(least.edition("en")).texts)


def optional_parts(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every field that a block may do without."""
    needed = shape.needed_fields(path)
    for key, value in data.items():
        inner = (*path, key)
        if len(path) > 1 and needed is not None and key not in needed:
            yield inner
        if isinstance(value, dict):
            yield from optional_parts(value, inner)


def without(data: Any, paths: set[tuple[str, ...]], path: tuple[str, ...] = ()) -> Any:
    if not isinstance(data, dict):
        return data
    return {key: without(value, paths, (*path, key)) for key, value in data.items() if (*path, key) not in paths}


def data_of(text: str) -> dict[str, Any]:
    data: Any = read_yaml(text.encode(), "hotel.yml").data
    return dict(data)


HOTEL: dict[str, Any] = {key: value for text in FILES.values() for key, value in data_of(text).items()}
PARTS = sorted(optional_parts(HOTEL))


def less_of_the_hotel(folder: Path, dropped: set[tuple[str, ...]]) -> SmallSop:
    text = yaml.safe_dump(without(HOTEL, dropped), allow_unicode=True, sort_keys=False)
    sop = SmallSop(folder, {"sop.yml": text}, TODAY)
    assume(not any(finding.is_error for finding in sop.reading().findings))
    return sop


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(dropped=st.sets(st.sampled_from(PARTS), max_size=12))
def test_every_page_is_made_of_whatever_is_left(dropped: set[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        assert shown(handbook(less_of_the_hotel(Path(folder), dropped), "zh")) > 20


@settings(deadline=None, max_examples=2, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(dropped=st.sets(st.sampled_from(PARTS), max_size=12))
def test_every_sheet_is_printed_of_whatever_is_left(dropped: set[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        files = handbook(less_of_the_hotel(Path(folder), dropped), "en").downloads

        assert all(files[path]() for path in files if path.count("/") == 1)  # the packs hold all sheets


def test_there_is_much_that_may_be_left_out() -> None:
    assert len(PARTS) > 60
