from amends.model.duration import BySeverity, Duration
from amends.printing.limit_cells import limit_cells, severity_names
from hotel import Hotel

HOUR, DAY = Duration.parse("1 hour"), Duration.parse("2 business days")


def test_each_severity_has_a_column(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert severity_names(edition) == ["HI", "LO"]
    assert limit_cells(edition, BySeverity(None, (("high", HOUR), ("low", DAY)))) == [
        {"text": "1 hour", "span": 1},
        {"text": "2 business days", "span": 1},
    ]


def test_neighbours_with_the_same_time_share_a_cell(hotel: Hotel) -> None:
    assert limit_cells(hotel.edition(), BySeverity(HOUR)) == [{"text": "1 hour", "span": 2}]


def test_a_severity_without_a_time_has_an_empty_cell(hotel: Hotel) -> None:
    cells = limit_cells(hotel.edition(), BySeverity(None, (("low", DAY),)))

    assert cells == [{"text": "", "span": 1}, {"text": "2 business days", "span": 1}]
