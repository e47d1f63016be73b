"""The project of a new organisation: a small SOP with comments over a shipped base, and all files to build it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.content.chain import industries
from amends.content.place import HEADER_FILE, REFERENCE
from amends.content.yaml_reader import read_yaml
from amends.edition.words import Words, known_locales, read_words
from amends.finding import Finding, UsageError
from amends.model.base import MAX_ID_LENGTH, is_reserved
from amends.nearest import nearest
from amends.origin import UNKNOWN
from amends.printing.fonts import package_for
from amends.self_docs.json_schema import PROJECT_FILE, layer_schema
from amends.shipped import shipped
from amends.spelling import parents

_TEMPLATE = ".j2"
_NAMELESS = "complaints"


@dataclass(frozen=True)
class Wish:
    """What a user asks for. The first locale is the default locale and the language of the comments."""

    base: str
    locales: tuple[str, ...]
    name: str


def new_project(wish: Wish, project_id: str, address: str | None, today: date) -> dict[str, str]:
    """The files of a new project: path -> text. `address` is where pip finds the amends that will build it.

    Raises UsageError if the base or a locale is not shipped, or if the name is not one line of printable text.
    """
    _refuse_unknown(wish)
    environment = _environment(shipped("templates") / "init")
    texts = {locale: read_words(locale) for locale in wish.locales}
    values = {
        "id": project_id,
        "base": wish.base,
        "locales": wish.locales,
        "name": _quoted(wish.name),
        "name_text": _text(dict.fromkeys(wish.locales, wish.name), wish.locales),
        "number": _quoted(f"{project_id.upper()}-CMP"),
        # A base in other languages has no title in these locales.
        "off": "#" if base_locales().issuperset(wish.locales) else "",
        "today": today.isoformat(),
        "requirement": f"{package_for(wish.locales)} @ {address or UNKNOWN}",
        "is_address_known": address is not None,
        "w": lambda name: _words(wish, texts, name),
        "comment": lambda name, indent=0: _comment(_words(wish, texts, name), indent),
        "text": lambda name: _text({locale: words(f"init.{name}") for locale, words in texts.items()}, wish.locales),
        "forms": lambda name: _by_locale({locale: _forms(words, name) for locale, words in texts.items()}),
    }
    names = sorted(name for name in environment.list_templates() if name.endswith(_TEMPLATE))
    files = {name.removesuffix(_TEMPLATE): environment.get_template(name).render(values) for name in names}
    files[PROJECT_FILE] = layer_schema()
    return files | {"docs/.gitkeep": ""}  # MkDocs needs the folder, and git does not keep an empty one


def id_for(folder: str) -> str:
    """A valid id from a folder's name: `Hotel Süd 2` gives `hotel-sud-2`. It is never the name of a shipped base."""
    name = _words_of(folder)
    if name in (REFERENCE, *industries()) or is_reserved(name):
        name = f"our-{name}"
    elif not name[0].isalpha():
        name = f"sop-{name}"
    return name[:MAX_ID_LENGTH].rstrip("-")


def _words_of(folder: str) -> str:
    """The words of a folder's name in small ASCII letters, joined by hyphens."""
    ascii_only = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
    return name or _NAMELESS


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raise UsageError if a new project has an error: the name of the organisation is the only text of the user's."""
    for finding in findings:
        if finding.is_error:
            raise UsageError(f"the project would not build: {finding.message}; write another name:  --name NAME")


def locales() -> list[str]:
    """The locales in which a project can be started."""
    return sorted(known_locales())


def base_locales() -> frozenset[str]:
    """The locales of the shipped bases, with their regions: those of the reference, since all others extend it."""
    file = shipped("sop") / REFERENCE / HEADER_FILE
    header = read_yaml(file.read_bytes(), str(file)).data
    written = frozenset(header["locales"] if isinstance(header, dict) else ())
    return frozenset(it for it in locales() if written.intersection((it, *parents(it))))


def _refuse_unknown(wish: Wish) -> None:
    bases = [REFERENCE, *industries()]
    if wish.base not in bases:
        raise UsageError(f"there is no industry “{wish.base}”; {nearest(wish.base, bases)}")
    for locale in wish.locales:
        if locale not in locales():
            raise UsageError(f"there is no locale “{locale}” to start with; {nearest(locale, locales())}")
    if not wish.name.strip() or not wish.name.isprintable():
        raise UsageError("the name of the organisation must be one line of text; write  --name NAME")


def _environment(folder: Path) -> Environment:
    """Jinja with other marks than usual, since texts of an SOP and workflows of GitHub contain `{{ }}` themselves."""
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
    """A text as YAML: only a string if there is one locale, or one string per locale."""
    if len(wanted) == 1:
        return _quoted(strings[wanted[0]])
    return _by_locale({locale: _quoted(string) for locale, string in strings.items()})


def _by_locale(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{locale}: {value}" for locale, value in values.items()) + "}"


def _words(wish: Wish, texts: Mapping[str, Words], name: str) -> str:
    """A text of `init` in the language of the project's comments."""
    return texts[wish.locales[0]](f"init.{name}", base=wish.base, name=wish.name)


def _comment(text: str, indent: int) -> str:
    """A text as a YAML comment, line by line. All lines but the first are indented; the template places the first."""
    return f"\n{' ' * indent}".join(f"# {line}".rstrip() for line in text.splitlines())


def _forms(words: Words, name: str) -> str:
    """A word of the vocabulary as YAML: its three forms, or a single word if all three are the same."""
    forms = words.group(f"init.{name}")
    if len(set(forms.values())) == 1:
        return _quoted(forms["one"])
    return "{" + ", ".join(f"{form}: {_quoted(word)}" for form, word in forms.items()) + "}"


def _quoted(text: str) -> str:
    """A text in double quotes, written as JSON, which is valid YAML."""
    return json.dumps(text, ensure_ascii=False)
