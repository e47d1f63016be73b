"""The project of a new organisation: a small SOP with comments, over a base or over none, and all files to build it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amends.codes.model import WRONG_VALUE
from amends.content.bases import LEAN, REFERENCE, bases
from amends.content.layers import Resolved
from amends.content.place import HEADER_FILE
from amends.content.yaml_reader import read_yaml
from amends.edition.words import Words, known_locales, read_words
from amends.finding import Finding, UsageError
from amends.model.base import MAX_ID_LENGTH, is_reserved
from amends.nearest import nearest
from amends.origin import UNKNOWN
from amends.printing.fonts import package_for
from amends.self_docs.json_schema import PROJECT_FILE, PROJECT_FILE_OF_ALL, content_schema, layer_schema
from amends.shipped import shipped
from amends.spelling import parents

_TEMPLATE = ".j2"
_NAMELESS = "complaints"


@dataclass(frozen=True)
class Parent:
    """The project over which a branch stands: the way to its content from that of the branch, and what it says."""

    way: str
    content: Resolved

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales of its handbook."""
        given = (self.content.header or {}).get("locales", ("en",))
        return tuple(map(str, given)) if isinstance(given, Sequence) else ()

    @property
    def phones(self) -> dict[str, str]:
        """The telephone numbers of its contacts, by the contact's id."""
        contacts = self.content.collections["contacts"].items()
        return {key: str(it["phone"]) for key, it in contacts if isinstance(it, dict) and it.get("phone")}

    @property
    def card_role(self) -> str:
        """The first of its roles that has a card."""
        roles = self.content.collections["roles"].items()
        return next(key for key, it in roles if isinstance(it, dict) and it.get("kind", "person") == "person")


@dataclass(frozen=True)
class Wish:
    """What a user asks for. The first locale is the default locale and the language of the comments.

    `base` is the name of a shipped SOP, or a project over which this one stands; None is a project over nothing.
    """

    base: str | Parent | None
    locales: tuple[str, ...]
    name: str

    @property
    def kind(self) -> Literal["shipped", "branch", "blank"]:
        """Which words and templates it needs."""
        if self.base is None:
            return "blank"
        return "branch" if isinstance(self.base, Parent) else "shipped"

    @property
    def base_name(self) -> str:
        """What `extends` says: a name, or a way to a folder; empty for a project over nothing."""
        return self.base.way if isinstance(self.base, Parent) else self.base or ""


@dataclass(frozen=True)
class _Examples:
    """The ids in a base to which the examples of its projects point: a role with a card, and two steps."""

    role: str
    step: str = ""
    target: str = ""


_EXAMPLES = {LEAN: _Examples("first-contact", "hear", "answer"), REFERENCE: _Examples("front-line", "accept", "inform")}


def new_project(wish: Wish, project_id: str, address: str | None, today: date) -> dict[str, str]:
    """The files of a new project: path -> text. `address` is where pip finds the amends that will build it.

    Raises UsageError if the base or a locale is not shipped, or if the name is not one line of printable text.
    """
    _refuse_unknown(wish)
    environment = _environment([shipped("templates") / "init" / folder for folder in _template_folders(wish)])
    texts = {locale: read_words(locale) for locale in wish.locales}
    values = {
        "id": project_id,
        "kind": wish.kind,
        "base": _quoted(wish.base_name) if wish.kind == "branch" else wish.base_name,
        "role": _examples(wish).role,
        "phones": {key: _quoted(it) for key, it in wish.base.phones.items()} if isinstance(wish.base, Parent) else {},
        "locales": wish.locales,
        "name": _quoted(wish.name),
        "name_text": _text(dict.fromkeys(wish.locales, wish.name), wish.locales),
        "number": _quoted(f"{project_id.upper()}-{'SOP' if wish.kind == 'blank' else 'CMP'}"),
        # A base in other languages has no title in these locales.
        "off": "#" if base_locales().issuperset(wish.locales) else "",
        "today": today.isoformat(),
        "requirement": f"{package_for(wish.locales)} @ {address or UNKNOWN}",
        "is_address_known": address is not None,
        "w": lambda name: _words(wish, texts, name),
        "comment": lambda name, indent=0: _comment(_words(wish, texts, name), indent),
        "text": lambda name: _text({locale: words(f"init.{name}") for locale, words in texts.items()}, wish.locales),
        "hole": lambda name, indent: _hole(_words(wish, texts, f"blank.hole.{name}"), wish.locales, indent),
        "forms": lambda name: _by_locale({locale: _forms(words, name) for locale, words in texts.items()}),
    }
    names = sorted(name for name in environment.list_templates() if name.endswith(_TEMPLATE))
    files = {name.removesuffix(_TEMPLATE): environment.get_template(name).render(values) for name in names}
    if wish.kind == "blank":
        files[PROJECT_FILE_OF_ALL] = content_schema()
    else:
        files[PROJECT_FILE] = layer_schema()
    return files | {"docs/.gitkeep": ""}  # MkDocs needs the folder, and git does not keep an empty one


