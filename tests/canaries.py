"""A small SOP with an attack in every text and label that an author may write, in both locales.

CanarySop(tmp_path)                # 40 payloads in turn, one for each field
CanarySop(tmp_path, only=PAYLOADS[3])   # the same one in every field
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count, cycle
from pathlib import Path
from typing import Any, get_args

import yaml

from amends.content.place import Place
from amends.model import shape
from amends.model.base import Model
from amends.model.field_type import FieldType
from amends.model.sop import COLLECTIONS, Forms, Sop
from amends.model.text import Text
from hotel import FILES, LETTERS

SING = "window.__canary=1"
"""What each payload tries to do. If a page has set `window.__canary`, it has run an author's text as code."""


@dataclass(frozen=True)
class Payload:
    """`written` is the text of the author, `shown` what a reader must see; `refused`: `amends check` refuses it.

    `begins`: it has a meaning only at the beginning of a text.
    """

    written: str
    shown: str = ""
    refused: bool = True
    begins: bool = False

    @property
    def visible(self) -> str:
        """What the page shows."""
        return self.shown or self.written


def _kept(written: str) -> Payload:
    """A text that is plain words for amends: it is not refused, and it is shown as it is."""
    return Payload(written, refused=False)


PAYLOADS = (
    # Elements
    Payload(f"<script>{SING}</script>"),
    Payload(f"<ScRiPt/x>{SING}</sCrIpT\t>", f"<ScRiPt/x>{SING}</sCrIpT >"),
    Payload(f"</script><script>{SING}</script>"),
    Payload(f"</title></style></textarea></article></main></body><script>{SING}</script>"),
    Payload(f"--><script>{SING}</script><!--"),
    Payload(f"<img src=x onerror={SING}>"),
    Payload(f"<svg/onload={SING}>"),
    Payload(f"<svg><script>{SING}</script></svg>"),
    Payload(f"<svg><animate onbegin={SING} attributeName=x dur=1s>"),
    Payload(f"<math><mtext></mtext><mglyph><style><img src=x onerror={SING}></style>"),
    Payload(f"<iframe src='javascript:parent.{SING}'></iframe>"),
    Payload(f'<iframe srcdoc="<script>parent.{SING}</script>"></iframe>'),
    Payload(f"<object data='javascript:{SING}'></object><embed src='javascript:{SING}'>"),
    Payload("<base href='https://evil.example/'><link rel=stylesheet href='https://evil.example/x.css'>"),
    Payload(f"<meta http-equiv=refresh content='0;url=javascript:{SING}'>"),
    Payload(f"<form action='javascript:{SING}'><button autofocus onfocus={SING}>x</button></form>"),
    Payload(f"<details open ontoggle={SING}>"),
    Payload(f"<input autofocus onfocus={SING}>"),
    Payload(f"<video><source onerror={SING}></video>"),
    Payload("<style>@import 'https://evil.example/x.css';*{display:none}</style>"),
    Payload(f"<noscript><p title='</noscript><img src=x onerror={SING}>'>"),
    Payload(f"<template><script>{SING}</script></template>"),
    Payload("<img src='https://evil.example/pixel.png'>"),
    # Out of an attribute, out of a string
    _kept(f'" onmouseover="{SING}" x=\''),
    _kept(f"' autofocus onfocus='{SING}"),
    _kept(f"';{SING};//\\"),
    _kept(f'\\";{SING};//'),
    _kept(f"${{{SING}}}`{SING}"),
    # Links
    Payload(f"[click](javascript:{SING})", "click"),
    Payload(f"[click](JaVaScRiPt:{SING}//)", "click"),
    Payload(f"[click](data:text/html,<script>{SING}</script>)", "click"),
    Payload(f"[click](vbscript:{SING})", "click"),
    Payload("[click](//evil.example/)", "click"),
    Payload(f"<javascript:{SING}>"),
    Payload(f"[ref]: javascript:{SING}", begins=True),
    _kept(f"javascript:{SING}"),
    Payload("![picture](https://evil.example/pixel.png)", "!picture"),
    # Other people's markup
    Payload(f"words {{: onclick={SING} style=color:red }}"),
    Payload("--8<-- 'mkdocs.yml'"),
    Payload("{% raw %}{# config #}{% endraw %}"),
    _kept(f"&lt;script&gt;{SING}&lt;/script&gt;"),
    _kept(f"&#60;script&#62;{SING}&#60;/script&#62;"),
    _kept("=cmd|' /C calc'!A0"),
    _kept("::error file=x::y"),
    _kept("END:VEVENT"),
    _kept('#eval(read("/etc/passwd")) \\includegraphics{x}'),
)
"""Each tries another attack. Also those that `amends check` refuses must have no effect if it was not run."""

