"""Where the bars and words of a timeline stand."""

from __future__ import annotations

from itertools import combinations

import pytest

from amends.documents.timeline import Due, LimitInWords, SeverityLimits, Timeline, timeline
from amends.drawing.timeline import EDGE, WIDTH, Bar, Panel, Word, timeline_pictures
from amends.model.duration import BySeverity, Duration
from amends.model.text import Text
from amends.model.time_limits import TimeLimit
from shipped_sops import NAMES, ShippedSops


def due(within: str, *, extended: str | None = None, title: str = "Answer", law: str = "", brings: str = "") -> Due:
    duration = Duration.parse(within)
    limit = TimeLimit(("steps", "a"), Text({}), BySeverity(duration))
    return Due(
        LimitInWords(limit, title, (), (), law=law, brings=brings),
        within,
        duration,
        Duration.parse(extended) if extended else None,
    )


def bars(*dues: Due) -> tuple[Bar, ...]:
    [picture] = timeline_pictures(Timeline((), (SeverityLimits("p1", (("from receipt", dues),)),)))
    return picture.panels[0].bars


def _left(word: Word) -> float:
    return word.x - word.width if word.ends else word.x


def _overlap(one: Word, other: Word) -> bool:
    """Whether two words touch; a line takes ten units above its base line and three below."""
    return (
        _left(one) < _left(other) + other.width and _left(other) < _left(one) + one.width and abs(one.y - other.y) < 13
    )


def _words(panel: Panel) -> list[Word]:
    return [panel.word, *(word for bar in panel.bars for word in bar.words)]


@pytest.mark.parametrize("name", NAMES)
def test_in_every_shipped_sop_no_word_touches_another_or_a_bar_or_leaves_the_picture(
    shipped_sops: ShippedSops, name: str
) -> None:
    for edition in shipped_sops.editions(name):
        pictures = timeline_pictures(timeline(edition))
        assert [picture.severity for picture in pictures] == list(edition.sop.severities)
        for panel in (panel for picture in pictures for panel in picture.panels):
            words = _words(panel)
            assert min(word.y for word in words[1:]) >= panel.units + 12
            assert [(one, other) for one, other in combinations(words, 2) if _overlap(one, other)] == []
            assert [word for word in words if _left(word) < 0 or _left(word) + word.width > WIDTH] == []
            assert [bar for bar in panel.bars for word in words if abs(word.y - 3 - bar.y) < 6] == []
            assert max(bar.y for bar in panel.bars) + 6 <= panel.height


@pytest.mark.parametrize("title", ["投诉" * 40, "word " * 40, "x" * 200])
def test_a_long_title_is_broken_and_still_touches_nothing(title: str) -> None:
    found = bars(due("10 business days", title=title, law=title, brings=title), due("1 hour"))
    words = [word for bar in found for word in bar.words]
    assert [(one, other) for one, other in combinations(words, 2) if _overlap(one, other)] == []
    assert [word for word in words if _left(word) < 0 or _left(word) + word.width > WIDTH] == []


def test_a_longer_limit_is_a_longer_bar_and_an_extension_goes_on_from_it() -> None:
    short, extended = bars(due("1 hour"), due("2 business days", extended="4 weeks"))
    assert EDGE == short.left < short.right < extended.right
    assert extended.extended is not None
    assert extended.right < extended.extended <= WIDTH - EDGE


def test_business_days_are_never_shorter_than_as_many_calendar_days() -> None:
    ten, calendar, weeks = bars(due("10 business days"), due("10 calendar days"), due("2 weeks"))
    assert calendar.right < ten.right < weeks.right


def test_the_same_day_ends_with_the_day() -> None:
    hours, same, days = bars(due("8 hours"), due("same day"), due("2 calendar days"))
    assert hours.right < same.right < days.right


def test_a_limit_without_an_end_is_open_up_to_the_edge() -> None:
    [bar] = bars(due("unlimited"))
    assert (bar.is_open, bar.right) == (True, WIDTH - EDGE)


def test_at_once_is_still_a_bar_that_one_can_see() -> None:
    [bar] = bars(due("at once"))
    assert bar.right > bar.left
