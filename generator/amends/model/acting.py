"""What acts in a browser: the elements, and whether a picture or another file of XML holds any of them.

A browser opens such a file by itself, where no policy of ours holds.
"""

from __future__ import annotations

from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from amends.model.markup import is_safe_link

ACTING = frozenset(
    {"script", "style", "iframe", "frame", "frameset", "fencedframe", "object", "embed", "applet", "base", "form"}
    | {"meta", "noscript", "portal", "template"}
)
"""Elements of HTML that run, embed, send, or change how the rest of a page is read."""
_IN_A_FILE = ACTING - {"style", "meta"}
_BETWEEN = " "
"""Stands between the namespace and the name of an element or attribute."""


def acts(source: bytes) -> bool:
    """Whether a file of XML holds a script, or anything that a browser could take for one.

    It is read as XML, since browsers do so: there `<x:script>` may be a script. A file that is no XML counts as one
    that acts, since a browser runs what stands before the mistake.
    """
    parser = ParserCreate(namespace_separator=_BETWEEN)
    parser.StartElementHandler = _refuse_acting
    parser.EntityDeclHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse_stylesheet
    try:
        parser.Parse(source, True)  # noqa: FBT003 - expat takes it by position
    except (_ActsError, ExpatError):
        return True
    return False


class _ActsError(Exception):
    """Ends the reading at the first element that acts."""


def _refuse(*_: object) -> NoReturn:
    raise _ActsError


def _refuse_acting(name: str, attributes: dict[str, str]) -> None:
    if _local(name) in _IN_A_FILE or any(_is_acting(_local(key), value) for key, value in attributes.items()):
        raise _ActsError


def _refuse_stylesheet(target: str, _: str) -> None:
    if target.lower() == "xml-stylesheet":  # may turn the file into any other
        raise _ActsError


def _is_acting(name: str, value: str) -> bool:
    if name in ("href", "src"):
        return not is_safe_link(value) and not value.startswith("data:image/")
    if name == "attributename":
        return _local(value.replace(":", _BETWEEN)) == "href" or value.lower().startswith("on")
    return name.startswith("on")


def _local(name: str) -> str:
    return name.rpartition(_BETWEEN)[2].lower()