_REST = """\
tables:
  on-call: {title: t, columns: {who: {title: t}}, rows: {shop: {who: t}}}
holders:
  ada: {name: Ada, roles: [manager], phone: "1"}
clocks:
  law:
    {from: received, by: decided, within: 30 calendar days, severity: must, as_of: 2026-02-01, recheck_by: 2027-02-01,
     verified: true, first_day: {counts: true}, source: {url: "https://law.example/'onfocus=x'\\"onfocus=x&y"}}
remedies: {repair: {}}
compensation: {ours: {}}
goodwill: {guest: {}}
validity: {both: {}}
kinds: {safety: {}}
channels: {letter: {}}
events: {escalated: {}}
"""
_ITEM: dict[str, Any] = {"decision": {}, "forwarding": {}}
_LABELS = frozenset({"number", "version", "code", "phone", "email", "at"})
_INSTEAD = {"may": "limit"}
"""Texts that stand in the place of another field."""


# Forty SOPs are written. libyaml is ten times as fast as the writer in Python, and the tests need any valid YAML.
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class CanarySop:
    """The hotel's SOP, with a payload in every text field of the model."""

    def __init__(self, folder: Path, only: Payload | None = None) -> None:
        self._payloads = cycle(PAYLOADS if only is None else [only])
        self._serial = count()
        self.texts: list[tuple[str, Payload]] = []
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self._files():
            text = yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=100_000)
            (folder / name).write_text(text, encoding="utf-8")
        self.place = Place(home=folder, content=folder, config=None)

    def _files(self) -> Iterator[tuple[str, dict[str, Any]]]:
        found = _untrapped()
        collections = {name: shape.written_out(found.pop(name), "en", name) for name in COLLECTIONS if name in found}
        yield "sop.yml", self._trapped(shape.written_out(found, "en"), FieldType(Sop))
        for name, entries in collections.items():
            entry_type = FieldType(Sop).fields[name].entry
            yield f"{name}.yml", {name: {key: self._trapped(entry, entry_type) for key, entry in entries.items()}}

    def _trapped(self, value: Any, wanted: FieldType | None) -> Any:  # noqa: PLR0911 - one for each kind of value
        if wanted is None:
            return value
        if wanted.is_text:
            return {"en": self._next("en"), "zh": self._next("zh")}
        if wanted.model is Forms:
            return {form: self._next("") for form in ("one", "a", "many")}
        if wanted.model is not None and isinstance(value, dict):
            return self._trapped_model(value, wanted)
        if wanted.entry is not None and isinstance(value, dict):
            return {key: self._trapped(inner, wanted.entry) for key, inner in value.items()}
        parts = [part for part in map(FieldType, get_args(wanted.bare)) if part.model]
        if parts and isinstance(value, list):
            return [self._trapped(inner, parts[0]) for inner in value]
        return value

    def _trapped_model(self, value: dict[str, Any], block: FieldType) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, wanted in block.fields.items():
            is_label = key in _LABELS or (key == "name" and not wanted.is_text)
            if _INSTEAD.get(key) in value:
                continue
            if is_label and key in value:
                found[key] = self._next("")
            elif wanted.is_text:
                found[key] = self._trapped(None, wanted)
            elif wanted.entry is not None and not value.get(key) and _is_of_texts(wanted.entry):
                found[key] = {"canary": self._trapped({}, wanted.entry)}
            elif key in value:
                found[key] = self._trapped(value[key], wanted)
        return found

    def _next(self, locale: str) -> str:
        """The next payload with a number, which tells two fields apart. Every second payload stands first."""
        payload, serial = next(self._payloads), next(self._serial)
        self.texts.append((locale, payload))
        return f"{payload.written} n{serial}" if serial % 2 or payload.begins else f"n{serial} {payload.written}"


def _untrapped() -> dict[str, Any]:
    """The hotel's SOP together with the collections that it does not have."""
    found: dict[str, Any] = {}
    for text in (*FILES.values(), LETTERS, _REST):
        found |= _parsed(text)
    book = found["frameworks"]["old-book"]
    listen = book["items"]["listen"] | _ITEM
    levels = found["authority"] | {"l3": {"code": "L3", "roles": ["manager"]}}
    return found | {
        "frameworks": {"old-book": book | {"items": book["items"] | {"listen": listen}}},
        "authority": levels,
    }


@cache
def _parsed(text: str) -> dict[str, Any]:
    """The data of one file; nobody may change it."""
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def _is_of_texts(wanted: FieldType) -> bool:
    return wanted.is_text or (wanted.model is not None and wanted.fields.keys() <= {"text", "sources", "added"})


def text_fields() -> set[tuple[str, str]]:
    """Every field of the model that holds texts: `("Step", "title")`."""
    return {
        (model.__name__, name)
        for model in _models(Sop, set())
        for name, info in model.model_fields.items()
        if _holds_text(info.annotation)
    }


def _models(annotation: Any, seen: set[type[Model]]) -> set[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation not in seen:
        seen.add(annotation)
        for info in annotation.model_fields.values():
            _models(info.annotation, seen)
    for part in get_args(annotation):
        _models(part, seen)
    return seen


def _holds_text(annotation: Any) -> bool:
    return annotation is Text or any(_holds_text(part) for part in get_args(annotation))
