"""“The nearest is ...”: the way out for a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_CLOSE = 0.72
_FEW = 12


def nearest(name: str, known: Iterable[str], what: str = "", few: int = _FEW) -> str:
    """A hint: the known name nearest to `name`; if none is near, all known names, if they are few.

    `what` says in the plural what the names stand for. `few` is the highest number of names that is listed.

    >>> nearest("stepz", ["steps", "roles"])
    'the nearest is `steps`'
    """
    names = sorted(set(known))
    close = get_close_matches(name, names, n=1, cutoff=_CLOSE)
    if close:
        return f"the nearest is `{close[0]}`"
    if not names:
        return f"there are no {what} yet; define one first" if what else "define it first"
    if len(names) <= few:
        return "known are: " + ", ".join(f"`{name}`" for name in names)
    return f"see the {what or 'names'} that are defined"
