"""Y: one file cannot be read as the strict YAML of amends, or does not say what its author sees."""

from __future__ import annotations

from amends.codes.code import Code

NOT_YAML = Code(
    "Y001",
    "not-yaml",
    "error",
    """The file breaks a rule of YAML, so it cannot be read.

Why: amends cannot guess what the author meant. The message says which sign is wrong and in which line. The most
frequent cause is a text that holds a colon and a space, and has no quotes.

Bad:
    glossary:
      refund: {term: Refund, meaning: Back: the money.}

Good:
    glossary:
      refund: {term: Refund, meaning: "Back: the money."}

Way out: Correct the line that the message names. Put a text in quotes if it holds a special sign.
""",
)

FILE_TOO_LARGE = Code(
    "Y002",
    "file-too-large",
    "error",
    """A file has more than 2,000,000 bytes.

Why: no SOP needs such a file. A file of this size is usually a mistake, and it would make every build slow.

Bad:
    glossary:
      refund: {term: Refund, meaning: "And so on, for more than 2,000,000 bytes ..."}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Split the file into several files. amends reads every .yml file of the folder.
""",
)

NOT_UTF_8 = Code(
    "Y003",
    "not-utf-8",
    "error",
    """The file is not saved as UTF-8 text.

Why: in another encoding the same bytes mean other letters. Chinese characters and letters with accents would be
wrong in the handbook.

Bad:
    # more.yml, saved as Windows-1252
    glossary:
      refund: {term: Refund, meaning: "The café gives the money back."}

Good:
    # more.yml, saved as UTF-8
    glossary:
      refund: {term: Refund, meaning: "The café gives the money back."}

Way out: Open the file in your editor, choose Save As, and choose the encoding UTF-8.
""",
)

CONTROL_CHARACTER = Code(
    "Y004",
    "control-character",
    "error",
    r"""A text holds an invisible character that has no place in a text.

Why: nobody sees the character, but programs, terminals and printers act on it. It often comes with text that was
copied from another program. The example writes it as `\u0007`, so that you can see it.

Bad:
    glossary:
      refund: {term: "Re\u0007fund", meaning: "The money goes back."}

Good:
    glossary:
      refund: {term: "Refund", meaning: "The money goes back."}

Way out: Delete the character at the place that the message names. If you cannot find it, type the whole text again.
""",
)

TEXT_DIRECTION_CHARACTER = Code(
    "Y005",
    "text-direction-character",
    "error",
    r"""A text holds an invisible character that changes the direction of writing.

Why: such a character can show a text in another order than the file has it. A reviewer would then approve something
that the file does not say. The example writes it as `\u202e`, so that you can see it.

Bad:
    glossary:
      refund: {term: "Refund", meaning: "Pay \u202e05 euros."}

Good:
    glossary:
      refund: {term: "Refund", meaning: "Pay 50 euros."}

Way out: Delete the character at the place that the message names.
""",
)

TOO_MANY_VALUES = Code(
    "Y006",
    "too-many-values",
    "error",
    """A file holds more than 200,000 values.

Why: no SOP needs so many values in one file. A file of this size is usually a mistake, and it would make every build
slow.

Bad:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
      ...     # and so on, with more than 200,000 values

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Split the file into several files. amends reads every .yml file of the folder.
""",
)

SPECIAL_SIGN = Code(
    "Y007",
    "special-sign",
    "error",
    """A text without quotes begins with a sign that has a special meaning in YAML: `*`, `&`, `!` or `?`.

Why: YAML does not read such a text as text. `*` and `&` repeat other parts of the file, `!` names a type, and `?`
begins a field name.

Bad:
    glossary:
      refund: {term: Refund, meaning: *All* of the money goes back.}

Good:
    glossary:
      refund: {term: Refund, meaning: "*All* of the money goes back."}

Way out: Put the whole text in quotes.
""",
)

