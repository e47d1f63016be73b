"""A: problems with what an author asks of `check`: settings in sop.yml, notes in comments, the baseline, the record."""

from __future__ import annotations

from amends.codes.code import Code

UNREADABLE_NOTE = Code(
    "A001",
    "unreadable-note",
    "warning",
    """A comment for amends does not say what it is for.

Why: it has no effect, and nobody else can say later why the finding was passed over, or until when.

Bad:
    glossary:
      # amends: ignore
      refund: {term: Refund, meaning: The money goes back.}

Good:
    glossary:
      # We pass nothing over here.
      refund: {term: Refund, meaning: The money goes back.}

Way out: Write `# amends: ignore CODE until DATE reason`. The date may be left out, the reason may not.
""",
)

IGNORED_UNTIL_NOW = Code(
    "A002",
    "ignored-until-now",
    "warning",
    """A comment passes a finding over until a day that is over.

Why: the finding is told again, as was agreed when the comment was written. The comment does nothing any more.

Bad:
    glossary:
      # amends: ignore L704 until 2020-01-31 the new texts come in February
      refund: {term: Refund, meaning: The money goes back.}

Good:
    glossary:
      refund: {term: Refund, meaning: The money goes back.}

Way out: Mend what is found, and delete the comment; or write a new date with its reason.
""",
)

NOTHING_TO_IGNORE = Code(
    "A003",
    "nothing-to-ignore",
    "warning",
    """A comment passes a finding over that is not found there.

Why: what it was written for is mended or has moved. If the same problem comes back, nobody would be told.

Bad:
    glossary:
      # amends: ignore L704 our printer cannot do better
      refund: {term: Refund, meaning: The money goes back.}

Good:
    glossary:
      refund: {term: Refund, meaning: The money goes back.}

Way out: Delete the comment, or put it beside or right above the value that it is about.
""",
    is_of_unfinished=True,
)

UNKNOWN_CODE = Code(
    "A004",
    "unknown-code",
    "warning",
    """A setting under `check` in sop.yml names a code that does not exist.

Why: the setting has no effect. Usually the code is mistyped.

Bad:
    # sop.yml
    check:
      ignore: [hardly-translatd]

Good:
    # sop.yml
    check:
      ignore: [hardly-translated]

Way out: Write a code, a name of a code, or the beginning of several codes, as in docs/rules.md.
""",
)

ERROR_STAYS = Code(
    "A005",
    "error-stays",
    "warning",
    """A setting or a comment asks to pass over an error, or to make it a warning.

Why: with an error no right handbook can be made, so a build would stop all the same.

Bad:
    # sop.yml
    check:
      ignore: [unknown-reference]

Good:
    # sop.yml
    check:
      ignore: [unused-entry]

Way out: Mend what the error names, and take the code out of the setting or the comment.
""",
)

KNOWN_IS_GONE = Code(
    "A006",
    "known-is-gone",
    "info",
    """The baseline lists findings that are found no more.

Why: somebody has mended them. As long as they are listed, the same problems would come back without a word.

Bad:
    # amends.baseline.json: a finding that nobody finds
    {"findings": [{"code": "L704", "file": "sop.yml", "message": "gone", "fingerprint": "0"}]}

Good:
    # amends.baseline.json: empty
    {"findings": []}

Way out: Write the baseline anew with `amends check --write-baseline`.
""",
    is_of_unfinished=True,
)

UNREADABLE_RECORD = Code(
    "A007",
    "unreadable-record",
    "warning",
    """A line in the record of translations cannot be read.

Why: `amends.translations.lock` says which translation belongs to which text. Without this line, nobody is told when the
text changes and its translation does not. Usually somebody has edited the file, or a merge has cut it.

Bad:
    # amends.translations.lock: two lines that became one
    7ce0bb976c36 726e5aa86d32 en>zhsummary

Good:
    # amends.translations.lock: a line for each translation
    7ce0bb976c36 726e5aa86d32 en>zh summary

Way out: Delete the line. `amends translations --update` writes the file anew.
""",
)
