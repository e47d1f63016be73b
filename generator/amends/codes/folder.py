"""C: problems with the files of a content folder: their names, their collections, and the packs of clocks they name."""

from __future__ import annotations

from amends.codes.code import Code

DUPLICATE_ID = Code(
    "C001",
    "duplicate-id",
    "error",
    """Two files define an entry with the same id in the same collection.

Why: only one of the two could count, and nobody could say which. A clock of your own that has the id of a clock in a
pack of `use_clocks` is such an entry, too.

Bad:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
    # more.yml
    glossary:
      refund: {term: Refund, meaning: "The customer gets the price back."}

Good:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
    # more.yml
    glossary:
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}

Way out: Give one of the two another id, or delete it. The message names both places.
""",
)

UNKNOWN_COLLECTION = Code(
    "C002",
    "unknown-collection",
    "error",
    """A file begins a collection that does not exist.

Why: nothing in it would be read. Usually the name is mistyped.

Bad:
    glosary:
      refund: {term: Refund, meaning: "The money goes back."}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Write the name of a collection as in docs/format.md. The message names the nearest one.
""",
)

NO_COLLECTION = Code(
    "C003",
    "no-collection",
    "error",
    """The file is one text or one list, and holds no collection.

Why: every entry belongs to a collection, such as `steps` or `roles`. Without its name nobody knows what the entries
are.

Bad:
    - Refund
    - Voucher

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}

Way out: Begin the file with the name of a collection, and write the entries below it.
""",
)

NOT_A_COLLECTION = Code(
    "C004",
    "not-a-collection",
    "error",
    """A collection holds a text or a list instead of entries with ids.

Why: other entries name an entry by its id. Links, layers and the addresses of pages need it.

Bad:
    glossary:
      - {term: Refund, meaning: "The money goes back."}

Good:
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Write each entry below an id of its own.
""",
)

MISPLACED_HEADER_FIELD = Code(
    "C005",
    "misplaced-header-field",
    "error",
    """A field of sop.yml stands in another file.

Why: what holds for the whole SOP has one place, the file sop.yml. In another file nobody would look for it, and two
files could say different things.

Bad:
    # more.yml
    calendar: {country: GB, subdivision: ENG, time_zone: Europe/London}
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Good:
    # more.yml: the calendar now stands in sop.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Move the field to sop.yml.
""",
)

FOLDER_NAMED_AS_FILE = Code(
    "C006",
    "folder-named-as-file",
    "error",
    """The name of a folder ends in .yml or .yaml.

Why: it looks like a file with content. Usually a program unpacked something with the wrong name.

Bad:
    # terms.yml/refund.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Good:
    # terms/refund.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Give the folder a name without this ending.
""",
)

MISNAMED_FILE = Code(
    "C007",
    "misnamed-file",
    "error",
    """The name of a file ends in .yaml, .YML or .yml.txt, so the file is not read.

Why: amends reads only files whose names end in .yml. What stands in any other file would be missing from the
handbook.

Bad:
    # terms.yaml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Good:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Change the name of the file so that it ends in .yml.
""",
)

UNREADABLE_FILE = Code(
    "C008",
    "unreadable-file",
    "error",
    """The system does not let amends read a file, or its name is a link to nothing.

Why: its entries would be missing from the handbook. The other files are read all the same, so that every problem is
shown.

Bad:
    # terms.yml -> ../removed/terms.yml

Good:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Change the permissions of the file, put a file in the place of the link, or delete it.
""",
)

UNKNOWN_CLOCK_PACK = Code(
    "C009",
    "unknown-clock-pack",
    "error",
    """`use_clocks` names a pack of legal time limits, or a clock in a pack, that does not exist.

Why: the legal time limits that you want to keep would not be compared with your own.

Bad:
    # sop.yml
    use_clocks: [uk-housing-ombudsmen]

Good:
    # sop.yml
    use_clocks: [uk-housing-ombudsman]

Way out: Write the name of a pack as in docs/deadlines.md, or of one of its clocks as `PACK/CLOCK`.
""",
)

LINKED_FOLDER = Code(
    "C010",
    "linked-folder",
    "error",
    """A folder in the content folder is a link to another folder, and is not read.

Why: a link may lead back up, and then reading would never end. What stands in the folder would be missing from the
handbook.

Bad:
    # terms -> ..

Good:
    # terms/refund.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Move the folder to this place; or make it a layer of its own, and name it in `extends`.
""",
)

UNREAD_FILE = Code(
    "C011",
    "unread-file",
    "info",
    """A file in the content folder is not read, since its name does not end in .yml.

Why: somebody may believe that what it says is in the handbook.

Bad:
    # terms.docx
    Refund: the money goes back.

Good:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: If it holds content, write that into a file whose name ends in .yml. If not, keep it in another folder.
""",
)

SECOND_HEADER = Code(
    "C012",
    "second-header",
    "error",
    """A file beside sop.yml is another sop.yml: a copy, or one with other capitals.

Why: only the file named sop.yml is the head of an SOP. Nobody could say which of the two counts.

Bad:
    # sop-copy.yml
    id: corner-shop
    title: Complaints at the corner shop
    locales: [en]

Good:
    # more.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}

Way out: Move what you want to keep into sop.yml, and delete the other file. A layer has a folder of its own.
""",
)

REPEATED_FILE = Code(
    "C013",
    "repeated-file",
    "error",
    """A file defines only entries that another file defines already.

Why: it is a copy. Nobody could say which of the two counts.

Bad:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}
    # terms-copy.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}

Good:
    # terms.yml
    glossary:
      refund: {term: Refund, meaning: "The money goes back."}
      voucher: {term: Voucher, meaning: "A paper that pays for the next visit."}

Way out: Delete one of the two files. To keep an old version, put it outside the content folder.
""",
)
