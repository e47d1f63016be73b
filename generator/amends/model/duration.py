"""How long something may take: a number with its unit, the same for every severity or one for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from dateutil.relativedelta import relativedelta
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from amends.model.problem import problem, shown
from amends.model.units import MEASURES, OPEN, UNITS, Measure, Open, Unit

_MOST_DIGITS = 6
_FORM = re.compile(rf"([0-9]{{1,{_MOST_DIGITS}}}) ({'|'.join(UNITS)})s?")
_EXAMPLES = "5 minutes, 4 working hours, 2 business days, 10 calendar days, at once, same day, unlimited"
_DAYS: tuple[Unit, ...] = ("calendar day", "business day")
_HOURS: tuple[Unit, ...] = ("hour", "working hour")
_NEAR_UNITS: dict[str, tuple[Unit, ...]] = {
    **dict.fromkeys(("day", "d", "天", "日", "jour", "j"), _DAYS),
    **dict.fromkeys(("h", "hr", "小时", "个小时", "heure"), _HOURS),
    **dict.fromkeys(
        (
            "working day",
            "workday",
            "wd",
            "工作日",
            "个工作日",
            "jour ouvré",
            "jours ouvré",
            "jour ouvrable",
            "jours ouvrable",
        ),
        ("business day",),
    ),
    **dict.fromkeys(("business hour", "工作小时", "heure ouvrée", "heures ouvrée"), ("working hour",)),
    **dict.fromkeys(("自然日", "个自然日", "日历日"), ("calendar day",)),
    **dict.fromkeys(("min", "分钟", "分"), ("minute",)),
    **dict.fromkeys(("s", "sec", "秒"), ("second",)),
    **dict.fromkeys(("周", "星期", "个星期", "semaine"), ("week",)),
    **dict.fromkeys(("月", "个月", "mois", "moi"), ("month",)),
    **dict.fromkeys(("年", "an", "année"), ("year",)),
}
"""What people write instead of a unit, without an `s` at the end, and the units that they may mean."""


@dataclass(frozen=True)
class Duration:
    """How long something may take: `Duration(2, "business day")`. Forms without a number: `Duration(0, "at once")`."""

    count: int
    unit: Unit | Open

    def __str__(self) -> str:
        if self.unit in OPEN:
            return self.unit
        return f"{self.count} {self.unit}" + ("" if self.count == 1 else "s")

    @property
    def measured(self) -> tuple[Measure, int]:
        """The measure in which it is counted, and its number: 2 weeks are `("days", 14)`."""
        measure, factor = MEASURES[self.unit]
        return measure, self.count * factor

    def counted_in(self, measure: Measure) -> int | None:
        """Its number in this measure; None if it is counted in another one."""
        own, count = self.measured
        return count if own == measure else None

    @property
    def on_calendar(self) -> relativedelta | None:
        """What to add to a day to get the last day; None if it is not counted in days or months of the calendar."""
        if (days := self.counted_in("days")) is not None:
            return relativedelta(days=days)
        months = self.counted_in("months")
        return None if months is None else relativedelta(months=months)

    @classmethod
    def parse(cls, value: object) -> Duration:
        """The duration that an author wrote.

        Raises PydanticCustomError if it has no unit or an unknown one, or is no duration at all.
        """
        if isinstance(value, Duration):
            return value
        if not isinstance(value, str):
            raise problem(f"a time limit is needed here, not {shown(value)}", f"write one of: {_EXAMPLES}")
        for unit in OPEN:
            if value == unit:
                return cls(0, unit)
        if match := _FORM.fullmatch(value):
            return cls(int(match[1]), next(unit for unit in UNITS if unit == match[2]))
        raise problem(*_reason(value))

    @classmethod
    def of_field(cls, value: object) -> Duration:
        """The duration in a field of an SOP, where nothing but words may say that there is no time at all.

        Raises PydanticCustomError like `parse`, and for a number of 0.
        """
        found = cls.parse(value)
        if found.count == 0 and found.unit not in OPEN:
            raise problem(f"{shown(str(found))} is no time", "write  at once  or  same day")
        return found

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.of_field, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        number = rf"0*[1-9][0-9]{{0,{_MOST_DIGITS - 1}}}"
        pattern = rf"^({'|'.join(OPEN)}|{number} ({'|'.join(UNITS)})s?)$"
        return {"type": "string", "pattern": pattern, "examples": ["2 business days"]}


def _reason(value: str) -> tuple[str, str]:
    match = re.fullmatch(r"([0-9]+)\s*+((?:[^\W\d].*)?)", value.strip())
    if not match:
        return f"{shown(value)} is not a time limit", f"write one of: {_EXAMPLES}"
    number, unit = match[1], match[2]
    if len(number) > _MOST_DIGITS:
        return f"{shown(value)} is too long for a time limit", "use a larger unit, or write  unlimited"
    if not unit:
        examples: tuple[Unit, ...] = ("minute", "working hour", "business day")
        return f"“{number}” has no unit", f"say of what: {', '.join(_counted(number, it) for it in examples)}"
    if unit.removesuffix("s") in UNITS:
        return f"{shown(value)} is not written as a time limit", f"write  {number} {unit}  with one space between"
    return _reason_of_unit(value, number, unit)


def _reason_of_unit(value: str, number: str, unit: str) -> tuple[str, str]:
    plain = unit.lower().removesuffix("s")
    if plain in UNITS:
        return f"{shown(value)} is not written as a time limit", f"write  {number} {unit.lower()}  in small letters"
    if near := _NEAR_UNITS.get(plain) or _NEAR_UNITS.get(unit.lower()):
        choices = [_counted(number, it) for it in near]
        hint = f"write one of: {', '.join(choices)}" if len(choices) > 1 else f"write  {choices[0]}"
        return f"{shown(unit)} is not a unit of time", hint
    known = ", ".join(f"{name}s" for name in UNITS)
    return f"{shown(unit)} is not a unit of time", f"write {number} and one of: {known}"


def _counted(number: str, unit: Unit) -> str:
    return str(Duration(int(number), unit))


@dataclass(frozen=True)
class BySeverity:
    """One time limit for all severities (`everywhere`), or one for each that is named (`each`)."""

    everywhere: Duration | None
    each: tuple[tuple[str, Duration], ...] = ()

    EVERY: ClassVar[str] = "*"

    def for_severity(self, severity: str) -> Duration | None:
        """The limit for a case of this severity; None if the author gave none."""
        return self.everywhere if self.everywhere is not None else dict(self.each).get(severity)

    def durations(self) -> tuple[tuple[str, Duration], ...]:
        """Each severity with its limit; a single row for `BySeverity.EVERY` if all have the same."""
        return self.each if self.everywhere is None else ((self.EVERY, self.everywhere),)

    @classmethod
    def _validate(cls, value: object) -> BySeverity:
        if isinstance(value, BySeverity):
            return value
        if isinstance(value, dict) and value:
            return cls(None, tuple((str(key), _at(key, limit)) for key, limit in value.items()))
        return cls(Duration.of_field(value))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(cls._as_data)
        )

    def _as_data(self) -> object:
        return str(self.everywhere) if self.everywhere else {key: str(limit) for key, limit in self.each}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        one = Duration.__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [one, {"type": "object", "additionalProperties": one}]}


def _at(key: object, value: object) -> Duration:
    try:
        return Duration.of_field(value)
    except type(problem("")) as error:
        context = error.context or {}
        raise problem(context["message"], context["hint"], at=(str(key),)) from None
