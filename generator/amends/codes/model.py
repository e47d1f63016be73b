"""M: a field is missing, unknown, or holds a value that cannot stand there."""

from __future__ import annotations

from amends.codes.code import Code

MISSING_FIELD = Code(
    "M001",
    "missing-field",
    "error",
    """An entry lacks a field that it needs.

Why: a page, a card or a rule reads this field. Without it the entry would have a hole.

Bad:
    glossary:
      refund: {term: Refund}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Add the field that the message names. docs/format.md says which fields each entry needs.
""",
)

UNKNOWN_FIELD = Code(
    "M002",
    "unknown-field",
    "error",
    """An entry has a field that does not exist.

Why: nothing reads it, so its text would be missing from the handbook. Usually the name is mistyped.

Bad:
    glossary:
      refund: {term: Refund, meaning: "The money goes back.", se: [complaint]}
      complaint: {term: Complaint, meaning: "Somebody is not content."}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back.", see: [complaint]}
      complaint: {term: Complaint, meaning: "Somebody is not content."}

Way out: Write the name of the field as in docs/format.md. The message names the nearest one, or all that are
possible.
""",
)

WRONG_VALUE = Code(
    "M003",
    "wrong-value",
    "error",
    """A field holds a value that cannot stand there.

Why: nobody could use the value. A time limit of `90` has no unit, and a text in the place of a list leads nowhere.

Bad:
    steps:
      accept:
        within: 90

Good:
    steps:
      accept:
        within: 90 minutes

Way out: Write a value of the kind that the message asks for.
""",
)
