"""The whole SOP: the header of `sop.yml` and every collection."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from amends.model.background import Framework, Principle, Settlement, SourceDocument
from amends.model.base import Flag, FullName, Id, Model, PlainText, RoleId, StepId
from amends.model.brand import BrandColours, LogoFile
from amends.model.calendar import Calendar, Country
from amends.model.checking import NO_WISHES, Checking
from amends.model.clock import Clock
from amends.model.day import Date
from amends.model.duration import Duration
from amends.model.entry import Entry
from amends.model.events import OwnEvent
from amends.model.kinds import Channel, Kind
from amends.model.letters import Letter, PolicySection
from amends.model.measures import Control, Metric
from amends.model.own_table import OwnTable
from amends.model.pause_point import PausePoint
from amends.model.people import Colour, Contact, Department, Holder, Role
from amends.model.problem import problem, shown
from amends.model.records import Record
from amends.model.short_form import ShortForm
from amends.model.step import Phase, Step
from amends.model.tables import (
    Authority,
    Compensation,
    Escalation,
    Goodwill,
    Remedy,
    RoutingRule,
    Severity,
    Validity,
)
from amends.model.text import Locale, Points, Text, has_ink
from amends.model.words import CustomerType, Script, Situation, Term, Wording


def _distinct(locales: tuple[str, ...]) -> tuple[str, ...]:
    if not locales:
        raise problem("the handbook would be in no language", "name one or several:  locales: [en]")
    if len(set(locales)) < len(locales):
        raise problem("a locale is named twice", f"write each locale once:  [{', '.join(dict.fromkeys(locales))}]")
    return locales


Paper = Literal["a4", "letter"]


_LONGEST_ADDRESS = 300
"""With the path of a page, more characters would make a QR code that no telephone reads from a sheet."""
# The theme writes the address into its pages unchanged, so no sign in it may end an attribute of HTML.
_ADDRESS = re.compile(r"""https?://[^\s/"'<>\\^`{|}]+(/[^\s"'<>\\^`{|}]*)?""")


def _site_url(value: object) -> str:
    if not (isinstance(value, str) and _ADDRESS.fullmatch(value)):
        raise problem(f"{shown(value)} is not the address of a site", "write it in full: https://handbook.example.org/")
    if len(value) > _LONGEST_ADDRESS:
        message = f"this address has {len(value)} characters, too many for a QR code on a sheet"
        raise problem(message, f"publish at an address of at most {_LONGEST_ADDRESS} characters")
    return value


SiteUrl = Annotated[str, BeforeValidator(_site_url)]


class Organisation(Model):
    """The organisation to which this SOP belongs."""

    name: Text = Field(description="Its name as on every page; texts use it as `{{ organisation }}`.")
    site_url: SiteUrl | None = Field(None, description="Address of the published site; QR codes lead there.")
    installable: Flag = Field(
        default=False,
        description="`true`: on a server with https, readers can install the handbook, and read it without a network.",
    )
    logo: LogoFile | None = Field(
        None, description="An SVG or PNG file beside sop.yml, for every page and every printed sheet: `logo.svg`."
    )
    colours: BrandColours | None = Field(None, description="The organisation's own colours.")


def _review_interval(value: object) -> Duration:
    interval = Duration.parse(value)
    if interval.on_calendar is None or interval.count < 1:
        raise problem(f"{shown(value)} is not an interval between reviews", "write for example  6 months  or  1 year")
    return interval


class DocumentControl(Model):
    """Document control, following ISO 9001:2015, 7.5."""

    number: PlainText = Field(description="Document number, such as `SOP-CMP`; each sheet adds its own code.")
    version: PlainText = Field(description="Version of the SOP.")
    owner: RoleId = Field(description="Who keeps it up to date.")
    approver: RoleId = Field(description="Who approved it.")
    effective: Date = Field(description="The day from which it is in force.")
    last_review: Date = Field(description="The day of the last review.")
    review_every: Annotated[Duration, BeforeValidator(_review_interval)] = Field(
        description="The time between two reviews."
    )
    changes: Points = Field({}, description="What changed, by version, newest first.")

    @property
    def next_review(self) -> date:
        """The day by which the SOP must be reviewed again, at the latest the last day of the year 9999."""
        interval = self.review_every.on_calendar
        try:
            return date.max if interval is None else self.last_review + interval
        except (ValueError, OverflowError):
            return date.max


