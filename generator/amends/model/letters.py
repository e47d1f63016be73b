"""What leaves the organisation in writing: letters with slots and conditions, and the public policy."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from amends.model.base import ContactId, FullName, Id, PlainText, RoleId, SettlementId
from amends.model.condition import SEVERAL, Scope
from amends.model.entry import Entry
from amends.model.short_form import ShortForm
from amends.model.text import TEXT_SCHEMA, Point, Points, Text

LetterKind = Literal[
    "acknowledgement",
    "request",
    "holding",
    "decision",
    "refusal",
    "final-response",
    "public-reply",
    "withdrawal",
    "restriction",
    "other",
]
Told = Literal["review", "outside", "time-limit"]


class LetterScope(Scope):
    """For which complaints part of a letter holds, and after which answer in a step."""

    outcome: Annotated[tuple[FullName, ...], *SEVERAL] = Field(
        (), description="Only after this answer, or one of these: `steps/STEP/decisions/DECISION/outcomes/ANSWER`."
    )


class Paragraph(Point):
    """One paragraph of a letter."""

    when: LetterScope | None = Field(
        None, description="Only in this case: `{severity: p1}`, `{channel: written}`, `{outcome: ...}`."
    )
    use: Text | None = Field(None, description="When to use it, where no condition says that: “If money is paid”.")
    tells: tuple[Told, ...] = Field(
        (),
        description="What the reader learns here: that there is a `review`, who decides `outside`, and by when to go "
        "there (`time-limit`).",
    )


ShortParagraph = Annotated[Paragraph, BeforeValidator(Paragraph.of), ShortForm(TEXT_SCHEMA)]
"""A paragraph in its long form, or as a text only."""


class Letter(Entry):
    """A letter, paragraph by paragraph, in words that its reader understands."""

    title: Text = Field(description="What it is: “Acknowledgement”.")
    code: PlainText | None = Field(None, description="A label of your own: `L01`.")
    kind: LetterKind = Field(
        "other", description="What it does; a `refusal`, say, must tell its reader where else to complain."
    )
    use: Text | None = Field(None, description="When to send it.")
    when: Scope | None = Field(None, description="Only in this case: `{kind: safety}`, `{channel: [letter, chat]}`.")
    by: RoleId | None = Field(None, description="Who signs it.")
    subject: Text | None = Field(None, description="Its heading.")
    greeting: Text | None = Field(None, description="The first line: “Dear [customer]”.")
    paragraphs: dict[Id, ShortParagraph] = Field(description="The paragraphs, each under a key, in order.")
    closing: Points = Field({}, description="The last lines, each under a key: “Yours sincerely”, the name.")
    slots: dict[Id, Text] = Field(
        {}, description="What staff fill in: a text has `[date]`, and staff see the words of this slot."
    )
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this letter carries out.")

    def texts(self) -> dict[tuple[str, ...], Text]:
        """Every text that stands in the letter, in order, with its path below the letter."""
        head: dict[tuple[str, ...], Text | None] = {("subject",): self.subject, ("greeting",): self.greeting}
        found = {path: text for path, text in head.items() if text is not None}
        found |= {("paragraphs", key, "text"): paragraph.text for key, paragraph in self.paragraphs.items()}
        return found | {("closing", key, "text"): line.text for key, line in self.closing.items()}


class PolicyTime(Entry):
    """One promise about time in the policy; the time itself stands where the SOP sets it."""

    says: Text = Field(description="What has then happened: “We have told you that your complaint has reached us”.")
    limit: FullName = Field(
        description="Where the time stands: `steps/accept/limits/written`, `steps/find`, a clock; the longest counts."
    )


class PolicySection(Entry):
    """One part of the policy, as its readers ask for it."""

    title: Text = Field(description="Heading: “How long it takes”.")
    text: Text | None = Field(None, description="What stands below it.")
    points: Points = Field({}, description="Short sentences below the text.")
    times: dict[Id, PolicyTime] = Field({}, description="How long what takes; the page reads the times from the SOP.")
    contacts: tuple[ContactId, ...] = Field((), description="How to reach whom.")