FIELD_NAME_TOO_LONG = Code(
    "Y008",
    "field-name-too-long",
    "error",
    """A field name has more than 200 characters.

Why: no field has such a name. It is usually a long text that holds a colon and a space, and has no quotes, so that
YAML takes its beginning for a field name.

Bad:
    glossary:
      refund:
        All that we say of the refund, in more than 200 characters ...: the money goes back.

Good:
    glossary:
      refund:
        term: Refund
        meaning: "All that we say of the refund: the money goes back."

Way out: Put the text in quotes, and write the name of its field in front of it.
""",
)

MERGE_KEY = Code(
    "Y009",
    "merge-key",
    "error",
    """A field is called `<<`, which would merge another block into this one.

Why: readers would have to collect the fields of an entry from several places. Editors and other programs do not
agree on what `<<` does.

Bad:
    glossary:
      refund:
        <<: {term: Refund}
        meaning: "The money goes back."

Good:
    glossary:
      refund:
        term: Refund
        meaning: "The money goes back."

Way out: Write the fields of the other block here.
""",
)

DUPLICATE_FIELD = Code(
    "Y010",
    "duplicate-field",
    "error",
    """One block has the same field twice.

Why: only one of the two could count. Many programs use the last one and say nothing, so one text would be lost.

Bad:
    glossary:
      refund:
        term: Refund
        meaning: "The money goes back."
        meaning: "The customer gets the price back."

Good:
    glossary:
      refund:
        term: Refund
        meaning: "The customer gets the price back."

Way out: Delete one of the two fields. If both are needed, give one of them another name.
""",
)

TEXT_TOO_LONG = Code(
    "Y011",
    "text-too-long",
    "error",
    """A text has more than 200,000 characters.

Why: nobody can read such a text on a page or on a card. Usually a quote was opened and not closed, so that the rest
of the file became part of the text.

Bad:
    glossary:
      refund: {term: Refund, meaning: "And so on, for more than 200,000 characters ..."}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Close the quote, or shorten the text.
""",
)

NESTED_TOO_DEEP = Code(
    "Y012",
    "nested-too-deep",
    "error",
    """The file has blocks or lists inside each other on more than 40 levels.

Why: the format of an SOP has far fewer levels. Usually a text that begins with “[” or “{” has no quotes.

Bad:
    glossary:
      refund: {term: Refund, meaning: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ all the money]}

Good:
    glossary:
      refund: {term: Refund, meaning: "[all the money]"}

Way out: Put the text in quotes, or delete the brackets that are too many.
""",
)

FIELD_NAME_NOT_TEXT = Code(
    "Y013",
    "field-name-not-text",
    "error",
    """A list or a block stands where a field name must stand.

Why: a field name is one word. Usually a text that begins with `{{` has no quotes, and YAML takes `{` for the
beginning of a block.

Bad:
    glossary:
      customer:
        term: {{ customer }}
        meaning: "Somebody who buys from us."

Good:
    glossary:
      customer:
        term: "{{ customer }}"
        meaning: "Somebody who buys from us."

Way out: Put the whole text in quotes.
""",
)

SECOND_DOCUMENT = Code(
    "Y015",
    "second-document",
    "error",
    """A line with `---` begins a second document in the same file.

Why: most programs read only the first document of a file, so the rest would be lost without a word.

Bad:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
    ---
    glossary:
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}

Way out: Delete the line with `---`, or put what follows it in a file of its own.
""",
)

TAB = Code(
    "Y016",
    "tab",
    "error",
    """A TAB stands outside quotes.

Why: YAML shows by spaces which line belongs to which. Every editor shows a TAB with another width, so nobody could
see what belongs together.

Bad:
    glossary:
    \trefund: {term: Refund, meaning: "The money goes back."}     # a TAB stands before `refund`

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Use spaces only. Most editors can turn every TAB into spaces.
""",
)

EMPTY_FILE = Code(
    "Y017",
    "empty-file",
    "error",
    """The file is empty, or has only comments.

Why: an empty file is usually a mistake: it was not saved, or its content was deleted by accident.

Bad:
    # The glossary comes later.

Good:
    # More terms come later.
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Write the entries, or delete the file.
""",
)

