"""What all parts of the model share: ids, references, sources, and the strict, frozen base class."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from amends.model.problem import problem, shown
from amends.model.short_form import ShortForm

ID_PATTERN = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
MAX_ID_LENGTH = 60

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)")


def is_reserved(value: str) -> bool:
    """Whether no id may be this word, since files cannot be named so everywhere."""
    return _RESERVED.fullmatch(value) is not None


def checked_id(value: str) -> str:
    """The id itself; raises PydanticCustomError if it is none."""
    if not re.fullmatch(ID_PATTERN, value) or len(value) > MAX_ID_LENGTH:
        form = f"small letters, digits and single hyphens, a letter first, at most {MAX_ID_LENGTH} characters"
        near = _near_id(value)
        raise problem(
            f"{shown(value)} is not an id", f"write  {near}; {form}" if near else f"for example  night-desk; {form}"
        )
    if is_reserved(value):
        raise problem(f"“{value}” cannot be an id: files cannot be named so everywhere", "choose another id")
    return value


def _near_id(value: str) -> str:
    """The id that is nearest to a few words, `night-desk` for “Night Desk”; empty if they are not in Latin letters."""
    letters = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    near = re.sub(r"[^a-z0-9]++", "-", letters).strip("-")
    is_latin = len(letters) >= len(value)
    return near if is_latin and re.fullmatch(ID_PATTERN, near) and len(near) <= MAX_ID_LENGTH else ""


Id = Annotated[str, AfterValidator(checked_id)]

PlainText = Annotated[str, Field(min_length=1)]
"""A text that is the same in every locale: a label, a number, an address."""

EVENTS = ("received", "acknowledged", "assigned", "found", "decided", "answered", "agreed", "completed", "closed")
"""The events that every case knows, in the order in which they happen. Time limits count from them."""


@dataclass(frozen=True)
class Reference:
    """Marks a field that names another entry; `collection` is where that id must exist."""

    collection: str


ChannelId = Annotated[str, Reference("channels")]
ClockId = Annotated[str, Reference("clocks")]
ContactId = Annotated[str, Reference("contacts")]
DepartmentId = Annotated[str, Reference("departments")]
DocumentId = Annotated[str, Reference("source_documents")]
Event = Annotated[
    str,
    Reference("events"),
    WithJsonSchema({"anyOf": [{"enum": list(EVENTS)}, {"type": "string", "pattern": f"^{ID_PATTERN}$"}]}),
]
"""One of `EVENTS`, or the id of an entry of `events`: an event of the SOP's own, or of a pack of clocks."""
FAMILIES = ("speed", "quality", "satisfaction", "learning")
"""The families of metrics that every SOP knows, in their order."""
Family = Annotated[
    str,
    Reference("families"),
    WithJsonSchema({"anyOf": [{"enum": list(FAMILIES)}, {"type": "string", "pattern": f"^{ID_PATTERN}$"}]}),
]
"""One of `FAMILIES`, or a family of the SOP's own."""
CASE_FACTS = ("number", "severity", "kind", "channel")
"""What a case in the browser knows beside its events."""
CaseFact = Annotated[
    str,
    Reference("case facts"),
    WithJsonSchema({"anyOf": [{"enum": [*CASE_FACTS, *EVENTS]}, {"type": "string", "pattern": f"^{ID_PATTERN}$"}]}),
]
"""One of `CASE_FACTS`, or an event."""
FrameworkId = Annotated[str, Reference("frameworks")]
KindId = Annotated[str, Reference("kinds")]
LetterId = Annotated[str, Reference("letters")]
PhaseId = Annotated[str, Reference("phases")]
RecordId = Annotated[str, Reference("records")]
RecordFieldId = Annotated[str, Reference("record fields")]
RoleId = Annotated[str, Reference("roles")]
ScriptId = Annotated[str, Reference("scripts")]
SettlementId = Annotated[str, Reference("settlements")]
SeverityId = Annotated[str, Reference("severities")]
StepId = Annotated[str, Reference("steps")]
TermId = Annotated[str, Reference("glossary")]
WayTarget = Annotated[str, Reference("ways")]
"""Where a step or an outcome leads: a step's id, or `end/STATE`."""
Source = Annotated[str, Reference("sources")]
"""What an entry applies: `framework`, or `framework/item`."""
FullName = Annotated[str, Reference("entries")]
"""The full name of an entry: `scripts/thank-you`, `steps/accept/actions/greet`."""


class Model(BaseModel):
    """A frozen part of the SOP. An unknown field in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _added(value: object) -> object:
    if value in ("true", True):
        return ("*",)
    if isinstance(value, list | tuple) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise problem("`added` is `true` or a list of field names", "write  added: true  or  added: [within, records]")


class Citable(Model):
    """Something that can say where it comes from."""

    sources: tuple[Source, ...] = Field((), description="What it applies: `framework/item` or `framework`.")
    added: Annotated[tuple[str, ...], BeforeValidator(_added), ShortForm({"const": True})] = Field(
        (), description="`true`: it is not in the source documents; a list: these fields of it are not."
    )

    @property
    def is_added(self) -> bool:
        """Whether nothing of it comes from the source documents."""
        return self.added == ("*",)


def flag(value: object) -> object:
    """`true` and `false` as booleans, since the strict reader gives every scalar as text."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise problem("this field takes `true` or `false`", "write  true  or  false  without quotes")


def whole_number(at_least: int = 0) -> Callable[[object], int]:
    """A validator for a whole number of at least `at_least`."""

    def validate(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            number = value
        elif isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value):
            number = int(value)
        else:
            raise problem("a whole number is needed here", "write digits only, for example  3")
        if number < at_least:
            raise problem(f"the number must be at least {at_least}", f"write {at_least} or more")
        return number

    return validate


Flag = Annotated[bool, BeforeValidator(flag)]
Order = Annotated[int, BeforeValidator(whole_number(1))]
