"""A new organisation's project: a small, commented SOP over a shipped base, with all that it takes to build it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.content.chain import industries
from amends.content.place import REFERENCE
from amends.finding import PlaceError
from amends.nearest import nearest
from amends.self_docs.json_schema import PROJECT_FILE, layer_schema
from amends.shipped import shipped

_TEMPLATE = ".j2"
_NAMELESS = "complaints"


@dataclass(frozen=True)
class Wish:
    """What a user asks for: the first locale is the default one, and the language of the comments."""

    base: str
    locales: tuple[str, ...]
    name: str


def new_project(wish: Wish, project_id: str, version: str, today: date) -> dict[str, str]:
    """The files of a new project, from path to text; `version` is that of the amends which will build it.

    Raises PlaceError for a base or a locale that is not shipped, and for a name that is not one printable line.
    """
    _refuse_unknown(wish)
    environment = _environment(shipped("templates") / "init" / wish.locales[0])
    values = {
        "id": project_id,
        "base": wish.base,
        "locales": wish.locales,
        "name": _quoted(wish.name),
        "name_text": _text(dict.fromkeys(wish.locales, wish.name), wish.locales),
        "title": wish.name,
        "number": _quoted(f"{project_id.upper()}-CMP"),
        "today": today.isoformat(),
        "package": f"amends{'[zh]' if 'zh' in wish.locales else ''}=={version}",
        "text": lambda en, zh: _text({"en": en, "zh": zh}, wish.locales),
        "word": lambda one, many, zh: _word({"one": one, "a": f"a {one}", "many": many}, zh, wish.locales),
    }
    names = sorted(name for name in environment.list_templates() if name.endswith(_TEMPLATE))
    files = {name.removesuffix(_TEMPLATE): environment.get_template(name).render(values) for name in names}
    files[PROJECT_FILE] = layer_schema()
    return files | {"docs/.gitkeep": ""}  # MkDocs wants the folder, and git keeps none that is empty


def id_for(folder: str) -> str:
    """A valid id from a folder's name: `Hotel Süd 2` is `hotel-sud-2`; never the name of a shipped base."""
    ascii_only = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
    if not name:
        return _NAMELESS
    if name in (REFERENCE, *industries()):
        return f"our-{name}"
    return name if name[0].isalpha() else f"sop-{name}"


def locales() -> list[str]:
    """The locales in which a project can be started."""
    return sorted(folder.name for folder in (shipped("templates") / "init").iterdir() if folder.is_dir())


def _refuse_unknown(wish: Wish) -> None:
    bases = [REFERENCE, *industries()]
    if wish.base not in bases:
        raise PlaceError(f"there is no industry “{wish.base}”; {nearest(wish.base, bases)}")
    for locale in wish.locales:
        if locale not in locales():
            raise PlaceError(f"there is no locale “{locale}” to start with; {nearest(locale, locales())}")
    if not wish.name.strip() or not wish.name.isprintable():
        raise PlaceError("the name of the organisation must be one line of text; write  --name NAME")


def _environment(folder: Path) -> Environment:
    """Other marks than usual: those of Jinja stand in the texts of an SOP and in workflows."""
    return Environment(
        loader=FileSystemLoader(folder),
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        block_start_string="<%",
        block_end_string="%>",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - these are YAML and Markdown; what a user gives is quoted for YAML
    )


def _text(strings: Mapping[str, str], wanted: tuple[str, ...]) -> str:
    """A text as YAML: bare in the one locale there is, or one string per locale."""
    if len(wanted) == 1:
        return _quoted(strings[wanted[0]])
    return "{" + ", ".join(f"{locale}: {_quoted(strings[locale])}" for locale in wanted) + "}"


def _word(english: Mapping[str, str], chinese: str, wanted: tuple[str, ...]) -> str:
    """A word of the vocabulary as YAML: English has three forms, Chinese one."""
    forms = "{" + ", ".join(f"{form}: {_quoted(word)}" for form, word in english.items()) + "}"
    words = {"en": forms, "zh": _quoted(chinese)}
    return "{" + ", ".join(f"{locale}: {words[locale]}" for locale in wanted) + "}"


def _quoted(text: str) -> str:
    """A double-quoted scalar: JSON's strings are YAML's too."""
    return json.dumps(text, ensure_ascii=False)