def id_for(folder: str) -> str:
    """A valid id from a folder's name: `Hotel Süd 2` gives `hotel-sud-2`. It is never the name of a shipped base."""
    name = _words_of(folder)
    if name in bases() or is_reserved(name):
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
    """Raise UsageError if a new project has an error: the name of the organisation is the only text of the user's.

    Values that are left empty for the user to fill are no such error.
    """
    for finding in findings:
        if finding.is_error and finding.code != WRONG_VALUE.code:
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
    if isinstance(wish.base, str) and wish.base not in bases():
        raise UsageError(f"there is no base “{wish.base}”; {nearest(wish.base, bases())}")
    for locale in wish.locales:
        if locale not in locales():
            raise UsageError(f"there is no locale “{locale}” to start with; {nearest(locale, locales())}")
    if not wish.name.strip() or not wish.name.isprintable():
        raise UsageError("the name of the organisation must be one line of text; write  --name NAME")


def _template_folders(wish: Wish) -> tuple[str, ...]:
    """The folders of the files of a new project, below `templates/init/`."""
    if wish.kind != "shipped":
        return ("every", wish.kind)
    return ("every", "shipped", "over-lean" if wish.base == LEAN else "over-reference")


def _examples(wish: Wish) -> _Examples:
    if isinstance(wish.base, Parent):
        return _Examples(wish.base.card_role)
    return _Examples("lead") if wish.base is None else _EXAMPLES.get(wish.base, _EXAMPLES[REFERENCE])


def _environment(folders: Sequence[Path]) -> Environment:
    """Jinja with other marks than usual, since texts of an SOP and workflows of GitHub contain `{{ }}` themselves."""
    return Environment(
        loader=FileSystemLoader(folders),
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
    examples = _examples(wish)
    values = {"base": wish.base_name, "name": wish.name, "step": examples.step, "target": examples.target}
    return texts[wish.locales[0]](f"init.{name}", **values)


def _comment(text: str, indent: int) -> str:
    """A text as a YAML comment, line by line. All lines but the first are indented; the template places the first."""
    return f"\n{' ' * indent}".join(f"# {line}".rstrip() for line in text.splitlines())


def _hole(question: str, wanted: tuple[str, ...], indent: int) -> str:
    """The rest of a line whose value is left for the user, with the question that it answers; one hole per locale."""
    locales = [f"\n{' ' * indent}{locale}:" for locale in wanted] if len(wanted) > 1 else []
    return f" # {question}{''.join(locales)}"


def _forms(words: Words, name: str) -> str:
    """A word of the vocabulary as YAML: its three forms, or a single word if all three are the same."""
    forms = words.group(f"init.{name}")
    if len(set(forms.values())) == 1:
        return _quoted(forms["one"])
    return "{" + ", ".join(f"{form}: {_quoted(word)}" for form, word in forms.items()) + "}"


def _quoted(text: str) -> str:
    """A text in double quotes, written as JSON, which is valid YAML."""
    return json.dumps(text, ensure_ascii=False)
