"""H: problems with what a project writes by hand beside its SOP: the folder docs/, and templates of its own."""

from __future__ import annotations

from amends.codes.code import Code

UNUSABLE_FILE = Code(
    "H001",
    "unusable-file",
    "error",
    """A name below docs/ is a link that leads nowhere or out of the project, or is no file that can be read.

Why: what stands below docs/ is published. A link to a file outside the project would publish that file, and in
another place, or for another user, the same project would give another handbook.

Bad:
    # docs/map.png -> ../../map.png

Good:
    # docs/map.png

Way out: Put a copy of the file into the place of the link, or delete the link.
""",
)

WRONG_FRONT_MATTER = Code(
    "H002",
    "wrong-front-matter",
    "error",
    """The front matter of a page gives a field a value that it cannot have.

Why: the theme would fail, or would pass over the value without a word. Some values decide which template makes the
page, so they come from a list.

Bad:
    ---
    hide: true
    ---

    # Our branches

Good:
    ---
    hide: [toc]
    ---

    # Our branches

Way out: Write a value as in docs/publishing.md. The message says what is needed.
""",
)

LOST_FRONT_MATTER = Code(
    "H003",
    "lost-front-matter",
    "error",
    """The first lines of a page look like front matter, but do not stand between two lines of three hyphens.

Why: lines such as “Note: ...” at the very beginning would vanish from the page, since MkDocs takes them for front
matter. Front matter without its last line would stand on the page as text.

Bad:
    Note: the branch in the harbour is closed in winter.

    # Our branches

Good:
    # Our branches

    Note: the branch in the harbour is closed in winter.

Way out: Begin the page with its heading; or write a line `---` before the fields and another one after them.
""",
)

STANDS_FOR_OURS = Code(
    "H004",
    "stands-for-ours",
    "error",
    """A file below docs/ has the path of a script of the handbook, and would take its place.

Why: every page would run it, though mkdocs.yml does not name it. A handbook without its own script also loses cases,
search or printing.

Bad:
    # docs/assets/amends/handbook.js

Good:
    # docs/assets/own.js

Way out: Give the file another name, and name it in `extra_javascript` of mkdocs.yml.
""",
)

PAGE_AS_HTML = Code(
    "H005",
    "page-as-html",
    "error",
    """A file below docs/ is a whole HTML page, or a picture that holds a script.

Why: it would be published as it is, without the checks and the policy that every page of the handbook has. What it
runs could read the cases that staff keep in the browser.

Bad:
    # docs/branches.html

Good:
    # docs/branches.md

Way out: Write the page as Markdown, which may hold HTML; delete the script from a picture.
""",
)

BROKEN_TEMPLATE = Code(
    "H006",
    "broken-template",
    "error",
    """A template of the project's `custom_dir` cannot be read or filled.

Why: every page that uses it would be missing.

Bad:
    # own/partials/copyright.html
    {{ config.site_name

Good:
    # own/partials/copyright.html
    {{ config.site_name }}

Way out: Mend the line that the message names, or delete the template: the theme's own one then takes its place.
""",
)

NEEDS_TRUST = Code(
    "H007",
    "needs-trust",
    "error",
    """A project that is built with `--untrusted` has a setting that runs code, or that reads what is not its own.

Why: whoever sends a pull request would run programs on your computer or in your CI, read its secrets, or publish files
of it. A setting that is not known to be harmless counts as one that is not.

Bad:
    # mkdocs.yml
    site_name: Handbook
    hooks: [fetch.py]

Good:
    # mkdocs.yml
    site_name: Handbook

Way out: Delete the setting; or build without `--untrusted`, once you trust who wrote it.
""",
)
