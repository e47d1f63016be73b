import pytest

from amends.documents.process_map import ProcessMap
from amends.drawing.pages import LEAST_SCALE, drawn_pages
from drawing_promises import broken_promises
from small_maps import chart

A4 = (540, 700)


def long_process(steps: int) -> ProcessMap:
    nodes = " ".join(f"s{n}:step:desk q{n}:decision:desk" for n in range(steps))
    ways = " ".join(f"s{n}>q{n} q{n}>s{n + 1}:Yes" for n in range(steps - 1))
    return chart(f"{nodes} x:end:desk", f"{ways} q{steps - 1}>x:Done q{steps - 1}>s0:Again")


def test_a_short_process_is_one_page() -> None:
    [page] = drawn_pages(long_process(2), "portrait", *A4)

    assert len(page.drawing.boxes) == 5
    assert page.drawing.connectors == ()


@pytest.mark.parametrize("direction", ["landscape", "portrait"])
def test_a_long_one_has_each_box_once_and_stays_legible(direction: str) -> None:
    drawn = long_process(20)
    pages = drawn_pages(drawn, "landscape" if direction == "landscape" else "portrait", *A4)

    boxes = [box.node.id for page in pages for box in page.drawing.boxes]
    assert sorted(boxes) == sorted(node.id for node in drawn.nodes)
    assert len(pages) > 1
    for page in pages:
        assert page.scale >= LEAST_SCALE
        assert page.drawing.width * page.scale <= A4[0] + 0.01
        assert page.drawing.height * page.scale <= A4[1] + 0.01
        assert list(broken_promises(drawn, page.drawing)) == []


def test_ways_to_another_page_have_the_number_of_the_step() -> None:
    *_, last = drawn_pages(long_process(20), "portrait", *A4)

    assert [(sign.flow.target, sign.text) for sign in last.drawing.connectors] == [("s0", "1")]


def test_a_step_that_is_larger_than_a_page_is_reduced() -> None:
    [first, *_] = drawn_pages(long_process(2), "portrait", 100, 90)

    assert first.scale < LEAST_SCALE
    assert first.drawing.height * first.scale <= 90.01
