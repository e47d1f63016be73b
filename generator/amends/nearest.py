"""“The nearest is ...”: the way out for a name that does not exist."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

_CLOSE = 0.72
_FEW = 12
_MANY = 400
"""More names are not all compared."""
_NEIGHBOURS = 30
"""So many names before and behind a name are looked at in the alphabet, and as many in that of the names' ends."""
_LONGEST = 300
"""Characters of a name; to a longer one, no name that is allowed can be near."""


def nearest(name: str, known: Iterable[str], what: str = "", few: int = _FEW) -> str:
    """A hint: the known name nearest to `name`; if none is near, all known names, if they are few.

    `what` says in the plural what the names stand for. `few` is the highest number of names that is listed.

    >>> nearest("stepz", ["steps", "roles"])
    'the nearest is `steps`'
    """
    known = known if isinstance(known, frozenset) else frozenset(known)
    names, _ = _sorted(known)
    if close := closest(name, known):
        return f"the nearest is `{close}`"
    if not names:
        return f"there are no {what} yet; define one first" if what else "define it first"
    if len(names) <= few:
        return "known are: " + ", ".join(f"`{name}`" for name in names)
    return f"see the {what or 'names'} that are defined"


def closest(name: str, known: frozenset[str]) -> str | None:
    """The known name nearest to `name`; None if none is near. Capitals and underscores make no difference."""
    names, by_end = _sorted(known)
    beside = names if len(names) <= _MANY else _neighbours(name, names, by_end)
    if len(name) > _LONGEST or not beside:
        return None
    alike = [it for it in beside if _folded(it) == _folded(name)]
    near = [*alike, *get_close_matches(name, beside, n=1, cutoff=_CLOSE), *_with_more_words(name, names)]
    return next(iter(near), None)


def _with_more_words(name: str, names: Sequence[str]) -> list[str]:
    """The one name that has all the words of this name, or that has some of them and no other; nothing if several do.

    >>> _with_more_words("legal", ["legal-compliance", "finance"])
    ['legal-compliance']
    """
    wanted = _words(name)
    found = [it for it in names if wanted and (wanted <= _words(it) or _words(it) <= wanted)]
    return found if len(found) == 1 else []


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"[-/ ]", _folded(name)) if word)


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-")


@lru_cache(maxsize=8)  # a thousand wrong references are looked up among the same names
def _sorted(known: frozenset[str]) -> tuple[list[str], list[str]]:
    """The names in order; and spelt backwards, in order."""
    return sorted(known), sorted(name[::-1] for name in known)


def _neighbours(name: str, names: list[str], by_end: list[str]) -> list[str]:
    """Names that begin or end like this one. To compare it with all of very many names would take too long.

    A slip leaves the beginning or the end of a name as it was.
    """
    begin, end = bisect_left(names, name), bisect_left(by_end, name[::-1])
    like_its_begin = names[max(0, begin - _NEIGHBOURS) : begin + _NEIGHBOURS]
    like_its_end = by_end[max(0, end - _NEIGHBOURS) : end + _NEIGHBOURS]
    return sorted({*like_its_begin, *(other[::-1] for other in like_its_end)})
