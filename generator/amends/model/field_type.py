"""The type of a place of the model, taken apart: what stands there, and what it may name."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, get_args, get_origin

from pydantic import BeforeValidator

from amends.model.base import Model
from amends.model.duration import BySeverity
from amends.model.text import Text
from amends.model.walk import collection_of


def _bare(annotation: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    options = [option for option in get_args(annotation) if option is not type(None)]
    is_optional = type(None) in get_args(annotation) and len(options) == 1
    return _bare(options[0]) if is_optional else annotation


class FieldType:
    """The type of a place of the model. It is taken apart once, not for each value: an SOP has very many values."""

    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation
        self.bare = _bare(annotation)
        self.is_text = self.bare is Text
        is_model = isinstance(self.bare, type) and issubclass(self.bare, Model)
        self.model: type[Model] | None = self.bare if is_model else None
        self.collection = collection_of(annotation, [])
        self.is_by_severity = self.bare is BySeverity

    @cached_property
    def fields(self) -> dict[str, FieldType]:
        """The fields of a block, by the names that authors write."""
        infos = self.model.model_fields.items() if self.model is not None else ()
        return {
            info.alias or name: FieldType(
                Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
            )
            for name, info in infos
        }

    @cached_property
    def needed(self) -> frozenset[str]:
        """The names of the fields without which a block is not complete."""
        infos = self.model.model_fields.items() if self.model is not None else ()
        return frozenset(info.alias or name for name, info in infos if info.is_required())

    @cached_property
    def entry(self) -> FieldType | None:
        """The values of a mapping; None if the place holds no mapping."""
        return FieldType(get_args(self.bare)[1]) if get_origin(self.bare) is dict else None

    @cached_property
    def short_form(self) -> Any:
        """The validator that makes the long form of a short one; None if the place knows no short form."""
        marks = get_args(self.annotation)[1:] if get_origin(self.annotation) is Annotated else ()
        return next((mark.func for mark in marks if isinstance(mark, BeforeValidator)), None)
