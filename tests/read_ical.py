"""A reader of iCalendar files that knows RFC 5545 alone, and nothing of the library that writes ours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]+))*):(.*)')


@dataclass
class Component:
    """A component: its properties as (name, parameters, raw value), and the components in it."""

    name: str
    properties: list[tuple[str, str, str]] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[str]:
        """The raw values of a property."""
        return [value for found, _, value in self.properties if found == name]

    def one(self, name: str) -> str:
        """The raw value of a property that must be there once."""
        [value] = self.all(name)
        return value

    def text(self, name: str) -> str:
        """A text without its escapes (3.3.11)."""
        return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], self.one(name))

    def parameters(self, name: str) -> str:
        """The parameters of a property, as they are written."""
        [parameters] = [parameters for found, parameters, _ in self.properties if found == name]
        return parameters

    def inside(self, name: str) -> list[Component]:
        """The components of one kind in it."""
        return [part for part in self.parts if part.name == name]


def physical_lines(data: bytes) -> list[bytes]:
    """The lines as they stand in the file; each must end with CR LF (3.1)."""
    assert data.endswith(b"\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in lines if b"\r" in line or b"\n" in line]
    return lines


def read(data: bytes) -> Component:
    """The one calendar in a file; fails where a line is not one of RFC 5545."""
    logical = "\r\n".join(line.decode() for line in physical_lines(data)).replace("\r\n ", "").split("\r\n")
    root = Component("")
    open_ones = [root]
    for line in logical:
        match = _LINE.fullmatch(line)
        assert match, line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            open_ones[-1].parts.append(Component(value))
            open_ones.append(open_ones[-1].parts[-1])
        elif name == "END":
            assert open_ones.pop().name == value
        else:
            open_ones[-1].properties.append((name, parameters, value))
    assert open_ones == [root]
    [calendar] = root.parts
    return calendar
