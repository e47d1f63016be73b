"""Single values in the model: the typed value, or the message to the author."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError


def accepted(annotation: Any, value: object, default_locale: str = "en") -> Any:
    """The typed value."""
    return TypeAdapter(annotation).validate_python(value, context={"default_locale": default_locale})


def refused(annotation: Any, value: object) -> tuple[str, str]:
    """The message and the way out of the one error that the value has."""
    with pytest.raises(ValidationError) as caught:
        accepted(annotation, value)
    (error,) = caught.value.errors()
    return error["ctx"]["message"], error["ctx"]["hint"]
