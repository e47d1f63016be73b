import re

import segno

from amends.printing.qr import qr_svg

ADDRESS = "https://hotel.example/complaints/zh/checklists/accept.html"


def drawn(svg: str) -> set[tuple[int, int]]:
    """The dark modules of a drawing, as (column, row)."""
    [path] = re.findall(r' d="([^"]+)"', svg)
    column, row, modules = 0, 0, set()
    for command, x, y in re.findall(r"([Mmh])(-?\d+)(?: (-?[\d.]+))?", path):
        if command == "h":
            modules |= {(column + step, row) for step in range(int(x))}
        elif command == "M":
            row = int(float(y))
        else:
            row += int(y)
        column += int(x)
    return modules


def test_the_drawing_holds_every_module_of_the_code_and_no_margin() -> None:
    code = segno.make_qr(ADDRESS, error="m")

    expected = {(x, y) for y, line in enumerate(code.matrix) for x, dark in enumerate(line) if dark}
    svg = qr_svg(ADDRESS)
    assert drawn(svg) == expected
    assert f'width="{len(code.matrix)}" height="{len(code.matrix)}"' in svg


def test_the_same_address_gives_the_same_bytes() -> None:
    first = qr_svg(ADDRESS)
    qr_svg.cache_clear()

    assert qr_svg(ADDRESS) == first
    assert qr_svg(ADDRESS + "?") != first
