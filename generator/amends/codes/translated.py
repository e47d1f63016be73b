"""E: problems with a file that came back from a translator; the examples are catalogues of gettext (PO)."""

from __future__ import annotations

from amends.codes.code import Code

UNKNOWN_TEXT = Code(
    "E001",
    "unknown-text",
    "warning",
    """A row translates a text that the SOP does not have.

Why: the text was removed or got another id after the export, or the id was changed in the file. The row is passed over,
and its translation reaches nobody.

Bad:
    msgctxt "steps/acept/title"
    msgid "Accept the complaint"
    msgstr "接受投诉"

Good:
    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "接受投诉"

Way out: Correct the id in the file. If the text is gone, delete the row; if it has another id, export anew and copy the
translation there.
""",
)

TRANSLATED_TWICE = Code(
    "E002",
    "translated-twice",
    "error",
    """Two rows translate the same text in different ways.

Why: nobody can know which of the two is meant, so neither is taken. Usually a row was copied, or two files were put
into one.

Bad:
    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "接受投诉"

    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "收下投诉"

Good:
    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "接受投诉"

Way out: Delete one of the two rows, and import the file again.
""",
)

OTHER_SOURCE = Code(
    "E003",
    "other-source",
    "warning",
    """The source of a row is not the text that the SOP has now.

Why: somebody has changed the text after the export, or edited the source in the file. The translation is taken, and
counts as older than its source (L710) until somebody has compared the two.

Bad:
    msgctxt "steps/accept/title"
    msgid "Take the complaint"
    msgstr "接受投诉"

Good:
    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "接受投诉"

Way out: Compare the translation with the text of the SOP. Change the text itself in its own file, never in the export.
""",
)

SIGN_LOST = Code(
    "E004",
    "sign-lost",
    "error",
    """A translation lacks a placeholder or a slot of its source, or has one that its source lacks.

Why: `{{ quiet-place }}` and `[time]` are filled in by the handbook or by whoever speaks. One that is lost or translated
would be missing, or stand there as it is. The row is not taken.

Bad:
    msgctxt "steps/accept/actions/listen/do"
    msgid "Hear the {{ customer }} out, in {{ quiet-place }}."
    msgstr "请{{ customer }}到里间，耐心倾听每一句话。"

Good:
    msgctxt "steps/accept/actions/listen/do"
    msgid "Hear the {{ customer }} out, in {{ quiet-place }}."
    msgstr "请{{ customer }}到{{ quiet-place }}，耐心倾听每一句话。"

Way out: Copy it from the source into the translation, with its braces or brackets, and import the file again.
""",
)

FIGURE_LOST = Code(
    "E005",
    "figure-lost",
    "warning",
    """A translation lacks a figure or a word of the vocabulary of its source.

Why: 48 hours that become 24 in one language are a promise that the others do not keep. The translation is taken, since
the figure may be written in another way. A word such as `{{ customer }}` may be left out where a language does so.

Bad:
    msgctxt "steps/accept/purpose"
    msgid "No {{ customer }} is sent away."
    msgstr "不拒绝任何一个人。"

Good:
    msgctxt "steps/accept/purpose"
    msgid "No {{ customer }} is sent away."
    msgstr "不拒绝任何一位{{ customer }}。"

Way out: Compare the two texts. If the translation is right as it is, do nothing.
""",
)

NO_TEXT = Code(
    "E006",
    "no-text",
    "error",
    """A translation cannot be a text of the SOP.

Why: it is a formula, a date or a number that a sheet has made of a text, has characters that nobody can see, or is one
form of a word without the others. The row is not taken.

Bad:
    # in the place of the dots stands a soft hyphen
    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "接受...投诉"

Good:
    msgctxt "steps/accept/title"
    msgid "Accept the complaint"
    msgstr "接受投诉"

Way out: Type the text anew. In a sheet, give the cell the format “Text” first.
""",
)
