"""The front matter of a page written by hand: read strictly, judged by field, and escaped for the theme's templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from markupsafe import escape
from mkdocs.utils.meta import META_RE, YAML_RE

from amends.codes.hand_written import LOST_FRONT_MATTER, WRONG_FRONT_MATTER
from amends.content.yaml_reader import Document, read_yaml
from amends.content.yaml_source import decoded_text
from amends.finding import Finding, Findings, Location
from amends.nearest import nearest

_HIDEABLE: Final = ("navigation", "toc", "path", "footer", "tags", "feedback")
_STATUS: Final = re.compile(r"[a-z][a-z0-9-]*")
_ICON: Final = re.compile(r"\w[\w-]*(?:/\w[\w-]*)*")
_SEARCH: Final = {"boost": (int, float), "exclude": (bool,)}
_FIRST_LINE: Final = 2
"""Front matter begins below its first line of hyphens."""


@dataclass(frozen=True)
class Choices:
    """What a page may name: templates, icons in these folders, and our scripts and style sheets for a single page."""

    templates: Collection[str]
    icons: Sequence[Path]
    assets: Collection[str]


def front_matter_findings(source: bytes, file: str, choices: Choices) -> Iterator[Finding]:
    """What is wrong with the encoding and the front matter of a page; `file` is the name that findings carry."""
    try:
        text = decoded_text(source, file)
        matter = YAML_RE.match(text)
        if matter is None:
            yield from _lost(text, file)
        elif not _is_empty(matter[1]):
            yield from _wrong(_document(matter[1], file), _values(matter[1], file), choices)
    except Findings as problems:
        yield from problems.findings


def escape_front_matter(meta: MutableMapping[str, Any]) -> None:
    """Escape every text: the theme's templates escape nothing, and put values into attributes, too."""
    for name, value in meta.items():
        meta[name] = _escaped(value)


def _document(matter: str, file: str) -> Document:
    document = read_yaml(("\n" * (_FIRST_LINE - 1) + matter).encode(), file)
    if not isinstance(document.data, dict):
        hint = "write  name: value  on each line, or delete the two lines of hyphens"
        raise Findings(
            [WRONG_FRONT_MATTER.finding("front matter is a block of fields", hint, Location(file, _FIRST_LINE, 1))]
        )
    return document


def _is_empty(matter: str) -> bool:
    return all(not line or line.startswith("#") for line in map(str.strip, matter.splitlines()))


def _values(matter: str, file: str) -> Mapping[str, Any]:
    """The values as MkDocs reads them, which passes over all of them if it fails: at a day such as 2026-02-30."""
    try:
        values: Mapping[str, Any] = yaml.load(matter, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except (yaml.YAMLError, ValueError) as error:
        at = Location(file, _FIRST_LINE, 1)
        hint = "mend that value, or put it in quotes"
        raise Findings([WRONG_FRONT_MATTER.finding(f"a value cannot be read: {error}", hint, at)]) from None
    return values


def _lost(text: str, file: str) -> Iterator[Finding]:
    first, _, rest = text.partition("\n")
    if first.rstrip() == "---" and META_RE.match(rest):
        message = "the front matter has no end, so it would stand on the page as text"
        yield LOST_FRONT_MATTER.finding(message, "write a line  ---  after its last field", Location(file, 1, 1))
    elif field := META_RE.match(first):
        message = f"this line would vanish from the page: “{field['key']}:” makes it front matter"
        hint = "begin the page with its heading or an empty line; or write  ---  before the fields and after them"
        yield LOST_FRONT_MATTER.finding(message, hint, Location(file, 1, 1))


def _wrong(document: Document, values: Mapping[str, Any], choices: Choices) -> Iterator[Finding]:
    judges: dict[str, Callable[[Any, Choices], str | None]] = {
        **dict.fromkeys(("title", "description", "author", "subtitle"), _text),
        "icon": _icon,
        "status": _status,
        "hide": _hide,
        "tags": _tags,
        "template": _template,
        "search": _search,
        "assets": _assets,
    }
    for name, judge in judges.items():
        if values.get(name) is not None and (hint := judge(values[name], choices)):
            place = document.locate([name])
            message = f"`{name}` cannot be {_shown(values[name])}"
            yield WRONG_FRONT_MATTER.finding(message, hint, Location(document.file, place.line, place.column))


def _shown(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "this list" if isinstance(value, list) else "a block of fields"
    return f"“{str(value).lower() if isinstance(value, bool) else value}”"


# Each of these gives the way out if the field cannot have this value --------------------------------------------------


def _text(value: Any, _: Choices) -> str | None:
    return None if isinstance(value, str) else 'write one text, in quotes if it looks like a figure:  "2026"'


def _icon(value: Any, choices: Choices) -> str | None:
    is_name = isinstance(value, str) and _ICON.fullmatch(value)
    if is_name and any((folder / f"{value}.svg").is_file() for folder in choices.icons):
        return None
    # The theme has fourteen thousand icons, so they are listed only for a name that is not among them.
    known = (file.relative_to(folder).with_suffix("") for folder in choices.icons for file in folder.rglob("*.svg"))
    return nearest(str(value), map(Path.as_posix, known), "icons of the theme")


def _status(value: Any, _: Choices) -> str | None:
    is_name = isinstance(value, str) and _STATUS.fullmatch(value)
    return None if is_name else "write one name of small letters, figures and hyphens:  new"


def _hide(value: Any, _: Choices) -> str | None:
    is_list = isinstance(value, list) and all(item in _HIDEABLE for item in value)
    return None if is_list else f"write a list of some of these:  [{', '.join(_HIDEABLE)}]"


def _tags(value: Any, _: Choices) -> str | None:
    is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return None if is_list else "write a list of texts:  [harbour, winter]"


def _template(value: Any, choices: Choices) -> str | None:
    if value in choices.templates if isinstance(value, str) else False:
        return None
    return f"{nearest(str(value), sorted(choices.templates))}; a template of your own stands in the folder `custom_dir`"


def _search(value: Any, _: Choices) -> str | None:
    is_known = isinstance(value, dict) and all(type(value[name]) in _SEARCH.get(name, ()) for name in value)
    return None if is_known else "write  {boost: 2}  or  {exclude: true}"


def _assets(value: Any, choices: Choices) -> str | None:
    is_list = isinstance(value, list) and all(item in choices.assets for item in value)
    return None if is_list else f"write a list of some of these:  [{', '.join(sorted(choices.assets))}]"


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, dict):
        return {_escaped(key): _escaped(inner) for key, inner in value.items()}
    return [_escaped(inner) for inner in value] if isinstance(value, list) else value
