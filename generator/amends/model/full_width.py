"""Half-width marks beside Chinese characters, and the full-width ones that are meant."""

from __future__ import annotations

import re

from amends.model.markup import TOKEN

_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
# The mark comes first, since all texts are searched for it: where none is, nothing else is looked at.
HALF_WIDTH = re.compile(rf"[,;:!?()](?:(?=[{_CHINESE}])|(?<=[{_CHINESE}].))")
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
_KEPT = frozenset({"code", "link", "label", "slot", "placeholder"})


def with_full_width(string: str) -> str:
    """The string with the full-width mark for each half-width one beside a Chinese character; never inside a mark."""
    kept = [match.span() for match in TOKEN.finditer(string) if match.lastgroup in _KEPT]

    def wide(match: re.Match[str]) -> str:
        inside = any(begin <= match.start() < end for begin, end in kept)
        return match[0] if inside else match[0].translate(FULL_WIDTH)

    return HALF_WIDTH.sub(wide, string)