TEXT_CUT_BY_COMMENT = Code(
    "Y021",
    "text-cut-by-comment",
    "warning",
    """A text without quotes ends at a `#`, because the rest of the line counts as a comment.

Why: a space and a `#` begin a comment. A text such as `Form #12` loses its end, and nobody notices.

Bad:
    glossary:
      refund:
        term: Refund
        meaning: What is written on form #12

Good:
    glossary:
      refund:
        term: Refund
        meaning: "What is written on form #12"

Way out: Put the whole text in quotes. If it is a comment, write a space after the `#`.
""",
)

LOOK_ALIKE = Code(
    "Y022",
    "look-alike",
    "error",
    """A sign only looks like the one that YAML knows: “：” for “:”, a no-break space for a space, “ for ".

Why: word processors and Chinese keyboards write such signs. For YAML they are letters, so a field or the end of a text
is not seen.

Bad:
    glossary:
      refund: {term: Refund, meaning: “The price, and the post, go back.”}

Good:
    glossary:
      refund: {term: Refund, meaning: "The price, and the post, go back."}

Way out: Type the sign anew with a plain keyboard. The message says which one is meant.
""",
)

QUOTES_IN_TEXT = Code(
    "Y023",
    "quotes-in-text",
    "warning",
    """A text stands in curly or full-width quotes, which are printed as a part of it.

Why: only straight quotes mark where a text begins and ends. A word processor turns them into curly ones.

Bad:
    glossary:
      refund:
        term: “Refund”
        meaning: The money goes back.

Good:
    glossary:
      refund:
        term: "Refund"
        meaning: The money goes back.

Way out: Use straight quotes, or none. If the quotes are meant, put straight ones around the whole text.
""",
)

MERGE_CONFLICT = Code(
    "Y024",
    "merge-conflict",
    "error",
    """Git could not unite the changes of two people, and has left both in the file.

Why: somebody has to choose. Until then the file means nothing.

Bad:
    glossary:
    <<<<<<< HEAD
      refund: {term: Refund, meaning: "The money goes back."}
    =======
      refund: {term: Refund, meaning: "The price goes back."}
    >>>>>>> desk

Good:
    glossary:
      refund: {term: Refund, meaning: "The price goes back."}

Way out: Keep the lines that are right, and delete the others with the three lines of <<<<<<<, ======= and >>>>>>>.
""",
)

ESCAPE_IN_TEXT = Code(
    "Y025",
    "escape-in-text",
    "error",
    """A path in double quotes has become something else: `"D:\\new\\temp"` is two lines with a TAB.

Why: in double quotes “\\t” is a TAB and “\\n” the end of a line. In a path such as `D:\\new\\temp` both are meant as
letters.

Bad:
    glossary:
      forms: {term: Forms, meaning: "All forms lie in D:\\new\\temp."}

Good:
    glossary:
      forms: {term: Forms, meaning: 'All forms lie in D:\\new\\temp.'}

Way out: Put the text in single quotes, or write two signs \\\\ for one.
""",
)

NUMBER_WITH_COMMA = Code(
    "Y026",
    "number-with-comma",
    "error",
    """A number between brackets has a comma.

Why: between brackets a comma ends a value, so that only the figures before it would be read.

Bad:
    glossary:
      refund: {term: Refund, meaning: Money of up to 1,500 that goes back.}

Good:
    glossary:
      refund: {term: Refund, meaning: "Money of up to 1,500 that goes back."}

Way out: Write an amount without a comma; the handbook sets it as its language does. Put a text in quotes.
""",
)

NOTHING_WRITTEN = Code(
    "Y027",
    "nothing-written",
    "warning",
    """A field or an entry has a colon, and nothing behind it.

Why: it counts as nothing. In a layer it even removes what the layers below say, which hardly anybody means who only
stopped typing.

Bad:
    # sop.yml
    summary:

Good:
    # sop.yml
    summary: What we do when somebody complains.

Way out: Write what is missing, or delete the line. To remove something, write `null`.
""",
)
