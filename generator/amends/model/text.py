"""Author's text: one string per locale, with limited Markdown and `{{ placeholders }}`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from amends.model.base import Citable, ScriptId
from amends.model.problem import problem, shown
from amends.model.short_form import ShortForm

LOCALE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs of Korean and of Braille that are drawn as nothing."""
_A_LANGUAGE = "write a language code: en, zh, de, ..."
_LANGUAGE_FIRST = "write the language first:  en: {one: guest, a: a guest, many: guests}"
TEXT_SCHEMA: dict[str, Any] = {
    "description": "A text, or one per locale.",
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{LOCALE.pattern}$"},
            "additionalProperties": {"type": "string", "minLength": 1},
            "minProperties": 1,
        },
    ],
}


def has_ink(string: str) -> bool:
    """Whether a string shows anything: characters beside blanks, marks without a letter, and invisible ones."""
    first = string[:1]
    if first.isalnum() and first not in _BLANK:  # so it is with most texts
        return True
    return any(unicodedata.category(character)[0] not in "ZCM" and character not in _BLANK for character in string)


class Text:
    """What an author wrote, by locale; immutable.

    `Text({"en": "Accept", "zh": "受理"})`. A plain string in a file is a text in the SOP's default locale. Validation
    takes that locale from its context: `{"default_locale": "en"}`.
    """

    __slots__ = ("strings",)

    def __init__(self, strings: Mapping[str, str]) -> None:
        self.strings = dict(strings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.strings == other.strings

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.strings.items())))

    def __repr__(self) -> str:
        return f"Text({self.strings!r})"

    def in_locales(self, locales: Collection[str]) -> Text:
        """The text in these locales only."""
        if all(locale in locales for locale in self.strings):
            return self
        return Text({locale: string for locale, string in self.strings.items() if locale in locales})

    @classmethod
    def _validate(cls, value: object, info: core_schema.ValidationInfo) -> Text:
        if isinstance(value, Text):
            return value
        if isinstance(value, str):
            if not has_ink(value):
                raise problem("the text is empty", "write the text, or delete the field")
            return cls({(info.context or {}).get("default_locale", "en"): value})
        if isinstance(value, dict) and value:
            if cut := next((key for key, string in value.items() if string is None and is_rest_of_text(key)), None):
                raise problem(
                    f"a comma has cut a text: “{cut}” stands alone", "put the whole text in quotes", at=(cut,)
                )
            return cls({_locale(key): _string(key, string) for key, string in value.items()})
        raise problem(
            f"a text is needed here, not {shown(value)}",
            'write one text, or one per locale: {en: "...", zh: "..."}',
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda text: text.strings),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(TEXT_SCHEMA)


def is_rest_of_text(name: str) -> bool:
    """Whether a name with nothing behind it is what a comma has cut off: `{a: Writes in caps, threatens us}`."""
    return " " in name or not name.isascii()


@lru_cache(maxsize=1024)  # a few locales, and thousands of texts
def _is_locale(key: str) -> bool:
    return LOCALE.fullmatch(key) is not None


def _locale(key: str) -> str:
    if not _is_locale(key):
        raise problem(
            f"{shown(key)} is not a locale, so this block is not a text",
            "a text is one string, or one per locale: en, zh, ...",
            at=(key,),
        )
    return key


def _string(key: str, value: object) -> str:
    if not isinstance(value, str) or not has_ink(value):
        what = "must be one string" if value and not isinstance(value, str) else "is empty"
        raise problem(f"the text for “{key}” {what}", "write the text, or delete the line", at=(key,))
    return value


class Point(Citable):
    """One short text of a keyed list, with its sources."""

    text: Text

    @classmethod
    def of(cls, value: object) -> object:
        """The long form of a point that is written as a text only. A value in another form is reported as an error."""
        is_long = isinstance(value, dict) and cls.model_fields.keys() & value.keys()
        return value if is_long or isinstance(value, cls) else {"text": value}


ShortPoint = Annotated[Point, BeforeValidator(Point.of), ShortForm(TEXT_SCHEMA)]
"""A point in its long form, or as a text only."""
Points = dict[str, ShortPoint]
"""Short texts, each under a key, in the author's order."""


class Dont(Point):
    """One thing not to do, with what to do instead: `text` holds only the don't."""

    instead: Text | None = Field(None, description="What to do instead.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts to say instead.")


ShortDont = Annotated[Dont, BeforeValidator(Dont.of), ShortForm(TEXT_SCHEMA)]
"""A don't in its long form, or as a text only."""
Donts = dict[str, ShortDont]
"""What not to do, each under a key, in the author's order."""


_SCRIPTS_OF_COUNTRIES = {"TW": "Hant", "HK": "Hant", "MO": "Hant", "CN": "Hans", "SG": "Hans"}
"""How Chinese is written there. A locale names that way, since a country alone would be shown in the other one."""


def _code_of_locale(value: object) -> str:
    if not (isinstance(value, str) and LOCALE.fullmatch(value)):
        meant = str(value).strip().replace("_", "-")
        meant = meant if LOCALE.fullmatch(meant) else _language_called(meant)
        other = _LANGUAGE_FIRST if value in ("one", "a", "many") else _A_LANGUAGE
        raise problem(f"{shown(value)} is not a locale", f"write  {meant}" if meant else other)
    language, _, country = value.partition("-")
    if language == "zh" and country in _SCRIPTS_OF_COUNTRIES:
        message = f"{shown(value)} names a country, and not how Chinese is written there"
        raise problem(message, f"write  zh-{_SCRIPTS_OF_COUNTRIES[country]}")
    return value


def _language_called(name: str) -> str:
    """The code of the language that has this English name; empty if there is none."""
    from babel import Locale as Cldr

    return next((code for code, title in Cldr("en").languages.items() if title.lower() == name.lower()), "")


Locale = Annotated[str, BeforeValidator(_code_of_locale)]