class EndState(Entry):
    """How a case may end."""

    title: Text = Field(description="Name of the state.")
    meaning: Text | None = Field(None, description="What it means.")


def _form(value: object) -> object:
    if value is None or (isinstance(value, str) and not has_ink(value)):
        raise problem("the word is empty", "write the word as it stands in a sentence")
    return value


Form = Annotated[str, BeforeValidator(_form)]


class Forms(Model):
    """The forms of a word that a text may need: the word, the word with its article, and its plural."""

    one: Form = Field(description="`{{ customer }}`")
    a: Form = Field(description="`{{ a customer }}`")
    many: Form = Field(description="`{{ customers }}`")


def _forms(value: object) -> object:
    """All three forms from one string, since some languages, such as Chinese, have only one form."""
    return {"one": value, "a": value, "many": value} if isinstance(value, str) else value


def _filled(value: object) -> object:
    forms = "{one: guest, a: a guest, many: guests}"
    if value == {}:
        raise problem("the word is given in no locale", f"write  en: {forms}")
    if isinstance(value, str):
        raise problem(f"{shown(value)} does not say in which language", f"write  {{en: {forms}}}, with your word")
    if isinstance(value, dict) and value.keys() & {"one", "many"}:
        raise problem("these forms do not say in which language", f"write  {{en: {forms}}}, with your word")
    return value


Word = Annotated[
    dict[Locale, Annotated[Forms, BeforeValidator(_forms), ShortForm({"type": "string"})]], BeforeValidator(_filled)
]


class Header(Model):
    """The fields of `sop.yml` that are not collections."""

    id: Id = Field(description="Id of this SOP.")
    extends: str | None = Field(
        None, description="The base: `reference`, `lean`, an industry, or a path to a folder; see docs/customising.md."
    )
    title: Text = Field(description="Title of the handbook.")
    summary: Text | None = Field(None, description="Two sentences for the home page.")
    locales: Annotated[tuple[Locale, ...], AfterValidator(_distinct)] = Field(
        ("en",), description="The locales of the handbook, in order."
    )
    default_locale: Locale = Field("en", description="The locale of texts that do not name one.")
    start: StepId = Field(description="The step with which a case begins.")
    end_states: dict[Id, EndState] = Field(description="How a case may end; steps lead there with `next: end/ID`.")
    organisation: Organisation = Field(description="The organisation to which this SOP belongs.")
    variables: dict[Id, Text] = Field({}, description="Values for `{{ id }}` in texts.")
    vocabulary: dict[Id, Word] = Field(
        {}, description="Words that a layer may change: `{customer: {en: {one, a, many}, zh: ...}}`."
    )
    families: dict[Id, Text] = Field(
        {}, description="Families of metrics beside those that every SOP knows: `{availability: Availability}`."
    )
    aliases: dict[str, FullName] = Field(
        {},
        description="Earlier names of entries, with the names of today: old addresses and ticks lead there. "
        "`amends rename` writes them.",
    )
    example: tuple[PlainText, ...] = Field(
        (),
        description="Paths of values that every organisation replaces with its own: `contacts/*/phone`; a project over "
        "this SOP is reminded of them.",
    )
    law: dict[Country, tuple[PlainText, ...]] = Field(
        {}, description="Paths of what holds in one country only: `{CN: [variables/police]}`."
    )
    keep: tuple[PlainText, ...] = Field(
        (), description="Paths of examples of the base that are right as they are, and of what holds here, too."
    )
    use_clocks: tuple[PlainText, ...] = Field(
        (),
        description="Packs of legal time limits to keep: `[uk-fca-disp]`, or one limit of a pack: `[PACK/CLOCK]`.",
    )
    calendar: Calendar | None = Field(None, description="When the organisation works; `amends deadlines` needs it.")
    check: Checking = Field(NO_WISHES, description="How `amends check` judges this SOP; see docs/checking.md.")
    paper: Paper = Field("a4", description="The paper of checklists and of the process; a card is always A6.")
    document: DocumentControl = Field(description="Document control.")


