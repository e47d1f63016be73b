from __future__ import annotations

from builders import SOURCES, Check


def _items(*items: str) -> str:
    return SOURCES + "".join(f"      {item}\n" for item in items)


def test_an_item_below_an_unknown_item_is_found(check: Check) -> None:
    item = "smile: {text: Smile., under: lisen}"
    assert check("R105", sources=_items(item)) == [
        (f"sources.yml: {item}", "frameworks/manual-rules: there is no item `lisen` in this framework")
    ]


def test_an_item_of_another_framework_does_not_count(check: Check) -> None:
    assert len(check("R105", sources=_items("smile: {text: Smile., under: manual-rules/listen}"))) == 1


def test_a_chain_of_parents_is_fine(check: Check) -> None:
    assert (
        check("R105", sources=_items("nod: {text: Nod., under: smile}", "smile: {text: Smile., under: listen}")) == []
    )


def test_an_item_below_itself_is_found(check: Check) -> None:
    assert [message for _, message in check("R105", sources=_items("smile: {text: Smile., under: smile}"))] == [
        "frameworks/manual-rules: the items belong to each other in a circle: `smile` -> `smile`"
    ]


def test_a_circle_is_told_once_at_its_first_item(check: Check) -> None:
    items = (
        "outside: {text: Outside., under: nod}",
        "nod: {text: Nod., under: smile}",
        "smile: {text: Smile., under: laugh}",
        "laugh: {text: Laugh., under: nod}",
    )
    assert check("R105", sources=_items(*items)) == [
        (
            f"sources.yml: {items[1]}",
            "frameworks/manual-rules: the items belong to each other in a circle: `nod` -> `smile` -> `laugh` -> `nod`",
        )
    ]
