"""How a validator of the model says what is wrong, in the author's words."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

_CLIPPED = 60


def problem(message: str, hint: str = "", at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error that a pydantic validator raises: `message`, the way out, and the path below the value where it lies."""
    # The parts travel in the context: pydantic formats only the template, and braces in an author's text must survive.
    context: dict[str, Any] = {"message": message, "hint": hint, "at": at}
    return PydanticCustomError("amends", "{message}", context)


def shown(value: object) -> str:
    """An author's value as a message names it: “text”, or what kind of thing stands there; never Python's notation."""
    kinds = {list: "a list", dict: "a block" if value else "an empty block", type(None): "nothing"}
    text = str(value)
    if not text.strip():
        return "an empty text"
    return kinds.get(type(value), f"“{text if len(text) <= _CLIPPED else text[:_CLIPPED] + '…'}”")
