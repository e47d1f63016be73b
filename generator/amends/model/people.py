"""Departments, roles, the people who fill them, and contacts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from amends.model.base import ContactId, DepartmentId, Id, PlainText, RoleId, SeverityId
from amends.model.entry import Entry
from amends.model.problem import problem
from amends.model.text import Donts, Points, Text

# A test compares these with templates/colours.yml.
Colour = Literal["teal", "blue", "indigo", "violet", "magenta", "red", "orange", "amber", "green", "slate"]


class Department(Entry):
    """A department. Its colour marks its pages, sheets and cards."""

    title: Text = Field(description="Name of the department.")
    summary: Text | None = Field(None, description="What it does in complaint handling.")
    colour: Colour = Field("slate", description="One of ten colours, for screen and print.")
    code: PlainText | None = Field(None, description="A label of your own.")


class Contact(Entry):
    """Somebody to call."""

    title: Text = Field(description="Who answers: “Duty manager”.")
    phone: PlainText | None = Field(None, description="Number or extension, as people dial it.")
    email: PlainText | None = Field(None, description="E-mail address.")
    place: Text | None = Field(None, description="Where to find them.")
    hours: Text | None = Field(None, description="When they can be reached.")


class Call(Entry):
    """Who a role calls, and when."""

    when: Text = Field(description="In which case.")
    contact: ContactId | None = Field(None, description="The contact to call.")
    role: RoleId | None = Field(None, description="The role to call, if there is no fixed contact.")


class Role(Entry):
    """A part that somebody plays in handling complaints."""

    title: Text = Field(description="Name of the role.")
    kind: Literal["person", "case", "external"] = Field(
        "person",
        description="`person`: has a card; `case`: in each case one of `filled_by` has it; `external`: no card.",
    )
    department: DepartmentId | None = Field(None, description="The department to which the role belongs.")
    colour: Colour | None = Field(None, description="Its colour, if not that of its department.")
    code: PlainText | None = Field(None, description="A label of your own.")
    summary: Text | None = Field(None, description="One sentence: what this role is for.")
    filled_by: tuple[RoleId, ...] = Field((), description="For `kind: case`: the roles that may fill this one.")
    severities: tuple[SeverityId, ...] = Field(
        (), description="In which severities this role may fill another; if left out, in all."
    )
    contact: ContactId | None = Field(None, description="How to reach this role.")
    duties: Points = Field({}, description="Duties beyond the actions of the steps.")
    may: Points = Field({}, description="What this role may decide, beyond the authority table.")
    never: Donts = Field({}, description="What this role must never do, and what it does instead.")
    calls: dict[Id, Call] = Field({}, description="Who to call, and when; the most urgent first.")


def _some_roles(roles: tuple[str, ...]) -> tuple[str, ...]:
    if not roles:
        raise problem("this person fills no role", "name one or several:  roles: [front-line]; or delete the entry")
    return tuple(dict.fromkeys(roles))


class Holder(Entry):
    """Somebody who fills one role or several. Names are best kept in a file of their own, apart from what is public."""

    name: PlainText = Field(description="The person's name, as colleagues say it.")
    roles: Annotated[tuple[RoleId, ...], AfterValidator(_some_roles)] = Field(
        description="The roles that this person fills."
    )
    phone: PlainText | None = Field(None, description="Number or extension, as people dial it.")
