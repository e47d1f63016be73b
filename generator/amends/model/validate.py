"""Plain data -> the frozen model, with every mistake reported in the author's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from amends.codes.code import Code
from amends.codes.model import MISSING_FIELD, UNKNOWN_FIELD, WRONG_VALUE
from amends.finding import Finding, Location
from amends.model.problem import shown
from amends.model.sop import COLLECTIONS, Header, Sop
from amends.model.text import is_rest_of_text
from amends.nearest import closest, nearest

PathParts = Sequence[str | int]
Locate = Callable[[PathParts], Location]


@dataclass(frozen=True)
class Validated:
    """The valid part of an SOP, and the findings about the rest.

    `sop` is None if the header is broken. `broken` holds the (collection, id) of entries that were left out, so that
    references to them are not reported as well.
    """

    sop: Sop | None
    findings: tuple[Finding, ...]
    broken: frozenset[tuple[str, str]]


def validated(
    header: Mapping[str, object] | None, collections: Mapping[str, Mapping[str, object]], locate: Locate
) -> Validated:
    """Header and entries, each validated separately, so that no mistake hides another.

    `header` is None if its file cannot be read.
    """
    judge = _Judge(str((header or {}).get("default_locale", _DEFAULT_LOCALE)), locate)
    broken: set[tuple[str, str]] = set()
    valid_header: Header | None = None if header is None else judge.valid(_HEADER, header, ())
    entries: dict[str, dict[str, Any]] = {name: {} for name in COLLECTIONS}
    for name, raw in collections.items():
        for entry_id, value in raw.items():
            entry = judge.valid(name, {entry_id: value}, (name,))
            if entry is None:
                broken.add((name, entry_id))
            else:
                entries[name].update(entry)
    if valid_header is None:
        return Validated(None, tuple(judge.findings), frozenset(broken))
    # Header and entries are valid already. To validate the whole again would double the work.
    sop = Sop.model_construct(None, **dict(valid_header), **entries)
    return Validated(sop, tuple(judge.findings), frozenset(broken))


def sound(collection: str, entries: Mapping[str, object], default_locale: str) -> dict[str, Any]:
    """Shipped entries with the types of their collection. A mistake in them is our bug, so it raises."""
    typed: dict[str, Any] = _ADAPTERS[collection].validate_python(entries, context={"default_locale": default_locale})
    return typed


_DEFAULT_LOCALE = Header.model_fields["default_locale"].default
_HEADER = "header"
_TYPES: dict[str, Any] = {_HEADER: Header} | {name: Sop.model_fields[name].annotation for name in COLLECTIONS}
_ADAPTERS = {name: TypeAdapter(wanted) for name, wanted in _TYPES.items()}


class _Judge:
    """Validates one part after the other, and keeps the findings."""

    def __init__(self, default_locale: str, locate: Locate) -> None:
        self.context = {"default_locale": default_locale}
        self.locate = locate
        self.findings: list[Finding] = []

    def valid(self, name: str, value: object, path: tuple[str, ...]) -> Any:
        """The typed header or collection; None if it is not valid. `path` leads to `value` in the files."""
        try:
            return _ADAPTERS[name].validate_python(value, context=self.context)
        except ValidationError as error:
            problems = error.errors(include_url=False)
            meant = {found for it in problems if (found := _meant(it, _TYPES[name])) is not None}
            self.findings += (
                _finding(it, path, _TYPES[name], self.locate)
                for it in problems
                if it["type"] != "missing" or it["loc"] not in meant
            )
            return None


def _meant(details: ErrorDetails, whole: Any) -> tuple[int | str, ...] | None:
    """The field that an unknown one stands for. If it is missing, that is the same mistake; None if none is near."""
    if details["type"] != "extra_forbidden":
        return None
    above = details["loc"][:-1]
    near = closest(str(details["loc"][-1]), frozenset(_fields(_type_at(whole, above))))
    return (*above, near) if near else None


def _finding(details: ErrorDetails, path: tuple[str, ...], wanted: Any, locate: Locate) -> Finding:
    context = details.get("ctx", {})
    # pydantic puts "[key]" behind a key of a mapping if the key itself is wrong
    loc = tuple(part for part in details["loc"] if part != "[key]")
    full = (*path, *loc, *context.get("at", ()))
    code, message, hint = _told(details, loc, wanted)
    return code.finding(f"{_where(full)}{message}", hint, locate(full))


def _told(details: ErrorDetails, loc: tuple[str | int, ...], whole: Any) -> tuple[Code, str, str]:
    """Code, message and way out for one of pydantic's errors. pydantic's own English is never shown."""
    kind, context = details["type"], details.get("ctx", {})
    field = str(loc[-1]) if loc else ""
    if details["input"] is None and is_rest_of_text(field):
        return UNKNOWN_FIELD, f"a comma has cut a text: “{field}” stands alone", "put the whole text in quotes"
    if kind == "amends":
        return WRONG_VALUE, context["message"], context["hint"]
    if kind == "missing":
        needed = _example(_type_at(whole, loc))
        value = f"{{{needed}}}" if needed else "..."
        return MISSING_FIELD, f"the field `{field}` is missing", f"add  {field}: {value}"
    if kind == "extra_forbidden":
        known = _fields(_type_at(whole, loc[:-1]))
        return UNKNOWN_FIELD, f"there is no field `{field}` here", nearest(field, known, few=len(known))
    if kind == "literal_error":
        choices = ", ".join(map(str, get_args(_type_at(whole, loc))))
        return WRONG_VALUE, f"{shown(details['input'])} is not possible here", f"write one of: {choices}"
    message, hint = _of_another_kind(kind, details["input"])
    if kind in ("model_type", "dict_type") and str(details["input"]).strip() in ("null", "none", "None", "~"):
        hint = f"to remove it, write  {field}: null  without quotes"
    elif kind == "model_type" and (needed := _example(_type_at(whole, loc))):
        hint = f"write  {field}: {{{needed}}}"
    return WRONG_VALUE, message, hint


def _of_another_kind(kind: str, value: object) -> tuple[str, str]:
    """Message and way out for a value that is a text where a list is needed, and the like."""
    if kind == "string_type" and isinstance(value, list):
        return "one text is needed here, not a list", "write one alone, without brackets and dashes"
    if kind == "tuple_type" and isinstance(value, str) and (item := _ITEM.match(value)):
        why = "without a space behind it begins no item" if item[1] == "-" else "begins no item of one"
        message = f"a list is needed here, and “{item[1]}” {why}"
        return message, f"write  - {item[2]}"
    if kind == "tuple_type" and isinstance(value, str) and value.strip():
        return f"a list is needed here, not {shown(value)}", f"write  [{value.strip()}]"
    if kind == "tuple_type" and isinstance(value, dict) and value and value.keys() <= {"add", "remove"}:
        listed = ", ".join(f"{name}: [{it if isinstance(it, str) else '...'}]" for name, it in value.items())
        return "`add` and `remove` need lists", f"write  {{{listed}}}"
    wanted, hint = _WANTED.get(kind, ("another kind of value", "see docs/format.md for what may stand here"))
    return f"{wanted} is needed here, not {shown(value)}", hint


def _example(model: Any) -> str:
    """The fields that a block needs, to be filled in: `name: ..., roles: ...`."""
    fields = getattr(model, "model_fields", {})
    return ", ".join(f"{it.alias or name}: ..." for name, it in fields.items() if it.is_required())


_ITEM = re.compile(r"([-•·–—*▪●○◦‣])\s*(.*)", re.DOTALL)
_WANTED = {
    "string_type": ("one text", "write plain text, without parts of its own"),
    "string_too_short": ("one text", "write the text, or delete the field"),
    "dict_type": ("a block of fields", "write  name: value  lines, indented below this one"),
    "model_type": ("a block of fields", "write  name: value  lines, indented below this one"),
    "tuple_type": ("a list", "write  [one, two]  or lines that begin with  -"),
}


def _where(path: tuple[str | int, ...]) -> str:
    """The beginning of a message, with the full name of the entry: “steps/accept: ”; empty for the header."""
    return f"{path[0]}/{path[1]}: " if len(path) > 1 and path[0] in COLLECTIONS else ""


def _type_at(annotation: Any, loc: tuple[str | int, ...]) -> Any:
    """The type that the model needs at `loc` below `annotation`, found part by part: field, value or item."""
    for part in loc:
        inside = _core(annotation)
        if get_origin(inside) in (dict, tuple):
            annotation = get_args(inside)[get_origin(inside) is dict]
        else:
            annotation = _fields(inside).get(str(part))
    return _core(annotation)


def _core(annotation: Any) -> Any:
    """A type without `Annotated` and without `| None`."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = next(argument for argument in get_args(annotation) if argument is not NoneType)
    return annotation


def _fields(model: Any) -> dict[str, Any]:
    """The types of a block's fields, by the names that authors write."""
    fields = getattr(model, "model_fields", {})
    return {info.alias or name: info.annotation for name, info in fields.items()}