class Sop(Header):
    """A validated SOP: the header, and every collection as a mapping from id to entry, in the author's order."""

    phases: dict[Id, Phase] = Field({}, description="The parts of the process, in order.")
    steps: dict[Id, Step] = Field({}, description="The steps of the process, in order.")
    pause_points: dict[Id, PausePoint] = Field(
        {}, description="The moments to stop at, each with the few checks that nobody skips."
    )
    departments: dict[Id, Department] = Field({}, description="The parts of the organisation.")
    roles: dict[Id, Role] = Field({}, description="Who does what.")
    contacts: dict[Id, Contact] = Field({}, description="Who to call.")
    holders: dict[Id, Holder] = Field({}, description="Which person fills which role.")
    scripts: dict[Id, Script] = Field({}, description="What to say.")
    letters: dict[Id, Letter] = Field({}, description="What to write.")
    policy: dict[Id, PolicySection] = Field(
        {}, description="How to complain, for those who complain: one page, section by section."
    )
    wording: dict[Id, Wording] = Field({}, description="What not to say.")
    customer_types: dict[Id, CustomerType] = Field({}, description="Difficult behaviour.")
    situations: dict[Id, Situation] = Field(
        {}, description="What staff meet, and where to find help; shown on the home page."
    )
    principles: dict[Id, Principle] = Field({}, description="Rules above the steps.")
    severities: dict[Id, Severity] = Field({}, description="How serious a complaint is, the most serious first.")
    kinds: dict[Id, Kind] = Field({}, description="Kinds of complaint to which something of their own applies.")
    channels: dict[Id, Channel] = Field({}, description="The ways by which complaints come in.")
    events: dict[Id, OwnEvent] = Field(
        {}, description="Milestones of a case beside those that every case knows; packs of clocks bring some."
    )
    routing: dict[Id, RoutingRule] = Field({}, description="Which role takes which complaint.")
    validity: dict[Id, Validity] = Field(
        {}, description="Whether the grounds are sufficient and the demand is reasonable."
    )
    remedies: dict[Id, Remedy] = Field({}, description="Ways to put things right.")
    compensation: dict[Id, Compensation] = Field({}, description="What the organisation owes, by cause.")
    goodwill: dict[Id, Goodwill] = Field(
        {}, description="What may be given beyond what is owed, as a sign of goodwill."
    )
    authority: dict[Id, Authority] = Field({}, description="Who may give how much, lowest level first.")
    escalations: dict[Id, Escalation] = Field({}, description="Who takes over, and when.")
    tables: dict[Id, OwnTable] = Field({}, description="Tables with columns of your own, each on a page.")
    clocks: dict[Id, Clock] = Field(
        {}, description="Legal time limits; most come from the packs that `use_clocks` names."
    )
    records: dict[Id, Record] = Field({}, description="Forms.")
    controls: dict[Id, Control] = Field({}, description="How the organisation checks that people keep the SOP.")
    metrics: dict[Id, Metric] = Field({}, description="Figures that the organisation watches.")
    source_documents: dict[Id, SourceDocument] = Field({}, description="The documents behind the SOP.")
    frameworks: dict[Id, Framework] = Field({}, description="Named systems of the source documents.")
    settlements: dict[Id, Settlement] = Field({}, description="How contradictions were settled.")
    glossary: dict[Id, Term] = Field({}, description="Words, and what they mean in this SOP.")

    def holders_of(self, role_id: str) -> tuple[Holder, ...]:
        """The people who fill a role, in the author's order."""
        return tuple(holder for holder in self.holders.values() if role_id in holder.roles)

    def colour_of(self, role_id: str) -> Colour:
        """The colour of a role: its own, or that of its department; slate if it has neither."""
        role = self.roles[role_id]
        if role.colour is not None or role.department is None:
            return role.colour or "slate"
        return self.departments[role.department].colour


COLLECTIONS: tuple[str, ...] = tuple(name for name in Sop.model_fields if name not in Header.model_fields)
"""The names of all collections, in the order of the handbook."""
