"""X9: a finished page of the site holds what does not belong to the handbook."""

from __future__ import annotations

from amends.codes.code import Code

FOREIGN_MARKUP = Code(
    "X901",
    "foreign-markup",
    "error",
    """A finished page holds an element that acts, embeds or loads something, and that is not part of the handbook.

Why: a handbook works without internet, and its pages only show text. A script, a frame, a form or a picture of
another site could change what readers see, or tell others that they read it. It usually comes from a page that you
wrote in `docs/` yourself.

Bad:
    <iframe src="https://maps.example.org/shop"></iframe>

Good:
    <a href="https://maps.example.org/shop">The way to the shop</a>

Way out: Link to the other site instead of embedding it. Put scripts and styles of your own into files below `docs/`,
and name them in `extra_javascript` or `extra_css` of mkdocs.yml.
""",
)
