"""What an SOP asks of `amends check`: how strict it is, and what it passes over."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from amends.model.base import Id, Model, PlainText
from amends.model.text import Locale

Profile = Literal["draft", "review", "publish"]
PROFILES: tuple[Profile, ...] = ("draft", "review", "publish")
"""From the mildest to the strictest."""


class Checking(Model):
    """How `amends check` judges this SOP. Codes are written `L704`, by name, or as the beginning of several: `L7`."""

    profile: Profile = Field(
        "review", description="`draft` is silent about what is only not finished; for `publish`, warnings are errors."
    )
    locale: Locale = Field("en", description="The language in which findings are told: `en`, `zh`.")
    select: tuple[PlainText, ...] = Field((), description="Only these codes are told, and errors.")
    ignore: tuple[PlainText, ...] = Field((), description="These codes are not told.")
    per_file: dict[PlainText, tuple[PlainText, ...]] = Field(
        {}, description="Codes that are not told of some files: `{scripts/*.yml: [S505]}`; paths from this folder."
    )
    severity: dict[PlainText, Literal["error", "warning", "info"]] = Field(
        {}, description="How much a code weighs here: `{L701: error, T402: info}`; an error stays one."
    )
    phrases: dict[Id, dict[Locale, tuple[PlainText, ...]]] = Field(
        {},
        description="Phrases to warn of, beside the shipped lists: `{blaming: {en: [as per policy]}}`; or `allowed`.",
    )


NO_WISHES = Checking.model_validate({})
"""What holds where an SOP asks for nothing."""
