"""How a validator of the model says what is wrong, in the author's words."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

_CLIPPED = 60


def problem(message: str, hint: str = "", at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error for a pydantic validator to raise; `hint` is the way out, `at` leads from the value to the mistake."""
    # pydantic formats the template only. The parts are in the context, so braces in an author's text stay as they are.
    context: dict[str, Any] = {"message": message, "hint": hint, "at": at}
    return PydanticCustomError("amends", "{message}", context)


def shown(value: object) -> str:
    """An author's value for a message: “text”, or “a list”, “a block”; never as Python writes it."""
    kinds = {list: "a list", dict: "a block" if value else "an empty block", type(None): "nothing"}
    text = str(value)
    if not text.strip():
        return "an empty text"
    return kinds.get(type(value), f"“{text if len(text) <= _CLIPPED else text[:_CLIPPED] + '…'}”")
