"""The address of the published handbook is not set.

Why: printed sheets carry QR codes that lead to their page on the site. Without an address there are none.

Bad:
    organisation:
      site_url:

Good:
    organisation:
      site_url: "https://handbook.example.org/"

Way out: As soon as you know the address, write `site_url: https://...` under `organisation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue if the organisation has no `site_url`."""
    if not subject.sop.organisation.site_url:
        yield Issue(
            ("id",),  # every layer has an id, so this is in the topmost one, where the address belongs
            "printed sheets will have no QR codes: the address of the site is not set",
            "once you know it, write  site_url: https://...  under `organisation`",
        )


RULE = Rule("G903", "no-site-url", "info", __doc__, check, needs_all=False, is_of_unfinished=True)
