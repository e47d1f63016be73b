"""V: the file or the table that lists the variants of a project."""

from __future__ import annotations

from amends.codes.code import Code

UNUSABLE_VARIANT_ID = Code(
    "V001",
    "unusable-variant-id",
    "error",
    """The id of a variant is missing, or cannot be the name of a folder.

Why: each variant is built into a folder that has its id as name, and its pages have this name in their addresses. Some
computers refuse blanks, other signs, or names such as `con`.

Bad:
    variants:
      "Main Street/7":
        organisation: {name: Main Street}

Good:
    variants:
      main-street-7:
        organisation: {name: Main Street}

Way out: Use letters without accents, digits and `-`, at most 40. Begin with a letter or a digit.
""",
)

DUPLICATE_VARIANT = Code(
    "V002",
    "duplicate-variant",
    "error",
    """Two variants have the same id, or ids that differ in capitals only.

Why: both would be built into the same folder, since many computers do not tell capitals apart there. Readers of one
branch would get the contacts of another.

Bad:
    variants:
      north:
        organisation: {name: North}
      North:
        organisation: {name: The other North}

Good:
    variants:
      north:
        organisation: {name: North}
      north-2:
        organisation: {name: The other North}

Way out: Give one of the two another id. The message names both places.
""",
)

UNKNOWN_VARIANT_FIELD = Code(
    "V003",
    "unknown-variant-field",
    "error",
    """A variant, or a column of a table, names a field that does not exist.

Why: what it says would not reach the handbook. Usually the name is mistyped.

Bad:
    variants:
      north:
        organization: {name: North}

Good:
    variants:
      north:
        organisation: {name: North}

Way out: Write a field of sop.yml, or a collection, as in docs/format.md. In a table, the name of a column is the path
to a field, such as `contacts.counter.phone`. A column whose name begins with `#` is not read.
""",
)

BROKEN_TABLE = Code(
    "V004",
    "broken-table",
    "error",
    """A table does not have the form of a table: one row of names, then rows with as many cells.

Why: with a cell too many or too few, every value after it would land in the wrong field. Usually a text with a comma
has no quotes, or a quote is not closed.

Bad:
    # branches.csv
    id,organisation.name,contacts.counter.phone
    north,North, at the station,ext. 7

Good:
    # branches.csv
    id,organisation.name,contacts.counter.phone
    north,"North, at the station",ext. 7

Way out: Put a text that holds the separator in quotes. A spreadsheet program does so when it saves a file as CSV.
""",
)

DAMAGED_CELL = Code(
    "V005",
    "damaged-cell",
    "error",
    """A cell of a table holds what a spreadsheet program made of the value: an error, or a shortened number.

Why: “#N/A” or “4.12E+10” would be printed as the telephone number of a branch.

Bad:
    # branches.csv
    id,contacts.counter.phone
    north,4.12E+10

Good:
    # branches.csv
    id,contacts.counter.phone
    north,+41 2 000 00 00

Way out: In the spreadsheet program give the column the format “Text”, type the value again, and save the table as CSV
once more.
""",
)

UNKNOWN_VARIANT_LAYER = Code(
    "V006",
    "unknown-variant-layer",
    "error",
    """`layer` does not lead to a folder of content.

Why: without it the handbook would be that of the project, and nobody would notice what is missing.

Bad:
    variants:
      north:
        layer: brands/nroth

Good:
    variants:
      north:
        layer: brands/north

Way out: Write the path of a folder with a sop.yml, as seen from the folder of this file.
""",
)

NO_VARIANTS = Code(
    "V007",
    "no-variants",
    "error",
    """The file of variants names none, or holds something that it cannot hold.

Why: nothing, or not everything, would be built.

Bad:
    variant:
      north:
        organisation: {name: North}

Good:
    variants:
      north:
        organisation: {name: North}

Way out: Begin the file with `variants:`, or name a table with `table: branches.csv`. What every variant has can stand
below `every:`. A table needs one row at least below the names of its columns.
""",
)
